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
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;

/** What the forms of projects and budget lines take, and what not. */
class ProjectAndBudgetTest {
    private static final Locale FRENCH = Locale.FRENCH;
    private static final Structure LEAD =
            Structure.builder(new StructureId("s"), "Pôle Eau").build();
    private static final Structure OTHER =
            Structure.builder(new StructureId("o"), "Bois").build();
    private static final Funder REGION =
            Funder.builder(new FunderId("r"), FunderLevel.REGION, "Région").build();
    private static final Grant GRANT = Grant.builder(new GrantId("g"), LEAD.id())
            .purpose("Berges")
            .project(new ProjectId("p"))
            .build();
    private static final Grant ELSEWHERE = Grant.builder(new GrantId("h"), OTHER.id())
            .purpose("Salon")
            .project(new ProjectId("q"))
            .build();
    private static final Project PROJECT = Project.builder(new ProjectId("p"), "Berges vivantes")
            .lead(LEAD.id())
            .window(DateWindow.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)))
            .costs(List.of(new ProjectCost("Personnel", euros("60000.00"), euros("50000.00"), 2025)))
            .funding(List.of(
                    new FundingLine(FundingKind.PUBLIC, "Région", REGION.id(), GRANT.id(), euros("40000.00"), true)))
            .partners(List.of("Université"))
            .note("note")
            .build();
    private static final BudgetLine LINE = BudgetLine.builder(
                    new BudgetLineId("b"), LEAD.id(), 2026, BudgetKind.STAFF, euros("24975.00"))
            .label("Salaires")
            .account("641")
            .funder(REGION.id())
            .grant(GRANT.id())
            .behaviour(CostBehaviour.FIXED)
            .note("note")
            .build();
    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(
            LEAD,
            OTHER,
            REGION,
            GRANT,
            ELSEWHERE,
            PROJECT,
            Project.builder(new ProjectId("q"), "Autre").build(),
            LINE));

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    /** A field takes what it shows, and nothing changes; emptied, it takes that too, unless it must not be empty. */
    private static <R extends PortfolioRecord> void assertFields(Field<R>[] fields, R full) {
        for (Field<R> field : fields) {
            String text = field.text(full, PORTFOLIO, FRENCH);
            assertThat(text).as(field.name()).isNotBlank();
            assertThat(field.refusal(full, PORTFOLIO, text, FRENCH))
                    .as(field.name())
                    .isEmpty();
            assertThat(field.changed(full, PORTFOLIO, text, FRENCH))
                    .as(field.name())
                    .isEqualTo(full);
            if (field.refusal(full, PORTFOLIO, "", FRENCH).isEmpty()) {
                R without = field.changed(full, PORTFOLIO, "", FRENCH);
                assertThat(field.text(without, PORTFOLIO, FRENCH))
                        .as(field.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void fields_readWhatTheyShow() {
        assertFields(ProjectField.values(), PROJECT);
        assertFields(BudgetLineField.values(), LINE);
    }

    @Test
    void refusal_ofAProject_saysWhatIsWrong() {
        assertThat(ProjectField.NAME.refusal(PROJECT, PORTFOLIO, " ", FRENCH)).isPresent();
        assertThat(ProjectField.LAST.refusal(PROJECT, PORTFOLIO, "31/12/2024", FRENCH))
                .contains(Texts.cellDayOrder);
        assertThat(ProjectField.LEAD.refusal(PROJECT, PORTFOLIO, "Personne", FRENCH))
                .isPresent();
        Project open = ProjectField.FIRST.changed(PROJECT, PORTFOLIO, "", FRENCH);
        assertThat(ProjectField.LAST.changed(open, PORTFOLIO, "", FRENCH).window())
                .isNull();
    }

    @Test
    void refusal_ofABudgetLine_saysWhatIsWrong() {
        assertThat(BudgetLineField.YEAR.refusal(LINE, PORTFOLIO, "26", FRENCH)).isPresent();
        assertThat(BudgetLineField.AMOUNT.refusal(LINE, PORTFOLIO, "-5", FRENCH))
                .contains(Texts.awardNegative);
        BudgetLine dedicated = LINE.toBuilder().kind(BudgetKind.DEDICATED_FUNDS).build();
        assertThat(BudgetLineField.AMOUNT.refusal(dedicated, PORTFOLIO, "-5", FRENCH))
                .isEmpty();
        BudgetLine set = BudgetLineField.AMOUNT.changed(dedicated, PORTFOLIO, "-5", FRENCH);
        String staff = BudgetLineField.KIND.text(LINE, PORTFOLIO, FRENCH);
        assertThat(BudgetLineField.KIND.refusal(set, PORTFOLIO, staff, FRENCH)).contains(Texts.awardNegative);
        assertThat(BudgetLineField.STRUCTURE.refusal(LINE, PORTFOLIO, "", FRENCH))
                .isPresent();
    }

    @Test
    void grant_ofABudgetLine_isChosenAmongThoseOfItsStructure() {
        assertThat(BudgetLineField.GRANT.choices(LINE, PORTFOLIO, FRENCH)).containsExactly("", "Berges");
        assertThat(BudgetLineField.GRANT.refusal(LINE, PORTFOLIO, "Salon", FRENCH))
                .isPresent();
        BudgetLine moved = BudgetLineField.STRUCTURE.changed(LINE, PORTFOLIO, "Bois", FRENCH);
        assertThat(BudgetLineField.GRANT.text(moved, PORTFOLIO, FRENCH)).isEqualTo("g");
        assertThat(BudgetLineField.GRANT.changed(moved, PORTFOLIO, "g", FRENCH)).isEqualTo(moved);
        assertThat(BudgetLineField.GRANT
                        .changed(moved, PORTFOLIO, "Salon", FRENCH)
                        .grant())
                .isEqualTo(ELSEWHERE.id());
    }

    @Test
    void lists_readWhatTheyShow() {
        for (ProjectList list : ProjectList.values()) {
            List<String> line = list.lines(PROJECT, PORTFOLIO).get(0);
            assertThat(line).as(list.name()).hasSameSizeAs(list.entries(PORTFOLIO));
            assertThat(list.refusal(PROJECT, 0, line, PORTFOLIO, FRENCH))
                    .as(list.name())
                    .isEmpty();
            assertThat(list.with(PROJECT, 0, line, PORTFOLIO, FRENCH))
                    .as(list.name())
                    .isEqualTo(PROJECT);
            Project twice = list.with(PROJECT, -1, line, PORTFOLIO, FRENCH);
            assertThat(list.lines(twice, PORTFOLIO)).as(list.name()).hasSize(2);
            assertThat(list.without(twice, 1)).as(list.name()).isEqualTo(PROJECT);
        }
    }

    @Test
    void funding_ofAFunderOfThePortfolio_isTiedToItAndOfAnyoneElseIsWords() {
        String own = FundingKind.OWN.label().in(Texts.locale());
        Project more = ProjectList.FUNDING.with(
                PROJECT, -1, List.of("Région", own, "Berges", "5", Texts.eligibilityNo, ""), PORTFOLIO, FRENCH);
        assertThat(more.funding().get(1))
                .isEqualTo(new FundingLine(FundingKind.OWN, "Région", REGION.id(), GRANT.id(), euros("5.00"), false));
        Project words = ProjectList.FUNDING.with(more, 1, List.of("Mécènes", own, "", "5", "", ""), PORTFOLIO, FRENCH);
        assertThat(words.funding().get(1))
                .isEqualTo(new FundingLine(FundingKind.OWN, "Mécènes", null, null, euros("5.00"), null));
    }

    @Test
    void refusal_ofALine_namesTheGrantOfAnotherProjectAndTooMuchThatIsEligible() {
        String own = FundingKind.OWN.label().in(Texts.locale());
        assertThat(ProjectList.FUNDING.refusal(
                        PROJECT, -1, List.of("Bois", own, "Salon", "5", "", ""), PORTFOLIO, FRENCH))
                .contains(Texts.projectGrantOther);
        assertThat(ProjectList.COSTS.refusal(PROJECT, -1, List.of("Loyer", "10", "11", ""), PORTFOLIO, FRENCH))
                .contains(Texts.projectEligibleOver);
        assertThat(ProjectList.COSTS.refusal(PROJECT, -1, List.of("Loyer", "10", "", ""), PORTFOLIO, FRENCH))
                .isEmpty();
    }
}
