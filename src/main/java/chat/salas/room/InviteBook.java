package chat.salas.room;

import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.room.Invites.Preview;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The invites as they are stored; a room has a bounded number of them. */
@Singleton
final class InviteBook {
    private final Store store;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final RoomLimits limits;

    record Written(InviteRow row, InviteToken token) {}

    InviteBook(Store store, Ids ids, SecureRandom random, InstantSource clock, RoomLimits limits) {
        this.store = store;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.limits = limits;
    }

    Written write(Membership admin, InviteTerms terms) {
        InviteToken token = InviteToken.random(random);
        InviteRow row = row(admin, terms, token);
        return store.write(() -> {
            makeRoom(row);
            return new Written(store.invites().save(row), token);
        });
    }

    private InviteRow row(Membership admin, InviteTerms terms, InviteToken token) {
        long now = clock.millis();
        return new InviteRow(
                ids.next(),
                admin.room().id(),
                token.hash(),
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

    List<InviteRow> of(long roomId) {
        return store.invites().findByRoomIdOrderByIdDesc(roomId);
    }

    Optional<InviteRow> find(InviteToken token) {
        return store.invites().findByTokenHash(token.hash());
    }

    void revoke(long roomId, long inviteId) {
        if (store.invites().revoke(inviteId, roomId, clock.millis()) == 0
                && !store.invites().existsByIdAndRoomId(inviteId, roomId)) {
            throw new NotFound("There is no such invite.");
        }
    }

    Optional<Preview> preview(InviteRow row) {
        return store.invites().card(row.id()).map(InviteRepository.Card::preview);
    }
}
