package chat.salas.web;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a browser sealed end to end.
 *
 * @param nonce base64
 * @param ciphertext base64
 */
@Serdeable
public record SealedJson(long epoch, String nonce, String ciphertext) {}
