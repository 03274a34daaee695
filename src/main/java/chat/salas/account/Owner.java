package chat.salas.account;

import io.micronaut.core.annotation.Introspected;

/** Whose credential this is, with what is needed to make an Actor of it. */
@Introspected
record Owner(long id, long accountId, String displayName, boolean administrator) {}
