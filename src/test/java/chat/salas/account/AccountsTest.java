package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.TestServer;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The services on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
    private static final String PASSWORD = "wisdom lantern 42";
    private static final Device DEVICE = new Device("test", "192.0.2.1");

    private TestServer server;
    private Accounts accounts;
    private Sessions sessions;

    @BeforeAll
    void start() {
        server = TestServer.start();
        accounts = server.bean(Accounts.class);
        sessions = server.bean(Sessions.class);
        register(); // administers, and so has to stay
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private SignedIn register() {
        return accounts.register(address(), PASSWORD, "Ana", DEVICE);
    }

    /** Does it that many times side by side; how often it came out true. */
    private static int countAtOnce(int times, Callable<Boolean> task) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int count = 0;
            for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(times, task), 60, TimeUnit.SECONDS)) {
                count += one.get() ? 1 : 0;
            }
            return count;
        }
    }

    @Test
    void exactlyOneOfManyFirstAccountsAdministers() throws Exception {
        try (TestServer fresh = TestServer.start()) {
            Accounts all = fresh.bean(Accounts.class);
            assertThat(countAtOnce(24, () -> all.register(address(), PASSWORD, "Ana", DEVICE)
                            .actor()
                            .administrator()))
                    .isEqualTo(1);
        }
    }

    @Test
    void byInviteOnlyOneOfManyWhoComeFirstComesIn() throws Exception {
        try (TestServer fresh = TestServer.start(Map.of("salas.registration", "invite"))) {
            Accounts all = fresh.bean(Accounts.class);
            assertThat(countAtOnce(24, () -> comesIn(all))).isEqualTo(1);
        }
    }

    private static boolean comesIn(Accounts all) {
        try {
            assertThat(all.register(address(), PASSWORD, "Ana", DEVICE).actor().administrator())
                    .isTrue();
            return true;
        } catch (RegistrationClosed late) {
            return false;
        }
    }

    @Test
    void oneOfManyWithTheSameAddressGetsIt() throws Exception {
        String email = address();
        assertThat(countAtOnce(16, () -> takes(email))).isEqualTo(1);
    }

    private boolean takes(String email) {
        try {
            accounts.register(email, PASSWORD, "Ana", DEVICE);
            return true;
        } catch (EmailTaken e) {
            return false;
        }
    }

    @Test
    void unknownAddressCostsWhatAWrongPasswordCosts() {
        Passwords passwords = server.bean(Passwords.class);
        String email = register().account().email();
        long start = passwords.computed();
        assertThatThrownBy(() -> accounts.signIn(email, "not the right one", DEVICE))
                .isInstanceOf(WrongCredentials.class);
        long wrong = passwords.computed() - start;
        assertThatThrownBy(() -> accounts.signIn(address(), "not the right one", DEVICE))
                .isInstanceOf(WrongCredentials.class);
        long unknown = passwords.computed() - start - wrong;
        assertThatThrownBy(() -> accounts.signIn("no address", "not the right one", DEVICE))
                .isInstanceOf(WrongCredentials.class);
        long nonsense = passwords.computed() - start - wrong - unknown;
        assertThat(wrong).isEqualTo(1).isEqualTo(unknown).isEqualTo(nonsense);
    }

    @Test
    void weakerHashIsReplacedAtTheNextSignIn() {
        AccountRepository rows = server.bean(AccountRepository.class);
        SignedIn ana = register();
        String strong = rows.findById(ana.account().id()).orElseThrow().passwordHash();
        String weak = weakHash();
        rows.setPassword(ana.account().id(), weak);
        accounts.signIn(ana.account().email(), PASSWORD, DEVICE);
        String renewed = rows.findById(ana.account().id()).orElseThrow().passwordHash();
        assertThat(renewed).isNotEqualTo(weak).isNotEqualTo(strong).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
        accounts.signIn(ana.account().email(), PASSWORD, DEVICE);
        assertThat(rows.findById(ana.account().id()).orElseThrow().passwordHash())
                .isEqualTo(renewed);
    }

    private static String weakHash() {
        return com.password4j.Argon2Function.getInstance(16, 1, 1, 32, com.password4j.types.Argon2.ID)
                .hash(PASSWORD)
                .getResult();
    }

    @Test
    void renewingAWeakerHashDoesNotUndoAChangeOfThePassword() {
        Passwords passwords = server.bean(Passwords.class);
        Account ana = register().account();
        String changed = passwords.hash("lantern of wisdom 43");
        assertThatThrownBy(() -> whileSomebodyStores(changed, ana).signIn(ana.email(), PASSWORD, DEVICE))
                .isInstanceOf(WrongCredentials.class);
        assertThat(accounts.signIn(ana.email(), "lantern of wisdom 43", DEVICE)).isNotNull();

        String renewed = passwords.hash(PASSWORD);
        assertThat(whileSomebodyStores(renewed, ana).signIn(ana.email(), PASSWORD, DEVICE))
                .as("at the same time as another sign-in")
                .isNotNull();
        AccountRepository rows = server.bean(AccountRepository.class);
        assertThat(rows.findById(ana.id()).orElseThrow().passwordHash()).isEqualTo(renewed);
    }

    /** Accounts that find a weak hash, in place of which another one is stored right after it was read. */
    private Accounts whileSomebodyStores(String hash, Account account) {
        AccountRepository rows = server.bean(AccountRepository.class);
        rows.setPassword(account.id(), weakHash());
        Object overtaken = Proxy.newProxyInstance(
                AccountRepository.class.getClassLoader(),
                new Class<?>[] {AccountRepository.class},
                (_, method, arguments) -> {
                    Object found = method.invoke(rows, arguments);
                    if (method.getName().equals("findByEmail")) {
                        rows.setPassword(account.id(), hash);
                    }
                    return found;
                });
        return new Accounts(
                (AccountRepository) overtaken,
                server.bean(Accounts.Gate.class),
                sessions,
                server.bean(Tokens.class),
                server.bean(Accounts.Desk.class));
    }

    @Test
    void tokensAreStoredAsHashesOnly() throws Exception {
        SignedIn ana = register();
        Tokens.Created token = server.bean(Tokens.class).create(ana.actor(), "bot");
        assertThat(ana.token()).hasSize(43);
        try (java.util.stream.Stream<java.nio.file.Path> files = java.nio.file.Files.walk(server.data())) {
            for (java.nio.file.Path file :
                    files.filter(java.nio.file.Files::isRegularFile).toList()) {
                String bytes = java.nio.file.Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(ana.token())).as(file.toString()).isFalse();
                assertThat(bytes.contains(token.token())).as(file.toString()).isFalse();
                assertThat(bytes.contains(PASSWORD)).as(file.toString()).isFalse();
            }
        }
        assertThat(ana.toString()).doesNotContain(ana.token());
        assertThat(token.toString()).doesNotContain(token.token());
    }

    @Test
    void endedSessionIsRefusedAtOnceAlsoWhenItIsRemembered() {
        SignedIn ana = register();
        assertThat(sessions.resolve(ana.token())).hasValue(ana.actor());
        assertThat(sessions.remembered(ana.token())).hasValue(ana.actor());
        sessions.signOut(ana.actor());
        assertThat(sessions.remembered(ana.token())).isEmpty();
        assertThat(sessions.resolve(ana.token())).isEmpty();
    }

    @Test
    void oldestOfAHundredSessionsGivesWay() {
        SignedIn first = register();
        SignedIn second = sessions.begin(first.account(), DEVICE);
        for (int i = 0; i < 99; i++) {
            sessions.begin(first.account(), DEVICE);
        }
        assertThat(sessions.list(first.actor())).hasSize(100);
        assertThat(sessions.resolve(first.token())).isEmpty();
        assertThat(sessions.resolve(second.token())).isPresent();
    }

    @Test
    void sessionsEndAfterThirtyIdleDaysAndAfterAHundredAndEighty() {
        Instant[] now = {Instant.now()};
        Sessions timed = sessionsAt(() -> now[0]);
        SignedIn ana = register();
        SignedIn idle = timed.begin(ana.account(), DEVICE);
        now[0] = now[0].plus(Duration.ofDays(30)).minusSeconds(1);
        assertThat(timed.resolve(idle.token())).isPresent();
        Sessions later = sessionsAt(() -> now[0].plusSeconds(2));
        assertThat(later.resolve(idle.token())).as("without use").isEmpty();

        SignedIn busy = timed.begin(ana.account(), DEVICE);
        SessionRepository rows = server.bean(SessionRepository.class);
        Instant begun = now[0];
        long id = ((Actor.Credential.Session) busy.actor().credential()).id();
        rows.use(id, begun.plus(Duration.ofDays(179)).toEpochMilli());
        Sessions almost = sessionsAt(() -> begun.plus(Duration.ofDays(180)).minusSeconds(1));
        assertThat(almost.resolve(busy.token())).isPresent();
        List<AccountEvent> heard = new CopyOnWriteArrayList<>();
        try (Bus.Subscription _ = server.bean(Bus.class).onAccount(ana.account().id(), heard::add)) {
            Sessions over = sessionsAt(() -> begun.plus(Duration.ofDays(180)).plusSeconds(1));
            assertThat(over.resolve(busy.token())).isEmpty();
            over.endExpired();
            assertThat(heard)
                    .contains(
                            new CredentialEnded(ana.account().id(), busy.actor().credential()));
        }
        assertThat(rows.findById(id)).isEmpty();
    }

    private Sessions sessionsAt(InstantSource clock) {
        return new Sessions(
                server.bean(SessionRepository.class),
                server.bean(Tokens.class),
                server.bean(LastUse.class),
                new Sessions.Minting(server.bean(Ids.class), new SecureRandom(), clock),
                server.bean(Bus.class));
    }

    @Test
    void useIsShownAtOnceAndWrittenLater() {
        SignedIn ana = register();
        long id = ((Actor.Credential.Session) ana.actor().credential()).id();
        SessionRepository rows = server.bean(SessionRepository.class);
        rows.use(id, 1);
        long stored = rows.findById(id).orElseThrow().lastUsedAt();
        sleepAMoment();
        sessions.resolve(ana.token());
        assertThat(rows.findById(id).orElseThrow().lastUsedAt()).isEqualTo(stored);
        assertThat(sessions.list(ana.actor()).getFirst().lastUsedAt()).isAfter(Instant.ofEpochMilli(stored));
        server.bean(LastUse.class).write();
        assertThat(rows.findById(id).orElseThrow().lastUsedAt()).isGreaterThan(stored);
    }

    private static void sleepAMoment() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void newNameIsKnownToTheNextRequest() {
        SignedIn ana = register();
        assertThat(sessions.resolve(ana.token())).hasValue(ana.actor());
        accounts.update(ana.actor(), "Ana Maria", null);
        assertThat(sessions.resolve(ana.token()).orElseThrow().displayName()).isEqualTo("Ana Maria");
    }

    @Test
    void deletedAccountLeavesARowWithoutAPerson() {
        SignedIn ana = register();
        accounts.delete(ana.actor(), PASSWORD);
        AccountRow row = server.bean(AccountRepository.class)
                .findById(ana.account().id())
                .orElseThrow();
        assertThat(row.email()).isNull();
        assertThat(row.passwordHash()).isNull();
        assertThat(row.displayName()).doesNotContain("Ana");
        assertThat(row.deletedAt()).isNotNull();
        assertThat(sessions.resolve(ana.token())).isEmpty();
        assertThatThrownBy(() -> accounts.me(ana.actor())).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void ownerOfARoomCannotGo() {
        SignedIn ana = register();
        server.bean(Rooms.class).create(ana.actor(), NewRoom.named("Garden"));
        assertThatThrownBy(() -> accounts.delete(ana.actor(), PASSWORD)).isInstanceOf(OwnsRooms.class);
        assertThat(sessions.resolve(ana.token())).isPresent();
        assertThat(accounts.me(ana.actor()).email()).isEqualTo(ana.account().email());
    }

    @Test
    void closedServerTakesNobody() {
        try (TestServer closed = TestServer.start(Map.of("salas.registration", "closed"))) {
            assertThatThrownBy(() -> closed.bean(Accounts.class).register(address(), PASSWORD, "Ana", DEVICE))
                    .isInstanceOf(RegistrationClosed.class);
        }
    }

    @Test
    void byInviteOnlyTheFirstAndThoseWithAnInviteComeIn() {
        try (TestServer house = TestServer.start(Map.of("salas.registration", "invite"))) {
            Accounts all = house.bean(Accounts.class);
            SignedIn first = all.register(address(), PASSWORD, "Ana", DEVICE);
            assertThat(first.account().administrator()).isTrue();
            assertThatThrownBy(() -> all.register(address(), PASSWORD, "Eve", DEVICE))
                    .isInstanceOf(RegistrationClosed.class);
            assertThatThrownBy(() -> all.register(new SignUp(address(), PASSWORD, "Eve", "nonsense"), DEVICE))
                    .isInstanceOf(RegistrationClosed.class);
            Rooms rooms = house.bean(Rooms.class);
            String slug =
                    rooms.create(first.actor(), NewRoom.named("Garden")).room().slug();
            String invite = house.bean(chat.salas.room.Invites.class)
                    .create(rooms.asAdmin(first.actor(), slug), null, Duration.ofHours(1), 1)
                    .token();
            assertThat(all.register(new SignUp(address(), PASSWORD, "Bob", invite), DEVICE)
                            .account()
                            .administrator())
                    .isFalse();
            assertThatThrownBy(() -> all.register(new SignUp(address(), PASSWORD, "Eve", invite), DEVICE))
                    .isInstanceOf(RegistrationClosed.class);
        }
    }
}
