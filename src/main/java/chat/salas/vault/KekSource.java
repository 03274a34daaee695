package chat.salas.vault;

import chat.salas.database.DataFolder;
import chat.salas.database.PrivateFile;
import chat.salas.kernel.Secret;
import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the server's key comes from: a named file, the environment, or a file beside the database. */
@Singleton
final class KekSource {
    private static final Logger LOG = LoggerFactory.getLogger(KekSource.class);

    private final String file;
    private final String value;
    private final String credentials;
    private final Path secret;
    private final SecureRandom random;

    /** @param credentials systemd's folder of credentials, whose files show group rights that nobody has */
    KekSource(
            @Property(name = "salas.kek-file", defaultValue = "") String file,
            @Property(name = "salas.kek", defaultValue = "") String value,
            @Property(name = "credentials.directory", defaultValue = "") String credentials,
            DataFolder folder,
            SecureRandom random) {
        this.file = file;
        this.value = value;
        this.credentials = credentials;
        this.secret = folder.path().resolve(".secret");
        this.random = random;
    }

    /** The key, if there is one; its origin goes into messages for the operator. */
    Optional<Secret> find() {
        if (!file.isEmpty()) {
            return Optional.of(read(Path.of(file)));
        }
        if (!value.isEmpty()) {
            return Optional.of(decode(value));
        }
        return Files.exists(secret) ? Optional.of(read(secret)) : Optional.empty();
    }

    /** What to look at when the key is wrong. */
    String origin() {
        if (!file.isEmpty()) {
            return file;
        }
        return value.isEmpty() ? secret.toString() : "SALAS_KEK";
    }

    /** Makes a new key beside the database. */
    Secret create() {
        byte[] key = new byte[Subkey.BYTES];
        random.nextBytes(key);
        try {
            PrivateFile.write(
                    secret, (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StartRefused("The server's key cannot be written to " + secret + ".");
        }
        LOG.warn(
                "Made the server's key {}. It lies beside the database that it opens: keep a copy elsewhere, and consider SALAS_KEK_FILE.",
                secret);
        return Secret.of(key);
    }

    private Secret read(Path path) {
        try {
            if (!inCredentials(path) && !PrivateFile.isPrivate(path)) {
                throw new StartRefused("The key file " + path + " can be read by others: chmod 600 it.");
            }
            byte[] content = Files.readAllBytes(path);
            return content.length == Subkey.BYTES
                    ? Secret.of(content)
                    : decode(new String(content, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new StartRefused("The key file " + path + " does not exist.");
        } catch (IOException e) {
            throw new StartRefused("The key file " + path + " cannot be read.");
        }
    }

    private boolean inCredentials(Path path) {
        return !credentials.isEmpty() && path.toAbsolutePath().normalize().startsWith(Path.of(credentials));
    }

    private Secret decode(String base64) {
        byte[] key = bytes(base64.strip());
        if (key.length != Subkey.BYTES) {
            throw new StartRefused("The key in " + origin() + " is not 32 bytes, raw or in base64.");
        }
        try {
            return Secret.of(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
