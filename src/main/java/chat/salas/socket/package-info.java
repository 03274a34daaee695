/**
 * The WebSocket face: {@code GET /ws}, one JSON object a text frame, as the wire contract says.
 *
 * <p>Micronaut does the upgrade; then {@code Takeover} puts a handler of ours ({@code Pipe}) on the channel and takes
 * Micronaut's out. Its {@code WebSocketSession} encodes a message for each recipient and joins fragments without a bound. What
 * the server keeps of the upgrade request until the socket closes (some 3 KiB) cannot be reached from here.
 *
 * <p>In: a frame is parsed on the event loop (64 KiB at most, never blocks) and answered on virtual threads, one after the other
 * for each connection ({@code Lane}); when too many wait, the channel is not read. Sends are pipelined.
 *
 * <p>Out: a room's batch is encoded once ({@code Batch}), copied once for each event loop into a direct buffer, and that buffer
 * is written to every socket of the loop with one flush ({@code Outbox}). All that a connection is told goes
 * through its loop's outbox, which is what keeps it in order. A socket with 1 MiB pending is closed with 1013. What was missed is
 * read and written in pieces, each after the one before has left the process, and one room of a connection after the other.
 *
 * <p>Besides the frames of the wire contract there is {@code history_trimmed {room, upToSeq}}: what the room does not keep any
 * longer is gone; {@code history_cleared} bears {@code upToSeq} too. {@code settings} bears the room's own fields, not anybody's
 * view of it ({@code access}, {@code unread}).
 *
 * <p>Peers are pinged after 30 silent seconds and given up after 75, by one timer for each event loop.
 */
@NullMarked
package chat.salas.socket;

import org.jspecify.annotations.NullMarked;
