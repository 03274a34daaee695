/**
 * The administration of the instance at {@code /admin}: users, rooms, who may sign up, mail, audit, version and health. Lists
 * are made of {@code ui.grid} and {@code ui.audit}. Uses account, room, audit and web.
 *
 * <p>Nothing here decides a right: the services ask {@code account.Office} with each call, also for a page that was opened
 * before its reader was dismissed; the view asks it when it is entered, and shows everybody else the page of an address that
 * leads nowhere. Administrators see how many messages a room has, never one of them.
 *
 * <p>Each part has an address of its own ({@code /admin/rooms}) and is made when it is looked at.
 */
@NullMarked
package chat.salas.ui.admin;

import org.jspecify.annotations.NullMarked;
