/**
 * Measurements, as plain programs: {@code ./mvnw -q -Pbench test-compile exec:exec -Dbench=MessagesBench}. Each prints what it
 * measured and on what; compare only figures of one machine that did nothing else.
 */
@NullMarked
package chat.salas.bench;

import org.jspecify.annotations.NullMarked;
