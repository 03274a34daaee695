package chat.salas.room;

import chat.salas.kernel.Problem.Forbidden;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** 403: a member who is muted only reads for a while. */
public final class Muted extends Forbidden {
    private final Instant until;

    public Muted(Instant until) {
        super("You are muted in this room until " + until.truncatedTo(ChronoUnit.SECONDS) + ".");
        this.until = until;
    }

    /** When the member may write again. */
    public Instant until() {
        return until;
    }

    @Override
    public String type() {
        return "muted";
    }
}
