package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.report.chart.ChartSpec;

class FundingReportTest {
    private static Money column(Table table, String name) {
        int at = table.columns().stream().map(Column::name).toList().indexOf(name);
        return Money.total(table.rows().stream()
                .map(row -> ((Cell.Amount) row.get(at)).money())
                .toList());
    }

    private static Figure figure(Report report, String id) {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"year", "beneficiary", "funder", "purpose"})
    void tables_rowsWithTheRest_addUpToTheTotal(String id) {
        FundingPicture picture = SampleFunding.region();
        Table table = SampleFunding.report(picture).table(id).orElseThrow();
        assertThat(column(table, "attributed")).isEqualTo(picture.attributed());
        assertThat(column(table, "published")).isEqualTo(picture.published());
    }

    @Test
    void years_smallPicture_readsAsExpected() {
        Table table = SampleFunding.report(SampleFunding.small()).table("year").orElseThrow();
        assertThat(TextRenderer.render(table, Locale.ENGLISH, 100)).isEqualTo("""
                Grants by year
                Year   Attributed amount (€)  Grants   Share   Change
                -----  ---------------------  ------  ------  -------
                2022               60,000.00       1   60.0%  n/a (1)
                2023               40,000.00       2   40.0%   -33.3%
                -----  ---------------------  ------  ------  -------
                Total             100,000.00       3  100.0%
                (1) cannot be computed: no subsidy is known for the year before
                """);
    }

    @Test
    void years_chart_stacksFundersUpToTheYear() {
        FundingPicture picture = SampleFunding.region();
        ChartSpec.StackedBars chart = (ChartSpec.StackedBars)
                figure(SampleFunding.report(picture), "years").chart();
        assertThat(chart.series()).hasSize(7);
        for (int year = 0; year < chart.categories().size(); year++) {
            int at = year;
            BigDecimal sum = chart.series().stream()
                    .map(series -> series.values().get(at))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .isEqualByComparingTo(
                            picture.evolution().get(year).attributed().getAmount());
        }
    }

    @Test
    void years_chartOfTwoFunders_namesThem() {
        ChartSpec.StackedBars chart = (ChartSpec.StackedBars)
                figure(SampleFunding.report(SampleFunding.small()), "years").chart();
        assertThat(chart.series())
                .extracting(series -> series.label().in(Locale.FRENCH))
                .containsExactly("Région", "Ville");
        assertThat(chart.series().get(0).values())
                .containsExactly(new BigDecimal("60000.00"), new BigDecimal("24999.50"));
        assertThat(chart.series().get(1).values()).containsExactly(new BigDecimal("0.00"), new BigDecimal("15000.50"));
    }

    @Test
    void keyFigures_ofSmallPicture_areKnown() {
        Report report = SampleFunding.report(SampleFunding.small());
        KeyFigures figures = (KeyFigures) report.sections().get(0).blocks().get(0);
        assertThat(figures.figures())
                .extracting(KeyFigure::id)
                .containsExactly("total", "grants", "beneficiaries", "funders", "firstShare", "herfindahl");
        assertThat(figures.figures().get(0).value()).isEqualTo(Cell.of(SampleReport.euros("100000.00")));
        assertThat(figures.figures().get(1).value()).isEqualTo(Cell.of(3));
    }

    @Test
    void report_ofNothing_saysWhyFiguresAreUnknown() {
        Report report = SampleFunding.report(SampleFunding.empty());
        assertThat(TextRenderer.render(report, Locale.ENGLISH, 100))
                .contains("unknown: no subsidy is counted")
                .contains("n/a (1)");
        assertThat(report.sections()).extracting(Section::id).doesNotContain("charts");
    }

    @Test
    void report_amountsThatDoNotDiffer_areShownOnceAndWrittenTwice() throws IOException {
        Table table =
                SampleFunding.report(SampleFunding.small()).table("funder").orElseThrow();
        assertThat(TextRenderer.render(table, Locale.FRENCH, 100)).doesNotContain("Montant publié");
        StringBuilder csv = new StringBuilder();
        CsvRenderer.write(table, Locale.FRENCH, CsvRenderer.Options.PROGRAM, csv);
        assertThat(csv.toString())
                .isEqualTo("name,identifier,attributed,published,grants,share\r\n"
                        + "Région,222222226,84999.50,84999.50,2,0.849995\r\n"
                        + "Ville,333333334,15000.50,15000.50,1,0.150005\r\n");
    }

    @Test
    void report_noFindings_saysSo() {
        Report report =
                FundingReport.of(SampleFunding.small(), List.of(), new Findings(List.of()), LocalDate.of(2026, 1, 1));
        assertThat(TextRenderer.render(report, Locale.ENGLISH, 100))
                .contains("Nothing to report in the files that were read.")
                .contains("Source not stated");
    }

    @Test
    void years_withoutAnyGrant_areGapsInTheChart() {
        ChartSpec.StackedBars chart = (ChartSpec.StackedBars)
                figure(SampleFunding.report(SampleFunding.withGap()), "years").chart();
        assertThat(chart.categories()).containsExactly("2020", "2021", "2022", "2023");
        assertThat(chart.series()).hasSize(1);
        assertThat(chart.series().get(0).values())
                .containsExactly(
                        new BigDecimal("10.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("5.00"));
    }
}
