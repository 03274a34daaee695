package chat.salas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A data folder that {@code salas demo} filled, and who is in it: remembered in the folder, as filling it can take minutes. */
record Instance(Path data, List<Person> people) {
    /** More would take long to read where there are many rooms. */
    private static final int MOST = 20_000;
    private static final Pattern PERSON = Pattern.compile(
            "\\{\"email\":\"([^\"]*)\",\"password\":\"([^\"]*)\",\"token\":\"([^\"]*)\",\"rooms\":\\[(.*)\\]\\}");

    /** Somebody of the demo. */
    record Person(String email, String password, String token, List<String> rooms) {
        static Person of(String line) {
            Matcher json = PERSON.matcher(line);
            if (!json.matches()) {
                throw new IllegalStateException("not an account");
            }
            List<String> rooms = Arrays.stream(json.group(4).split(",", -1))
                    .map(room -> room.replace("\"", ""))
                    .toList();
            return new Person(json.group(1), json.group(2), json.group(3), rooms);
        }
    }

    /** Filled now, unless it was before. */
    static Instance at(Path data, String... size) throws IOException, InterruptedException {
        Path file = data.resolve("bench-accounts");
        if (Files.notExists(file)) {
            Files.createDirectories(data);
            List<String> command = new ArrayList<>(List.of("demo"));
            command.addAll(List.of(size));
            Files.write(file, ServerProcess.lines(Bench.jar(), data, command));
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new Instance(data, lines.limit(MOST).map(Person::of).toList());
        }
    }

    List<String> tokens() {
        return people.stream().map(Person::token).toList();
    }

    Person first() {
        return people.getFirst();
    }

    ServerProcess serve() throws IOException {
        return ServerProcess.serve(Bench.jar(), data);
    }
}
