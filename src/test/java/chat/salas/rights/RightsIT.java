package chat.salas.rights;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody at every door. A door that is not in {@code doors.txt} fails here, and so does a row without a door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {
    private static final List<Door> TABLE = Door.table();

    private TestServer server;
    private Tries tries;
    private final Map<Boolean, Scene> scenes = new TreeMap<>();

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of("salas.rooms.requests-an-hour", 0, "salas.rooms.mails-an-hour", 0));
        tries = new Tries(server);
        server.api().register(Persona.ADMINISTRATOR.email(), Api.PASSWORD, "Administrator"); // the first account
        for (Persona persona : Persona.values()) {
            if (persona != Persona.ANONYMOUS && persona != Persona.ADMINISTRATOR) {
                server.api().register(persona.email(), Api.PASSWORD, persona.name());
            }
        }
        server.api().register("target@example.org", Api.PASSWORD, "Target");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Door> rest() {
        return TABLE.stream().filter(Door::isRest);
    }

    static Stream<Door> socket() {
        return TABLE.stream().filter(door -> door.kind().equals("WS"));
    }

    static Stream<Door> pages() {
        return TABLE.stream().filter(door -> door.kind().equals("PAGE"));
    }

    @Test
    void everyDoorIsInTheTableAndEveryRowIsADoor() throws ClassNotFoundException {
        TreeSet<String> doors = new TreeSet<>();
        server.bean(Router.class).uriRoutes().map(RightsIT::name).forEach(doors::add);
        Arrays.stream(Class.forName("chat.salas.socket.Request").getPermittedSubclasses())
                .map(command -> "WS " + command.getSimpleName())
                .filter(name -> !name.equals("WS Unreadable"))
                .forEach(doors::add);
        ApplicationRouteRegistry.getInstance(server.bean(VaadinService.class).getContext())
                .getRegisteredRoutes()
                .forEach(route -> doors.add("PAGE /" + route.getTemplate()));
        assertThat(doors).hasSizeGreaterThan(40);
        assertThat(TABLE.stream().map(Door::name)).containsExactlyInAnyOrderElementsOf(doors);
    }

    /** HEAD is GET without the body. */
    private static String name(UriRouteInfo<?, ?> route) {
        String method = route.getHttpMethodName().equals("HEAD") ? "GET" : route.getHttpMethodName();
        return method + " " + route.getUriMatchTemplate().toPathString();
    }

    @ParameterizedTest
    @MethodSource("rest")
    void everyRestDoorAnswersEverybodyAsTheTableSays(Door door) {
        for (boolean listed : new boolean[] {true, false}) {
            for (Persona persona : Persona.values()) {
                Scene scene = scene(listed);
                Api client = scene.api(persona);
                Answer answer = Tries.rest(door, client, scene);
                if (listed || !hidden(door, persona)) {
                    assertThat(answer.status())
                            .as("%s as %s in a room that is listed: %s: %s", door, persona, listed, answer)
                            .isEqualTo(Integer.parseInt(door.expected(persona)));
                } else {
                    assertAlike(answer, Tries.restIntoNowhere(door, client, scene), scene);
                }
                if (answer.status() < 300 && !door.kind().equals("GET")) {
                    scenes.remove(listed);
                }
            }
        }
    }

    /** Nothing in the answer tells a room that one may not know of from no room at all. */
    private static void assertAlike(Answer unlisted, Answer absent, Scene scene) {
        assertThat(unlisted.status()).isEqualTo(404).isEqualTo(absent.status());
        assertThat(blurred(unlisted, scene)).isEqualTo(blurred(absent, scene));
        assertThat(headers(unlisted)).isEqualTo(headers(absent));
    }

    private static String blurred(Answer answer, Scene scene) {
        return answer.body().replace(scene.fill("{slug}"), Scene.ABSENT).replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static List<String> headers(Answer answer) {
        return answer.names().stream()
                .filter(name -> !name.equals("content-length"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("socket")
    void everyCommandOverTheSocketAnswersEverybodyAsTheTableSays(Door door) {
        for (boolean listed : new boolean[] {true, false}) {
            for (Persona persona : Persona.values()) {
                Scene scene = scene(listed);
                Api client = scene.api(persona);
                String word = tries.socket(door, client, scene);
                String expected = listed || !hidden(door, persona)
                        ? door.expected(persona)
                        : tries.socketIntoNowhere(door, client, scene);
                assertThat(word)
                        .as("%s as %s in a room that is listed: %s", door, persona, listed)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageShowsEverybodyWhatTheTableSays(Door door) {
        List<String> wrong = new ArrayList<>();
        for (boolean listed : new boolean[] {true, false}) {
            for (Persona persona : Persona.values()) {
                Scene scene = scene(listed);
                String word = tries.page(door, scene.api(persona), scene);
                String expected = listed || !hidden(door, persona) ? door.expected(persona) : "page";
                if (!word.equals(expected)) {
                    wrong.add(
                            persona + (listed ? " listed: " : " unlisted: ") + word + " (expected: " + expected + ")");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whether the persona must not learn that the unlisted room behind the door is there. */
    private static boolean hidden(Door door, Persona persona) {
        return door.isOfARoom() && persona.isOutside();
    }

    private Scene scene(boolean listed) {
        @Nullable Scene standing = scenes.get(listed);
        if (standing == null) {
            standing = new Scene(server, listed);
            scenes.put(listed, standing);
        }
        return standing;
    }
}
