package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.audit.Pen;
import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.room.Invites.Preview;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The invites as they are stored; a room has a bounded number of them. */
@Singleton
final class InviteBook {
    private static final int MOST_USES_SHOWN = 1_000;

    private final Store store;
    private final Ids ids;
    private final SecureRandom random;
    private final Pens pens;
    private final InstantSource clock;
    private final RoomLimits limits;

    record Written(InviteRow row, InviteToken token) {}

    @SuppressWarnings("TooManyParameters")
    InviteBook(Store store, Ids ids, SecureRandom random, Pens pens, InstantSource clock, RoomLimits limits) {
        this.store = store;
        this.ids = ids;
        this.random = random;
        this.pens = pens;
        this.clock = clock;
        this.limits = limits;
    }

    Written write(Membership admin, InviteTerms terms) {
        InviteToken token = InviteToken.random(random);
        InviteRow row = row(admin, terms, token);
        Pen pen = pens.room(row.roomId());
        return store.write(() -> {
            store.requireStill(Act.ADMINISTER, admin, row.createdAt());
            makeRoom(row);
            pen.write(row.createdBy(), AuditAction.INVITE_CREATED, AuditLog.NOBODY, detail(row));
            return new Written(store.invites().save(row), token);
        });
    }

    /** Without the address: records stay when its account is deleted. */
    private static AuditDetail detail(InviteRow row) {
        return AuditDetail.of("invite", Long.toString(row.id()))
                .and("label", row.label())
                .and("maxUses", Integer.toString(row.maxUses()))
                .and("until", Instant.ofEpochMilli(row.expiresAt()).toString());
    }

    private InviteRow row(Membership admin, InviteTerms terms, InviteToken token) {
        long now = clock.millis();
        return new InviteRow(
                ids.next(),
                admin.room().id(),
                token.hash(),
                terms.label(),
                terms.email(),
                admin.actor().id(),
                now,
                now + terms.expiresIn().toMillis(),
                terms.maxUses(),
                0,
                null);
    }

    private void makeRoom(InviteRow row) {
        long roomId = row.roomId();
        if (store.invites().countByRoomId(roomId) >= limits.invites()
                && store.invites().forgetEnded(roomId, row.createdAt()) == 0) {
            throw new Conflict("This room has " + limits.invites() + " open invites, which is the limit. Revoke some.");
        }
    }

    List<InviteRepository.Named> of(long roomId) {
        return store.invites().of(roomId, limits.invites());
    }

    List<Invites.Use> usesOf(long roomId, long inviteId) {
        requireKnown(roomId, inviteId);
        return store.invites().usesOf(inviteId, MOST_USES_SHOWN).stream()
                .map(InviteRepository.Used::use)
                .toList();
    }

    Optional<InviteRow> find(InviteToken token) {
        return store.invites().findByTokenHash(token.hash());
    }

    void revoke(Membership admin, long inviteId) {
        long roomId = admin.room().id();
        Pen pen = pens.room(roomId);
        if (!store.write(() -> revoke(admin, inviteId, pen))) {
            requireKnown(roomId, inviteId);
        }
    }

    private boolean revoke(Membership admin, long inviteId, Pen pen) {
        long now = clock.millis();
        store.requireStill(Act.ADMINISTER, admin, now);
        boolean revoked = store.invites().revoke(inviteId, admin.room().id(), now) > 0;
        if (revoked) {
            pen.write(
                    admin.actor().id(),
                    AuditAction.INVITE_REVOKED,
                    AuditLog.NOBODY,
                    AuditDetail.of("invite", Long.toString(inviteId)));
        }
        return revoked;
    }

    private void requireKnown(long roomId, long inviteId) {
        if (!store.invites().existsByIdAndRoomId(inviteId, roomId)) {
            throw new NotFound("There is no such invite.");
        }
    }

    Optional<Preview> preview(InviteRow row) {
        return store.invites().card(row.id()).map(InviteRepository.Card::preview);
    }
}
