package chat.salas.ops;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which rooms there are, who is in them and how much is said there. */
final class DemoRooms {
    private static final List<String> BRANCHES =
            List.of("Lisboa", "Kyoto", "Accra", "Leeds", "Lyon", "Pune", "Gdańsk", "Busan", "Amman", "Valencia");

    /**
     * A room to make.
     *
     * @param members numbers of people; the first owns it
     */
    record Sketch(String language, String name, String topic, List<Integer> members, int messages) {}

    private final DemoSize size;
    private final Random random;
    private final List<String[]> written = DemoTexts.lines("rooms.txt").stream()
            .map(line -> line.split("\\s*\\|\\s*", 3))
            .toList();

    DemoRooms(DemoSize size, Random random) {
        this.size = size;
        this.random = random;
    }

    /** One after the other, as there may be many; draws from the chance that it was given. */
    Stream<Sketch> all() {
        List<Integer> shares = shares();
        return IntStream.range(0, size.roomCount())
                .mapToObj(i -> size.isPlain() ? plain(i, shares.get(i)) : believable(i, shares.get(i)));
    }

    private Sketch plain(int number, int messages) {
        int from = number * size.roomSize();
        int to = Math.min(size.users(), from + size.roomSize());
        List<Integer> members = IntStream.range(from, to).boxed().toList();
        return new Sketch("en", "r" + number, "", members, messages);
    }

    private Sketch believable(int number, int messages) {
        String[] text = written.get(number % written.size());
        int round = number / written.size();
        String name = round == 0 ? text[1] : text[1] + " " + branch(round);
        return new Sketch(text[0], name, text[2], members(number), messages);
    }

    private static String branch(int round) {
        String branch = BRANCHES.get((round - 1) % BRANCHES.size());
        int turn = (round - 1) / BRANCHES.size();
        return turn == 0 ? branch : branch + " " + (turn + 1);
    }

    /** Everybody is in the first room; the first account, which one signs in with to look around, is in many. */
    private List<Integer> members(int number) {
        if (number == 0) {
            return IntStream.range(0, size.users()).boxed().toList();
        }
        Set<Integer> people = new LinkedHashSet<>();
        int wanted = Math.min(size.users(), 4 + random.nextInt(28));
        while (people.size() < wanted) {
            people.add(random.nextInt(size.users()));
        }
        if (number < 12) {
            people.add(0);
        }
        return List.copyOf(people);
    }

    /** Much is said in few rooms, little in many; equally much in those of a load test. */
    private List<Integer> shares() {
        double[] weights = IntStream.range(0, size.roomCount())
                .mapToDouble(i -> size.isPlain() ? 1 : Math.pow(i + 1, -0.7))
                .toArray();
        double all =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        List<Integer> shares = new ArrayList<>();
        double owed = 0;
        int given = 0;
        for (double weight : weights) {
            owed += size.messages() * weight / all;
            shares.add((int) Math.round(owed) - given);
            given = (int) Math.round(owed);
        }
        return shares;
    }
}
