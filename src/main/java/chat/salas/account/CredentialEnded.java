package chat.salas.account;

import chat.salas.kernel.Actor.Credential;
import chat.salas.live.AccountEvent;

/** A session or token ended (signed out, revoked, expired): whatever it opened must close at once. */
public record CredentialEnded(long accountId, Credential credential) implements AccountEvent {}
