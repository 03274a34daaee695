/**
 * What a message costs, counted and never timed: statements, how the database finds its rows, bytes allocated. These fail where
 * a regression would otherwise be noticed only by whoever runs a large instance.
 *
 * <p>Counts that something in the background can only make larger are taken several times, and the smallest holds.
 */
@NullMarked
package chat.salas.cost;

import org.jspecify.annotations.NullMarked;
