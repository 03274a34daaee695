/**
 * The few words that every other package speaks: who acts ({@link chat.salas.kernel.Actor}), what may go wrong
 * ({@link chat.salas.kernel.Problem}), ids, secrets and plain text. Uses nothing of ours.
 *
 * <p>At most fifteen types live here; whatever knows about chat, HTTP or the database lives further up. The order of the
 * packages is kernel, metrics, database, vault, search, live, mail, audit, account, room, message, ops, web, and the faces rest, socket and ui. {@code live}
 * stands below account and room because rights must end at once: whoever ends them publishes it.
 */
@NullMarked
package chat.salas.kernel;

import org.jspecify.annotations.NullMarked;
