package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.NotFound;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links that let somebody into a room. Tokens are 256 random bits; only their SHA-256 is stored. */
@Singleton
public final class Invites {
    private final InviteBook book;
    private final Admission admission;
    private final InvitePost post;
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
     * @param mailed whether a mail is on its way to {@code email}
     * @param url absolute when SALAS_PUBLIC_URL is set, otherwise only the path; see {@link #urlAt}
     */
    public record Created(
            long id,
            String token,
            String url,
            String label,
            @Nullable String email,
            Instant expiresAt,
            int maxUses,
            int uses,
            boolean mailed) {

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

    /** Somebody who came by an invite. */
    public record Use(long accountId, String displayName, Instant at) {}

    /**
     * An invite as the admins see it later, without its token.
     *
     * @param creator the present name of who made it
     */
    public record Entry(
            long id,
            String label,
            @Nullable String email,
            long createdBy,
            String creator,
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
            InvitePost post,
            InstantSource clock,
            @Nullable @Property(name = "salas.public-url") String publicUrl) {
        this.book = book;
        this.admission = admission;
        this.post = post;
        this.clock = clock;
        this.publicUrl = publicUrl == null ? "" : publicUrl.strip().replaceAll("/+$", "");
    }

    /**
     * An invite without a label that is not mailed.
     *
     * @param email only this address can use it; null for anybody
     * @param expiresIn 1 hour to 365 days
     * @param maxUses 1..10,000
     * @throws chat.salas.kernel.Problem 422 naming what is out of bounds, 409 when too many are open
     */
    public Created create(Membership admin, @Nullable String email, Duration expiresIn, int maxUses) {
        return create(admin, new NewInvite("", email, expiresIn, maxUses, null));
    }

    /**
     * Makes an invite, and mails it to its address when it has one and the letter can be delivered.
     *
     * @throws chat.salas.kernel.Problem 422 naming what is out of bounds, 409 when too many are open, 429 when the actor had
     *     too many mailed
     */
    public Created create(Membership admin, NewInvite wanted) {
        admin.require(Act.ADMINISTER);
        InviteTerms terms = InviteTerms.of(wanted);
        boolean mail = post.delivers(terms.email(), wanted.delivery());
        if (mail) {
            post.requireRate(admin.actor());
        }
        InviteBook.Written written = book.write(admin, terms);
        boolean mailed = mail && post.send(admin, written, wanted.delivery());
        return created(written, mailed);
    }

    private Created created(InviteBook.Written written, boolean mailed) {
        InviteRow row = written.row();
        String token = written.token().expose();
        return new Created(
                row.id(),
                token,
                publicUrl + "/invite/" + token,
                row.label(),
                row.email(),
                Instant.ofEpochMilli(row.expiresAt()),
                row.maxUses(),
                row.uses(),
                mailed);
    }

    /** Whether this server can send invites by mail at all. */
    public boolean canMail() {
        return post.isConfigured();
    }

    /** The room's invites, newest first; at most a thousand, as those that ended are forgotten when there are many. */
    public List<Entry> list(Membership admin) {
        admin.require(Act.ADMINISTER);
        long now = clock.millis();
        return book.of(admin.room().id()).stream().map(row -> entry(row, now)).toList();
    }

    private static Entry entry(InviteRepository.Named row, long now) {
        return new Entry(
                row.id(),
                row.label(),
                row.email(),
                row.createdBy(),
                row.displayName(),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(row.expiresAt()),
                row.maxUses(),
                row.uses(),
                row.state(now));
    }

    /** Who came by an invite, the first ones first; at most 1,000. 404 when it is none of this room's. */
    public List<Use> usesOf(Membership admin, long inviteId) {
        admin.require(Act.ADMINISTER);
        return book.usesOf(admin.room().id(), inviteId);
    }

    /** Takes an invite back; again does no harm. 404 when it is none of this room's. */
    public void revoke(Membership admin, long inviteId) {
        admin.require(Act.ADMINISTER);
        book.revoke(admin, inviteId);
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

    /** The room that an invite led to, for somebody who is in it; also when the invite has ended, as by their own use. */
    public Optional<RoomView> entered(Actor actor, String token) {
        return known(token).flatMap(invite -> admission.entered(actor, invite));
    }

    private InviteRow find(String token) {
        return known(token).orElseThrow(Invites::unknown);
    }

    private Optional<InviteRow> known(String token) {
        return InviteToken.parse(token).flatMap(book::find);
    }

    static NotFound unknown() {
        return new NotFound("There is no such invite.");
    }
}
