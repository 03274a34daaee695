package chat.salas.account;

import static chat.salas.account.PersonAct.DISABLE;
import static chat.salas.account.PersonAct.DISMISS;
import static chat.salas.account.PersonAct.ENABLE;
import static chat.salas.account.PersonAct.NAME;
import static chat.salas.account.PersonAct.SIGN_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.account.Administration.Outcome;
import chat.salas.account.Administration.Skipped;
import chat.salas.account.PeopleFilter.Kind;
import chat.salas.account.PeopleFilter.Sort;
import chat.salas.audit.AuditCheck;
import chat.salas.audit.AuditEntry;
import chat.salas.audit.AuditFilter;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrators' services on a real database; Root is the first account. */
final class AdministrationTest {
    private static final String PASSWORD = "wisdom lantern 42";
    private static final Device DEVICE = new Device("test", "192.0.2.1");

    private TestServer server;
    private Accounts accounts;
    private Administration administration;
    private Actor root;

    @BeforeEach
    void theFirstAccountAdministers() {
        server = TestServer.start();
        accounts = server.bean(Accounts.class);
        administration = server.bean(Administration.class);
        root = register("Root").actor();
        assertThat(server.bean(Office.class).isHeldBy(root)).isTrue();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SignedIn register(String name) {
        return accounts.register(UUID.randomUUID() + "@example.org", PASSWORD, name, DEVICE);
    }

    private Outcome act(PersonAct act, Actor... people) {
        return administration.act(
                root, act, List.of(people).stream().map(Actor::id).toList());
    }

    @Test
    void everyDoorOfTheOfficeIsShutToOthers() {
        Actor ana = register("Ana").actor();
        People people = server.bean(People.class);
        List<ThrowingCallable> doors = new ArrayList<>(List.of(
                () -> people.page(ana, PeopleFilter.ALL, 0, 10),
                () -> people.count(ana, PeopleFilter.ALL),
                () -> administration.audit(ana),
                () -> administration.open(ana, Registration.Mode.CLOSED),
                () -> server.bean(PasswordResets.class).make(ana, root.id(), token -> "https://example.org/" + token),
                () -> server.bean(MailTest.class)
                        .send(ana, "a@example.org", "https://example.org", java.util.Locale.ROOT)));
        for (PersonAct act : PersonAct.values()) {
            doors.add(() -> administration.act(ana, act, List.of(root.id())));
        }
        assertThat(doors).allSatisfy(door -> assertThatThrownBy(door).isInstanceOf(Problem.Forbidden.class));
        assertThat(server.bean(Office.class).isHeldBy(root)).isTrue();
        assertThat(records()).isEmpty();
    }

    @Test
    void whoClaimsToAdministerButDoesNotIsRefused() {
        Actor ana = register("Ana").actor();
        Actor liar = new Actor(ana.id(), "Ana", true, ana.credential());
        assertThatThrownBy(() -> administration.act(liar, DISMISS, List.of(root.id())))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndItsTokensAreGone() {
        SignedIn ana = register("Ana");
        Sessions sessions = server.bean(Sessions.class);
        Tokens tokens = server.bean(Tokens.class);
        String token = tokens.create(ana.actor(), "bot").token();
        assertThat(sessions.resolve(ana.token())).isPresent();
        assertThat(tokens.resolve(token)).isPresent();
        List<AccountEvent> heard = new CopyOnWriteArrayList<>();
        server.bean(Bus.class).onAccount(ana.actor().id(), heard::add);

        assertThat(act(DISABLE, ana.actor())).isEqualTo(new Outcome(1, Map.of()));

        assertThat(sessions.resolve(ana.token())).isEmpty();
        assertThat(tokens.resolve(token)).isEmpty();
        assertThat(heard).filteredOn(CredentialEnded.class::isInstance).hasSize(2);
        assertThat(act(ENABLE, ana.actor())).isEqualTo(new Outcome(1, Map.of()));
        assertThat(sessions.resolve(ana.token())).isEmpty();
        assertThat(tokens.resolve(token)).isEmpty();
        assertThat(accounts.signIn(ana.account().email(), PASSWORD, DEVICE)
                        .actor()
                        .id())
                .isEqualTo(ana.actor().id());
    }

    @Test
    void aDisabledAccountIsRefusedLikeAWrongPassword() {
        SignedIn ana = register("Ana");
        String email = ana.account().email();
        act(DISABLE, ana.actor());
        Passwords passwords = server.bean(Passwords.class);
        long before = passwords.computed();
        assertThatThrownBy(() -> accounts.signIn(email, PASSWORD, DEVICE)).isInstanceOf(WrongCredentials.class);
        assertThat(passwords.computed()).isEqualTo(before + 1);
    }

    @Test
    void signInsThatRaceWithBeingDisabledEndOutside() throws Exception {
        SignedIn ana = register("Ana");
        Sessions sessions = server.bean(Sessions.class);
        CountDownLatch in = new CountDownLatch(1);
        List<Future<Optional<String>>> attempts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                attempts.add(threads.submit(() -> signInUnlessRefused(ana, in)));
            }
            assertThat(in.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(act(DISABLE, ana.actor()).done()).isEqualTo(1);
        }
        act(ENABLE, ana.actor()); // a session that was begun too late would live again
        List<String> made = new ArrayList<>();
        for (Future<Optional<String>> attempt : attempts) {
            attempt.get().ifPresent(made::add);
        }
        assertThat(made).isNotEmpty().allSatisfy(token -> assertThat(sessions.resolve(token))
                .isEmpty());
        assertThat(sessions.resolve(ana.token())).isEmpty();
    }

    private Optional<String> signInUnlessRefused(SignedIn person, CountDownLatch in) {
        try {
            String token =
                    accounts.signIn(person.account().email(), PASSWORD, DEVICE).token();
            in.countDown();
            return Optional.of(token);
        } catch (WrongCredentials _) {
            return Optional.empty();
        }
    }

    @Test
    void signingSomebodyOutLeavesTheDoorOpen() {
        SignedIn ana = register("Ana");
        String token = server.bean(Tokens.class).create(ana.actor(), "bot").token();
        assertThat(act(SIGN_OUT, ana.actor(), root)).isEqualTo(new Outcome(1, Map.of(Skipped.SELF, 1)));
        assertThat(server.bean(Sessions.class).resolve(ana.token())).isEmpty();
        assertThat(server.bean(Tokens.class).resolve(token)).isPresent();
        assertThat(accounts.signIn(ana.account().email(), PASSWORD, DEVICE)).isNotNull();
    }

    @Test
    void whoIsNamedAdministersAtOnceAlsoWithOldCredentials() {
        SignedIn ana = register("Ana");
        Sessions sessions = server.bean(Sessions.class);
        assertThat(sessions.resolve(ana.token()).orElseThrow().administrator()).isFalse();
        List<AccountEvent> heard = new CopyOnWriteArrayList<>();
        server.bean(Bus.class).onAccount(ana.actor().id(), heard::add);

        act(NAME, ana.actor());
        assertThat(sessions.resolve(ana.token()).orElseThrow().administrator()).isTrue();
        assertThat(heard).contains(new OfficeChanged(ana.actor().id(), true));
        assertThat(administration.act(ana.actor(), DISMISS, List.of(root.id())).done())
                .isEqualTo(1);
        assertThatThrownBy(() -> act(DISMISS, ana.actor())).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void whatCannotBeDoneIsSkippedAndSaidWhy() {
        Actor ana = register("Ana").actor();
        Actor ben = register("Ben").actor();
        act(DISABLE, ben);
        Outcome disabled = act(DISABLE, root, ana, ben);
        assertThat(disabled).isEqualTo(new Outcome(1, Map.of(Skipped.SELF, 1, Skipped.NOTHING_TO_DO, 1)));
        assertThat(act(NAME, ben, root))
                .isEqualTo(new Outcome(0, Map.of(Skipped.DISABLED, 1, Skipped.NOTHING_TO_DO, 1)));
        assertThat(act(DISMISS, root)).isEqualTo(new Outcome(0, Map.of(Skipped.LAST_ADMINISTRATOR, 1)));
        assertThat(administration.act(root, ENABLE, List.of(1L))).isEqualTo(new Outcome(0, Map.of(Skipped.GONE, 1)));
        assertThatThrownBy(() -> administration.act(
                        root,
                        ENABLE,
                        java.util.stream.LongStream.range(0, 10_001).boxed().toList()))
                .isInstanceOf(Problem.Malformed.class);
    }

    @Test
    void somebodyAlwaysAdministersHoweverActsInterleave() throws Exception {
        List<SignedIn> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(register("Ana " + i));
        }
        all.forEach(one -> act(NAME, one.actor()));
        List<Actor> rulers = new ArrayList<>(all.stream().map(SignedIn::actor).toList());
        rulers.add(root);
        List<Callable<Void>> coup = new ArrayList<>();
        for (Actor ruler : rulers) {
            for (Actor victim : rulers) {
                coup.add(() -> attempt(() -> administration.act(ruler, DISMISS, List.of(victim.id()))));
                coup.add(() -> attempt(() -> administration.act(ruler, DISABLE, List.of(victim.id()))));
            }
            coup.add(() -> attempt(() -> accounts.delete(ruler, PASSWORD)));
        }
        java.util.Collections.shuffle(coup, new java.util.Random(7));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(coup, 60, TimeUnit.SECONDS)) {
                one.get();
            }
        }
        Office office = server.bean(Office.class);
        assertThat(rulers.stream().filter(office::isHeldBy)).hasSize(1);
        Actor last = rulers.stream().filter(office::isHeldBy).findFirst().orElseThrow();
        assertThatThrownBy(() -> accounts.delete(last, PASSWORD)).isInstanceOf(LastAdministrator.class);
    }

    private static Void attempt(Runnable act) {
        try {
            act.run();
        } catch (Problem _) {
            // somebody was faster
        }
        return null;
    }

    @Test
    void registrationFollowsTheAdministratorAtOnceAndAfterARestart() {
        Registration registration = server.bean(Registration.class);
        assertThat(registration.mode()).isEqualTo(Registration.Mode.OPEN);
        administration.open(root, Registration.Mode.CLOSED);
        assertThatThrownBy(() -> register("Late")).isInstanceOf(RegistrationClosed.class);
        Registration restarted = new Registration("open", List.of(), server.bean(SettingRepository.class));
        assertThat(restarted.mode()).isEqualTo(Registration.Mode.CLOSED);
        administration.open(root, Registration.Mode.OPEN);
        assertThat(register("Ana").actor().id()).isPositive();
        assertThat(records())
                .extracting(AuditEntry::action)
                .containsExactly("instance.registration", "instance.registration");
    }

    @Test
    void everyActIsWrittenDown() {
        Actor ana = register("Ana").actor();
        for (PersonAct act : List.of(DISABLE, ENABLE, SIGN_OUT, NAME, DISMISS)) {
            act(act, ana);
        }
        assertThat(records())
                .extracting(AuditEntry::action)
                .containsExactly(
                        "administrator.dismissed",
                        "administrator.named",
                        "user.signed-out",
                        "user.enabled",
                        "user.disabled");
        assertThat(records())
                .allMatch(
                        entry -> entry.actor().equals("Root") && entry.subject().equals("Ana"));
        assertThat(administration.audit(root).verify()).isEqualTo(new AuditCheck.Intact(5));
    }

    private List<AuditEntry> records() {
        return administration.audit(root).page(AuditFilter.ALL, 0, 100);
    }

    @Test
    void peopleAreSearchedSortedAndCutIntoPages() {
        Actor zoe = register("Zoë Äquator").actor();
        Actor ben = register("ben").actor();
        act(DISABLE, ben);
        People people = server.bean(People.class);
        assertThat(names(new PeopleFilter("", Kind.ALL, Sort.NAME, false)))
                .containsExactly("ben", "Root", "Zoë Äquator");
        assertThat(names(new PeopleFilter("", Kind.ALL, Sort.NAME, true)))
                .containsExactly("Zoë Äquator", "Root", "ben");
        assertThat(names(new PeopleFilter("ZOE aqua", Kind.ALL, Sort.NAME, true)))
                .containsExactly("Zoë Äquator");
        assertThat(names(new PeopleFilter("%", Kind.ALL, Sort.NAME, true))).isEmpty();
        assertThat(names(new PeopleFilter("", Kind.DISABLED, Sort.NAME, true))).containsExactly("ben");
        assertThat(names(new PeopleFilter("", Kind.ADMINISTRATORS, Sort.NAME, true)))
                .containsExactly("Root");
        String email = accounts.me(zoe).email();
        assertThat(names(new PeopleFilter(email.substring(0, 9), Kind.ALL, Sort.NAME, true)))
                .containsExactly("Zoë Äquator");
        for (Sort sort : Sort.values()) {
            assertThat(names(new PeopleFilter("", Kind.ALL, sort, true))).hasSize(3);
        }
        assertThat(people.page(root, PeopleFilter.ALL, 1, 1))
                .extracting(Person::displayName)
                .containsExactly("Root");
        assertThat(people.count(root, PeopleFilter.ALL)).isEqualTo(3);
        assertThat(people.count(root, new PeopleFilter("", Kind.DISABLED, Sort.NAME, true)))
                .isEqualTo(1);
    }

    private List<String> names(PeopleFilter filter) {
        return server.bean(People.class).page(root, filter, 0, 100).stream()
                .map(Person::displayName)
                .toList();
    }

    @Test
    void newNamesAreFoundAndOldOnesAreNot() {
        Actor ana = register("Ana").actor();
        accounts.update(ana, "Çelik", null);
        assertThat(names(new PeopleFilter("celik", Kind.ALL, Sort.NAME, false))).containsExactly("Çelik");
        assertThat(names(new PeopleFilter("ana", Kind.ALL, Sort.NAME, false))).isEmpty();
        accounts.delete(ana, PASSWORD);
        assertThat(names(PeopleFilter.ALL)).containsExactly("Root");
    }

    @Test
    void lastSeenFollowsTheUseOfCredentials() {
        SignedIn ana = register("Ana");
        assertThat(person("Ana").lastSeenAt()).isNull();
        server.bean(Sessions.class).resolve(ana.token());
        server.bean(LastUse.class).write();
        assertThat(person("Ana").lastSeenAt()).isNotNull();
        SignedIn ben = register("Ben");
        server.bean(Sessions.class).resolve(ben.token());
        server.bean(Sessions.class).signOut(ben.actor());
        assertThat(person("Ben").lastSeenAt()).isNotNull();
    }

    private Person person(String name) {
        return server.bean(People.class)
                .page(root, new PeopleFilter(name, Kind.ALL, Sort.NAME, false), 0, 1)
                .getFirst();
    }
}
