/**
 * Measurements, as plain programs: {@code ./mvnw -q -Pbench -DskipTests package exec:exec} runs all of the whole server, with
 * {@code -Dbench=JmhBench} the steps one by one. Each writes into a {@link chat.salas.bench.Sheet}, so that all make one table;
 * compare only figures of one machine that did nothing else.
 */
@NullMarked
package chat.salas.bench;

import org.jspecify.annotations.NullMarked;
