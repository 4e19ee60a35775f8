package org.subsidia.territory;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables against two public ones: the history of regions and départements, and NUTS 2013. */
class ReferenceTablesTest {
    private static final LocalDate AFTER = LocalDate.of(2016, 1, 1);

    @BeforeEach
    void needsRealFiles() {
        Assumptions.assumeThat(System.getenv("SUBSIDIA_REAL_DATA"))
                .as("SUBSIDIA_REAL_DATA names the folder of real files")
                .isNotNull();
    }

    @Test
    void regions_codesNamesDatesSuccessors_agree() throws IOException {
        List<CSVRecord> rows = rows("geohisto/regions.csv");

        assertThat(rows).hasSameSizeAs(Region.all());
        for (CSVRecord row : rows) {
            LocalDate start = day(row.get("start_datetime"));
            Region region = row.get("insee_code").equals("06")
                    ? Region.of(
                            "06") // the table starts it in 1970; it became a département with a region's powers in 2011
                    : Region.at(start).stream()
                            .filter(r -> r.code().equals(row.get("insee_code")))
                            .findFirst()
                            .orElseThrow();
            assertThat(region.name().replace(' ', '-'))
                    .isEqualTo(row.get("name").replace(' ', '-'));
            if (!region.code().equals("06")) {
                assertThat(region.validity().getStart()).isEqualTo(start);
            }
            boolean lasts = row.get("end_datetime").startsWith("9999");
            assertThat(region.validity().isUnboundedEnd()).isEqualTo(lasts);
            if (!lasts) {
                LocalDate end = day(row.get("end_datetime"));
                assertThat(region.validity().getEndInclusive()).isEqualTo(end);
                assertThat(region.successor(end.plusDays(1)).orElseThrow().code())
                        .isEqualTo(row.get("successors").substring("fr:region:".length(), "fr:region:".length() + 2));
            }
            Set<String> ancestors = Arrays.stream(row.get("ancestors").split(";", -1))
                    .filter(a -> !a.isEmpty())
                    .map(a -> a.substring("fr:region:".length(), "fr:region:".length() + 2))
                    .collect(toSet());
            if (!ancestors.isEmpty()) {
                assertThat(region.ancestors(start.minusDays(1)))
                        .extracting(Region::code)
                        .containsExactlyInAnyOrderElementsOf(ancestors);
            }
        }
    }

    @Test
    void departements_regionSince2016_agrees() throws IOException {
        Set<String> known = new TreeSet<>();
        for (CSVRecord row : rows("geohisto/departements.csv")) {
            if (row.get("end_datetime").startsWith("9999")) {
                Departement departement = Departement.of(row.get("insee_code"));
                known.add(departement.code());
                assertThat(departement.name()).isEqualTo(row.get("name"));
                assertThat(departement.region(AFTER).orElseThrow().code()).isIn(parents(row));
            }
        }
        assertThat(known).hasSize(101);
        for (CSVRecord row : rows("geohisto/collectivites.csv")) {
            assertThat(Departement.of(row.get("insee_code")).name()).isEqualTo(row.get("name"));
        }
    }

    /** The history gives every département of a merged region from 46 to 89 the same former region; NUTS 2013 does not. */
    @Test
    void departements_regionBefore2016_agreesButWhereTheTableContradictsNuts() throws IOException {
        Map<String, String> nutsByName = nuts().entrySet().stream()
                .filter(e -> e.getKey().length() == 5)
                .collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
        Set<String> contradicted = new TreeSet<>();
        for (CSVRecord row : rows("geohisto/departements.csv")) {
            if (row.get("end_datetime").startsWith("9999")) {
                Departement departement = Departement.of(row.get("insee_code"));
                Region region = departement.region(AFTER.minusDays(1)).orElseThrow();
                Nuts former = Nuts.of(nutsByName.get(departement.name()));
                assertThat(former.departement()).contains(departement);
                assertThat(former.parent().flatMap(p -> p.region(AFTER.minusDays(1))))
                        .contains(region);
                if (!parents(row).contains(region.code())) {
                    contradicted.add(departement.code());
                }
            }
        }
        assertThat(contradicted)
                .containsExactly(
                        "46", "50", "54", "55", "57", "58", "59", "61", "62", "63", "65", "67", "68", "71", "79", "81",
                        "82", "86", "87", "88", "89");
    }

    @Test
    void nuts2013_everyCodeOfLevels2And3_known() throws IOException {
        Map<String, String> codes = nuts();

        assertThat(codes.keySet().stream().filter(c -> c.length() == 4)).hasSize(27);
        assertThat(codes.keySet().stream().filter(c -> c.length() == 5)).hasSize(101);
        codes.forEach((code, name) -> {
            Nuts nuts = Nuts.of(code);
            String present = nuts.name().equals("Centre-Val de Loire") ? "Centre" : nuts.name();
            assertThat(Names.key(present)).as(code).isEqualTo(Names.key(name));
            if (code.length() == 5) {
                assertThat(nuts.parent())
                        .isEqualTo(Nuts.find(code.substring(0, 4)).map(Nuts::current));
            }
        });
    }

    private static Set<String> parents(CSVRecord row) {
        return Arrays.stream(row.get("parents").split(";", -1))
                .map(p -> p.substring("fr:region:".length(), "fr:region:".length() + 2))
                .collect(toSet());
    }

    /** NUTS 2013 of France, levels 2 and 3, without the units outside all regions. */
    private static Map<String, String> nuts() throws IOException {
        return rows("nuts/geocodes.nuts.csv").stream()
                .filter(row -> row.get("NUTS-Code").matches("FR[0-9A-Y][0-9]{1,2}"))
                .collect(toMap(row -> row.get("NUTS-Code"), row -> row.get("Description")));
    }

    private static LocalDate day(String datetime) {
        return LocalDate.parse(datetime.substring(0, 10));
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        String text = Files.readString(Path.of(System.getenv("SUBSIDIA_REAL_DATA"), "reference", file))
                .replace("\r", "\n");
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
