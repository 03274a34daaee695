package chat.salas.account;

import chat.salas.kernel.FoldedName;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Many accounts at once, for an operator who fills an instance: no rights, limits or invites are asked for. */
@Singleton
public final class AccountImport {
    private static final String TOKEN_NAME = "import";

    private final AccountRepository accounts;
    private final TokenRepository tokens;
    private final Passwords passwords;
    private final Sessions.Minting minting;
    private final TransactionOperations<Connection> transactions;

    AccountImport(
            AccountRepository accounts,
            TokenRepository tokens,
            Passwords passwords,
            Sessions.Minting minting,
            TransactionOperations<Connection> transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.minting = minting;
        this.transactions = transactions;
    }

    /** Somebody to come. */
    public record Newcomer(String email, String displayName, Instant createdAt) {}

    /** Somebody who came, with an API token that is known only here. */
    public record Arrival(long id, String token) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "Arrival[" + id + "]";
        }
    }

    /** Whether there is no account yet. */
    public boolean isEmpty() {
        return !accounts.existsAny();
    }

    /**
     * Adds all or none, in their order; the first account of an instance administers it.
     *
     * @param password one for all of them, hashed once
     * @throws EmailTaken when one of the addresses is in use
     */
    public List<Arrival> add(List<Newcomer> newcomers, String password) {
        String hash = passwords.hash(password);
        return transactions.executeWrite(
                status -> newcomers.stream().map(one -> add(one, hash)).toList());
    }

    private static String folded(Newcomer newcomer) {
        return FoldedName.of(newcomer.displayName()).value();
    }

    private Arrival add(Newcomer newcomer, String hash) {
        long id = minting.ids().next();
        long at = newcomer.createdAt().toEpochMilli();
        String email = EmailAddress.of(newcomer.email()).value();
        if (accounts.add(id, email, newcomer.displayName(), folded(newcomer), hash, at) == 0) {
            throw new EmailTaken();
        }
        String token = Tokens.PREFIX + minting.token();
        tokens.save(new TokenRow(minting.ids().next(), RandomToken.hash(token), id, TOKEN_NAME, at, null));
        return new Arrival(id, token);
    }
}
