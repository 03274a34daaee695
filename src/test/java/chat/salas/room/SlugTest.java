package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    private static final String SHAPE = "[a-z0-9][a-z0-9-]{0,159}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General | general",
                "  Café & Crème!  | cafe-creme",
                "São João -- 2026 | sao-joao-2026",
                "Straße Ægir Łódź Øl | strasse-aegir-lodz-ol",
                "İstanbul ısı | istanbul-isi",
                "ﬁne 𝐁old ① | fine-bold-1",
                "Команда | room",
                "上海 | room",
                "上海 2026 | 2026",
                "🎉🎉 | room",
                "--- | room",
                "a_b.c/d | a-b-c-d",
            })
    void nameBecomesASlug(String name, String slug) {
        assertThat(Slug.of(name).value()).isEqualTo(slug);
    }

    @Property
    void everyNameGivesAValidSlug(@ForAll @StringLength(max = 80) String name) {
        assertThat(Slug.of(name).value()).matches(SHAPE);
        assertThat(Slug.of(name)
                        .free(taken -> !taken.value().endsWith("-1048576"))
                        .value())
                .matches(SHAPE);
    }

    @Test
    void longestNameLeavesSpaceForANumber() {
        Slug slug = Slug.of("\uFDFA".repeat(40) + "a ".repeat(40) + "㎯".repeat(80));
        Set<Slug> taken = Set.of(slug, new Slug(slug.value() + "-2"));
        assertThat(slug.free(taken::contains).value()).matches(SHAPE).endsWith("-3");
    }

    @Test
    void takenSlugsAreNumberedWithoutGapsInFewQuestions() {
        Set<Slug> taken = new HashSet<>();
        AtomicInteger most = new AtomicInteger();
        for (int i = 1; i <= 2_000; i++) {
            AtomicInteger questions = new AtomicInteger();
            Slug free = Slug.of("Ops").free(slug -> {
                questions.incrementAndGet();
                return taken.contains(slug);
            });
            assertThat(free.value()).isEqualTo(i == 1 ? "ops" : "ops-" + i);
            taken.add(free);
            most.accumulateAndGet(questions.get(), Math::max);
        }
        assertThat(most.get()).isBetween(2, 25);
    }

    @Test
    void numberThatBelongsToAnotherNameIsSteppedOver() {
        Set<Slug> taken = new HashSet<>(Set.of(new Slug("ops"), new Slug("ops-2"), new Slug("ops-4")));
        Slug free = Slug.of("Ops").free(taken::contains);
        assertThat(taken).doesNotContain(free);
    }
}
