package chat.salas.account;

import chat.salas.mail.Letter;
import chat.salas.mail.Phrases;
import chat.salas.mail.Stationery;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The letter that brings a link for a new password. */
final class ResetLetter {
    private ResetLetter() {}

    /** @param otherwise the language of somebody who chose none */
    static Letter to(Account account, String url, @Nullable Locale otherwise) {
        Phrases phrases = Phrases.in(account.locale() == null ? otherwise : account.locale());
        return new Stationery(
                        phrases.say("reset.heading"),
                        List.of(phrases.say("reset.greeting", account.displayName()), phrases.say("reset.sentence")),
                        phrases.say("reset.action"),
                        url,
                        phrases.say("reset.closing"))
                .to(account.email(), phrases);
    }
}
