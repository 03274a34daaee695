/**
 * People: sign-up, sign-in, sessions, API tokens and throttling; and what administrators of the instance do
 * to them. Uses kernel, metrics, database, vault, live, mail and audit; HTTP is not known here.
 *
 * <p>Safe by shape: what proves somebody ({@link chat.salas.account.RandomToken}, 256 random bits) is stored as SHA-256 only;
 * passwords as Argon2id ({@link chat.salas.account.Passwords}), with a bounded number of hashes at once, as each takes 19 MiB. An
 * unknown address costs the same hash as a wrong password and gets the same answer. Hashes are computed by BouncyCastle in
 * memory that is used again: password4j, which was meant to, allocates 101 MB for each and keeps 19 MB for ever, and reached
 * half as many sign-ins a second. The tests check each against the other.
 *
 * <p>{@link chat.salas.account.CredentialCache} keeps who is who for a minute, so that a request costs no query. Ending a
 * credential first commits, then leaves the cache, then tells the {@link chat.salas.live.Bus}: whoever hears of it cannot be
 * let in again. Another process on the same database is noticed after that minute.
 *
 * <p>Rooms stand above accounts. What this package needs of them are two ports that they implement: {@link
 * chat.salas.account.AccountTies} and {@link chat.salas.account.SignUpInvites}. When registration is by invite only, the very
 * first account needs none, as nobody could have invited it; when it is closed the operator makes accounts.
 * Whoever signs up by an invite accepts it, in the one transaction that makes the account; otherwise a link for one person
 * would let any number sign up. Accepting it once more, as clients do afterwards, is answered with the room and uses nothing.
 *
 * <p>{@link chat.salas.account.Office} is the one place that knows administrators; it asks the database, so that a page or
 * cache which remembers another state decides nothing. {@link chat.salas.account.Administration} acts in one transaction that
 * checks the office, does it and records it; there is always an administrator who can sign in. Disabled accounts are refused
 * like wrong passwords, so that a stolen password cannot be proven right.
 *
 * <p>Services are final classes, so transactions are opened with {@code TransactionOperations}, not by interception.
 */
@NullMarked
package chat.salas.account;

import org.jspecify.annotations.NullMarked;
