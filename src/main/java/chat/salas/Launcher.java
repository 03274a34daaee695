package chat.salas;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code java -jar salas.jar} runs first: on Linux it gives the process, under the same id, the JVM options that suit
 * Salas and the cache {@code salas.aot} that lies beside the jar. Everything else starts right here.
 *
 * <p>This class and {@link Replacement} are loaded at each start without any cache, so they use as few classes as they can:
 * no lambdas, no streams, no joined strings.
 */
public final class Launcher {
    private static final String AS_JAR = "-jar";
    private static final String OWN_CACHE = "-XX:AOT";
    private static final String ARENAS = "MALLOC_ARENA_MAX=";
    private static final String[] HEAP = {
        "-Xm", "-XX:MaxRAM", "-XX:InitialRAM", "-XX:MaxHeap", "-XX:InitialHeap", "-XX:MinHeap"
    };
    private static final String[] TAKEN_OVER = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"};

    private Launcher() {}

    /** Serves when there are no arguments; otherwise runs the named command. */
    public static void main(String[] arguments) {
        if ("Linux".equals(System.getProperty("os.name"))) {
            replace(arguments.length);
        }
        Application.main(arguments);
    }

    /** Returns when this process is to go on as it is. */
    private static void replace(int arguments) {
        try {
            List<String> now = read("/proc/self/cmdline");
            List<String> environment = read("/proc/self/environ");
            List<String> better = better(now, now.size() - arguments, environment);
            if (!better.isEmpty()) {
                if (!mention(environment, ARENAS)) {
                    environment.add(ARENAS.concat("2"));
                }
                Replacement.run(System.getProperty("java.home").concat("/bin/java"), better, environment);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            // as started, then: slower to be ready, and as right
        }
    }

    /** The command line that suits better and, in place, its environment; empty when it is not ours to choose. */
    static List<String> better(List<String> now, int end, List<String> environment) {
        if (end < 3 || !AS_JAR.equals(now.get(end - 2))) {
            return List.of();
        }
        List<String> theirs = new ArrayList<>();
        if (!takeOver(environment, theirs)) {
            return List.of();
        }
        theirs.addAll(now.subList(1, end - 2));
        String jar = now.get(end - 1);
        List<String> all = new ArrayList<>(now.size() + 24);
        all.add(now.get(0));
        addOurs(all, theirs, jar);
        all.addAll(theirs);
        all.add("-cp");
        all.add(jar);
        all.add("chat.salas.Application");
        all.addAll(now.subList(end, now.size()));
        return all;
    }

    /** Options of the operator stand behind ours and so win. */
    private static void addOurs(List<String> all, List<String> theirs, String jar) {
        all.addAll(List.of(JvmOptions.ALWAYS));
        if (!mention(theirs, HEAP)) {
            all.addAll(List.of(JvmOptions.HEAP));
        }
        if (!mention(theirs, OWN_CACHE, "-Xshare") && jar.endsWith(".jar")) {
            addCache(all, jar.substring(0, jar.length() - 3).concat("aot"));
        }
    }

    /** Only one that is there: Java told of a cache leaves out the smaller one of its own. */
    private static void addCache(List<String> all, String cache) {
        if (new File(cache).isFile()) {
            all.add("-XX:AOTCache=".concat(cache));
            all.add("-XX:AOTMode=auto");
        }
    }

    private static boolean mention(List<String> options, String... beginnings) {
        for (int i = 0; i < options.size(); i++) {
            for (int j = 0; j < beginnings.length; j++) {
                if (options.get(i).startsWith(beginnings[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Options in the environment become options of the command line: there they stand behind ours, and are not told about
     * twice. False when they are quoted or in files, which is Java's own business.
     */
    private static boolean takeOver(List<String> environment, List<String> theirs) {
        for (int i = 0; i < TAKEN_OVER.length; i++) {
            String prefix = TAKEN_OVER[i].concat("=");
            for (int j = environment.size() - 1; j >= 0; j--) {
                if (environment.get(j).startsWith(prefix)) {
                    String value = environment.remove(j).substring(prefix.length());
                    if (value.indexOf('"') >= 0 || value.indexOf('\'') >= 0 || value.indexOf('@') >= 0) {
                        return false;
                    }
                    addWords(value, theirs);
                }
            }
        }
        return true;
    }

    private static void addWords(String value, List<String> words) {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || Character.isWhitespace(value.charAt(i))) {
                if (i > start) {
                    words.add(value.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** Byte for byte: what is no text in any encoding stays what it is. */
    private static List<String> read(String file) throws IOException {
        byte[] bytes;
        try (FileInputStream in = new FileInputStream(file)) {
            bytes = in.readAllBytes();
        }
        List<String> strings = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                strings.add(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1));
                start = i + 1;
            }
        }
        return strings;
    }
}
