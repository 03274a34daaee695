package chat.salas.live;

/** Something that concerns one account, wherever it is connected. Immutable. */
public interface AccountEvent {
    long accountId();
}
