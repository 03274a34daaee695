package chat.salas.vault;

import chat.salas.kernel.Secret;
import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.util.Optional;

/** Opens the vault at the start, or refuses the start. */
@Factory
final class KekModule {

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
