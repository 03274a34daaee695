package chat.salas.ui.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who else is typing, each for six seconds unless told again; at most {@value #MOST} are remembered. */
final class TypingPeople {
    private static final int MOST = 8;
    private static final Duration LASTS = Duration.ofSeconds(6);

    private final Map<Long, Person> people = new LinkedHashMap<>();

    private record Person(String name, Instant until) {}

    void started(long account, String name, Instant now) {
        people.remove(account);
        people.put(account, new Person(name, now.plus(LASTS)));
        if (people.size() > MOST) {
            people.remove(people.keySet().iterator().next());
        }
    }

    /** @return whether this account was typing */
    boolean stopped(long account) {
        return people.remove(account) != null;
    }

    /** Their names, the one who began first at the start. */
    List<String> names(Instant now) {
        people.values().removeIf(person -> !person.until().isAfter(now));
        return people.values().stream().map(Person::name).toList();
    }
}
