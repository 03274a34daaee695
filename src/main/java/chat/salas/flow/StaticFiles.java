package chat.salas.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bundle, the themes and whatever lies below {@code META-INF/resources}. Only plain names with the extension of a UI's
 * file are looked up, so a path cannot climb out, name a hidden file or reach a class. Reads the class path: not for
 * event loops.
 */
@Singleton
final class StaticFiles {
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*)+");
    private static final String BUNDLE = "/VAADIN/build/";
    private static final int CACHED_BYTES = 8 * 1024 * 1024;
    private static final Map<String, String> SIBLINGS = Map.of("br", ".br", "gzip", ".gz");

    private final Cache<String, StaticFile> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((String name, StaticFile file) -> file.content().length + 256)
            .build();

    /** @param acceptEncoding the request's header, if any */
    Optional<StaticFile> find(String path, @Nullable String acceptEncoding) {
        if (!PLAIN.matcher(path).matches() || MediaTypes.of(path).isEmpty()) {
            return Optional.empty();
        }
        for (String encoding : new String[] {"br", "gzip"}) {
            if (accepts(acceptEncoding, encoding)) {
                Optional<StaticFile> file = read(path, encoding);
                if (file.isPresent()) {
                    return file;
                }
            }
        }
        return read(path, "identity");
    }

    static boolean accepts(@Nullable String header, String encoding) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(part ->
                                part.strip().toLowerCase(java.util.Locale.ROOT).split("\\s*;\\s*q=", 2))
                        .anyMatch(part ->
                                part[0].equals(encoding) && (part.length == 1 || !part[1].matches("0(\\.0*)?")));
    }

    private Optional<StaticFile> read(String path, String encoding) {
        String name = path + SIBLINGS.getOrDefault(encoding, "");
        StaticFile cached = cache.getIfPresent(name);
        if (cached != null) {
            return Optional.of(cached);
        }
        String root = path.startsWith(BUNDLE) ? "META-INF/VAADIN/webapp" : "META-INF/resources";
        URL url = StaticFiles.class.getClassLoader().getResource(root + name);
        return Optional.ofNullable(url)
                .map(found -> load(found, path, encoding))
                .map(file -> {
                    cache.put(name, file);
                    return file;
                });
    }

    private static StaticFile load(URL url, String path, String encoding) {
        try (InputStream in = url.openStream()) {
            byte[] content = in.readAllBytes();
            String type = MediaTypes.of(path).orElseThrow();
            return new StaticFile(content, type, encoding, etag(content), path.startsWith(BUNDLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
