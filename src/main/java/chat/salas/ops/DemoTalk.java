package chat.salas.ops;

import chat.salas.message.MessageImport.Liked;
import chat.salas.message.MessageImport.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the members of one room say to each other. */
final class DemoTalk {
    private static final int DAYS = 14;
    private static final Map<String, List<String>> WEEKDAYS = Map.of(
            "en", List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
            "pt", List.of("segunda", "terça", "quarta", "quinta", "sexta"));
    private static final List<String> PLACES = List.of(
            "Lisboa", "Porto", "Ouro Preto", "Recife", "Kyoto", "Leeds", "Accra", "Valencia", "Bergen", "Lyon", "Pune");

    /** A member who can speak. */
    record Speaker(long accountId, String given) {}

    private record Drafted(
            DemoScript.Line line,
            List<Speaker> cast,
            @Nullable Long replyTo,
            String text) {}

    private final List<DemoScript> scripts;
    private final String language;
    private final List<Speaker> members;
    private final Random random;
    private final List<DemoScript> bag = new ArrayList<>();

    DemoTalk(List<DemoScript> scripts, String language, List<Speaker> members, Random random) {
        this.scripts = scripts.stream()
                .filter(script -> script.language().equals(language))
                .toList();
        this.language = language;
        this.members = members;
        this.random = random;
    }

    /** So many messages, ascending in time, the last a few minutes before {@code now}. */
    List<Said> until(Instant now, int count) {
        List<Drafted> drafted = new ArrayList<>(count);
        DemoTimes times = new DemoTimes(random, DAYS);
        while (drafted.size() < count) {
            play(next(), drafted, times, count);
        }
        List<Instant> at = times.before(now);
        return IntStream.range(0, count)
                .mapToObj(i -> said(drafted.get(i), at.get(i), now))
                .toList();
    }

    private void play(DemoScript script, List<Drafted> drafted, DemoTimes times, int count) {
        List<Speaker> cast = cast();
        int start = drafted.size();
        for (DemoScript.Line line : script.lines()) {
            if (drafted.size() == count) {
                return;
            }
            String text = fill(line.text(), cast);
            times.add(drafted.size() == start, text.length());
            drafted.add(new Drafted(line, cast, line.answer() ? (long) drafted.size() : null, text));
        }
    }

    /** Each conversation once before any comes again. */
    private DemoScript next() {
        if (bag.isEmpty()) {
            bag.addAll(scripts);
            Collections.shuffle(bag, random);
        }
        return bag.removeLast();
    }

    /** Some people talk more than others. */
    private List<Speaker> cast() {
        List<Speaker> cast = new ArrayList<>();
        int wanted = Math.min(6, members.size());
        while (cast.size() < wanted) {
            Speaker one = members.get((int) (members.size() * Math.pow(random.nextDouble(), 1.7)));
            if (!cast.contains(one)) {
                cast.add(one);
            }
        }
        return cast;
    }

    private String fill(String text, List<Speaker> cast) {
        return text.replace("{name}", cast.getLast().given())
                .replace("{day}", pick(WEEKDAYS.getOrDefault(language, List.of("Monday"))))
                .replace(
                        "{time}",
                        8
                                + random.nextInt(11)
                                + (language.equals("pt") ? "h" : ":")
                                + pick(List.of("00", "15", "30", "45")))
                .replace("{n}", String.valueOf(3 + random.nextInt(44)))
                .replace("{place}", pick(PLACES));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Said said(Drafted drafted, Instant at, Instant now) {
        List<Speaker> cast = drafted.cast();
        Speaker author = cast.get(drafted.line().speaker() % cast.size());
        return new Said(author.accountId(), at, drafted.text(), drafted.replyTo(), likes(drafted, author, at, now));
    }

    /** As many people as there are reactions, none of them twice with the same, as far as the room has so many. */
    private List<Liked> likes(Drafted drafted, Speaker author, Instant at, Instant now) {
        List<Liked> likes = new ArrayList<>();
        List<String> emoji = drafted.line().likes();
        int start = random.nextInt(members.size());
        for (int i = 0; i < Math.min(emoji.size(), members.size()); i++) {
            Speaker liker = members.get((start + i) % members.size());
            Instant later = at.plusSeconds(5 + random.nextInt(170));
            if (!liker.equals(author) && later.isBefore(now)) {
                likes.add(new Liked(liker.accountId(), emoji.get(i), later));
            }
        }
        return likes;
    }
}
