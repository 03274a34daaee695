package chat.salas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem.Malformed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftJsonTest {
    private static final String ID = "0fC3a9b1-7d2e-4F50-8a61-00000000000b";

    private static @Nullable UUID idOf(@Nullable String id) {
        return new DraftJson(id, "hi", null, null).parse().id();
    }

    @Test
    void anIdIsTakenInEitherCaseAndMayBeLeftOut() {
        assertThat(idOf(ID)).isEqualTo(UUID.fromString(ID));
        assertThat(idOf(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0fc3a9b1",
                "0fc3a9b17d2e4f508a6100000000000b",
                "0fc3a9b1-7d2e-4f50-8a61-00000000000b ",
                "+fc3a9b1-7d2e-4f50-8a61-00000000000b",
                "0fc3a9b1-7d2e-4f50-8a61-00000000000g",
                "0fc3a9b1-7d2e-4f50-8a61-00000000000\uFF11",
                "0fc3a9b17-d2e-4f50-8a61-00000000000b",
                "0fc3a9b1-7d2e-4f50-8a61000-00000000b"
            })
    void whatIsNotWrittenAsAUuidIsRefused(String id) {
        assertThatThrownBy(() -> idOf(id)).isInstanceOf(Malformed.class).hasMessageContaining("not a UUID");
    }
}
