package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DoorkeeperTest {
    @Test
    void oneComesBackToWhereOneWantedToGo() {
        QueryParameters query = Doorkeeper.wayBack(new Location("invite/abc-_1"));

        assertThat(Doorkeeper.destination(query)).isEqualTo("/invite/abc-_1");
    }

    @Test
    void theHomePageNeedsNoWayBack() {
        assertThat(Doorkeeper.wayBack(new Location("")).getParameters()).isEmpty();
        assertThat(Doorkeeper.destination(QueryParameters.empty())).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/a\nb",
                "/ a",
                "rooms",
                "/ü"
            })
    void nobodyIsLedElsewhere(String elsewhere) {
        assertThat(Doorkeeper.destination(QueryParameters.of(Doorkeeper.WAY_BACK, elsewhere)))
                .isEqualTo("/");
    }

    @Test
    void anEndlessWayBackIsNotTaken() {
        String longPath = "/" + "a".repeat(600);

        assertThat(Doorkeeper.destination(QueryParameters.of(Doorkeeper.WAY_BACK, longPath)))
                .isEqualTo("/");
    }
}
