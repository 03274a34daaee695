/**
 * What is said in the rooms: sending, the journal, history, changing, reactions, joining the live stream. {@link
 * chat.salas.message.Messages} is the only door; may use kernel, metrics, database, vault, search, live, account and room.
 *
 * <p>A message is checked and encrypted on its caller's thread, waits in the {@code Journal} for the next transaction, gets its
 * number there, and is told to the bus after the commit by the {@code Herald}, a second thread, so that the journal can write
 * the next batch meanwhile. While over a hundred entries a second come, the journal gathers for 40 ms between batches ({@code
 * JournalPace}): with a hundred rooms of ten members that takes over a third off all that the server does at 200 messages a
 * second, for some 20 ms more until each is there (25 ms: a third, for some 13), and a fifth at 8,000, in commits, pages, wakeups
 * and writes to sockets. It does not while a thousand wait, as after a stall it would fall further behind, nor for clients that
 * send the next message when they have the answer to one before: with ten on the way no more than 250 a second would get through.
 *
 * <p>All writing of messages goes through the journal, which also checks the membership again inside the transaction: who was
 * removed before the commit has said nothing. That check reads the room's last number in passing, so that no number is kept in
 * memory that a rolled back transaction could leave wrong.
 *
 * <p>Plain JDBC with kept statements here, because the journal holds one connection for as long as it runs. A repeated client id is
 * found by the unique index refusing the row; ids made by the server never repeat. Drawn ids change a page of that index for each
 * message. Gathering them and moving many at a time to a table of their own wrote fewer pages and was no faster: asking for them
 * and moving them cost the processor what the pages had.
 *
 * <p>Nobody sees a message at or below their floor: what was cleared, trimmed, or said before they came where newcomers see no
 * history. So {@code Clearing} and {@code Retention} hide with one number first, and the {@code Eraser} takes the rows away in
 * small transactions outside of the journal, which queues for its turn between them. {@code Settling} then takes them out of the
 * files, once for all who wait and with rests, lest one holds up everybody. {@code Upkeep} finishes what was interrupted.
 *
 * <p>A row whose body does not open (a flipped bit, a swap with another row) never fails a page: it is shown as a message with
 * {@code text: null} and {@code unreadable: true}, and logged with its room and number.
 */
@NullMarked
package chat.salas.message;

import org.jspecify.annotations.NullMarked;
