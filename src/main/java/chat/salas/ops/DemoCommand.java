package chat.salas.ops;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills an empty instance and prints how to sign in. */
@Command(
        name = "demo",
        description = {
            "Fills an empty instance with people, rooms and conversations, for a first look",
            "or a load test. Prints one JSON line an account: email, password, token and",
            "the slugs of its rooms. The first account administers the instance."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--users", defaultValue = "24", description = "how many people (default: ${DEFAULT-VALUE})")
    private int users;

    @Option(names = "--rooms", defaultValue = "12", description = "how many rooms (default: ${DEFAULT-VALUE})")
    private int rooms;

    @Option(
            names = "--messages",
            defaultValue = "3000",
            description = "how many messages in all (default: ${DEFAULT-VALUE})")
    private int messages;

    @Option(
            names = "--room-size",
            defaultValue = "0",
            description = {
                "for load tests: person i is u<i>@demo.example and sits",
                "in room r<i/size> only; --rooms is not used then"
            })
    private int roomSize;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DemoSize size = new DemoSize(users, rooms, messages, roomSize);
        try (ApplicationContext context = Contexts.start()) {
            JsonMapper json = context.getBean(JsonMapper.class);
            PrintWriter out = spec.commandLine().getOut();
            for (Demo.Account account : context.getBean(Demo.class).fill(size)) {
                out.println(json.writeValueAsString(account));
            }
            out.flush();
        }
        return 0;
    }
}
