package chat.salas.cost;

import chat.salas.account.AccountImport;
import chat.salas.account.AccountImport.Arrival;
import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.message.MessageImport;
import chat.salas.message.MessageImport.Conversation;
import chat.salas.message.MessageImport.Said;
import chat.salas.room.NewRoom;
import chat.salas.room.Role;
import chat.salas.room.Room;
import chat.salas.room.RoomImport;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People and rooms of any size in an instance that is being tested. */
final class Estate {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final ApplicationContext context;
    private final List<Arrival> people;

    Estate(ApplicationContext context, int people) {
        this.context = context;
        this.people = context.getBean(AccountImport.class)
                .add(
                        IntStream.range(0, people)
                                .mapToObj(i ->
                                        new AccountImport.Newcomer("p" + i + "@example.org", "Person " + i, LONG_AGO))
                                .toList(),
                        "correct horse battery staple 7");
    }

    /** A room of the first so many people without a limit on messages; its slug is its name. */
    String room(String name, int members, int messages) {
        NewRoom draft = new NewRoom(name, null, null, null, null, null, null, null, 0, null);
        List<RoomImport.Newcomer> newcomers = IntStream.range(0, members)
                .mapToObj(i ->
                        new RoomImport.Newcomer(people.get(i).id(), i == 0 ? Role.OWNER : Role.MEMBER, LONG_AGO, 0))
                .toList();
        Room room = context.getBean(RoomImport.class)
                .add(List.of(new RoomImport.Plan(draft, LONG_AGO, newcomers)))
                .getFirst();
        context.getBean(MessageImport.class).fill(Stream.of(new Conversation(room, talk(members, messages))));
        return room.slug();
    }

    private List<Said> talk(int members, int messages) {
        return IntStream.range(0, messages)
                .mapToObj(i -> new Said(
                        people.get(i % members).id(),
                        LONG_AGO.plusSeconds(i),
                        "They said number " + i + " aloud" + (i % 40 == 0 ? " and rarely" : ""),
                        null,
                        List.of()))
                .toList();
    }

    String token(int person) {
        return people.get(person).token();
    }

    Actor actor(int person) {
        return context.getBean(Tokens.class).resolve(token(person)).orElseThrow();
    }
}
