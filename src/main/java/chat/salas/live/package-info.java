/**
 * Who is connected and who must hear: the bus inside this process, presence and typing. Knows ids, not chat; the events that
 * travel are defined by the packages that publish them. Stands below account and room, because both publish the end of
 * rights. Listeners run on some publisher's thread, in the order of publication, and must neither block nor throw.
 */
@NullMarked
package chat.salas.live;

import org.jspecify.annotations.NullMarked;
