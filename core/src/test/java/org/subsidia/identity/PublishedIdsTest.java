package org.subsidia.identity;

import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

/** Counts of sound, repairable and destroyed numbers in files that public bodies published. */
class PublishedIdsTest {

    @BeforeEach
    void needsRealFiles() {
        Assumptions.assumeThat(System.getenv("SUBSIDIA_REAL_DATA"))
                .as("SUBSIDIA_REAL_DATA names the folder of real files")
                .isNotNull();
    }

    @Test
    void maineEtLoire_spacesAndApostrophes_repaired() throws IOException {
        List<Outcome> grantors = outcomes("published/224900019*", ';', "idAttribuant", Siret::read);
        List<Outcome> beneficiaries = outcomes("published/224900019*", ';', "idBeneficiaire", Siret::read);

        assertThat(counts(grantors)).containsExactly(entry("ID-REPAIR-QUOTES", 75L));
        assertThat(grantors).extracting(Outcome::value).containsOnly("22490001900015");
        assertThat(counts(beneficiaries))
                .containsOnly(
                        entry("ID-REPAIR-SPACES", 67L),
                        entry("ID-SIRET-KEY", 4L),
                        entry("ID-EXPONENT", 2L),
                        entry("ID-EMPTY", 2L));
    }

    @Test
    void vendee_oneWrongKey_refused() throws IOException {
        assertThat(counts(outcomes("published/2017_*", ',', "idAttribuant", Siret::read)))
                .containsExactly(entry("sound", 23L));
        assertThat(counts(outcomes("published/2017_*", ',', "idBeneficiaire", Siret::read)))
                .containsOnly(entry("sound", 22L), entry("ID-SIRET-KEY", 1L));
    }

    @Test
    void toulouse_allDestroyedByASpreadsheet_noneGuessed() throws IOException {
        for (Function<String, Reading<? extends OrganisationId>> reader :
                List.<Function<String, Reading<? extends OrganisationId>>>of(Siret::read, OrganisationId::read)) {
            assertThat(counts(outcomes("published/subventions-toulouse*", ';', "idAttribuant", reader)))
                    .containsExactly(entry("ID-EXPONENT", 396L));
            assertThat(counts(outcomes("published/subventions-toulouse*", ';', "idBeneficiaire", reader)))
                    .containsOnly(entry("ID-EXPONENT", 386L), entry("ID-EMPTY", 10L));
        }
    }

    @Test
    void antibes_sound() throws IOException {
        assertThat(counts(outcomes("datasubvention/exemple_valide.csv", ',', "idBeneficiaire", Siret::read)))
                .containsOnly(entry("sound", 28L), entry("ID-EMPTY", 1L));
        assertThat(counts(outcomes("datasubvention/exemple_valide.csv", ',', "rnaBeneficiaire", Rna::read)))
                .containsOnly(entry("sound", 2L), entry("ID-EMPTY", 27L));
    }

    @Test
    void poitiers_zerosForTheEstablishment_sirenKeptWithAWarning() throws IOException {
        String file = "datasubvention/exemple_invalide_erreurs_cellules.csv";

        assertThat(counts(outcomes(file, ',', "idAttribuant", Siret::read)))
                .containsOnly(entry("ID-SIRET-NO-NIC", 28L), entry("ID-SIRET-SIREN-ONLY", 1L));
        assertThat(counts(outcomes(file, ',', "idAttribuant", OrganisationId::read)))
                .containsOnly(entry("ID-REPAIR-NO-NIC", 28L), entry("sound", 1L));
        assertThat(counts(outcomes(file, ',', "idBeneficiaire", Siret::read)))
                .containsOnly(
                        entry("sound", 3L),
                        entry("ID-EMPTY", 4L),
                        entry("ID-SIRET-NO-NIC", 20L),
                        entry("ID-SIRET-KEY", 1L),
                        entry("ID-ROUNDED", 1L));
        assertThat(counts(outcomes(file, ',', "rnaBeneficiaire", Rna::read)))
                .containsOnly(entry("sound", 3L), entry("ID-EMPTY", 23L), entry("ID-RNA-FORM", 3L));
    }

    @Test
    void invented_refused() throws IOException {
        assertThat(counts(outcomes("fixtures/SCDL.csv", ';', "idBeneficiaire", Siret::read)))
                .containsExactly(entry("ID-SIRET-KEY", 4L));
        assertThat(counts(outcomes("fixtures/SCDL.csv", ';', "rnaBeneficiaire", Rna::read)))
                .containsExactly(entry("sound", 4L));
        assertThat(counts(outcomes("fixtures/test-csv-valid.csv", ',', "idBeneficiaire", Siret::read)))
                .containsOnly(entry("ID-SIRET-KEY", 37L), entry("ID-ROUNDED", 1L));
        assertThat(counts(outcomes("fixtures/fixture-errors.csv", ',', "rnaBeneficiaire", Rna::read)))
                .containsOnly(entry("ID-EMPTY", 6L), entry("ID-RNA-FORM", 2L));
    }

    /** What became of a cell: the most serious finding, or "sound". */
    private record Outcome(String value, String code) {}

    private static Map<String, Long> counts(List<Outcome> outcomes) {
        return outcomes.stream().collect(groupingBy(Outcome::code, counting()));
    }

    private static List<Outcome> outcomes(
            String file,
            char delimiter,
            String column,
            Function<String, ? extends Reading<? extends OrganisationId>> read)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        List<CSVRecord> records =
                format.parse(new StringReader(text(find(file)))).getRecords();
        int index = records.get(0).toList().indexOf(column);
        List<Outcome> outcomes = new ArrayList<>();
        for (CSVRecord record : records.subList(1, records.size())) {
            Reading<? extends OrganisationId> reading = read.apply(record.get(index));
            outcomes.add(new Outcome(reading.value().map(OrganisationId::value).orElse(""), mostSerious(reading)));
        }
        return outcomes;
    }

    private static String mostSerious(Reading<?> reading) {
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            var first = reading.findings().stream()
                    .filter(f -> f.severity() == severity)
                    .findFirst();
            if (first.isPresent()) {
                return first.get().code();
            }
        }
        return "sound";
    }

    private static Path find(String glob) throws IOException {
        Path pattern = Path.of(System.getenv("SUBSIDIA_REAL_DATA"), "scdl", glob.substring(0, glob.indexOf('/')));
        String start = glob.substring(glob.indexOf('/') + 1).replace("*", "");
        try (Stream<Path> files = Files.list(pattern)) {
            return files.filter(p -> p.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
