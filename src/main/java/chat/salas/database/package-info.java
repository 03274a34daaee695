/**
 * How the other packages reach the database: a pool of connections to one SQLite file in the {@link
 * chat.salas.database.DataFolder}, migrated at the start. Uses kernel and metrics; knows no table.
 *
 * <p>SQLite has one writer at a time and tells the others to sleep and try again, which starves the unlucky ones. So a
 * transaction that may write queues for a fair lock in memory before it begins (BEGIN IMMEDIATE), at its first statement.
 * Transactions that only read should say so ({@code @Transactional(readOnly = true)}): they wait for nobody. A write
 * outside a transaction takes the lock for its one statement; many rows belong into one transaction, as each commit waits
 * for the disk. Do not open a second transaction (REQUIRES_NEW) while one that writes is open: it would wait for the first.
 *
 * <p>Not memory-mapped, because a disk error would then end the process instead of one query. The driver is subclassed
 * because it refuses {@code setReadOnly}, which Micronaut Data calls for every read, and begins a transaction in {@code
 * commit()}, which would hold the lock for nothing. A commit that fails rolls back. A connection keeps the statements that were
 * closed, for whoever needs the same next; so texts with numbers in them ({@code IN (1, 2)}) are to be avoided: {@code
 * json_each(?)} takes any number.
 *
 * <p>The log is moved into the database file at some 40 MiB of it: what many transactions touch in turn (the ends of rooms,
 * indexes) is then written once. {@link chat.salas.database.Checkpoint} does it beside the commits, as SQLite would let one of them
 * wait for all of it; SQLite does so itself only when that cannot keep up. The log's file keeps its length, up to 256 MiB, for
 * ten minutes at most: to write over what is there is much cheaper than to grow a file. Cut back to 64 MiB, which a busy minute
 * exceeds, a hundred rooms carried a fifth less. Cut to nothing now and then, it does not keep what was deleted or edited long ago.
 *
 * <p>{@code secure_delete} overwrites rows, but not the copies that splitting a page leaves in its unused middle: about one row in
 * thousands survives its deletion so. Whoever promises that something is gone calls {@link chat.salas.database.Checkpoint#settle},
 * which writes a database of up to 64 MiB anew; in a larger one only the log is emptied, and such copies stay (a deleted room's
 * keys are destroyed, so there they are noise). Each erasing transaction counts in {@code user_version} that this is owed, so that a
 * crash in between is made up for at the next start, and no other start rewrites anything.
 *
 * <p>Flyway is asked only where {@link chat.salas.database.Migrations} sees that something is missing: it took a tenth of each start.
 */
@NullMarked
package chat.salas.database;

import org.jspecify.annotations.NullMarked;
