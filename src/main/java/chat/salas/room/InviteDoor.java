package chat.salas.room;

import chat.salas.account.EmailAddress;
import chat.salas.account.SignUpInvites;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Lets those sign up who hold an invite into a room. */
@Singleton
final class InviteDoor implements SignUpInvites {
    private final InviteBook book;
    private final InstantSource clock;

    InviteDoor(InviteBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public boolean admits(String token, EmailAddress email) {
        return InviteToken.parse(token)
                .flatMap(book::find)
                .filter(invite -> invite.state(clock.millis()) == Invites.State.OPEN)
                .filter(invite -> invite.email() == null || invite.email().equals(email.value()))
                .isPresent();
    }
}
