package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.audit.AuditFilter;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PasswordResetsTest {
    private static final String PASSWORD = "wisdom lantern 42";
    private static final String OTHER = "lantern of wisdom 43";
    private static final Device DEVICE = new Device("test", "192.0.2.1");

    private TestServer server;
    private Accounts accounts;
    private PasswordResets resets;
    private Actor root;

    @BeforeAll
    void start() {
        server = TestServer.start();
        accounts = server.bean(Accounts.class);
        resets = server.bean(PasswordResets.class);
        root = register().actor();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private SignedIn register() {
        return accounts.register(UUID.randomUUID() + "@example.org", PASSWORD, "Ana", DEVICE);
    }

    private String link(Actor person) {
        String url = resets.make(root, person.id(), token -> "https://example.org/reset/" + token)
                .url();
        return url.substring("https://example.org/reset/".length());
    }

    @Test
    void aLinkSetsANewPasswordOnceAndEndsAllSessions() {
        SignedIn ana = register();
        String token = link(ana.actor());
        assertThat(resets.nameFor(token)).contains("Ana");
        assertThat(accounts.signIn(ana.account().email(), PASSWORD, DEVICE)).isNotNull();

        resets.use(token, OTHER);

        assertThat(server.bean(Sessions.class).resolve(ana.token())).isEmpty();
        assertThat(resets.nameFor(token)).isEmpty();
        assertThatThrownBy(() -> resets.use(token, OTHER)).isInstanceOf(ResetEnded.class);
        assertThatThrownBy(() -> accounts.signIn(ana.account().email(), PASSWORD, DEVICE))
                .isInstanceOf(WrongCredentials.class);
        assertThat(accounts.signIn(ana.account().email(), OTHER, DEVICE)).isNotNull();
        var newest = server.bean(Administration.class).audit(root).page(AuditFilter.ALL, 0, 2);
        assertThat(newest)
                .extracting(entry -> entry.action())
                .containsExactly("user.password-reset", "user.reset-link");
    }

    @Test
    void onlyOneOfManyWithTheSameLinkSetsThePassword() throws Exception {
        SignedIn ana = register();
        String token = link(ana.actor());
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String mine = OTHER + i;
            all.add(() -> sets(token, mine));
        }
        int set = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                set += one.get() ? 1 : 0;
            }
        }
        assertThat(set).isEqualTo(1);
    }

    private boolean sets(String token, String password) {
        try {
            resets.use(token, password);
            return true;
        } catch (ResetEnded e) {
            return false;
        }
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOldOne() {
        Actor ana = register().actor();
        String old = link(ana);
        String young = link(ana);
        assertThat(resets.nameFor(old)).isEmpty();
        assertThat(resets.nameFor(young)).isPresent();
    }

    @Test
    void whoeverChangesThePasswordEndsAllLinks() {
        SignedIn ana = register();
        String token = link(ana.actor());
        assertThatThrownBy(() -> accounts.changePassword(ana.actor(), OTHER, OTHER))
                .isInstanceOf(WrongPassword.class);
        assertThat(resets.nameFor(token)).isPresent();

        accounts.changePassword(ana.actor(), PASSWORD, OTHER);

        assertThat(resets.nameFor(token)).isEmpty();
        assertThatThrownBy(() -> resets.use(token, PASSWORD)).isInstanceOf(ResetEnded.class);
        assertThat(accounts.signIn(ana.account().email(), OTHER, DEVICE)).isNotNull();
    }

    @Test
    void aLinkIsOlderThanADayNoMore() {
        Actor ana = register().actor();
        ResetRepository rows = server.bean(ResetRepository.class);
        rows.save(new ResetRow(RandomToken.hash("stale"), ana.id(), System.currentTimeMillis() - 1));
        rows.save(new ResetRow(RandomToken.hash("fresh"), ana.id(), System.currentTimeMillis() + 60_000));
        assertThat(resets.nameFor("fresh")).isPresent();
        assertThat(resets.nameFor("stale")).isEmpty();
        assertThatThrownBy(() -> resets.use("stale", OTHER)).isInstanceOf(ResetEnded.class);
        assertThatThrownBy(() -> resets.use("", OTHER)).isInstanceOf(ResetEnded.class);
        assertThatThrownBy(() -> resets.use("x".repeat(500), OTHER)).isInstanceOf(ResetEnded.class);
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkStays() {
        Actor ana = register().actor();
        String token = link(ana);
        assertThatThrownBy(() -> resets.use(token, "short")).isInstanceOf(Problem.Refused.class);
        assertThat(resets.nameFor(token)).isPresent();
    }

    @Test
    void aLinkOpensNoDisabledNorDeletedAccount() {
        SignedIn ana = register();
        String token = link(ana.actor());
        server.bean(Administration.class)
                .act(root, PersonAct.DISABLE, List.of(ana.actor().id()));
        assertThat(resets.nameFor(token)).isEmpty();
        assertThatThrownBy(() -> resets.use(token, OTHER)).isInstanceOf(ResetEnded.class);
        assertThatThrownBy(() -> link(ana.actor())).isInstanceOf(Problem.Conflict.class);
        SignedIn ben = register();
        String other = link(ben.actor());
        accounts.delete(ben.actor(), PASSWORD);
        assertThat(resets.nameFor(other)).isEmpty();
        assertThatThrownBy(() -> link(ben.actor())).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void onlyTheHashOfTheTokenIsStored() {
        Actor ana = register().actor();
        String token = link(ana);
        assertThat(token).hasSize(43);
        assertThat(server.bean(ResetRepository.class)
                        .owner(RandomToken.hash(token), System.currentTimeMillis())
                        .map(AccountRow::id))
                .contains(ana.id());
    }

    @Test
    void strangersAskAsOftenAsTheThrottleLetsThem() {
        try (TestServer strict = TestServer.start(Map.of("salas.signin-limit", 2))) {
            PasswordResets its = strict.bean(PasswordResets.class);
            its.request("nobody@example.org", DEVICE, token -> "https://example.org/" + token);
            its.request("no address", DEVICE, token -> "https://example.org/" + token);
            assertThatThrownBy(() -> its.request("nobody@example.org", DEVICE, token -> "https://example.org/" + token))
                    .isInstanceOf(Problem.TooMany.class);
        }
    }

    @Test
    void anAccountGetsOneLinkInFiveMinutes() {
        SignedIn ana = register();
        List<String> made = new CopyOnWriteArrayList<>();
        try (ExecutorService untilAllAreDone = Executors.newVirtualThreadPerTaskExecutor()) {
            PasswordResets its = resetsOn(untilAllAreDone);
            for (int i = 0; i < 4; i++) {
                its.request(ana.account().email(), DEVICE, token -> {
                    made.add(token);
                    return "https://example.org/reset/" + token;
                });
            }
        }
        assertThat(made).singleElement().satisfies(token -> assertThat(resets.nameFor(token))
                .contains("Ana"));
        assertThat(server.bean(ResetRepository.class).standing(ana.actor().id(), System.currentTimeMillis()))
                .isEqualTo(1);
    }

    private PasswordResets resetsOn(ExecutorService background) {
        PasswordResets.Tools tools = server.bean(PasswordResets.Tools.class);
        return new PasswordResets(
                server.bean(ResetRepository.class),
                server.bean(AccountRepository.class),
                server.bean(Sessions.class),
                server.bean(Office.class),
                new PasswordResets.Tools(
                        tools.gate(),
                        tools.minting(),
                        tools.transactions(),
                        tools.audit(),
                        tools.mailer(),
                        background));
    }
}
