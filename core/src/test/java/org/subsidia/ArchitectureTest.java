package org.subsidia;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of the library, and what no room of it may touch. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.subsidia");

    @TestFactory
    Stream<DynamicTest> room_usesLowerFloorsOnly() {
        return Rooms.ALL.stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    Set<String> forbidden = new TreeSet<>(Rooms.ALL);
                    forbidden.remove(room);
                    forbidden.removeAll(Rooms.usableBy(room));
                    hold(noClasses().that(are(inRoom(room))).should().dependOnClassesThat(inOneOf(forbidden)));
                }));
    }

    @Test
    void room_everyClassLivesInOne() {
        hold(classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("org.subsidia"), Rooms.ALL.stream().map(Rooms::packages))
                        .toArray(String[]::new)));
    }

    @Test
    void rooms_useEachOther_withoutCycles() {
        hold(slices().assignedFrom(new ByRoom()).should().beFreeOfCycles());
    }

    @TestFactory
    Stream<DynamicTest> internal_packages_areUsedInTheirRoomOnly() {
        return Rooms.ALL.stream()
                .map(room -> DynamicTest.dynamicTest(
                        room,
                        () -> hold(noClasses()
                                .that(are(DescribedPredicate.not(inRoom(room))))
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.subsidia." + room + "..internal..")))));
    }

    @Test
    void library_knowsNoWorkbench() {
        hold(noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse..", "org.osgi.."));
    }

    @Test
    void library_writesToNoConsole_butTheCommandLine() {
        hold(noClasses().that().resideOutsideOfPackage("org.subsidia.cli..").should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void library_endsNoProgram_butTheCommandLine() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.subsidia.cli..")
                .should()
                .callMethod(System.class, "exit", int.class));
    }

    @Test
    void xml_isReadThroughOneHardenedFactory() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.subsidia.io.xml..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*Factory"
                        + "|org\\.xml\\.sax\\.helpers\\.XMLReaderFactory"
                        + "|java\\.beans\\.XMLDecoder"));
    }

    @Test
    void time_isJavaTime() {
        // biweekly, which writes iCalendar, speaks java.util.Date; its room converts
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.subsidia.io.ical..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)"
                        + "|java\\.sql\\.(Date|Time|Timestamp)|java\\.text\\.(Simple)?DateFormat"));
    }

    @Test
    void sql_isBoundNeverBuilt() {
        hold(noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a statement without bound parameters",
                        call -> call.getTarget().getName().equals("createStatement")
                                && call.getTarget().getOwner().isAssignableTo("java.sql.Connection"))));
    }

    @Test
    void objects_areNeverDeserialised() {
        hold(noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream"));
    }

    @Test
    void money_isNeverFloating() {
        hold(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.subsidia.money..", "org.subsidia.portfolio..")
                .and(visibleOutside())
                .should(beWithoutFloatingNumbers()));
    }

    @Test
    void fields_thatAreStatic_areConstants() {
        hold(fields().that().areStatic().should().beFinal());
    }

    @Test
    void test_seesTheLibrary() {
        assertThat(CLASSES.contain("org.subsidia.money.Fraction")).isTrue();
        assertThat(CLASSES.contain("org.subsidia.ArchitectureTest")).isFalse();
    }

    @Test
    void rooms_ofFormats_areRoomsOfTheirOwn() {
        assertThat(Rooms.of("org.subsidia.io.scdl.internal")).isEqualTo("io.scdl");
        assertThat(Rooms.of("org.subsidia.store.file")).isEqualTo("store");
        assertThat(Rooms.of("org.subsidia")).isEmpty();
        assertThat(Rooms.of("java.lang")).isEmpty();
        assertThat(Rooms.usableBy("io.scdl"))
                .contains("io.tabular", "check", "money")
                .doesNotContain("io.fec", "store");
        assertThat(Rooms.usableBy("finding")).isEmpty();
        assertThat(Rooms.usableBy("law")).contains("time", "finding").doesNotContain("portfolio", "law");
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> inRoom(String room) {
        return resideInAPackage(Rooms.packages(room));
    }

    private static DescribedPredicate<JavaClass> inOneOf(Set<String> rooms) {
        return resideInAnyPackage(rooms.stream().map(Rooms::packages).toArray(String[]::new));
    }

    private static DescribedPredicate<JavaMethod> visibleOutside() {
        return DescribedPredicate.describe(
                "are visible outside their package",
                method -> (method.getModifiers().contains(JavaModifier.PUBLIC)
                                || method.getModifiers().contains(JavaModifier.PROTECTED))
                        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static ArchCondition<JavaMethod> beWithoutFloatingNumbers() {
        Set<String> floating = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return new ArchCondition<>("be without double and float") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> floating.contains(type.getName()))
                        .findFirst()
                        .ifPresent(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " has " + type.getName())));
            }
        };
    }

    private static final class ByRoom implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = Rooms.of(type.getPackageName());
            return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }
}
