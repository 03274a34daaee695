package chat.salas.ops;

import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which beans and introspections there are: Micronaut has a file for each in the jar, and looked for all of them at each start.
 * Packaging writes them into one file, a line for each kind: its name, then those of its classes. Without that file (in tests,
 * say) Micronaut looks for itself.
 */
final class ServiceList {
    private static final String FILE = "/META-INF/salas-services";

    private ServiceList() {}

    /** Packaging: writes what is on the class path into the named file. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        MicronautMetaServiceLoaderUtils.findAllMicronautMetaServices(ServiceList.class.getClassLoader())
                .forEach((kind, classes) -> lines.add(line(kind, classes)));
        Files.write(Path.of(arguments[0]), lines);
    }

    /** Some classes are for libraries that we do not have. */
    private static String line(String kind, Set<String> classes) {
        return kind + " "
                + classes.stream().filter(ServiceList::isThere).sorted().collect(Collectors.joining(" "));
    }

    /** Before the first context. */
    static void use() {
        try (InputStream list = ServiceList.class.getResourceAsStream(FILE)) {
            if (list != null) {
                StaticOptimizations.set(new Optimizations(read(list)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, StaticServiceLoader<?>> read(InputStream list) throws IOException {
        Map<String, StaticServiceLoader<?>> kinds = new HashMap<>();
        new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
            List<String> names = List.of(line.split(" ", -1));
            kinds.put(names.getFirst(), new Kind(names.subList(1, names.size())));
        });
        return kinds;
    }

    /** One kind of services, made when Micronaut asks. */
    private record Kind(List<String> classes) implements StaticServiceLoader<Object> {
        @Override
        public Stream<StaticDefinition<Object>> findAll(Predicate<String> condition) {
            return classes.stream().filter(condition).map(name -> StaticDefinition.of(name, () -> instance(name)));
        }

        @Override
        public List<Object> load(@Nullable Predicate<Object> condition) {
            List<Object> all = new ArrayList<>(classes.size());
            for (String name : classes) {
                Object one = instance(name);
                if (condition == null || condition.test(one)) {
                    all.add(one);
                }
            }
            return all;
        }
    }

    private static boolean isThere(String name) {
        try {
            instance(name);
            return true;
        } catch (LinkageError | IllegalStateException e) {
            return false;
        }
    }

    private static Object instance(String name) {
        try {
            return Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
