/**
 * Running the server: start and end, the command line, health. Uses everything below the faces and knows none of them: what
 * it starts is whatever beans there are.
 *
 * <p>The start is our own instead of {@code Micronaut.run}, because that logs a stack trace for what operators can mend (a
 * port in use, a wrong key) and ends before a drain. SIGTERM and Ctrl+C: {@link chat.salas.kernel.Draining} refuses what is
 * new and turns readiness to 503, what is under way gets its answer, then the parts close. Whatever happens, the process is
 * gone within ten seconds.
 *
 * <p>What a start need not find out anew, packaging writes down: {@link chat.salas.ops.ServiceList} is Micronaut's list of
 * beans, {@link chat.salas.ops.TrainCommand} makes Java's own cache. The server itself starts without picocli.
 */
@NullMarked
package chat.salas.ops;

import org.jspecify.annotations.NullMarked;
