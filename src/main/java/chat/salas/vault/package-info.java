/**
 * Keys and encryption at rest. Knows bytes and labels, not chat; uses the kernel and the database. The only package that
 * touches {@code javax.crypto} and BouncyCastle.
 *
 * <p>The server's key (KEK) wraps one random key for each room, which by HKDF gives the key that seals the room's messages
 * with AES-256-GCM. Everything is bound to its place by the associated data: a wrapped key to its room and version, a message
 * to room, key version, id, author, time and revision. Destroying a room's key shreds all that it sealed.
 *
 * <p>To send: {@link chat.salas.vault.KeyRing#use} outside any transaction gives the key's version, which goes into the
 * {@link chat.salas.vault.MessageLabel}; then {@link chat.salas.vault.MessageCipher#seal}. Keys are looked up without holding
 * a lock while the database is asked, as whoever waits for the lock may be the one who holds the database. Nonces are random,
 * so uses are counted and a key is replaced after 2^30 of them (a collision is then less likely than 2^-37).
 *
 * <p>{@link chat.salas.vault.ChainKey} vouches for the audit's records. It is a random key wrapped like a room's (as room 0),
 * not derived from the KEK, so that replacing the KEK re-wraps one more row instead of breaking every chain.
 */
@NullMarked
package chat.salas.vault;

import org.jspecify.annotations.NullMarked;
