package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

/** 1,000 awarded for an action of 2024 and 2025; 900 received, 300 and 400 spent. */
class FunderDebtTest {
    private static final FiscalYear Y2024 = new FiscalYear(YearMonth.of(2024, 12));
    private static final FiscalYear Y2025 = new FiscalYear(YearMonth.of(2025, 12));
    private static final Recognition RECOGNITION =
            new Recognition(IncomeSplit.PERIODS, LawBase.standard().at(LocalDate.of(2025, 12, 31)));

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static Grant.Builder grant() {
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.PRO_RATA)
                .dates(GrantDates.builder()
                        .notification(LocalDate.of(2024, 2, 1))
                        .start(LocalDate.of(2024, 1, 1))
                        .end(LocalDate.of(2025, 11, 30))
                        .build())
                .amounts(List.of(staged(AmountStage.AWARDED, 1_000, "2024-01-15")))
                .yearLines(List.of(
                        new YearLine(YearLineKind.SPENT, 2024, euros(300)),
                        new YearLine(YearLineKind.SPENT, 2025, euros(400))))
                .addReceipt(new Receipt("r1", LocalDate.of(2024, 3, 1), euros(500), null, null))
                .addReceipt(new Receipt("r2", LocalDate.of(2025, 3, 1), euros(400), null, null));
    }

    private static StagedAmount staged(AmountStage stage, long amount, String day) {
        return new StagedAmount(stage, euros(amount), LocalDate.parse(day), null);
    }

    private static Explanation debt(Grant grant, FiscalYear year) {
        Explanation debt = FunderDebt.of(grant, year, RECOGNITION).amount();
        assertThat(debt.check()).isEmpty();
        debt.nodes().forEach(node -> {
            assertThat(node.label().in(Locale.FRENCH)).isNotBlank().doesNotContain("ACC-");
            assertThat(node.label().in(Locale.ENGLISH)).isNotBlank().doesNotContain("ACC-");
        });
        return debt;
    }

    private static Money owed(Grant.Builder grant, FiscalYear year) {
        return Amounts.of(debt(grant.build(), year)).orElseThrow();
    }

    private static String unknown(Grant.Builder grant) {
        return ((Value.Unknown) debt(grant.build(), Y2025).value()).reason().in(Locale.FRENCH);
    }

    @Test
    void unspentPart_isOwedOnceTheActionIsOver_notBefore() {
        assertThat(owed(grant(), Y2024)).isEqualTo(euros(0));
        // 700 of 1,000 were spent: of the 900 received, 200 may be claimed back
        assertThat(owed(grant(), Y2025)).isEqualTo(euros(200));
        FunderDebt debt = FunderDebt.of(grant().build(), Y2025, RECOGNITION);
        assertThat(debt.isOpen()).isTrue();
        assertThat(debt.received()).isEqualTo(euros(900));
        assertThat(FunderDebt.of(grant().build(), Y2024, RECOGNITION).isOpen()).isFalse();
    }

    @Test
    void acquiredAmount_onceNoted_decides() {
        Grant.Builder settled = grant().amounts(List.of(
                staged(AmountStage.AWARDED, 1_000, "2024-01-15"), staged(AmountStage.ACQUIRED, 850, "2025-12-20")));
        assertThat(owed(settled, Y2025)).isEqualTo(euros(50));
        settled.addReceipt(new Receipt("back", LocalDate.of(2025, 12, 28), euros(-50), null, null));
        assertThat(owed(settled, Y2025)).as("paid back").isEqualTo(euros(0));
    }

    @Test
    void fixedAmount_isKeptWhateverWasSpent_upToWhatIsDue() {
        assertThat(owed(grant().settlement(Settlement.FIXED), Y2025)).isEqualTo(euros(0));
        Grant.Builder reduced = grant().settlement(Settlement.FIXED)
                .amounts(List.of(
                        staged(AmountStage.AWARDED, 1_000, "2024-01-15"),
                        staged(AmountStage.REDUCED, 250, "2025-06-01")));
        assertThat(owed(reduced, Y2025)).isEqualTo(euros(150));
    }

    @Test
    void aClauseThatIsNotNoted_isAssumed_andSaidSo() {
        assertThat(owed(grant().settlement(null), Y2025)).isEqualTo(euros(0));
        assertThat(owed(grant().settlement(null).dedicated(true), Y2025)).isEqualTo(euros(200));
        assertThat(owed(grant().state(GrantState.CLOSED), Y2025))
                .as("closed: all was settled")
                .isEqualTo(euros(0));
        assertThat(debt(grant().settlement(null).build(), Y2025).nodes().map(node -> node.label()
                        .code()))
                .contains("ACC-DEBT-ASSUMED");
    }

    @Test
    void whatIsMissing_isSaid() {
        assertThat(unknown(grant().settlement(Settlement.DEFICIT))).contains("équilibre");
        assertThat(unknown(grant().yearLines(List.of()))).contains("dépenses");
        assertThat(unknown(grant().state(GrantState.CANCELLED))).contains("annulée");
        assertThat(unknown(grant().condition(new AwardCondition(AwardCondition.Kind.SUSPENSIVE, "permis", null))))
                .contains("avance");
        assertThat(unknown(grant().dates(GrantDates.builder()
                        .notification(LocalDate.of(2024, 2, 1))
                        .build())))
                .contains("fin de l’action");
        assertThat(unknown(grant().addReceipt(new Receipt(
                        "x", LocalDate.of(2025, 4, 1), Money.ofMajor(CurrencyUnit.USD, 5), null, null))))
                .contains("euros");
    }

    @Test
    void debtsOfAStructure_leaveOutWhatReceivedNothing() {
        Structure structure = Structure.builder(new StructureId("s"), "Cluster").build();
        Portfolio portfolio = Portfolio.of(List.of(
                structure,
                grant().build(),
                Grant.builder(new GrantId("empty"), structure.id()).build()));
        assertThat(FunderDebt.of(portfolio, structure, 2025, IncomeSplit.PERIODS, LawBase.standard()))
                .singleElement()
                .satisfies(debt -> assertThat(Amounts.of(debt.amount())).contains(euros(200)));
    }
}
