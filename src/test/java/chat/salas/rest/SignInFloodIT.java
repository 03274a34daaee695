package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Floods of sign-ins get answers: served, or told when to come back. */
class SignInFloodIT {
    @Test
    void twoHundredSignInsAtOnceAreServedOrToldToWaitAndTheServerGoesOn() throws Exception {
        try (TestServer server = TestServer.start(Map.of("salas.password.memory-kib", 1_024));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Api ana = server.api().register("Ana");
            List<Callable<Answer>> attempts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                attempts.add(
                        () -> server.api().post("/api/login", Map.of("email", ana.email(), "password", Api.PASSWORD)));
            }
            int served = 0;
            for (Future<Answer> attempt : threads.invokeAll(attempts, 90, TimeUnit.SECONDS)) {
                Answer answer = attempt.get();
                assertThat(answer.status()).as(answer.toString()).isIn(200, 429);
                assertThat(answer.status() == 200
                                || answer.header("Retry-After").isPresent())
                        .isTrue();
                served += answer.status() == 200 ? 1 : 0;
            }
            assertThat(served).isPositive();
            assertThat(server.api()
                            .signIn(ana.email(), Api.PASSWORD)
                            .get("/api/me")
                            .status())
                    .isEqualTo(200);
            assertThat(server.api()
                            .signIn(ana.email(), Api.PASSWORD)
                            .get("/api/sessions")
                            .list())
                    .hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void throttledSignInSaysHowLongToWaitAndAnotherAddressIsLetThrough() {
        try (TestServer server = TestServer.start(Map.of("salas.signin-limit", 3))) {
            Api ana = server.api().header("X-Forwarded-For", "192.0.2.1").register("Ana");
            Api eve = server.api().header("X-Forwarded-For", "192.0.2.2");
            Map<String, String> guess = Map.of("email", ana.email(), "password", "not the right one");
            assertThat(eve.post("/api/login", guess).status()).isEqualTo(401);
            assertThat(eve.post("/api/login", guess).status()).isEqualTo(401);
            Answer third = eve.post("/api/login", guess);
            assertThat(third.status())
                    .as("the account had one attempt more, at its sign-up")
                    .isEqualTo(429);
            assertThat(Integer.parseInt(third.header("Retry-After").orElseThrow()))
                    .isBetween(1, 20);
            assertThat(third.header("Content-Type")).hasValue("application/problem+json");
            Map<String, String> other = Map.of("email", "bob@example.org", "password", "not the right one");
            assertThat(eve.post("/api/login", other).status())
                    .as("her address is used up as well")
                    .isEqualTo(429);
            Api bob = server.api().header("X-Forwarded-For", "192.0.2.3");
            assertThat(bob.post("/api/login", other).status()).isEqualTo(401);
        }
    }
}
