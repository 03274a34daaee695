/**
 * One room on a page: the log, the composer, the members. Talks to the services through {@link chat.salas.ui.chat.Desk},
 * one actor's dealings with one room, so that everything here is tested without a database.
 *
 * <p>What a page costs: a {@link chat.salas.ui.chat.Window} of the history, bounded in messages and in characters, and for each
 * message two references. The log is one element: Flow would hold some 320 bytes for each message's element. So {@link
 * chat.salas.ui.chat.LogDrawing} works out what is different from what was drawn, and {@link chat.salas.ui.chat.LogPatches} says
 * it in calls of the DOM's own functions, with safe HTML that all pages of one language and time zone share. Clicks and keys
 * inside the log are heard by the log, once for all messages; menus and the emoji picker are made when they are opened.
 *
 * <p>Flow sends a page anew by detaching and attaching the same components. So a view must not leave its room then, and whatever
 * Flow does not know of (listeners of scripts, the drawn log) is added again by an attach listener.
 *
 * <p>Scrolling needs no script: the scroller is a reversed column, so its zero is the end of the log. Older messages come in
 * above without moving what one reads, and whoever is at the end stays there.
 *
 * <p>Bus threads only put into the {@link chat.salas.ui.chat.Mailbox}; at the {@link chat.salas.ui.chat.Pace} of the page a
 * virtual thread empties it under the session's lock, one push a time. Nothing waits for a commit under that lock, and what was
 * read is told the database a moment later.
 */
@NullMarked
package chat.salas.ui.chat;

import org.jspecify.annotations.NullMarked;
