/**
 * The list of what was done, as the settings of a room and the administration of the instance show it. Uses {@code ui.grid} and
 * audit. Whoever shows it gives a supplier of the trail that checks the right to it; it is asked with each look, so that the
 * list dies with the right.
 */
@NullMarked
package chat.salas.ui.audit;

import org.jspecify.annotations.NullMarked;
