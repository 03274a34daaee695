package chat.salas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
    private final List<String> environment = new ArrayList<>(List.of("HOME=/root"));

    @TempDir
    private Path folder;

    private List<String> better(int arguments, String... line) {
        return Launcher.better(List.of(line), line.length - arguments, environment);
    }

    @Test
    void theOperatorsOptionsAndArgumentsStay() {
        assertThat(better(2, "java", "-Dx=y z", "-jar", "/opt/salas.jar", "demo", ""))
                .startsWith("java", "-XX:+IgnoreUnrecognizedVMOptions")
                .contains("-XX:InitialHeapSize=64m")
                .endsWith("-Dx=y z", "-cp", "/opt/salas.jar", "chat.salas.Application", "demo", "");
    }

    @Test
    void aCacheIsNamedWhereThereIsOne() throws IOException {
        String jar = folder.resolve("salas.jar").toString();
        assertThat(better(0, "java", "-jar", jar)).doesNotContain("-XX:AOTMode=auto");
        Path cache = Files.createFile(folder.resolve("salas.aot"));
        assertThat(better(0, "java", "-jar", jar)).contains("-XX:AOTCache=" + cache, "-XX:AOTMode=auto");
    }

    @Test
    void whoChoosesAHeapOrACacheGetsNoneOfOurs() throws IOException {
        Path cache = Files.createFile(folder.resolve("salas.aot"));
        String jar = folder.resolve("salas.jar").toString();
        assertThat(better(0, "java", "-Xmx1g", "-XX:AOTCacheOutput=x", "-jar", jar))
                .contains("-Xmx1g", "-XX:AOTCacheOutput=x", "-XX:+UseCompactObjectHeaders")
                .doesNotContain("-XX:InitialHeapSize=64m", "-XX:AOTCache=" + cache);
    }

    @Test
    void optionsFromTheEnvironmentStandBehindOurs() {
        environment.add("JAVA_TOOL_OPTIONS= -Xmx1g  -Da=b");
        environment.add("JDK_JAVA_OPTIONS=-Dc=d");
        assertThat(better(0, "java", "-De=f", "-jar", "s.jar"))
                .doesNotContain("-XX:InitialHeapSize=64m")
                .endsWith("-Xmx1g", "-Da=b", "-Dc=d", "-De=f", "-cp", "s.jar", "chat.salas.Application");
        assertThat(environment).containsExactly("HOME=/root");
    }

    @Test
    void whatIsQuotedThereIsLeftToJava() {
        environment.add("JAVA_TOOL_OPTIONS=-Da='b c'");
        assertThat(better(0, "java", "-jar", "s.jar")).isEmpty();
    }

    @Test
    void onlyAStartAsAJarIsOurs() {
        assertThat(better(0, "java", "-cp", "s.jar", "chat.salas.Launcher")).isEmpty();
        assertThat(better(1, "java", "x")).isEmpty();
    }
}
