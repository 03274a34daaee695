package chat.salas.ops;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line. */
public final class Commands {
    private Commands() {}

    /**
     * Runs what the arguments say.
     *
     * @return the process's exit code: 0 done, 1 failed (said in one sentence on stderr), 2 not understood
     */
    public static int run(String... args) {
        return args.length == 0 ? serve() : command(args);
    }

    /** Without picocli: describing commands that nobody named took a tenth of each start. */
    private static int serve() {
        try {
            return new SalasCommand().call();
        } catch (Exception e) {
            return StartFailure.tell(e, new PrintWriter(System.err, true));
        }
    }

    private static int command(String... args) {
        return new CommandLine(new SalasCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> StartFailure.tell(failure, line.getErr()))
                .execute(args);
    }
}
