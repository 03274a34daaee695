package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.vault.MessageLabel.Kind;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
final class KeyRingTest {
    private final KeyRing keys;
    private final RoomKeyRepository rows;
    private final MessageCipher cipher;
    private final TransactionOperations<Connection> transactions;
    private final long room = System.nanoTime();

    KeyRingTest(
            KeyRing keys,
            RoomKeyRepository rows,
            MessageCipher cipher,
            TransactionOperations<Connection> transactions) {
        this.keys = keys;
        this.rows = rows;
        this.cipher = cipher;
        this.transactions = transactions;
    }

    @Test
    void theDatabaseNeverCountsFewerUsesThanWereMade() {
        keys.create(room);
        assertThat(uses(1)).isZero();
        for (long i = 0; i <= KeyRing.BLOCK; i++) {
            assertThat(keys.use(room)).isEqualTo(1);
        }
        assertThat(uses(1)).isEqualTo(2 * KeyRing.BLOCK);
    }

    @Test
    void aKeyThatIsUsedUpIsReplacedAndStillOpensWhatItSealed() {
        keys.create(room);
        MessageLabel old = new MessageLabel(Kind.TEXT, room, keys.use(room), new UUID(1, 1), 1, 1, 0);
        byte[] sealed = cipher.seal(old, new byte[] {42});
        rows.addUses(room, 1, KeyRing.MAX_USES - 2 * KeyRing.BLOCK);
        keys.forget(room);
        assertThat(keys.use(room)).isEqualTo(1);
        keys.forget(room);
        assertThat(keys.use(room)).isEqualTo(2);
        assertThat(uses(1)).isEqualTo(KeyRing.MAX_USES);
        assertThat(cipher.open(old, sealed)).containsExactly(42);
        MessageLabel young = new MessageLabel(Kind.TEXT, room, 2, new UUID(1, 1), 1, 1, 0);
        assertThatThrownBy(() -> cipher.open(young, sealed)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void manyThreadsThatReplaceAKeyAtOnceAgreeOnOne() throws Exception {
        keys.create(room);
        rows.addUses(room, 1, KeyRing.MAX_USES);
        List<Future<Integer>> all = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(executor.submit(() -> keys.use(room)));
            }
        }
        for (Future<Integer> one : all) {
            assertThat(one.get()).isEqualTo(2);
        }
    }

    @Test
    void aKeyIsNotCountedInsideATransaction() {
        keys.create(room);
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.executeWrite(status -> keys.use(room)))
                .withMessageContaining("inside a transaction");
    }

    @Test
    void aRoomThatWasNotMadeHasNoKey() {
        transactions.executeWrite(status -> {
            keys.create(room);
            status.setRollbackOnly();
            return true;
        });
        assertThat(rows.findNewest(room)).isEmpty();
        assertThatThrownBy(() -> keys.use(room)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aWrappedKeyInAnotherRoomsRowOpensNothing() {
        keys.create(room);
        byte[] wrapped = rows.findNewest(room).orElseThrow().wrapped();
        long other = room + 1;
        rows.add(other, 1, wrapped, 0);
        MessageLabel label = new MessageLabel(Kind.TEXT, other, keys.use(other), new UUID(1, 1), 1, 1, 0);
        assertThatThrownBy(() -> cipher.seal(label, new byte[] {1})).isInstanceOf(CannotOpen.class);
    }

    @Test
    void theKeyInTheRowIsWrapped() {
        keys.create(room);
        assertThat(rows.findNewest(room).orElseThrow().wrapped()).hasSize(32 + Aead.OVERHEAD);
    }

    private long uses(int version) {
        return rows.find(room, version).orElseThrow().uses();
    }
}
