package chat.salas.room;

import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem.Refused;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Rooms as they are wished for, checked and complete but for a slug that is free. */
@Singleton
final class Blueprints {
    private final Ids ids;
    private final InstantSource clock;
    private final RoomLimits limits;

    Blueprints(Ids ids, InstantSource clock, RoomLimits limits) {
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    /** @throws Refused naming what is out of bounds */
    Room of(NewRoom draft) {
        return of(draft, Instant.ofEpochMilli(clock.millis()));
    }

    /** As {@link #of(NewRoom)}, made at another time than now. */
    Room of(NewRoom draft, Instant madeAt) {
        if (draft.encryption() == Encryption.E2EE) {
            throw new Refused(
                    "encryption", "this version cannot make end-to-end encrypted rooms yet (expected: AT_REST)");
        }
        Settings settings = Settings.of(draft, limits);
        String slug = Slug.of(settings.name()).value();
        return new Room(ids.next(), slug, Encryption.AT_REST, settings, madeAt, 0);
    }
}
