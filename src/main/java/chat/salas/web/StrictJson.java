package chat.salas.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import io.micronaut.serde.exceptions.InvalidFormatException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** JSON as API.md has it: a string is a string, a number a number, and times have exactly three decimals. */
@Factory
final class StrictJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A time as it travels: RFC 3339 in UTC with milliseconds. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    @Singleton
    Serializer<Instant> instants() {
        return new Serializer<>() {
            @Override
            public void serialize(
                    Encoder encoder, EncoderContext context, Argument<? extends Instant> type, Instant value)
                    throws IOException {
                encoder.encodeString(time(value));
            }
        };
    }

    @Singleton
    Deserializer<String> strings() {
        return new Strict<>() {
            @Override
            String take(Object value) throws InvalidFormatException {
                return value instanceof String text ? text : refuse("string");
            }
        };
    }

    @Singleton
    Deserializer<Boolean> booleans() {
        return new Strict<>() {
            @Override
            Boolean take(Object value) throws InvalidFormatException {
                return value instanceof Boolean flag ? flag : refuse("true or false");
            }
        };
    }

    @Singleton
    Deserializer<Long> longs() {
        return new Strict<>() {
            @Override
            Long take(Object value) throws InvalidFormatException {
                return whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            }
        };
    }

    @Singleton
    Deserializer<Integer> integers() {
        return new Strict<>() {
            @Override
            Integer take(Object value) throws InvalidFormatException {
                return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
        };
    }

    private static long whole(Object value, long min, long max) throws InvalidFormatException {
        long number =
                switch (value) {
                    case Integer i -> i;
                    case Long l -> l;
                    case BigInteger big when big.bitLength() < Long.SIZE -> big.longValue();
                    default -> refuse("whole number");
                };
        return number >= min && number <= max ? number : refuse("smaller number");
    }

    private static <T> T refuse(String expected) throws InvalidFormatException {
        throw new InvalidFormatException("expected: " + expected, null, null);
    }

    /** Reads whatever stands there and takes it only as it is. */
    private abstract static class Strict<T> implements Deserializer<T> {
        abstract T take(Object value) throws InvalidFormatException;

        @Override
        public T deserialize(Decoder decoder, DecoderContext context, Argument<? super T> type) throws IOException {
            Object value = decoder.decodeArbitrary();
            return value == null ? refuse("value") : take(value);
        }

        @Override
        public boolean allowNull() {
            return false;
        }
    }
}
