package chat.salas.vault;

import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** A key for measuring what it takes to make tokens. */
public final class SearchKeyForJmh {
    private SearchKeyForJmh() {}

    /** Any room's. */
    public static SearchIndexKey make() {
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        return new SearchIndexKey(1, key, key, new Aead(new SecureRandom()));
    }
}
