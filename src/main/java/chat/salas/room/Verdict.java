package chat.salas.room;

import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.Forbidden;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.kernel.Problem.Refused;
import java.util.Optional;

/** What {@link RoomPolicy} says, and how each refusal is told. */
enum Verdict {
    ALLOWED,
    HIDDEN,
    OUTSIDE,
    BANNED,
    MUTED,
    NOT_AUTHOR,
    NOT_ERASER,
    NOT_ADMIN,
    NOT_OWNER,
    OWNER_STAYS,
    ALREADY_MEMBER,
    ALREADY_REQUESTED,
    SEALED_ONLY,
    TEXT_ONLY,
    NOT_SEARCHABLE;

    /**
     * How it is told; nothing when it is allowed.
     *
     * @param standing what was judged
     */
    Optional<Problem> problem(Standing standing) {
        return switch (this) {
            case ALLOWED -> Optional.empty();
            case HIDDEN -> Optional.of(new NotFound("There is no such room."));
            case OUTSIDE -> Optional.of(new Forbidden("You are not a member of this room."));
            case BANNED -> Optional.of(new Banned());
            case MUTED -> Optional.ofNullable(standing.mutedUntil()).<Problem>map(Muted::new);
            case NOT_AUTHOR -> Optional.of(new Forbidden("Only its author may edit a message."));
            case NOT_ERASER ->
                Optional.of(new Forbidden("Only its author and the admins of this room may delete a message."));
            case NOT_ADMIN -> Optional.of(new Forbidden("Only admins and the owner of this room may do that."));
            case NOT_OWNER -> Optional.of(new Forbidden("Only the owner of this room may do that."));
            case OWNER_STAYS -> Optional.of(new Conflict("The owner must first hand the room over to somebody else."));
            case ALREADY_MEMBER -> Optional.of(new Conflict("You are a member of this room already."));
            case ALREADY_REQUESTED -> Optional.of(new Conflict("You have asked for access to this room already."));
            case SEALED_ONLY -> refused("text", "an end-to-end encrypted room takes only sealed messages");
            case TEXT_ONLY -> refused("sealed", "this room takes only text, no sealed messages");
            case NOT_SEARCHABLE -> refused("q", "the server cannot search an end-to-end encrypted room");
        };
    }

    private static Optional<Problem> refused(String field, String message) {
        return Optional.of(new Refused(field, message));
    }
}
