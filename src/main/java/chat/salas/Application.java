package chat.salas;

/** Starts the server, or runs one of its commands. */
public final class Application {
    private Application() {}

    /** Serves when there are no arguments; otherwise runs the named command. */
    public static void main(String[] args) {
        io.micronaut.runtime.Micronaut.run(Application.class, args);
    }
}
