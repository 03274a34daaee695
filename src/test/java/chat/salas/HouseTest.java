package chat.salas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the order of the house that {@code kernel}'s package-info gives. */
final class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target", "classes", "chat"));
    private static final List<String> FLOORS = List.of(
            "kernel",
            "metrics",
            "database",
            "vault",
            "search",
            "live",
            "mail",
            "audit",
            "account",
            "room",
            "message",
            "ops",
            "web");
    private static final List<String> FACES = List.of("rest", "socket", "ui");
    private static final String FLOW = "flow";

    private static String in(String name) {
        return "chat.salas." + name + "..";
    }

    private static String[] in(List<String> names) {
        return names.stream().map(HouseTest::in).toArray(String[]::new);
    }

    @Test
    void everyPackageOfTheHouseIsKnownHereAndHasClasses() {
        Set<String> found = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("chat.salas."))
                .map(name -> name.split("\\.", -1)[2])
                .collect(Collectors.toSet());
        List<String> known = new ArrayList<>(FLOORS);
        known.addAll(FACES);
        known.add(FLOW);
        assertThat(found).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void aPackageUsesOnlyWhatStandsBelowIt() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            List<String> above = new ArrayList<>(FLOORS.subList(floor + 1, FLOORS.size()));
            above.addAll(FACES);
            above.add(FLOW);
            noClasses()
                    .that()
                    .resideInAPackage(in(FLOORS.get(floor)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(above))
                    .check(HOUSE);
        }
    }

    @Test
    void theFacesNeverUseEachOther() {
        for (String face : FACES) {
            List<String> others =
                    FACES.stream().filter(other -> !other.equals(face)).toList();
            noClasses()
                    .that()
                    .resideInAPackage(in(face))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(in(others))
                    .check(HOUSE);
        }
    }

    @Test
    void theFacesDoNotReachBelowTheServices() {
        noClasses()
                .that()
                .resideInAnyPackage(in(FACES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(List.of("database", "vault", "ops")))
                .check(HOUSE);
    }

    @Test
    void flowKnowsNobodyOfOursAndOnlyTheScreensKnowFlow() {
        noClasses()
                .that()
                .resideInAPackage(in(FLOW))
                .should()
                .dependOnClassesThat(resideInAPackage("chat.salas..").and(resideOutsideOfPackage(in(FLOW))))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages(in(FLOW), in("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in(FLOW))
                .check(HOUSE);
    }

    @Test
    void repositoriesStayInsideTheirPackage() {
        assertThat(HOUSE.stream().filter(nameMatching(".*Repository"))).isNotEmpty();
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void eachLibraryStaysWhereItBelongs() {
        only(List.of("flow", "web", "socket"), "io.netty..");
        only(List.of("vault"), "javax.crypto..", "org.bouncycastle..");
        only(List.of("flow", "ui"), "com.vaadin..");
        // Vaadin's own requests and responses speak of its cookies
        only(List.of("flow", "ui"), "jakarta.servlet..");
        only(List.of("database"), "org.sqlite..", "com.zaxxer..");
        only(List.of("ops"), "picocli..");
        only(List.of("ui"), "com.google.zxing..");
        only(List.of("mail"), "jakarta.mail..", "org.eclipse.angus..", "io.micronaut.email..");
    }

    private static void only(List<String> packages, String... library) {
        assertThat(HOUSE.stream()
                        .filter(resideInAnyPackage(in(packages)))
                        .flatMap(owner -> owner.getDirectDependenciesFromSelf().stream())
                        .filter(used -> resideInAnyPackage(library).test(used.getTargetClass())))
                .as("somebody uses " + library[0])
                .isNotEmpty();
        noClasses()
                .that()
                .resideOutsideOfPackages(in(packages))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Stream<JavaPackage> packages = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(one -> !one.getClasses().isEmpty());
        assertThat(packages).isNotEmpty().allMatch(one -> one.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void theKernelStaysSmall() {
        long types = HOUSE.stream()
                .filter(resideInAPackage(in("kernel")))
                .filter(one -> one.isTopLevelClass()
                        && one.getModifiers().contains(JavaModifier.PUBLIC)
                        && !one.getSimpleName().startsWith("$"))
                .count();
        assertThat(types).isBetween(1L, 15L);
    }
}
