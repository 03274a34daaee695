package chat.salas.ui;

import chat.salas.account.CredentialEnded;
import chat.salas.flow.WebSessions;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Actor.Credential;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.Bus.Subscription;
import chat.salas.web.Actors;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What a session opened ends with it, whatever the browser does, and the sign-in takes its place. */
@Context
final class SessionEnds {
    /** Long enough for the page on which somebody signs out to leave by itself, without words about it. */
    private static final long PAUSE_MILLIS = 500;

    private static final Executor SOON =
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, task -> Thread.ofVirtual()
                    .name("session-ends")
                    .start(task));

    private final WebSessions browsers;
    private final Subscription ends;

    SessionEnds(Bus bus, WebSessions browsers) {
        this.browsers = browsers;
        this.ends = bus.onEveryAccount(this::heard);
    }

    private void heard(AccountEvent event) {
        if (event instanceof CredentialEnded ended) {
            SOON.execute(() -> end(ended.credential()));
        }
    }

    private void end(Credential credential) {
        browsers.end(
                principal -> Actors.of(principal)
                        .map(Actor::credential)
                        .filter(credential::equals)
                        .isPresent(),
                "/login?" + LoginView.ENDED);
    }

    @PreDestroy
    void stop() {
        ends.close();
    }
}
