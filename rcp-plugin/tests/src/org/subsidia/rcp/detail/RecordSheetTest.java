package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class RecordSheetTest {
    private static final Structure LEAD =
            Structure.builder(new StructureId("s"), "Pôle Eau").build();
    private static final Funder REGION =
            Funder.builder(new FunderId("r"), FunderLevel.REGION, "Région").build();
    private static final Money AMOUNT = Money.of(CurrencyUnit.EUR, new BigDecimal("24975.00"));
    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(LEAD, REGION));

    private static List<String> values(PortfolioRecord record) {
        RecordSheet sheet = RecordSheet.of(record, PORTFOLIO, Locale.FRENCH);
        assertThat(sheet.sections()).noneMatch(section -> section.lines().isEmpty());
        return sheet.sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(RecordSheet.Line::value)
                .toList();
    }

    @Test
    void of_aProject_tellsItsDaysAndWhoPays() {
        Project project = Project.builder(new ProjectId("p"), "Berges")
                .lead(LEAD.id())
                .window(DateWindow.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)))
                .funding(List.of(new FundingLine(FundingKind.PUBLIC, "Région", REGION.id(), null, AMOUNT, null)))
                .build();
        assertThat(values(project))
                .containsExactly("Pôle Eau", "01/01/2025", "31/12/2026", "0", "24\u202f975,00\u00a0€");
    }

    @Test
    void of_aBudgetLine_tellsWhoseAndHowMuch() {
        BudgetLine line = BudgetLine.builder(
                        new BudgetLineId("b"), new StructureId("gone"), 2026, BudgetKind.STAFF, AMOUNT)
                .funder(REGION.id())
                .build();
        assertThat(values(line))
                .startsWith("gone", "2026")
                .contains("24\u202f975,00\u00a0€", "Région")
                .noneMatch(String::isBlank);
    }
}
