package chat.salas.ops;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names from several cultures, each with an address that nobody else has. */
final class DemoPeople {
    private record Culture(List<String> given, List<String> family) {
        static Culture of(String line) {
            String[] halves = line.split("\\|", 2);
            return new Culture(names(halves[0]), names(halves[1]));
        }

        private static List<String> names(String half) {
            return Arrays.stream(half.split(",", -1)).map(String::strip).toList();
        }
    }

    /** Somebody of the demo. */
    record Person(String name, String given, String email) {}

    private final List<Culture> cultures =
            DemoTexts.lines("people.txt").stream().map(Culture::of).toList();
    private final Set<String> taken = new HashSet<>();

    /** The person with this number, from 0; ask for them in order. */
    Person person(int number, boolean plain) {
        Culture culture = cultures.get(number % cultures.size());
        int turn = number / cultures.size();
        String given = culture.given().get(turn % culture.given().size());
        String family = culture.family()
                .get((turn * 5 + turn / culture.given().size())
                        % culture.family().size());
        String name = given + " " + family;
        return new Person(name, given, plain ? "u" + number + "@demo.example" : address(name));
    }

    private String address(String name) {
        String local = ascii(name);
        String free = local;
        for (int i = 2; !taken.add(free); i++) {
            free = local + i;
        }
        return free + "@demo.example";
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replaceAll("[^a-z0-9]+", ".");
    }
}
