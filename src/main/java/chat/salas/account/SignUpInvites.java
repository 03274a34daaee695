package chat.salas.account;

/** What registration by invite only asks of those who keep the invites. */
public interface SignUpInvites {
    /** Whether this token stands for an invite that this address can use now. Uses nothing up. */
    boolean admits(String token, EmailAddress email);
}
