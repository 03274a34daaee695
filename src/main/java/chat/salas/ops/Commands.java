package chat.salas.ops;

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
        return new CommandLine(new SalasCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> StartFailure.tell(failure, line.getErr()))
                .execute(args);
    }
}
