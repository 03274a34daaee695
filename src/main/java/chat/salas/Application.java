package chat.salas;

import chat.salas.ops.Commands;

/** The entrance: serves, or runs one of the commands. */
public final class Application {
    // database calls keep their carrier thread while the disk works; so a few more than there are cores
    private static final int SPARE_CARRIERS = 2;

    private Application() {}

    /** Serves when there are no arguments; otherwise runs the named command. Ends the process unless it serves. */
    public static void main(String[] args) {
        preset("java.awt.headless", "true");
        preset(
                "jdk.virtualThreadScheduler.parallelism",
                String.valueOf(Runtime.getRuntime().availableProcessors() + SPARE_CARRIERS));
        System.exit(Commands.run(args));
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
