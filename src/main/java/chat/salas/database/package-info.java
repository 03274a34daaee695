/**
 * How the other packages reach the database: a pool of connections to one SQLite file in the {@link
 * chat.salas.database.DataFolder}, migrated by Flyway at the start. Uses only the kernel; knows no table.
 *
 * <p>SQLite has one writer at a time and tells the others to sleep and try again, which starves the unlucky ones. So a
 * transaction that may write queues for a fair lock in memory before it begins (BEGIN IMMEDIATE), at its first statement.
 * Transactions that only read should say so ({@code @Transactional(readOnly = true)}): they wait for nobody. A write
 * outside a transaction takes the lock for its one statement; many rows belong into one transaction, as each commit waits
 * for the disk. Do not open a second transaction (REQUIRES_NEW) while one that writes is open: it would wait for the first.
 *
 * <p>Not memory-mapped, because a disk error would then end the process instead of one query. The driver is subclassed
 * because it refuses {@code setReadOnly}, which Micronaut Data calls for every read, and begins a transaction in {@code
 * commit()}, which would hold the lock for nothing. A commit that fails rolls back.
 */
@NullMarked
package chat.salas.database;

import org.jspecify.annotations.NullMarked;
