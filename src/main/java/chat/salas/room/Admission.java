package chat.salas.room;

import chat.salas.account.SignUpInvites.Entrance;
import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.Pen;
import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Lets people in by invites: the use and the membership in one transaction, so that never more come in than may. */
@Singleton
final class Admission {
    private final Store store;
    private final RequestBook requests;
    private final RoomViews views;
    private final Capacity capacity;
    private final Pens pens;
    private final Aftermath aftermath;
    private final InstantSource clock;

    private enum Came {
        WAS_IN,
        NEW,
        HAD_ASKED
    }

    @SuppressWarnings("TooManyParameters")
    Admission(
            Store store,
            RequestBook requests,
            RoomViews views,
            Capacity capacity,
            Pens pens,
            Aftermath aftermath,
            InstantSource clock) {
        this.store = store;
        this.requests = requests;
        this.views = views;
        this.capacity = capacity;
        this.pens = pens;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    RoomView admit(Actor actor, InviteRow invite) {
        Pen pen = pens.room(invite.roomId());
        Came came = store.write(() -> add(actor, invite, pen));
        tell(came, actor, invite);
        Glance glance = glance(actor, invite);
        RoomPolicy.require(Act.SEE, glance.standing(clock.millis()));
        return views.view(actor, glance);
    }

    /** The way in for one who signs up by this invite; to be asked for outside any transaction. */
    Entrance entrance(InviteRow invite) {
        Pen pen = pens.room(invite.roomId());
        return newcomer -> {
            Came came = add(newcomer, invite, pen);
            return () -> tell(came, newcomer, invite);
        };
    }

    /** The invite's room, when the actor is in it. */
    Optional<RoomView> entered(Actor actor, InviteRow invite) {
        return views.glance(actor, invite.roomId())
                .filter(glance -> glance.access().isMember())
                .map(glance -> views.view(actor, glance));
    }

    private void tell(Came came, Actor actor, InviteRow invite) {
        if (came != Came.WAS_IN) {
            aftermath.joined(invite.roomId(), actor.id(), actor.displayName());
        }
        if (came == Came.HAD_ASKED) {
            aftermath.asked(invite.roomId(), actor.id());
        }
    }

    private Came add(Actor actor, InviteRow invite, Pen pen) {
        Glance glance = glance(actor, invite);
        RoomPolicy.require(Act.ACCEPT_INVITE, glance.standing(clock.millis()));
        if (glance.access().isMember()) {
            return Came.WAS_IN;
        }
        requireAddress(actor, invite);
        capacity.requireForAccount(actor.id());
        capacity.requireInRoom(invite.roomId());
        long now = clock.millis();
        if (store.memberships().add(invite.roomId(), actor.id(), Role.MEMBER, now) == 0) {
            return Came.WAS_IN;
        }
        use(invite, actor, now);
        pen.write(
                actor.id(),
                AuditAction.MEMBER_JOINED,
                actor.id(),
                AuditDetail.of("invite", Long.toString(invite.id())).and("label", invite.label()));
        return requests.remove(invite.roomId(), actor.id()) ? Came.HAD_ASKED : Came.NEW;
    }

    /** After the membership was added, so that of one account's two attempts at once only one uses something up. */
    private void use(InviteRow invite, Actor actor, long now) {
        if (store.invites().use(invite.id(), now) == 0) {
            throw new InviteEnded(store.invites()
                    .findById(invite.id())
                    .map(row -> row.state(now))
                    .orElse(Invites.State.REVOKED));
        }
        store.invites().used(invite.id(), actor.id(), now);
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
