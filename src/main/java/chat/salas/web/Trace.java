package chat.salas.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where something failed, for the log: types and places, without exceptions' messages, which may quote what people wrote. */
final class Trace {
    private static final int FRAMES = 25;
    private static final int CAUSES = 5;

    private Trace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : "\n  caused by ")
                    .append(cause.getClass().getName());
            text.append(frames(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
