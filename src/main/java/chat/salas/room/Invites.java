package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.NotFound;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links that let somebody into a room. Tokens are 256 random bits; only their SHA-256 is stored. */
@Singleton
public final class Invites {
    private final InviteBook book;
    private final Admission admission;
    private final InstantSource clock;
    private final String publicUrl;

    /** Whether an invite is still of use. */
    public enum State {
        /** Can be accepted. */
        OPEN,
        /** An admin took it back. */
        REVOKED,
        /** As many as could have accepted it. */
        USED_UP,
        /** Its time is over. */
        EXPIRED
    }

    /**
     * A new invite; the only moment at which its token is known.
     *
     * @param url absolute when SALAS_PUBLIC_URL is set, otherwise only the path; see {@link #urlAt}
     */
    public record Created(
            long id, String token, String url, @Nullable String email, Instant expiresAt, int maxUses, int uses) {

        /**
         * The absolute link.
         *
         * @param origin scheme, host and port as the asking client sees them; not used when SALAS_PUBLIC_URL is set
         */
        public String urlAt(String origin) {
            return url.startsWith("/") ? origin + url : url;
        }

        @Override
        public String toString() {
            return "Created[id=" + id + "]";
        }
    }

    /** An invite as the admins see it later, without its token. */
    public record Entry(
            long id,
            @Nullable String email,
            long createdBy,
            Instant createdAt,
            Instant expiresAt,
            int maxUses,
            int uses,
            State state) {}

    /** What somebody who holds a token may see before accepting it. */
    public record Preview(String roomName, String topic, int members, Encryption encryption, String invitedBy) {}

    Invites(
            InviteBook book,
            Admission admission,
            InstantSource clock,
            @Nullable @Property(name = "salas.public-url") String publicUrl) {
        this.book = book;
        this.admission = admission;
        this.clock = clock;
        this.publicUrl = publicUrl == null ? "" : publicUrl.strip().replaceAll("/+$", "");
    }

    /**
     * @param email only this address can use it; null for anybody
     * @param expiresIn 1 hour to 365 days
     * @param maxUses 1..10,000
     * @throws chat.salas.kernel.Problem 422 naming what is out of bounds, 409 when too many are open
     */
    public Created create(Membership admin, @Nullable String email, Duration expiresIn, int maxUses) {
        admin.require(Act.ADMINISTER);
        InviteBook.Written written = book.write(admin, InviteTerms.of(email, expiresIn, maxUses));
        InviteRow row = written.row();
        String token = written.token().expose();
        return new Created(
                row.id(),
                token,
                publicUrl + "/invite/" + token,
                row.email(),
                Instant.ofEpochMilli(row.expiresAt()),
                row.maxUses(),
                row.uses());
    }

    /** The room's invites, newest first; those that ended are forgotten when there are many. */
    public List<Entry> list(Membership admin) {
        admin.require(Act.ADMINISTER);
        long now = clock.millis();
        return book.of(admin.room().id()).stream().map(row -> entry(row, now)).toList();
    }

    private static Entry entry(InviteRow row, long now) {
        return new Entry(
                row.id(),
                row.email(),
                row.createdBy(),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.expiresAt()),
                row.maxUses(),
                row.uses(),
                row.state(now));
    }

    /** Takes an invite back; again does no harm. 404 when it is none of this room's. */
    public void revoke(Membership admin, long inviteId) {
        admin.require(Act.ADMINISTER);
        book.revoke(admin.room().id(), inviteId);
    }

    /** For the page that accepts it; also for somebody who has still to sign up. 404 unknown, 410 expired, used up or revoked. */
    public Preview preview(String token) {
        InviteRow row = find(token);
        State state = row.state(clock.millis());
        if (state != State.OPEN) {
            throw new InviteEnded(state);
        }
        return book.preview(row).orElseThrow(Invites::unknown);
    }

    /**
     * Makes the actor a member; a member already is answered with the room and uses nothing up.
     *
     * @throws chat.salas.kernel.Problem 404 unknown, 410 {@link InviteEnded}, 403 banned or {@link InviteForAnother}, 409 when
     *     the room or the actor's list of rooms is full
     */
    public RoomView accept(Actor actor, String token) {
        return admission.admit(actor, find(token));
    }

    private InviteRow find(String token) {
        return InviteToken.parse(token).flatMap(book::find).orElseThrow(Invites::unknown);
    }

    static NotFound unknown() {
        return new NotFound("There is no such invite.");
    }
}
