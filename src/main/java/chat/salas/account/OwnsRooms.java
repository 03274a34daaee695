package chat.salas.account;

import chat.salas.kernel.Problem;

/** 409: an account that owns rooms cannot go before it handed them over or deleted them. */
public final class OwnsRooms extends Problem.Conflict {
    OwnsRooms() {
        super("The account still owns rooms: hand them over or delete them first");
    }

    @Override
    public String type() {
        return "owns-rooms";
    }
}
