package chat.salas.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a word in every byte of every file under a folder, also in the forms in which words hide. */
final class Traces {
    private final List<byte[]> forms = new ArrayList<>();

    Traces(String word) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.add(word.getBytes(charset));
        }
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        forms.add(HexFormat.of().withUpperCase().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(utf8, shift));
        }
    }

    /** What base64 makes of the word at this place in a text, without the ends that depend on its neighbours. */
    private static byte[] base64(byte[] word, int shift) {
        byte[] shifted = new byte[shift + word.length];
        System.arraycopy(word, 0, shifted, shift, word.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int skipped = shift == 0 ? 0 : shift + 1;
        return text.substring(skipped, text.length() - 1).getBytes(StandardCharsets.US_ASCII);
    }

    /** The files that have it, in any form. */
    List<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(this::isIn).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isIn(Path file) {
        try {
            // one char a byte, so that searching strings searches bytes
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return forms.stream().anyMatch(form -> content.contains(new String(form, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
