package chat.salas.flow;

import jakarta.inject.Singleton;

/** How many pages are open in browsers right now. */
@Singleton
public final class OpenPages {
    private final PushLines lines;

    OpenPages(PushLines lines) {
        this.lines = lines;
    }

    /** Those whose push line stands. */
    public int count() {
        return lines.size();
    }
}
