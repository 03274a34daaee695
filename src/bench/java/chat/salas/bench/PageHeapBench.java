package chat.salas.bench;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap that one open chat page costs: opens pages as browsers do, each of another person in a room with 2,000 messages of
 * which it shows 50, and compares the heap after collections. The arguments: pages (200).
 *
 * <pre>mvn -q -DskipTests package && java -XX:+UseCompactObjectHeaders -cp target/salas.jar \
 *     src/bench/java/chat/salas/bench/PageHeapBench.java</pre>
 */
public final class PageHeapBench {
    private static final int HISTORY = 2_000;
    private static final int OTHER_ROOMS = 5;
    private static final String SPOKEN =
            "The migration ran clean on staging, **41 tables** and no lock over 200 ms; see https://example.org/issues/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ApplicationContext context;
    private final URI server;

    private PageHeapBench(EmbeddedServer server) {
        this.context = server.getApplicationContext();
        this.server = server.getURI();
    }

    /** Prints one line for every hundred pages. */
    public static void main(String[] args) throws Exception {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        var data = Files.createTempDirectory("salas-bench");
        EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of("salas.data", data.toString(), "salas.port", -1, "salas.signin-limit", 0,
                        "salas.password.memory-kib", 64));
        new PageHeapBench(server).run(pages);
        System.exit(0);
    }

    private void run(int pages) throws Exception {
        SignedIn owner = person(0);
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i <= OTHER_ROOMS; i++) {
            slugs.add(context.getBean(Rooms.class)
                    .create(owner.actor(), NewRoom.named("Room number " + i))
                    .room()
                    .slug());
        }
        speak(owner, slugs.getFirst());
        List<SignedIn> people = new ArrayList<>();
        for (int i = 1; i <= pages + 1; i++) {
            people.add(member(i, owner, slugs));
        }
        open(people.removeLast(), slugs.getFirst());
        long before = heap();
        for (int i = 0; i < pages; i++) {
            open(people.get(i), slugs.getFirst());
            if ((i + 1) % 100 == 0) {
                System.out.printf("%d pages: %,d bytes of heap each%n", i + 1, (heap() - before) / (i + 1));
            }
        }
        System.out.println("held: " + people.size());
    }

    private SignedIn person(int number) {
        return context.getBean(Accounts.class)
                .register(
                        "person" + number + "@example.org",
                        "correct horse battery staple 7",
                        "Person Number " + number,
                        new Device("bench", "127.0.0.1"));
    }

    private SignedIn member(int number, SignedIn owner, List<String> slugs) {
        SignedIn person = person(number);
        Invites invites = context.getBean(Invites.class);
        for (String slug : slugs) {
            var admin = context.getBean(Rooms.class).asAdmin(owner.actor(), slug);
            invites.accept(person.actor(), invites.create(admin, null, Duration.ofHours(1), 1).token());
        }
        return person;
    }

    private void speak(SignedIn who, String slug) {
        List<CompletableFuture<Message>> sent = new ArrayList<>();
        for (int i = 0; i < HISTORY; i++) {
            sent.add(context.getBean(Messages.class)
                    .post(who.actor(), slug, new Draft(null, SPOKEN + i, i > 100 && i % 10 == 9 ? (Long) (i - 100L) : null)));
            if (i % 50 == 49) {
                sent.forEach(CompletableFuture::join);
            }
        }
    }

    /** What a browser does: the page's first call, the one that makes the router show the view, and that it was shown. */
    private void open(SignedIn who, String slug) throws Exception {
        String session = "salas_session=" + who.token();
        HttpResponse<String> first =
                send(HttpRequest.newBuilder(server.resolve("/?v-r=init&query=&location=rooms%2F" + slug)), session);
        String cookie = first.headers().allValues("Set-Cookie").stream()
                .map(each -> each.split(";", 2)[0])
                .reduce(session, (all, each) -> all + "; " + each);
        String ui = find(first.body(), "\"v-uiId\":(\\d+)");
        String key = find(first.body(), "\"Vaadin-Security-Key\":\"([^\"]+)\"");
        String shown = call(ui, cookie, key, 0, "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"rooms/"
                + slug + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}");
        call(ui, cookie, key, 1, "");
        int messages = shown.split("data-seq=", -1).length - 1;
        if (messages != 50) {
            throw new IllegalStateException("messages on the page: " + messages + " (expected: 50)");
        }
    }

    private String call(String ui, String cookie, String key, int number, String invocations) throws Exception {
        String body = "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + invocations + "],\"syncId\":" + number
                + ",\"clientId\":" + number + "}";
        return send(
                        HttpRequest.newBuilder(server.resolve("/?v-r=uidl&v-uiId=" + ui))
                                .header("Content-Type", "application/json")
                                .header("Origin", server.toString().replaceAll("/$", ""))
                                .POST(BodyPublishers.ofString(body)),
                        cookie)
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) throws Exception {
        return client.send(
                request.header("Cookie", cookie).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return matcher.group(1);
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
