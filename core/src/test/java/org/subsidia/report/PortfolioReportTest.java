package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class PortfolioReportTest {
    private static final StructureId CLUSTER = new StructureId("cluster");

    private static Grant grant(String id, String funder, int year, String amount) {
        return Grant.builder(new GrantId(id), CLUSTER)
                .payer(new FunderId(funder))
                .state(GrantState.AWARDED)
                .fiscalYear(year)
                .addAmount(new StagedAmount(AmountStage.AWARDED, SampleReport.euros(amount), null, null))
                .build();
    }

    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(
            Structure.builder(CLUSTER, "Grappe Bois").build(),
            Funder.builder(new FunderId("etat"), FunderLevel.STATE_OPERATOR, "Agence")
                    .build(),
            Funder.builder(new FunderId("region"), FunderLevel.REGION, "Région").build(),
            grant("a", "etat", 2023, "100.00"),
            grant("b", "region", 2023, "50.50"),
            grant("c", "region", 2025, "10.00")));

    @Test
    void table_levelsByYear_addUp() {
        Table table = PortfolioReport.of(PORTFOLIO, "Six grappes", LocalDate.of(2026, 1, 1))
                .table("level")
                .orElseThrow();
        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("year", "stateOperator", "region", "total");
        assertThat(TextRenderer.render(table, Locale.ENGLISH, 120).lines().skip(3))
                .extracting(line -> line.replaceAll(" +", " ").replaceAll("-+", "-"))
                .containsExactly(
                        "2023 100.00 50.50 150.50",
                        "2024 0.00 0.00 0.00",
                        "2025 0.00 10.00 10.00",
                        "- - - -",
                        "Total 100.00 60.50 160.50");
    }

    @Test
    void report_ofEmptyPortfolio_hasNoChart() {
        Report report = PortfolioReport.of(Portfolio.empty(), "rien", LocalDate.of(2026, 1, 1));
        assertThat(report.sections()).extracting(Section::id).containsExactly("keyFigures");
        assertThat(HtmlRenderer.render(report, Locale.FRENCH)).contains("Financements publics du portefeuille");
    }
}
