package chat.salas.flow;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the server holds for one browser. Belongs to one principal, or to nobody, for its whole life. */
final class WebSession implements WrappedSession {
    private final String id;
    private final transient @Nullable Principal principal;
    private final transient Consumer<WebSession> ended;
    private final transient Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final transient Set<PushChannel> channels = ConcurrentHashMap.newKeySet();
    private final transient AtomicBoolean valid = new AtomicBoolean(true);
    private final boolean passing;
    private final long createdAt;
    private volatile long lastAccess;
    private volatile int idleSeconds = -1;

    private WebSession(String id, @Nullable Principal principal, long now, @Nullable Consumer<WebSession> ended) {
        this.id = id;
        this.principal = principal;
        this.passing = ended == null;
        this.ended = ended == null ? WebSession::release : ended;
        this.createdAt = now;
        this.lastAccess = now;
    }

    /** @param ended told once, on whatever thread ends the session */
    static WebSession stored(String id, @Nullable Principal principal, long now, Consumer<WebSession> ended) {
        return new WebSession(id, principal, now, ended);
    }

    /** Lasts for one request; ended by the thread that has served it. */
    static WebSession passing(String id, @Nullable Principal principal, long now) {
        return new WebSession(id, principal, now, null);
    }

    Optional<Principal> principal() {
        return Optional.ofNullable(principal);
    }

    boolean belongsTo(@Nullable Principal other) {
        return principal == null
                ? other == null
                : other != null && principal.getName().equals(other.getName());
    }

    /** Whether it lasts for one request only, and is in no list. */
    boolean isPassing() {
        return passing;
    }

    boolean isValid() {
        return valid.get();
    }

    void touch(long now) {
        lastAccess = now;
    }

    Optional<VaadinSession> pages() {
        return attributes.values().stream()
                .filter(VaadinSession.class::isInstance)
                .map(VaadinSession.class::cast)
                .findFirst();
    }

    boolean hasOpenChannel() {
        return !channels.isEmpty();
    }

    /** Answers false when the session has ended meanwhile; the channel is not kept then. */
    boolean add(PushChannel channel) {
        channels.add(channel);
        if (valid.get()) {
            return true;
        }
        channels.remove(channel);
        return false;
    }

    void remove(PushChannel channel) {
        channels.remove(channel);
    }

    Set<PushChannel> channels() {
        return channels;
    }

    @Override
    public void invalidate() {
        if (valid.compareAndSet(true, false)) {
            ended.accept(this);
        }
    }

    /** Lets Flow end its pages. Only to be called off the event loop: detach listeners run in it. */
    void release() {
        pages().ifPresent(pages -> pages.valueUnbound(null));
        attributes.clear();
    }

    /** Flow notices an ended session by this exception, which it expects when it has taken the lock, and only there. */
    @Override
    public @Nullable Object getAttribute(String name) {
        if (!valid.get() && name.endsWith(".lock")) {
            throw new IllegalStateException("The session has ended");
        }
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (attributes.remove(name) instanceof VaadinSession pages) {
            pages.valueUnbound(null);
        }
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getCreationTime() {
        return createdAt;
    }

    @Override
    public long getLastAccessedTime() {
        return lastAccess;
    }

    @Override
    public boolean isNew() {
        return lastAccess == createdAt;
    }

    @Override
    public int getMaxInactiveInterval() {
        return idleSeconds;
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {
        idleSeconds = seconds;
    }
}
