package chat.salas.kernel;

import jakarta.inject.Singleton;

/** Whether the server is on its way down: what is under way is finished, what is new is refused with 503. */
@Singleton
public final class Draining {
    private volatile boolean on;

    /** From now on, until the process ends. */
    public void start() {
        on = true;
    }

    public boolean isOn() {
        return on;
    }
}
