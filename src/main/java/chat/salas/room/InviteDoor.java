package chat.salas.room;

import chat.salas.account.EmailAddress;
import chat.salas.account.SignUpInvites;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Lets those sign up who hold an invite into a room, and into that room with it. */
@Singleton
final class InviteDoor implements SignUpInvites {
    private final InviteBook book;
    private final Admission admission;
    private final InstantSource clock;

    InviteDoor(InviteBook book, Admission admission, InstantSource clock) {
        this.book = book;
        this.admission = admission;
        this.clock = clock;
    }

    @Override
    public Optional<Entrance> find(String token, EmailAddress email) {
        return InviteToken.parse(token)
                .flatMap(book::find)
                .filter(invite -> invite.state(clock.millis()) == Invites.State.OPEN)
                .filter(invite -> invite.email() == null || invite.email().equals(email.value()))
                .map(admission::entrance);
    }
}
