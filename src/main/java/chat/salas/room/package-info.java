/**
 * Rooms: who is in them, who may do what, how one gets in and how far each has read. Uses account, live and vault; knows no
 * message and no face. {@link chat.salas.room.RoomPolicy} alone decides, as a pure function of an {@link chat.salas.room.Act}
 * and a {@link chat.salas.room.Standing}; the one query that lists the directory says the same in SQL, and a test holds both
 * together.
 *
 * <p>Rights are answered from a {@link chat.salas.room.Roster} in memory. A change is not carried over to it but read again
 * after the commit, under the entry's lock: {@code compute} of Caffeine waits for a load under way, {@code computeIfPresent}
 * does not, and would let a load that began before a removal bring the removed one back. Only members are answered from
 * there. Whoever is none causes the same single query for a hidden room, an absent one and one that is open to others, and
 * never a load, so that the time of an answer tells nothing.
 *
 * <p>Whoever rules is asked for the right twice: from memory, and again inside the transaction, so that of two admins who put
 * each other out only the first does. One owner at most is a unique index's to see to, and none never comes about, as that row
 * is neither deleted nor demoted but by handing over. A mute outlives leaving, lest one leaves to be rid of it. Bans and mutes
 * end by the clock, wherever they are looked at; nothing has to run for that.
 *
 * <p>Effects follow the commit in plain order ({@link chat.salas.room.Aftermath}); so never call these services inside a
 * transaction. Names, addresses and the address of an invite come by joins over the account table, as lists of thousands
 * cannot be asked for one by one. Triggers count the members of a room, so that a page of the directory counts nothing.
 *
 * <p>An invite that is bound to an address makes its account INVITED, but opens nothing without its token and does not unveil
 * an unlisted room: addresses are not verified, the link in the mail is the proof. So "Accept invite" in the directory asks for
 * that link instead of letting in. Access requests do not outlive joining; what is said in them is sealed under the room's key.
 * Without SALAS_PUBLIC_URL mails are only sent for private hosts, as a client could name any other. Read marks stay in memory for one interval longer than they need, because
 * whoever read the row just before looks there next.
 */
@NullMarked
package chat.salas.room;

import org.jspecify.annotations.NullMarked;
