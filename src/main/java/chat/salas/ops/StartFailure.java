package chat.salas.ops;

import chat.salas.kernel.StartRefused;
import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator why the process ends: one sentence for what operators can mend, a stack trace only for our own faults. */
final class StartFailure {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);
    private static final Pattern WRONG_VALUE =
            Pattern.compile("property value \\[([^]]*)]\\. Unable to convert value \\[([^]]*)]");
    private static final int EXIT = 1;

    private StartFailure() {}

    static int tell(Throwable failure, PrintWriter err) {
        String sentence = sentence(failure);
        if (sentence == null) {
            LOG.error("Salas failed", failure);
            sentence = "Salas failed because of a defect; the log above says where.";
        }
        err.println(sentence);
        err.flush();
        return EXIT;
    }

    private static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused.getMessage();
            }
            Matcher wrong = WRONG_VALUE.matcher(String.valueOf(cause.getMessage()));
            if (wrong.find()) {
                return "The setting " + wrong.group(1) + " cannot be " + wrong.group(2) + ".";
            }
        }
        return null;
    }
}
