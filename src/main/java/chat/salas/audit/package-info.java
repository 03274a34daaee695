/**
 * Who did what to whom and when, for every act of rule: one chain of records for each room and one (scope 0) for the instance.
 * Uses kernel, database and vault, and reads names from {@code account}'s table by a join; the acts themselves live further up.
 *
 * <p>A {@link chat.salas.audit.Pen} is taken before the transaction (the room's key is counted there, which a rollback must not
 * take back) and writes inside it, so that an act is never without its record. It seals only then, as the record's number is
 * known only then; sealing takes microseconds. Details of rooms are sealed and die with the room's key; the instance's are plain.
 *
 * <p>Each row's HMAC covers all its columns and the HMAC of the row before; a head row vouches for which one is the newest. Its
 * HMAC is over other bytes than a row's, so that whoever cuts off the end cannot make a head of an older row. A tampered end is
 * never healed by the next record: that follows nothing, and the check names it or what lies before. Not noticed: a whole
 * database put back to an older state, or a chain that is gone with its head. Who must notice that keeps exports elsewhere.
 *
 * <p>The list of actions is {@link chat.salas.audit.AuditAction}; who may read a trail is decided by those who give it out.
 */
@NullMarked
package chat.salas.audit;

import org.jspecify.annotations.NullMarked;
