package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Legal numbers live in the law base; the sources hold none. */
class LegalNumbersInCodeTest {
    private static final Path SOURCES = Path.of("src/main/java/org/subsidia");

    /** Rooms that read, keep, show and write: sizes of buffers and pictures abound there, so only what is made of money counts. */
    private static final Set<String> OUTER = Set.of("io", "store", "report", "cli");

    private static final NumbersInCode SCAN = new NumbersInCode(LawBase.standard());

    @Test
    void sources_holdNoLegalNumber() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                String source = Files.readString(file, StandardCharsets.UTF_8);
                boolean outer = OUTER.contains(name.substring(0, Math.max(0, name.indexOf('/'))));
                (outer ? SCAN.amountsIn(source) : SCAN.in(source)).forEach(literal -> found.add(name + " " + literal));
            }
        }
        assertThat(found)
                .as(
                        "numbers that look like law: put them into the law base, or say in numbers-that-are-no-law.txt why they"
                                + " are none")
                .isSubsetOf(noLaw().keySet());
    }

    @Test
    void numbersThatAreNoLaw_eachHaveAReason() throws IOException {
        assertThat(noLaw()).allSatisfy((literal, reason) -> assertThat(reason).hasSizeGreaterThan(10));
    }

    private static Map<String, String> noLaw() throws IOException {
        try (InputStream in = LegalNumbersInCodeTest.class.getResourceAsStream("numbers-that-are-no-law.txt")) {
            Map<String, String> noLaw = new HashMap<>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .forEach(parts -> noLaw.put(parts[0], parts.length > 1 ? parts[1] : ""));
            return noLaw;
        }
    }

    @Test
    void scan_findsLegalNumbers() {
        String source = """
                class X {
                    static final Money T = Money.of(EUR, 23_000); // the threshold
                    long cents = 15300000L;
                    int big = 400_000;
                    Fraction half = Fraction.of(1, 2);
                    Fraction rate = Fraction.parse("40 %");
                    BigDecimal share = new BigDecimal("0.5");
                    LocalDate due = notified.plusDays(60);
                    Span span = Span.months(6);
                    LocalDate start = LocalDate.of(2024, 1, 1);
                    double d = 0.85;
                    int unusual = 1450;
                    static final int THRESHOLD = 75_000;
                }
                """;
        assertThat(SCAN.in(source))
                .containsExactlyInAnyOrder(
                        "Money.of(EUR,23_000)",
                        "Fraction.parse(\"40%\")",
                        "newBigDecimal(\"0.5\")",
                        "LocalDate.of(2024,1,1)",
                        "Fraction.of(1,2)",
                        "plusDays(60)",
                        "Span.months(6)",
                        "0.85",
                        "23_000",
                        "15300000",
                        "400_000",
                        "1450",
                        "75_000");
        assertThat(SCAN.amountsIn(source))
                .containsExactly("Fraction.parse(\"40%\")", "Money.of(EUR,23_000)", "Fraction.of(1,2)");
    }

    @Test
    void scan_leavesOtherNumbersAlone() {
        String source = """
                class X {
                    /** 23000 euros, art. 10, 60 days */
                    String message = "23000 and 0.5";
                    int size = 256;
                    private static final int MOST_NODES = 40_000;
                    Fraction percent = Fraction.of(1, 100);
                    int hex = 0xEF;
                    Fraction none = Fraction.of(0, 1);
                    LocalDate next = day.plusDays(1);
                    Fraction given = Fraction.parse(text);
                    Money nothing = Money.of(EUR, 0);
                    int i = a1000;
                }
                """;
        assertThat(SCAN.in(source)).isEqualTo(List.of());
    }
}
