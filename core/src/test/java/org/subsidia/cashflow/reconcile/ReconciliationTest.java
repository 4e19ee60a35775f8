package org.subsidia.cashflow.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;

class ReconciliationTest {
    private static final StructureId CLUSTER = new StructureId("cluster");
    private static final FunderId REGION = new FunderId("region");
    private static final FunderId STATE = new FunderId("state");
    private static final FunderId TOWN = new FunderId("town");
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);

    private final Portfolio portfolio = Portfolio.empty()
            .apply(Edit.batch(
                    "",
                    List.of(
                            Edit.put(Structure.builder(CLUSTER, "Cluster Essai").build()),
                            Edit.put(Funder.builder(REGION, FunderLevel.REGION, "Région Rives-d'Essai")
                                    .build()),
                            Edit.put(Funder.builder(STATE, FunderLevel.STATE, "État, ministère de l'essai")
                                    .build()),
                            Edit.put(Funder.builder(TOWN, FunderLevel.EPCI, "Ormeval Métropole")
                                    .build()),
                            Edit.put(grant("actions", REGION, 10_000, "2026-CP-0042")),
                            Edit.put(grant("poles", STATE, 24_000, "EJ 2103456789")),
                            Edit.put(grant("local", TOWN, 7_000, null)))));

    private static Grant grant(String id, FunderId funder, int amount, @Nullable String reference) {
        return Grant.builder(new GrantId(id), CLUSTER)
                .purpose("Programme d'actions innovation")
                .payer(funder)
                .decisionMaker(funder)
                .origin(funder)
                .reference(reference)
                .fiscalYear(2026)
                .state(GrantState.UNDER_CONVENTION)
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(amount), SIGNED, null)))
                .dates(GrantDates.builder().convention(SIGNED).build())
                .schedule(List.of(step("avance", 60), step("solde", 40)))
                .build();
    }

    private static ScheduleStep step(String name, int percent) {
        return new ScheduleStep(
                name,
                StepRole.INTERIM,
                new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ofDays(0)),
                new Portion.OfAward(Fraction.percent(percent)),
                null,
                false,
                null,
                null);
    }

    private Reconciliation reconcile(Portfolio known, BankEntry... entries) {
        return Reconciliation.of(
                known, List.of(CLUSTER), LawBase.standard(), book(entries), ReconcileOptions.standard());
    }

    @Test
    void of_fundersNameAndExactAmount_isAcceptedAndExplained() {
        Reconciliation found = reconcile(portfolio, entry(4, 20, 6_000, "VIR REGION RIVES D ESSAI 2026-CP-0042"));

        Match match = found.matches().get(0);
        assertThat(match.state()).isEqualTo(Match.State.ACCEPTED);
        assertThat(match.payments().get(0).grant().id().value()).isEqualTo("actions");
        assertThat(match.payments().get(0).step()).isEqualTo("avance");
        assertThat(match.score().check()).isEmpty();
        assertThat(match.score().children()).hasSize(Clue.values().length);
        assertThat(match.score().value().number().orElseThrow().intValue()).isEqualTo(match.points());
        for (Explanation node : match.score().nodes().toList()) {
            assertThat(node.label().in(Locale.FRENCH)).isNotBlank();
            assertThat(node.label().in(Locale.ENGLISH)).isNotBlank();
        }
    }

    @Test
    void of_paymasterOfTheState_speaksForTheStateNotForOthers() {
        Reconciliation found = reconcile(portfolio, entry(4, 20, 14_400, "VIREMENT DRFIP DE LA REGION EJ 2103456789"));

        Match match = found.matches().get(0);
        assertThat(match.payments().get(0).grant().id().value()).isEqualTo("poles");
        assertThat(match.state()).isEqualTo(Match.State.ACCEPTED);
        Reconciliation asp = reconcile(portfolio, entry(4, 20, 4_200, "ASP VIREMENT"));
        assertThat(asp.accepted()).isEmpty();
    }

    @Test
    void of_amountAlone_isNeverAccepted() {
        Reconciliation found = reconcile(portfolio, entry(3, 20, 6_000, "VIREMENT CLIENT DUPONT"));

        assertThat(found.accepted()).isEmpty();
    }

    @Test
    void of_otherAmountWithReference_isProposedWithTheReason() {
        Reconciliation found = reconcile(portfolio, entry(4, 20, 5_999, "REGION RIVES D ESSAI 2026-CP-0042"));

        assertThat(found.matches()).hasSize(1);
        assertThat(found.matches().get(0).state()).isEqualTo(Match.State.PROPOSED);
        assertThat(found.matches().get(0).why().code()).isEqualTo("BANK-WHY-AMOUNT");
    }

    @Test
    void of_oneMovementForTwoSteps_isSplit() {
        Reconciliation found = reconcile(portfolio, entry(4, 20, 10_000, "REGION RIVES D ESSAI 2026-CP-0042"));

        Match match = found.matches().get(0);
        assertThat(match.payments()).hasSize(2);
        assertThat(match.score().check()).isEmpty();
        Portfolio booked = portfolio.apply(found.edit("test", found.matches()));
        assertThat(booked.grant(new GrantId("actions")).orElseThrow().receipts())
                .extracting(Receipt::amount)
                .containsExactlyInAnyOrder(euros(6_000), euros(4_000));
        assertThat(reconcile(booked, entry(4, 20, 10_000, "REGION RIVES D ESSAI 2026-CP-0042"))
                        .booked())
                .singleElement()
                .matches(BookedEntry::imported);
    }

    @Test
    void of_twoMovementsForOneStep_areTakenTogether() {
        Reconciliation found = reconcile(
                portfolio,
                entry(4, 20, 2_500, "REGION RIVES D ESSAI 2026-CP-0042 PART 1"),
                entry(4, 24, 3_500, "REGION RIVES D ESSAI 2026-CP-0042 PART 2"));

        assertThat(found.matches()).hasSize(1);
        assertThat(found.matches().get(0).entries()).hasSize(2);
        assertThat(found.matches().get(0).payments().get(0).step()).isEqualTo("avance");
    }

    @Test
    void of_twoGrantsAlike_asksInsteadOfGuessing() {
        Portfolio twins = portfolio.apply(Edit.put(grant("jumelle", REGION, 10_000, null)));

        Reconciliation found = reconcile(twins, entry(4, 20, 6_000, "VIR REGION RIVES D ESSAI ACTIONS 2026"));

        assertThat(found.matches().get(0).state()).isEqualTo(Match.State.PROPOSED);
        assertThat(found.matches().get(0).why().code()).isEqualTo("BANK-WHY-RIVAL");
    }

    @Test
    void of_applicationThatIsPaid_isProposed() {
        Grant asked = grant("actions", REGION, 10_000, "2026-CP-0042").toBuilder()
                .state(GrantState.REQUESTED)
                .amounts(List.of(new StagedAmount(AmountStage.REQUESTED, euros(10_000), SIGNED, null)))
                .build();

        Reconciliation found =
                reconcile(portfolio.apply(Edit.put(asked)), entry(4, 20, 6_000, "REGION RIVES D ESSAI 2026-CP-0042"));

        assertThat(found.accepted()).isEmpty();
    }

    @Test
    void edit_thenSameStatement_changesNothingAndUndoGivesBack() {
        BankEntry[] entries = {
            entry(4, 20, 6_000, "VIR REGION RIVES D ESSAI 2026-CP-0042"), entry(4, 21, -800, "LOYER AVRIL")
        };
        Reconciliation found = reconcile(portfolio, entries);
        Edit edit = found.edit("Relevé", found.accepted());
        Portfolio booked = portfolio.apply(edit);

        Reconciliation again = reconcile(booked, entries);

        assertThat(again.booked()).singleElement().matches(BookedEntry::imported);
        assertThat(again.matches()).isEmpty();
        assertThat(again.unmatched()).hasSize(1);
        assertThat(booked.apply(again.edit("Relevé", again.accepted()))).isEqualTo(booked);
        assertThat(booked.apply(edit.inverse(portfolio))).isEqualTo(portfolio);
    }

    @Test
    void of_receiptEnteredByHand_isRecognised() {
        Grant paid = grant("actions", REGION, 10_000, "2026-CP-0042").toBuilder()
                .addReceipt(new Receipt("r1", LocalDate.of(2026, 4, 18), euros(6_000), null, null))
                .build();

        Reconciliation found =
                reconcile(portfolio.apply(Edit.put(paid)), entry(4, 20, 6_000, "VIR REGION RIVES D ESSAI"));

        assertThat(found.booked()).singleElement().satisfies(one -> {
            assertThat(one.receipt()).isEqualTo("r1");
            assertThat(one.imported()).isFalse();
        });
        assertThat(found.matches()).isEmpty();
    }

    @Test
    void balance_ofTheStatements_becomesCashOnce() {
        Reconciliation found = reconcile(portfolio, entry(4, 20, 6_000, "VIR"));
        CashBalance cash = found.balance("Relevés").get();
        Structure owner = portfolio.structure(CLUSTER).orElseThrow();

        Portfolio noted = portfolio.apply(Reconciliation.noteBalance(owner, cash));

        assertThat(noted.structure(CLUSTER).orElseThrow().cashOn(LocalDate.of(2026, 12, 31)))
                .contains(cash);
        assertThat(Reconciliation.noteBalance(noted.structure(CLUSTER).orElseThrow(), cash))
                .isEqualTo(Edit.nothing());
    }

    @Test
    void of_moneyThatIsTakenBack_isMatchedWithWhatLeaves() {
        Grant grant = portfolio.grant(new GrantId("actions")).orElseThrow();
        LocalDate day = LocalDate.of(2026, 4, 20);
        ExpectedPayment back = new ExpectedPayment(
                grant, "", euros(-500), day, Explanation.leaf(Message.of("CASH-DAY"), new Value.Day(day)));

        Reconciliation found = Reconciliation.of(
                portfolio,
                List.of(CLUSTER),
                book(
                        entry(4, 20, 500, "REGION RIVES D ESSAI 2026-CP-0042"),
                        entry(4, 21, -500, "REGION RIVES D ESSAI REVERSEMENT 2026-CP-0042")),
                List.of(back),
                ReconcileOptions.standard());

        assertThat(found.accepted()).singleElement().satisfies(match -> assertThat(match.paid())
                .isEqualTo(euros(-500)));
        assertThat(found.unmatched()).hasSize(1);
    }

    @Test
    void threshold_outOfRange_isRefused() {
        assertThatThrownBy(() -> ReconcileOptions.standard().withThreshold(102))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("102");
    }

    static StatementBook book(BankEntry... entries) {
        Money sum = euros(0);
        for (BankEntry entry : entries) {
            sum = sum.plus(entry.amount());
        }
        List<BankBalance> balances = new ArrayList<>(List.of(
                new BankBalance(BalanceKind.OPENING, LocalDate.of(2026, 1, 1), euros(100)),
                new BankBalance(BalanceKind.CLOSING, LocalDate.of(2026, 12, 31), sum.plus(100))));
        return StatementBook.of(List.of(new BankStatement(
                BankFormat.CAMT_053,
                Place.file("releve.xml"),
                "1",
                BankAccount.of("FR1420041010050500013M02606"),
                CurrencyUnit.EUR,
                balances,
                List.of(entries),
                0)));
    }

    private static BankEntry entry(int month, int day, int amount, String label) {
        return new BankEntry(
                Place.NOWHERE, "", LocalDate.of(2026, month, day), null, euros(amount), label, null, null, null);
    }

    private static Money euros(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
