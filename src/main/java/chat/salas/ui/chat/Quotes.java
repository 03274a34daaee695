package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the messages of the window answer; what stands outside of it is loaded once and forgotten with its answers. */
final class Quotes {
    private final Desk desk;
    private final Window window;
    private final Map<Long, Optional<Quote>> outside = new HashMap<>(4);

    Quotes(Desk desk, Window window) {
        this.desk = desk;
        this.window = window;
    }

    /** Loads what these messages answer where the window does not hold it. */
    void prepare(List<Message> messages) {
        if (outside.size() > Window.MOST) {
            outside.clear();
        }
        for (Message message : messages) {
            @Nullable Long seq = message.replyTo();
            if (seq != null && window.find(seq).isEmpty()) {
                outside.computeIfAbsent(seq, this::load);
            }
        }
    }

    /** What this message answers, or null. */
    @Nullable
    Quote of(@Nullable Long replyTo) {
        if (replyTo == null) {
            return null;
        }
        return window.find(replyTo)
                .map(Quote::of)
                .or(() -> outside.computeIfAbsent(replyTo, this::load))
                .orElse(null);
    }

    /** A message was edited or deleted. */
    void changed(long seq) {
        if (outside.containsKey(seq)) {
            outside.put(seq, load(seq));
        }
    }

    /** Nothing up to this number is there any more. */
    void forget(long upToSeq) {
        outside.replaceAll((seq, quote) -> seq <= upToSeq ? Optional.empty() : quote);
    }

    private Optional<Quote> load(long seq) {
        try {
            return Optional.of(Quote.of(desk.get(seq)));
        } catch (Problem.NotFound gone) {
            return Optional.empty();
        }
    }
}
