/**
 * The settings of one room: a dialog of tabs for those who rule it, opened from the room's header or by its address
 * ({@code ?settings=members}). Lists are made of {@code ui.grid}. Uses room, message, audit and live.
 *
 * <p>Nothing here decides a right. Each look and each act goes through {@link chat.salas.ui.settings.Seat}, which asks for the
 * membership anew, and each service asks RoomPolicy again; the dialog merely leaves away what would be refused, and closes
 * itself when the right to it ends.
 *
 * <p>Nothing of it exists before it is opened, and of its tabs only the one that is looked at: the others are made when they
 * are chosen and let go when they are left, as a grid takes tens of kilobytes. What happens in the room is heard while the
 * dialog is open and shown at most once a second; a form that somebody types into is never overwritten by that.
 *
 * <p>On a phone the dialog is the whole screen and the tabs are one row that scrolls.
 */
@NullMarked
package chat.salas.ui.settings;

import org.jspecify.annotations.NullMarked;
