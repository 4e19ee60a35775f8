package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.mapping.Tables.codes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Reading;
import org.subsidia.money.DecimalMark;

class MappingFileTest {
    private static final String[] WORDS = {
        "Montant voté",
        "null",
        "yes",
        "a: b",
        "- x",
        "#",
        "\"q\"\\",
        "\t\n",
        "𝒜é€\u00a0\u202f",
        "\ud800",
        "1e3",
        "{",
        "’",
        " "
    };

    private static Mapping random(SplittableRandom random) {
        TableKind kind = TableKind.values()[random.nextInt(TableKind.values().length)];
        List<MappedColumn> columns = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Map<String, String> values = new HashMap<>();
            for (int v = random.nextInt(3); v > 0; v--) {
                values.put(word(random), word(random));
            }
            columns.add(new MappedColumn(
                    "x" + word(random),
                    random.nextInt(4),
                    kind.fields().get(random.nextInt(kind.fields().size())).id(),
                    DecimalMark.values()[random.nextInt(3)],
                    DateStyle.values()[random.nextInt(DateStyle.values().length)],
                    ShareStyle.values()[random.nextInt(3)],
                    values));
        }
        Map<String, String> constants = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            constants.put("c" + word(random), word(random));
        }
        List<String> keys = random.nextBoolean() ? List.of() : List.of("id", word(random));
        return new Mapping(kind, random.nextBoolean() ? "" : word(random), random.nextInt(9), columns, constants, keys);
    }

    private static String word(SplittableRandom random) {
        return WORDS[random.nextInt(WORDS.length)] + random.nextInt(9);
    }

    @Test
    void write_anyMapping_isReadAsTheSame() {
        SplittableRandom random = new SplittableRandom(20240627);
        for (int i = 0; i < 2_000; i++) {
            Mapping mapping = random(random);
            String yaml = MappingFile.write(mapping);
            Reading<Mapping> read = MappingFile.parse(yaml, "x");
            assertThat(read.findings()).as("round " + i + "\n" + yaml).isEmpty();
            assertThat(read.get()).as("round " + i).isEqualTo(mapping);
            assertThat(MappingFile.write(read.get())).isEqualTo(yaml);
        }
    }

    @Test
    void write_isReadable() {
        Mapping mapping = Mapping.of(
                        TableKind.GRANTS,
                        MappedColumn.of("Montant voté", "awarded").with(DecimalMark.COMMA),
                        MappedColumn.of("Voté le", "decisionDate").at(4).with(DateStyle.DAY_FIRST),
                        MappedColumn.of("Taux", "rate").with(ShareStyle.PERCENT),
                        MappedColumn.of("Niveau", "payer.level").withValues(Map.of("Région", "REGION")))
                .withConstant("state", "AWARDED")
                .withKeys("reference", "payer");
        assertThat(MappingFile.write(mapping)).isEqualTo("""
                version: 1
                kind: grants
                headerRow: 1
                columns:
                  - column: "Montant voté"
                    field: awarded
                    decimalMark: comma
                  - column: "Voté le"
                    position: 4
                    field: decisionDate
                    dates: dayFirst
                  - column: "Taux"
                    field: rate
                    shares: percent
                  - column: "Niveau"
                    field: payer.level
                    values:
                      "Région": "REGION"
                constants:
                  state: "AWARDED"
                keys: [reference, payer]
                """);
    }

    @Test
    void parse_whatIsWrong_isSaidLineByLine() {
        Reading<Mapping> read = MappingFile.parse("""
                version: 1
                kind: gifts
                sheet: [a]
                headerRow: first
                colour: red
                columns:
                  - column: A
                    field: purpose
                    decimalMark: dot
                  - field: purpose
                  - column: B
                  - text
                constants: x
                keys: {a: b}
                keys: []
                """, "m.yaml");
        assertThat(read.isRead()).isFalse();
        assertThat(read.findings())
                .extracting(f -> f.code() + ":" + f.place().line())
                .containsExactlyInAnyOrder(
                        "MAP-YAML-VALUE:2",
                        "MAP-YAML-SHAPE:3",
                        "MAP-YAML-SHAPE:4",
                        "MAP-YAML-KEY-UNKNOWN:5",
                        "MAP-YAML-VALUE:9",
                        "MAP-YAML-KEY-MISSING:10",
                        "MAP-YAML-KEY-MISSING:11",
                        "MAP-YAML-SHAPE:12",
                        "MAP-YAML-KEY-MISSING:12",
                        "MAP-YAML-KEY-MISSING:12",
                        "MAP-YAML-SHAPE:13",
                        "MAP-YAML-KEY-TWICE:15");
    }

    @Test
    void parse_fieldOfAnotherKind_isNamed() {
        Reading<Mapping> read =
                MappingFile.parse("version: 1\nkind: funders\ncolumns:\n - column: A\n   field: awarded\n", "m.yaml");
        assertThat(codes(read.findings())).containsExactly("MAP-FIELD-UNKNOWN");
        assertThat(read.findings().get(0).place().line()).isEqualTo(5);
    }

    @Test
    void parse_hostileOrBroken_isRefusedWithOneFinding() {
        assertThat(codes(MappingFile.parse("", "m").findings())).containsExactly("MAP-YAML-EMPTY");
        assertThat(codes(MappingFile.parse("a: [", "m").findings())).containsExactly("MAP-YAML-BROKEN");
        assertThat(codes(MappingFile.parse("version: 2\nwhatever: 1", "m").findings()))
                .contains("MAP-YAML-VERSION");
        assertThat(codes(MappingFile.parse("a: &a [x]\nb: *a", "m").findings())).containsExactly("MAP-YAML-BROKEN");
        assertThat(codes(MappingFile.parse("[".repeat(5_000), "m").findings())).containsExactly("MAP-YAML-BROKEN");
        assertThat(codes(MappingFile.parse("#".repeat(600_000), "m").findings()))
                .containsExactly("MAP-YAML-LARGE");
        assertThat(codes(MappingFile.parse("!!javax.script.ScriptEngineManager {}", "m")
                        .findings()))
                .contains("MAP-YAML-BROKEN");
        assertThat(codes(MappingFile.parse("version: 1\nkind: grants\n? [a]\n: b", "m")
                        .findings()))
                .containsExactly("MAP-YAML-KEY-UNKNOWN");
    }

    @Test
    void file_beside_keepsTheName(@TempDir Path folder) throws IOException {
        assertThat(MappingFile.beside(Path.of("a/suivi 2024.xlsx"))).isEqualTo(Path.of("a/suivi 2024.mapping.yaml"));
        assertThat(MappingFile.beside(Path.of(".hidden"))).isEqualTo(Path.of(".hidden.mapping.yaml"));
        Path file = folder.resolve("m.mapping.yaml");
        assertThat(codes(MappingFile.read(file).findings())).containsExactly("TAB-FILE-MISSING");
        Mapping mapping = Mapping.of(TableKind.FUNDERS, MappedColumn.of("Nom", "name"));
        MappingFile.save(mapping, file);
        assertThat(MappingFile.read(file).get()).isEqualTo(mapping);
        Files.write(file, "version: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(codes(MappingFile.read(file).findings())).containsExactly("MAP-YAML-CHARSET");
    }
}
