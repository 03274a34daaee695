package chat.salas.web;

import chat.salas.web.ProblemBody.Field;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import java.util.Objects;

/** What was wrong with a JSON body, by field, without the names of our classes. */
final class JsonFailure {
    private static final int MAX_NAME = 100;

    private JsonFailure() {}

    static List<Field> of(SerdeException failure) {
        String field = name(failure.getPath());
        return List.of(
                new Field(field.isEmpty() ? "body" : field, message(Objects.toString(failure.getMessage(), ""))));
    }

    private static String message(String internal) {
        if (internal.startsWith("Unknown property")) {
            return "is not a known field";
        }
        if (internal.startsWith("Duplicate property")) {
            return "is given twice";
        }
        if (internal.contains("Required ")) {
            return "is missing";
        }
        return internal.startsWith("Maximum depth") ? "is nested too deeply" : "has the wrong type";
    }

    /** From the outside inwards: {@code kdf.salt}, {@code shares[3].userId}; bounded, as clients choose the names. */
    private static String name(List<ReferencePath> path) {
        StringBuilder name = new StringBuilder();
        for (ReferencePath step : path.reversed()) {
            switch (step) {
                case PropertyReferencePath property ->
                    dot(name).append(property.property().getName());
                case CollectionItemReferencePath item ->
                    name.append('[').append(item.index()).append(']');
                case MapItemReferencePath entry -> dot(name).append(entry.key());
            }
        }
        String plain = name.codePoints()
                .limit(MAX_NAME)
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain;
    }

    private static StringBuilder dot(StringBuilder name) {
        return name.isEmpty() ? name : name.append('.');
    }
}
