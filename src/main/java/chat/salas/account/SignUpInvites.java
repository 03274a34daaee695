package chat.salas.account;

import chat.salas.kernel.Actor;
import java.util.Optional;

/** What registration by invite only asks of those who keep the invites. */
public interface SignUpInvites {
    /** The way in by the invite that this token stands for, when this address can use it now. Uses nothing up yet. */
    Optional<Entrance> find(String token, EmailAddress email);

    /** The way in for somebody new; for one sign-up. */
    @FunctionalInterface
    interface Entrance {
        /** For those who need no invite. */
        Entrance FREE = _ -> () -> {};

        /**
         * Accepts the invite, inside the transaction that makes the account.
         *
         * @return what must happen once that is committed
         * @throws chat.salas.kernel.Problem when the invite ended meanwhile or leads to where nobody more can go
         */
        Runnable pass(Actor newcomer);
    }
}
