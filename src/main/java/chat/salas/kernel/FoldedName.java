package chat.salas.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A name without case and accents, to sort, to filter and to make slugs from. */
public record FoldedName(String value) {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Map<Integer, String> UNDECOMPOSED = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"));

    /** Of any text; does not check it. */
    public static FoldedName of(String name) {
        String decomposed = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> folded.append(UNDECOMPOSED.getOrDefault(c, Character.toString(c))));
        return new FoldedName(folded.toString());
    }

    /** A LIKE pattern (escape character {@code \}) for names that contain this. */
    public String containing() {
        return "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
