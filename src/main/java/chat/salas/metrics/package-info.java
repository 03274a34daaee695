/**
 * What operators look at: counted by whoever does the work, and written as Prometheus reads it when somebody asks. Stands on the
 * ground floor, so that every package can count; uses nothing of ours.
 *
 * <p>A package that has something to tell has a {@link chat.salas.metrics.MeterSource}; the server's door {@code GET /metrics}
 * (in web) asks all that there are. Sources are made when somebody asks first, so nothing here costs the start anything. Counting
 * is one {@code LongAdder}, and for a {@link chat.salas.metrics.Histogram} two and a short search.
 *
 * <p>Labels have a handful of values that stand in the source. Never a room, an account, an address or anything that people wrote.
 *
 * <p>Not Micrometer: with its Prometheus registry it brings some fourteen libraries of 4 MB (one of them protobuf), for what is a
 * page of code here; what it would cost the start and the memory was not measured.
 */
@NullMarked
package chat.salas.metrics;

import org.jspecify.annotations.NullMarked;
