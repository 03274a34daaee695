package chat.salas.ops;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Api;
import chat.salas.testing.SalasProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar with and without the cache that packaging makes. */
@Timeout(180)
final class CacheIT {
    private static final Path JAR = Path.of("target", "salas.jar");
    private static final Path CACHE = Path.of("target", "salas.aot");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void readsTheCacheBesideTheJarInTheProcessThatWasStarted() throws Exception {
        assertThat(CACHE).isNotEmptyFile();
        try (SalasProcess salas = SalasProcess.serve(folder)) {
            assertThat(salas.proc("maps")).contains("salas.aot");
            serves(salas);
        }
    }

    @Test
    void theOperatorsOptionsStandBehindOurs() throws Exception {
        try (SalasProcess salas = SalasProcess.serve(folder)) {
            assertThat(salas.proc("cmdline").split("\0", -1))
                    .contains("-XX:+UseCompactObjectHeaders", "-Xmx512m")
                    .doesNotContain("-jar", "-XX:InitialHeapSize=64m")
                    .containsSubsequence("-XX:+UseCompactObjectHeaders", "-Xmx512m", "chat.salas.Application");
        }
    }

    @Test
    void servesWithoutACache() throws Exception {
        Path jar = Files.copy(JAR, folder.resolve("salas.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        try (SalasProcess salas = SalasProcess.serve(folder, jar)) {
            assertThat(salas.proc("maps")).doesNotContain(".aot");
            serves(salas);
        }
    }

    @Test
    void aCacheFitsAJarThatWasMovedWithItAndNoOther() throws Exception {
        Path jar = Files.copy(JAR, folder.resolve("salas.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(CACHE, folder.resolve("salas.aot"));
        try (SalasProcess salas = SalasProcess.serve(folder, jar)) {
            assertThat(salas.proc("maps")).contains("salas.aot");
            serves(salas);
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        try (SalasProcess salas = SalasProcess.serve(folder, jar)) {
            assertThat(salas.proc("maps")).doesNotContain(".aot");
            serves(salas);
        }
    }

    @Test
    void aCacheThatIsNoneIsNotUsed() throws Exception {
        Path jar = Files.copy(JAR, folder.resolve("salas.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("salas.aot"), "not at all");
        try (SalasProcess salas = SalasProcess.serve(folder, jar)) {
            serves(salas);
        }
    }

    @Test
    void anOptionThatNoJavaKnowsIsRefused() throws Exception {
        try (SalasProcess salas = SalasProcess.run(folder, Map.of("JAVA_TOOL_OPTIONS", "-XX:+NoSuchThing"))) {
            assertThat(salas.await(SOON)).isEqualTo(1);
            assertThat(salas.err()).contains("NoSuchThing");
        }
    }

    /** One line on stdout, nothing about caches anywhere, and SIGTERM ends it. */
    private static void serves(SalasProcess salas) throws Exception {
        assertThat(Api.at(salas.uri()).get("/health/readiness").status()).isEqualTo(200);
        salas.terminate();
        assertThat(salas.await(SOON)).isEqualTo(143);
        assertThat(salas.out()).hasLineCount(1);
        assertThat(salas.err()).doesNotContainIgnoringCase("aot").doesNotContain("WARNING");
    }
}
