package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.vault.SearchIndexKey.Place;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
final class SearchIndexKeyTest {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final Place PLACE = new Place(1, 77, 16_385, 32_768);

    private final KeyRing keys;
    private final SearchIndexKeys indexKeys;
    private final long room = System.nanoTime();

    SearchIndexKeyTest(KeyRing keys, SearchIndexKeys indexKeys) {
        this.keys = keys;
        this.indexKeys = indexKeys;
    }

    @BeforeEach
    void makeARoom() {
        keys.create(room);
    }

    @Test
    void aTokenIsTheSameForARoomAndAnotherForEachOther() {
        long other = room + 1;
        keys.create(other);
        assertThat(indexKeys.of(room).token("上海")).isEqualTo(indexKeys.of(room).token("上海"));
        assertThat(indexKeys.of(room).token("上海"))
                .isNotEqualTo(indexKeys.of(other).token("上海"));
        assertThat(indexKeys.of(room).token("上海"))
                .isNotEqualTo(indexKeys.of(room).token("海上"));
    }

    @Test
    void aPartOpensInItsPlaceAlone() {
        byte[] sealed = indexKeys.of(room).seal(PLACE, CONTENT);
        assertThat(sealed).hasSize(CONTENT.length + MessageCipher.OVERHEAD);
        assertThat(indexKeys.of(room).open(PLACE, sealed)).isEqualTo(CONTENT);
        List.of(
                        new Place(0, 77, 16_385, 32_768),
                        new Place(1, 76, 16_385, 32_768),
                        new Place(1, 77, 1, 32_768),
                        new Place(1, 77, 16_385, 32_769))
                .forEach(other -> assertThatThrownBy(() -> indexKeys.of(room).open(other, sealed))
                        .isInstanceOf(CannotOpen.class));
        long other = room + 2;
        keys.create(other);
        assertThatThrownBy(() -> indexKeys.of(other).open(PLACE, sealed)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void everyFlippedBitIsRefused() {
        SearchIndexKey key = indexKeys.of(room);
        byte[] sealed = key.seal(PLACE, CONTENT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> key.open(PLACE, changed)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void itStaysWhenTheRoomGetsAnotherKeyAndDiesWithTheFirst() {
        byte[] sealed = indexKeys.of(room).seal(PLACE, CONTENT);
        int token = indexKeys.of(room).token("abc");
        keys.use(room);
        assertThat(indexKeys.of(room).open(PLACE, sealed)).isEqualTo(CONTENT);
        assertThat(indexKeys.of(room).token("abc")).isEqualTo(token);
        keys.destroy(room);
        assertThatThrownBy(() -> indexKeys.of(room)).isInstanceOf(CannotOpen.class);
    }
}
