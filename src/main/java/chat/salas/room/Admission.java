package chat.salas.room;

import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Lets people in by invites: the use and the membership in one transaction, so that never more come in than may. */
@Singleton
final class Admission {
    private final Store store;
    private final RoomViews views;
    private final Capacity capacity;
    private final Aftermath aftermath;
    private final InstantSource clock;

    Admission(Store store, RoomViews views, Capacity capacity, Aftermath aftermath, InstantSource clock) {
        this.store = store;
        this.views = views;
        this.capacity = capacity;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    RoomView admit(Actor actor, InviteRow invite) {
        if (store.write(() -> add(actor, invite))) {
            aftermath.joined(invite.roomId(), actor);
        }
        Glance glance = glance(actor, invite);
        RoomPolicy.require(Act.SEE, glance.standing(clock.millis()));
        return views.view(actor, glance);
    }

    private boolean add(Actor actor, InviteRow invite) {
        Glance glance = glance(actor, invite);
        RoomPolicy.require(Act.ACCEPT_INVITE, glance.standing(clock.millis()));
        if (glance.access().isMember()) {
            return false;
        }
        requireAddress(actor, invite);
        capacity.requireForAccount(actor.id());
        capacity.requireInRoom(invite.roomId());
        long now = clock.millis();
        return store.memberships().add(invite.roomId(), actor.id(), Role.MEMBER, now) > 0 && use(invite, now);
    }

    /** After the membership was added, so that of one account's two attempts at once only one uses something up. */
    private boolean use(InviteRow invite, long now) {
        if (store.invites().use(invite.id(), now) > 0) {
            return true;
        }
        throw new InviteEnded(
                store.invites().findById(invite.id()).map(row -> row.state(now)).orElse(Invites.State.REVOKED));
    }

    private Glance glance(Actor actor, InviteRow invite) {
        return views.glance(actor, invite.roomId()).orElseThrow(Invites::unknown);
    }

    private void requireAddress(Actor actor, InviteRow invite) {
        String bound = invite.email();
        if (bound != null
                && !store.invites().emailOf(actor.id()).filter(bound::equals).isPresent()) {
            throw new InviteForAnother();
        }
    }
}
