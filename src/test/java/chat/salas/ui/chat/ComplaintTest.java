package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Problem;
import chat.salas.ui.Moments;
import com.vaadin.flow.component.UI;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private static final Words WORDS = (key, parameters) -> key + String.join("", strings(parameters));

    private final MessageHtml html = new MessageHtml(WORDS, new Moments(Locale.US, ZoneOffset.UTC), 1);
    /** Held here, since Flow knows the current page by a weak reference only. */
    private final Page page = new Page();

    @BeforeEach
    void open() {
        UI.setCurrent(page);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void failuresOfTheServiceAreSaidAsOnOtherScreensAndNotInItsOwnWords() {
        assertThat(Complaint.of(WORDS, new Problem.Conflict("edited elsewhere")))
                .isEqualTo("problem.conflict");
        assertThat(Complaint.of(WORDS, new Problem.Unavailable("stopping"))).isEqualTo("problem.unavailable");
    }

    @Test
    void failuresOfThePageHaveTheirOwnWords() {
        assertThat(Complaint.of(WORDS, new Outbox.Full())).isEqualTo("chat.outbox.full");
        assertThat(Complaint.of(WORDS, new Sending.NotStored())).isEqualTo("chat.notStored");
    }

    @Test
    void aMessageThatWasNotSentSaysWhy() {
        assertThat(pending(null)).contains("chat.sending").doesNotContain("chat.notSent");
        assertThat(pending(new Problem.Unavailable("stopping"))).contains("chat.notSent problem.unavailable");
        assertThat(pending(new Sending.NotStored())).contains("chat.notSent chat.notStored");
    }

    private String pending(@Nullable Problem failure) {
        var message = new Outbox.Pending(UUID.randomUUID(), "hello", null, Lines.NOON, failure);
        return html.pending(message, "Me Myself", MessageHtml.Look.HEAD);
    }

    private static String[] strings(Object... parameters) {
        String[] texts = new String[parameters.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = " " + parameters[i];
        }
        return texts;
    }

    /** Says the keys. */
    private static final class Page extends UI {
        @Override
        public String getTranslation(String key, Object... parameters) {
            return key;
        }
    }
}
