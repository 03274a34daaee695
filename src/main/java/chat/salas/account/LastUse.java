package chat.salas.account;

import chat.salas.kernel.Actor.Credential;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When credentials were last used, and with them their accounts: noted in memory with each request, written once a minute, a few hundred at a time.
 */
@Singleton
class LastUse {
    private static final int AT_ONCE = 300;

    private final SessionRepository sessions;
    private final TokenRepository tokens;
    private final AccountRepository accounts;
    private final TransactionOperations<Connection> transactions;
    private final InstantSource clock;
    private final Map<Credential, Long> noted = new ConcurrentHashMap<>();

    LastUse(
            SessionRepository sessions,
            TokenRepository tokens,
            AccountRepository accounts,
            TransactionOperations<Connection> transactions,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    void note(Credential credential) {
        noted.put(credential, clock.millis());
    }

    /** The later of what is stored and what is still to be stored. */
    long of(Credential credential, long stored) {
        return Math.max(stored, noted.getOrDefault(credential, 0L));
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m")
    @PreDestroy
    void write() {
        List<Credential> all = new ArrayList<>(noted.keySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Credential> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            transactions.executeWrite(_ -> {
                some.forEach(this::write);
                return true;
            });
        }
    }

    /** At once; for a credential that is about to end. */
    void write(Credential credential) {
        Long at = noted.remove(credential);
        if (at == null) {
            return;
        }
        switch (credential) {
            case Credential.Session(long id) -> {
                sessions.use(id, at);
                accounts.seenBySession(id, at);
            }
            case Credential.Token(long id) -> {
                tokens.use(id, at);
                accounts.seenByToken(id, at);
            }
            case Credential.Operator() -> {}
        }
    }
}
