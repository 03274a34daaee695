package chat.salas.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** What {@code java -jar salas.jar} does without a command: it serves until it is told to stop. */
@Command(
        name = "salas",
        description = "Serves Salas. With a command, does that instead.",
        footer = {
            "",
            "Configured by the environment: SALAS_PORT, SALAS_HOST, SALAS_DATA,",
            "SALAS_PUBLIC_URL, SALAS_KEK_FILE or SALAS_KEK, SALAS_SMTP_URL,",
            "SALAS_REGISTRATION, SALAS_SIGNIN_LIMIT, SALAS_FLOOD_LIMIT,",
            "SALAS_TRUSTED_PROXIES, SALAS_METRICS_TOKEN. The handbook is",
            "deploy/README.md."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SalasCommand.Version.class,
        subcommands = {DemoCommand.class, TrainCommand.class})
final class SalasCommand implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        Server.start().awaitEnd();
        return 0;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SalasCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Salas " + (version == null ? "(not packaged)" : version)};
        }
    }
}
