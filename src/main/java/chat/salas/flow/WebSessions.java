package chat.salas.flow;

import com.vaadin.flow.server.VaadinSession;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The UI's state of every browser, by a cookie of its own that only this server can have made up: 256 random bits.
 * Bounded in number and idle time, and in pages by {@link PageLimit}.
 */
@Singleton
public final class WebSessions {
    static final String COOKIE = "salas_ui";

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Map<String, WebSession> sessions = new ConcurrentHashMap<>();
    private final FlowSettings settings;
    private final SecureRandom random;
    private final InstantSource time;
    private final ExecutorService virtual;

    WebSessions(
            FlowSettings settings,
            SecureRandom random,
            InstantSource time,
            @Named(TaskExecutors.VIRTUAL) ExecutorService virtual) {
        this.settings = settings;
        this.random = random;
        this.time = time;
        this.virtual = virtual;
    }

    /**
     * Ends everything that browsers show to the principals that {@code whom} accepts, whether the browsers do their part or
     * not: their pages are sent to {@code location}. Does not block; anonymous pages are not asked.
     */
    public void end(Predicate<? super Principal> whom, String location) {
        sessions.values().stream()
                .filter(session -> session.principal().filter(whom).isPresent())
                .forEach(session -> {
                    session.channels().forEach(channel -> channel.redirect(location));
                    session.invalidate();
                });
    }

    /** How many browsers hold state now. */
    int size() {
        return sessions.size();
    }

    /** The session that the request's cookie names, unless it belongs to somebody else: then it ends. */
    Optional<WebSession> find(HttpRequest<?> request) {
        WebSession session = request.getCookies()
                .findCookie(COOKIE)
                .map(cookie -> sessions.get(cookie.getValue()))
                .orElse(null);
        if (session == null) {
            return Optional.empty();
        }
        if (!session.belongsTo(request.getUserPrincipal().orElse(null))) {
            session.invalidate();
            return Optional.empty();
        }
        session.touch(time.millis());
        return Optional.of(session);
    }

    /**
     * A stored session for a browser that has none.
     *
     * @throws HttpStatusException 503 when the server is full of signed-in browsers
     */
    WebSession create(HttpRequest<?> request) {
        Principal principal = request.getUserPrincipal().orElse(null);
        makeRoom(principal == null);
        WebSession session = WebSession.stored(newId(), principal, time.millis(), this::ended);
        sessions.put(session.getId(), session);
        return session;
    }

    /** A session that lasts for one request and is not stored. */
    WebSession passing(HttpRequest<?> request) {
        return WebSession.passing(newId(), request.getUserPrincipal().orElse(null), time.millis());
    }

    static Cookie cookie(WebSession session, boolean secure) {
        return Cookie.of(COOKIE, session.getId())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax);
    }

    private void makeRoom(boolean anonymous) {
        if (anonymous && anonymousOnes().count() >= settings.maxAnonymous()
                || sessions.size() >= settings.maxSessions()) {
            anonymousOnes()
                    .min(Comparator.comparing(WebSession::hasOpenChannel)
                            .thenComparing(WebSession::getLastAccessedTime))
                    .ifPresent(WebSession::invalidate);
        }
        if (sessions.size() >= settings.maxSessions()) {
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many browsers are connected");
        }
    }

    private java.util.stream.Stream<WebSession> anonymousOnes() {
        return sessions.values().stream().filter(session -> session.principal().isEmpty());
    }

    private String newId() {
        byte[] id = new byte[32];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private void ended(WebSession session) {
        sessions.remove(session.getId());
        session.channels().forEach(PushChannel::expire);
        virtual.execute(session::release);
    }

    @Scheduled(fixedDelay = "${flow.reap-every:30s}", initialDelay = "${flow.reap-every:30s}")
    void reap() {
        long now = time.millis();
        sessions.values().forEach(session -> virtual.execute(() -> reap(session, now)));
    }

    private void reap(WebSession session, long now) {
        long idle = now - session.getLastAccessedTime();
        if (idle > settings.idleTimeout().toMillis()
                || idle > settings.emptyTimeout().toMillis()
                        && !hasPages(session.pages().orElse(null))) {
            session.invalidate();
        }
    }

    /** Closes pages that have stopped their heartbeat, and tells whether any is left. */
    private static boolean hasPages(@Nullable VaadinSession pages) {
        if (pages == null) {
            return false;
        }
        pages.lock();
        try {
            List.copyOf(pages.getUIs()).stream()
                    .filter(ui -> ui.isClosing() || !pages.getService().isUIActive(ui))
                    .forEach(PageLimit::close);
            return !pages.getUIs().isEmpty();
        } finally {
            pages.unlock();
        }
    }

    @PreDestroy
    void close() {
        List<WebSession> all = List.copyOf(sessions.values());
        sessions.clear();
        try {
            Thread.ofVirtual().start(() -> all.forEach(WebSession::release)).join(LAST_WORDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
