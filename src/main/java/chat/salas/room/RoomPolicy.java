package chat.salas.room;

import static chat.salas.room.Access.OWNER;
import static chat.salas.room.Encryption.AT_REST;
import static chat.salas.room.Encryption.E2EE;

/**
 * The one place that says who may do what in a room: a pure function, total over every act and standing. Safe by shape: a
 * room that is unlisted has, for those outside, the very standing of a room that is absent, so that no answer can tell them
 * apart.
 */
final class RoomPolicy {
    private RoomPolicy() {}

    /** @throws chat.salas.kernel.Problem when it is not allowed */
    static void require(Act act, Standing standing) {
        judge(act, standing).problem(standing).ifPresent(problem -> {
            throw problem;
        });
    }

    static Verdict judge(Act act, Standing standing) {
        if (hides(act, standing)) {
            return Verdict.HIDDEN;
        }
        return switch (act) {
            case SEE -> Verdict.ALLOWED;
            case ACCEPT_INVITE -> standing.access() == Access.BANNED ? Verdict.BANNED : Verdict.ALLOWED;
            case REQUEST_ACCESS -> asking(standing.access());
            default -> standing.access().isMember() ? inside(act, standing) : outside(standing.access());
        };
    }

    /** An invite at hand proves that its holder was told of the room. */
    private static boolean hides(Act act, Standing standing) {
        return !standing.listed() && !standing.access().isMember() && act != Act.ACCEPT_INVITE;
    }

    private static Verdict asking(Access access) {
        return switch (access) {
            case OWNER, ADMIN, MEMBER -> Verdict.ALREADY_MEMBER;
            case REQUESTED -> Verdict.ALREADY_REQUESTED;
            case BANNED -> Verdict.BANNED;
            case INVITED, NONE -> Verdict.ALLOWED;
        };
    }

    private static Verdict outside(Access access) {
        return access == Access.BANNED ? Verdict.BANNED : Verdict.OUTSIDE;
    }

    /** Whether it says something to the others. */
    private static boolean speaks(Act act) {
        return switch (act) {
            case WRITE_TEXT, WRITE_SEALED, EDIT_OWN, EDIT_OTHERS, REACT, TYPE -> true;
            default -> false;
        };
    }

    private static Verdict inside(Act act, Standing standing) {
        if (standing.isMuted() && speaks(act)) {
            return Verdict.MUTED;
        }
        return switch (act) {
            case SEE, ENTER, ACCEPT_INVITE, REQUEST_ACCESS, EDIT_OWN, ERASE_OWN, REACT, TYPE -> Verdict.ALLOWED;
            case EDIT_OTHERS -> Verdict.NOT_AUTHOR;
            case ERASE_OTHERS -> unless(standing.access() == Access.MEMBER, Verdict.NOT_ERASER);
            case WRITE_TEXT -> unless(standing.encryption() == E2EE, Verdict.SEALED_ONLY);
            case WRITE_SEALED -> unless(standing.encryption() == AT_REST, Verdict.TEXT_ONLY);
            case SEARCH -> unless(standing.encryption() == E2EE, Verdict.NOT_SEARCHABLE);
            case ADMINISTER, RULE_MEMBER -> unless(standing.access() == Access.MEMBER, Verdict.NOT_ADMIN);
            case OWN, RULE_ADMIN -> unless(standing.access() != OWNER, Verdict.NOT_OWNER);
            case LEAVE -> unless(standing.access() == OWNER, Verdict.OWNER_STAYS);
            case RULE_OWNER -> standing.access() == OWNER ? Verdict.OWNER_STAYS : Verdict.NOT_OWNER;
        };
    }

    private static Verdict unless(boolean stands, Verdict against) {
        return stands ? against : Verdict.ALLOWED;
    }
}
