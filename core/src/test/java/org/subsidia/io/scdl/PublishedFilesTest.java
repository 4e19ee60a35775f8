package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.TabularFormat;

/** Every file of real publications, with the counts and totals that were counted by hand. */
class PublishedFilesTest {
    private static final String TOULOUSE = "published/subventions-toulouse_2022.csv";
    private static final String VENDEE = "published/2017_Publication_données_Open_data_Subventions_Conventions.csv";
    private static final String ANJOU =
            "published/224900019_conventions-de-subventions-du-departement-de-maine-et-loire.csv";

    private final List<ScdlRow> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        TOULOUSE + ", 396, 0, 88789356.48, 88789356.48",
        VENDEE + ", 23, 0, 1721009.54, 1721009.54",
        ANJOU + ", 75, 0, 8327364.88, 8327364.88",
        "datasubvention/exemple_valide.csv, 29, 0, 2821393.50, 1693684.86",
        "datasubvention/exemple-duplicate-column.csv, 29, 0, 2821393.50, 1693684.86",
        "datasubvention/exemple_invalide_erreurs_cellules.csv, 28, 1, 851436.10, 837100.78",
        "datasubvention/exemple_invalide_erreurs_colonnes.csv, 28, 1, 851436.10, 837100.78",
        "fixtures/SCDL.csv, 3, 1, 60000, 60000",
        "fixtures/SCDL_LESS_DATA.csv, 2, 1, 50000, 50000",
        "fixtures/SCDL_ONE_MISSING_MANDATORY.csv, 3, 1, 60000, 60000",
        "fixtures/SCDL_SECOND_IMPORT.csv, 8, 1, 110000, 110000",
        "fixtures/SCDL.xlsx, 9, 1, 5557017, 5557017",
        "fixtures/SCDL_WITH_EXERCICE.xlsx, 9, 1, 5557998, 5557998",
        "fixtures/fixture.csv, 3, 0, 350000, 350000",
        "fixtures/fixture-errors.csv, 8, 0, 720176.97, 720176.97",
        "fixtures/test-csv-valid.csv, 38, 0, 4357778.88, 4357778.88",
        "fixtures/test-csv-invalid.csv, 38, 0, 4357778.88, 4357778.88",
    })
    void rows_ofEachFile_haveTheirCountsAndTotals(
            String name, long read, long refused, String published, String attributed) {
        ScdlSummary summary = read(name);
        assertThat(summary.read()).isEqualTo(read);
        assertThat(summary.refused()).isEqualTo(refused);
        assertThat(summary.rows()).isEqualTo(read + refused);
        assertThat(summary.complete()).isTrue();
        assertThat(summary.published().getAmount()).isEqualByComparingTo(published);
        assertThat(summary.attributed().getAmount()).isEqualByComparingTo(attributed);
        assertThat(rows).hasSize((int) read);
        assertThat(Money.total(rows.stream().map(ScdlRow::publishedAmount).toList()))
                .isEqualTo(summary.published());
        assertThat(findings.stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .map(f -> f.place().line())
                        .distinct())
                .hasSize((int) refused);
        findings.forEach(finding -> {
            assertThat(finding.place().line()).as("%s", finding).isPositive();
            assertThat(finding.message().in(Locale.FRENCH)).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixtures/SCDL_MANY_MISSING_MANDATORY.csv", "fixtures/test-csv-invalid-headers-names.csv"})
    void open_withoutAmountColumn_isRefused(String name) {
        Reading<ScdlFile> file = ScdlFile.open(RealData.file(name), ScdlOptions.standard());
        assertThat(file.isRead()).isFalse();
        assertThat(file.findings()).extracting(Finding::code).contains("SCDL-HDR-NO-AMOUNT");
    }

    @Test
    void vendee_shiftedColumns_arePutRightRowByRow() {
        ScdlSummary summary = read(VENDEE);
        assertThat(summary.count("SCDL-ROW-JOINED")).isEqualTo(23);
        assertThat(summary.count("SCDL-AMT-COMMA")).isEqualTo(23);
        assertThat(summary.count("SCDL-PERIOD-FORM")).isEqualTo(22);
        ScdlRow row = rows.get(20);
        assertThat(row.publishedAmount()).isEqualTo(Money.parse("EUR 60000.00"));
        assertThat(row.conditions().orElseThrow()).endsWith("et le solde, soit 6 000 € en 2020.");
        assertThat(row.paymentPeriod().orElseThrow()).hasToString("2018-01-31/2020-06-30");
        assertThat(rows.get(22).conditions().orElseThrow()).contains("Avance de 20,00%");
    }

    @Test
    void toulouse_destroyedNumbers_areNeverGuessed() {
        ScdlSummary summary = read(TOULOUSE);
        assertThat(rows)
                .allMatch(row ->
                        row.beneficiary().id().isEmpty() && row.funder().id().isEmpty());
        assertThat(summary.count("ID-EXPONENT")).isEqualTo(396 + 386);
        assertThat(rows).allMatch(row -> row.year().orElseThrow() == 2022);
    }

    @Test
    void anjou_quirks_areCounted() {
        ScdlSummary summary = read(ANJOU);
        assertThat(summary.count("ID-REPAIR-QUOTES")).isEqualTo(75);
        assertThat(summary.count("ID-EXPONENT")).isEqualTo(2);
        assertThat(summary.count("ID-SIRET-KEY")).isEqualTo(4);
        assertThat(summary.count("SCDL-RAE-NONE")).isEqualTo(75);
        assertThat(summary.count("SCDL-PERIOD-OPEN")).isEqualTo(16);
        assertThat(summary.count("SCDL-HDR-UNKNOWN")).isEqualTo(2);
        assertThat(rows.stream().filter(row -> row.beneficiary().id().isPresent()))
                .hasSize(75 - 2 - 2 - 4);
    }

    @Test
    void open_saysHowEachFileIsWritten() {
        ScdlFile toulouse = open(TOULOUSE);
        assertThat(toulouse.format()).isEqualTo(TabularFormat.CSV);
        assertThat(toulouse.charset()).contains(StandardCharsets.UTF_8);
        assertThat(toulouse.dialect().orElseThrow().separator()).isEqualTo(';');
        assertThat(toulouse.firstDataLine()).isEqualTo(2);
        assertThat(toulouse.firstDataOffset()).hasValue(225);
        assertThat(open(VENDEE).charset().orElseThrow().name()).isEqualTo("windows-1252");
        assertThat(open(VENDEE).version()).isEqualTo(ScdlVersion.V2_0_2);
        ScdlFile workbook = open("fixtures/SCDL.xlsx");
        assertThat(workbook.sheet()).isEqualTo("Du 01-01-2023 au 30-06-2023");
        assertThat(workbook.header().line()).isEqualTo(4);
        assertThat(workbook.firstDataLine()).isEqualTo(5);
        assertThat(workbook.firstDataOffset()).isEmpty();
        assertThat(workbook.charset()).isEmpty();
    }

    private ScdlSummary read(String name) {
        return open(name).rows(rows::add, findings::add);
    }

    private static ScdlFile open(String name) {
        return ScdlFile.open(RealData.file(name), ScdlOptions.standard()).get();
    }
}
