package chat.salas.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation as it is written down in {@code demo/talk.txt}.
 *
 * @param language of its words
 */
record DemoScript(String language, List<Line> lines) {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /**
     * One message.
     *
     * @param speaker 0 for the first person
     * @param answer whether it answers the line before
     * @param likes an emoji for each reaction
     */
    record Line(int speaker, boolean answer, String text, List<String> likes) {
        private static Line of(String written) {
            return new Line(
                    written.charAt(0) - 'A',
                    written.charAt(1) == '>',
                    written.substring(2).strip().replace("\\n", "\n"),
                    new ArrayList<>());
        }
    }

    static List<DemoScript> all() {
        List<DemoScript> all = new ArrayList<>();
        boolean begins = true;
        for (String line : DemoTexts.lines("talk.txt")) {
            if (begins && !line.isBlank()) {
                all.add(new DemoScript(line.strip(), new ArrayList<>()));
            } else if (!line.isBlank()) {
                all.getLast().add(line);
            }
            begins = line.isBlank();
        }
        return all;
    }

    private void add(String written) {
        if (written.startsWith("+")) {
            Matcher each = GRAPHEME.matcher(written.substring(1).strip());
            while (each.find()) {
                lines.getLast().likes().add(each.group());
            }
        } else {
            lines.add(Line.of(written));
        }
    }
}
