package chat.salas.account;

import chat.salas.live.AccountEvent;

/** An account was made an administrator of the instance, or is one no longer. */
public record OfficeChanged(long accountId, boolean administrator) implements AccountEvent {}
