package chat.salas.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values as they lie on disk, to be looked for in files. A value counts as found when any run of its bytes of a certain length
 * is there, wherever: whole values may be broken over pages.
 */
final class Traces {
    private static final int SHORT = Long.BYTES;

    private final int window;
    private final List<byte[]> values;
    /** By their first bytes, so that files are gone over once: where which runs begin. */
    private final Map<Long, List<Run>> runs = new HashMap<>();

    private record Run(int value, int offset) {}

    Traces(List<byte[]> values, int window) {
        this.values = values;
        this.window = window;
        for (int i = 0; i < values.size(); i++) {
            for (int at = 0; at + window <= values.get(i).length; at += window) {
                long start = ByteBuffer.wrap(values.get(i), at, SHORT).getLong();
                runs.computeIfAbsent(start, _ -> new java.util.ArrayList<>(1)).add(new Run(i, at));
            }
        }
    }

    long bytes() {
        return values.stream().mapToLong(value -> value.length).sum();
    }

    /** How many of the values have left a trace in some file of the folder. */
    int foundUnder(Path folder) {
        Set<Integer> found = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> look(file, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.size();
    }

    private void look(Path file, Set<Integer> found) {
        try {
            byte[] content = Files.readAllBytes(file);
            for (int at = 0; at + window <= content.length; at++) {
                long start = ByteBuffer.wrap(content, at, SHORT).getLong();
                for (Run run : runs.getOrDefault(start, List.of())) {
                    if (same(content, at, run)) {
                        found.add(run.value());
                    }
                }
            }
        } catch (NoSuchFileException gone) {
            // nothing can be found in it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean same(byte[] content, int at, Run run) {
        byte[] value = values.get(run.value());
        for (int i = SHORT; i < window; i++) {
            if (content[at + i] != value[run.offset() + i]) {
                return false;
            }
        }
        return true;
    }
}
