/**
 * One room on a page: the log, the composer, the members. Talks to the services through {@link chat.salas.ui.chat.Desk},
 * one actor's dealings with one room, so that everything here is tested without a database.
 *
 * <p>What a page costs: a {@link chat.salas.ui.chat.Window} of the history, bounded in messages and in characters, and one
 * element a message whose content is safe HTML in one property. Clicks and keys inside the log are heard by the log, once for
 * all messages; menus and the emoji picker are made when they are opened.
 *
 * <p>Scrolling needs no script: the scroller is a reversed column, so its zero is the end of the log. Older messages come in
 * above without moving what one reads, and whoever is at the end stays there.
 *
 * <p>Bus threads only put into the {@link chat.salas.ui.chat.Mailbox}; a virtual thread of the page empties it under the
 * session's lock, one push a burst. Nothing waits for a commit under that lock.
 */
@NullMarked
package chat.salas.ui.chat;

import org.jspecify.annotations.NullMarked;
