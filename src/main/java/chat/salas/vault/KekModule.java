package chat.salas.vault;

import chat.salas.kernel.Secret;
import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Opens the vault at the start, or refuses the start. */
@Factory
final class KekModule {
    /** The instance's own key stands among the rooms', so that all are wrapped anew by the same hand. */
    private static final long NO_ROOM = 0;

    private static final int FIRST = 1;

    /** @throws StartRefused when the key is missing or does not open this database */
    @Context
    Kek kek(KekSource source, KekCheckRepository checks, Aead aead) {
        Optional<byte[]> check = checks.find().map(KekCheckRow::wrapped);
        Kek kek = new Kek(key(source, check.isEmpty()), aead);
        if (check.isEmpty()) {
            checks.save(kek.makeCheck());
        } else if (!kek.passes(check.get())) {
            throw new StartRefused("The key in " + source.origin() + " does not open this database.");
        }
        return kek;
    }

    /** Not lazily, so that it is never made inside a transaction that takes it back. */
    @Context
    ChainKey chainKey(Kek kek, RoomKeyRepository keys, SecureRandom random, InstantSource clock) {
        byte[] wrapped = keys.find(NO_ROOM, FIRST).map(RoomKeyRow::wrapped).orElseGet(() -> {
            byte[] fresh = new byte[Subkey.BYTES];
            random.nextBytes(fresh);
            byte[] made = kek.wrap(NO_ROOM, FIRST, fresh);
            keys.add(NO_ROOM, FIRST, made, clock.millis());
            return made;
        });
        return new ChainKey(kek.unwrap(NO_ROOM, FIRST, wrapped));
    }

    private static Secret key(KekSource source, boolean first) {
        Optional<Secret> found = source.find();
        if (found.isPresent()) {
            return found.get();
        }
        if (!first) {
            throw new StartRefused("The key that opens this database is missing: put " + source.origin()
                    + " back, or name it with SALAS_KEK_FILE.");
        }
        return source.create();
    }
}
