package chat.salas.account;

/** What ties an account to things above accounts, and must be cut before it can be deleted. */
public interface AccountTies {
    /** Whether it still owns a room. Called inside the deleting transaction. */
    boolean ownsRooms(long accountId);

    /**
     * Takes the account out of everything, inside the deleting transaction, while its row still has the address.
     *
     * @return what must happen once that is committed: caches forget it, listeners hear of it
     */
    Runnable cut(long accountId);
}
