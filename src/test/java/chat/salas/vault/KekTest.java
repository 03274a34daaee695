package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.database.DataFolder;
import chat.salas.kernel.StartRefused;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KekTest {
    private static final long ROOM = 42;
    private static final MessageLabel LABEL =
            new MessageLabel(MessageLabel.Kind.TEXT, ROOM, 1, new UUID(1, 2), 3, 4, 0);

    @TempDir
    Path folder;

    private ApplicationContext start(String... properties) {
        Map<String, Object> all = new HashMap<>();
        all.put("salas.data", folder.resolve("data").toString());
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        ApplicationContext context = ApplicationContext.builder()
                .environments("test")
                .properties(all)
                .build();
        try {
            return context.start();
        } catch (RuntimeException e) {
            // a context that has not started is not closed: here the process lives on and must let go of the folder
            context.destroyBean(DataFolder.class);
            throw e;
        }
    }

    private byte[] sealOnce(String... properties) {
        try (ApplicationContext context = start(properties)) {
            KeyRing keys = context.getBean(KeyRing.class);
            keys.create(ROOM);
            keys.use(ROOM);
            return context.getBean(MessageCipher.class).seal(LABEL, new byte[] {42});
        }
    }

    private void opens(byte[] sealed, String... properties) {
        try (ApplicationContext context = start(properties)) {
            assertThat(context.getBean(MessageCipher.class).open(LABEL, sealed)).containsExactly(42);
        }
    }

    private void refuses(String sentence, String... properties) {
        assertThatThrownBy(() -> start(properties).close())
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence);
    }

    private Path keyFile(String permissions, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("kek"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReadsAndTheNextStartUsesIt() throws Exception {
        byte[] sealed = sealOnce();
        Path secret = folder.resolve("data/.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(secret).strip())).hasSize(32);
        opens(sealed);
    }

    @Test
    void aKeyThatIsGoneRefusesTheStartInsteadOfMakingAnother() throws Exception {
        byte[] sealed = sealOnce();
        Path secret = folder.resolve("data/.secret");
        byte[] kept = Files.readAllBytes(secret);
        Files.delete(secret);
        refuses("is missing");
        assertThat(secret).doesNotExist();
        Files.write(secret, kept);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        opens(sealed);
    }

    @Test
    void anotherKeyRefusesTheStartAndChangesNothing() {
        String right = Base64.getEncoder().encodeToString(key(1));
        byte[] sealed = sealOnce("salas.kek", right);
        refuses(
                "SALAS_KEK does not open this database",
                "salas.kek",
                Base64.getEncoder().encodeToString(key(2)));
        refuses("is missing");
        opens(sealed, "salas.kek", right);
        assertThat(folder.resolve("data/.secret")).doesNotExist();
    }

    @Test
    void aKeyFileMayBeRawOrBase64AndComesBeforeTheEnvironment() throws Exception {
        String raw = keyFile("r--------", key(7)).toString();
        byte[] sealed =
                sealOnce("salas.kek-file", raw, "salas.kek", Base64.getEncoder().encodeToString(key(8)));
        Files.delete(Path.of(raw));
        String text = keyFile("rw-------", Base64.getEncoder().encode(key(7))).toString();
        opens(sealed, "salas.kek-file", text);
    }

    @Test
    void aKeyFileThatOthersCanReadRefusesTheStart() throws Exception {
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"}) {
            refuses(
                    "can be read by others",
                    "salas.kek-file",
                    keyFile(permissions, key(7)).toString());
        }
    }

    @Test
    void aFileFromTheFolderOfCredentialsIsTrustedWithItsGroupRights() throws Exception {
        String file = keyFile("r--r-----", key(7)).toString();
        refuses("can be read by others", "salas.kek-file", file, "credentials.directory", "/run/credentials");
        opens(
                sealOnce("salas.kek-file", file, "credentials.directory", folder.toString()),
                "salas.kek-file",
                file,
                "credentials.directory",
                folder.toString());
    }

    @Test
    void whatIsNoKeyRefusesTheStart() throws Exception {
        refuses("does not exist", "salas.kek-file", folder.resolve("nowhere").toString());
        refuses("cannot be read", "salas.kek-file", folder.toString(), "credentials.directory", folder.toString());
        refuses(
                "is not 32 bytes",
                "salas.kek-file",
                keyFile("rw-------", new byte[31]).toString());
        refuses("is not 32 bytes", "salas.kek", "not base64!");
        refuses("is not 32 bytes", "salas.kek", Base64.getEncoder().encodeToString(new byte[31]));
    }

    @Test
    void aFolderWhereNoKeyCanBeWrittenRefusesTheStart() throws Exception {
        Files.createDirectories(folder.resolve("data/.secret.new/in-the-way"));
        refuses("cannot be written");
    }
}
