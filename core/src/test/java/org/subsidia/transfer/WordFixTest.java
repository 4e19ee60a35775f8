package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class WordFixTest {
    private static final Map<String, String> STRUCTURES = Map.of("Pôle Matériaux", "pole-materiaux", "Cluster", "c-1");
    private static final String RIGHT = """
            id: essai
            extends: announced-path
            title: {fr: Essai, en: Test}
            line: {level: STATE, programme: fnadt}
            runs: 20
            measures:
            - {id: more, model: top-up, fill: 0.5, regions: ["84"]}
            - id: less
              model: cap
              amount:
                2021: 1000
            - {id: law, model: legal, tests: [T1, GBER-27]}
            """;

    private static Reading<Scenario> read(String document) {
        return Scenario.read(
                "essai.yaml", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), Presets.source());
    }

    private static String right() {
        return RIGHT.replace(", programme: fnadt", "");
    }

    @ParameterizedTest
    @CsvSource({
        "extends, extend",
        "measures, mesures",
        "announced-path, anounced-path",
        "fill, fil",
        "amount, amont",
        "model: cap, model: kap2",
        "top-up, topup",
        "STATE, state",
        "STATE, STAT",
        "GBER-27, GBER27",
        "title, titel"
    })
    void wordThatIsNearAKnownOne_isReplacedByIt_whereItStands(String right, String wrong) {
        String document = right().replace(right, wrong);
        assertThat(document).isNotEqualTo(right());
        List<Finding> findings = read(document).findings();
        List<WordFix> fixes = findings.stream()
                .flatMap(finding -> WordFix.of(finding, document, STRUCTURES).stream())
                .toList();
        if (wrong.contains("kap2")) {
            assertThat(fixes).as("nothing is near").isEmpty();
            return;
        }
        assertThat(fixes).as(findings.toString()).hasSize(1);
        String mended = fixes.get(0).in(document);
        assertThat(mended).isEqualTo(right());
        assertThat(read(mended).value()).isPresent();
        assertThat(fixes.get(0).label().in(Locale.FRENCH)).startsWith("Remplacer « ");
        assertThat(fixes.get(0).in("")).as("a text that has changed since").isEmpty();
    }

    @Test
    void nameOfARegion_isReplacedByItsCode() {
        String named = right().replace("\"84\"", "Auvergne-Rhone-Alpes");
        String mended = fix(named).orElseThrow().in(named);
        assertThat(mended).isEqualTo(right().replace("\"84\"", "84"));
        assertThat(read(mended).value()).isPresent();
    }

    @Test
    void codeOfARegion_withoutItsZero_getsIt_anotherIsNotGuessed() {
        String one = right().replace("\"84\"", "\"1\"");
        assertThat(fix(one)).map(fix -> fix.in(one)).contains(right().replace("\"84\"", "\"01\""));
        assertThat(fix(right().replace("\"84\"", "\"85\""))).isEmpty();
    }

    private static Optional<WordFix> fix(String document) {
        return read(document).findings().stream()
                .flatMap(finding -> WordFix.of(finding, document, STRUCTURES).stream())
                .findFirst();
    }

    @Test
    void structure_thatIsNotThere_isFoundAndMendedByIdOrName() {
        for (String written : List.of("pole-materiau", "Pôle Matériaux", "Pole Materiaux")) {
            String document = right().replace("fill: 0.5", "fill: 0.5, structures: [" + written + "]");
            Scenario scenario = read(document).get();
            List<Finding> unknown = WordFix.unknownStructures(scenario, document, STRUCTURES.values());
            assertThat(unknown).hasSize(1);
            assertThat(unknown.get(0).place().line()).isEqualTo(7);
            String mended = WordFix.of(unknown.get(0), document, STRUCTURES)
                    .orElseThrow()
                    .in(document);
            assertThat(mended).contains("structures: [pole-materiaux]");
            assertThat(WordFix.unknownStructures(read(mended).get(), mended, STRUCTURES.values()))
                    .isEmpty();
        }
    }

    @Test
    void rightDocument_hasNothingToMend() {
        assertThat(read(right()).findings()).isEmpty();
        assertThat(fix(right())).isEmpty();
    }
}
