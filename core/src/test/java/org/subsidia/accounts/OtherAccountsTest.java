package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.accounts.RollForward.Family;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** Grants that are booked elsewhere than on 441 and 74: debtors, contributions, fees, contracts. */
class OtherAccountsTest {
    private static final StructureId S = new StructureId("s");
    private static final Funder TOWN = Funder.builder(new FunderId("ville"), FunderLevel.COMMUNE, "Ville de Brume")
            .build();
    private static final LocalDate CLOSING = LocalDate.of(2025, 12, 31);
    private static final LawBase LAWS = LawBase.standard();

    private final Map<String, Long> balances = new TreeMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private void grant(String id, GrantNature nature, long award) {
        grants.add(Grant.builder(new GrantId(id), S)
                .nature(nature)
                .spending(SpendingKind.OPERATING)
                .state(GrantState.AWARDED)
                .reference("REF-" + id)
                .payer(TOWN.id())
                .decisionMaker(TOWN.id())
                .origin(TOWN.id())
                .fiscalYear(2025)
                .dates(GrantDates.builder()
                        .notification(LocalDate.of(2025, 3, 3))
                        .build())
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(award), null, null)))
                .build());
    }

    private void entry(String label, String debit, String credit, long amount) {
        int number = entries.size() + 1;
        List<JournalLine> lines = List.of(
                new JournalLine(2L * number, debit, "", "", "", "", label, 100 * amount),
                new JournalLine(2L * number + 1, credit, "", "", "", "", label, -100 * amount));
        balances.merge(debit, 100 * amount, Long::sum);
        balances.merge(credit, -100 * amount, Long::sum);
        entries.add(new JournalEntry("file", "OD", Integer.toString(number), LocalDate.of(2025, 3, 10), false, lines));
    }

    private Books books() {
        return new Books(
                "file",
                LocalDate.of(2025, 1, 1),
                CLOSING,
                Chart.of(LAWS.at(LocalDate.of(2025, 1, 1))),
                balances.entrySet().stream()
                        .map(each -> new AccountBalance(each.getKey(), "", 0, each.getValue()))
                        .toList(),
                entries,
                0,
                Map.of());
    }

    private Portfolio portfolio() {
        List<org.subsidia.portfolio.PortfolioRecord> records = new ArrayList<>(grants);
        records.add(TOWN);
        records.add(Structure.builder(S, "Cluster").build());
        return Portfolio.of(records);
    }

    private List<Match> matches() {
        return GrantMatching.of(books(), portfolio(), S, FunderWords.standard(), MatchOptions.USUAL);
    }

    private GrantAccounts accounts() {
        return GrantAccounts.of(books(), matches(), new Recognition(IncomeSplit.PERIODS, LAWS.at(CLOSING)), grants);
    }

    private static List<String> told(List<Match> matches) {
        return matches.stream()
                .map(match -> match.posting().line().account() + " "
                        + match.matched().map(grant -> grant.id().value()).orElse("?"))
                .toList();
    }

    @Test
    void debtors_thatCarryASubsidy_areItsReceivable() {
        grant("a", GrantNature.SUBSIDY, 500);
        entry("Subvention REF-a à recevoir", "4687", "741", 500);
        entry("Avance à un salarié", "467", "512", 70);
        assertThat(told(matches())).containsExactlyInAnyOrder("4687 a", "741 a");
        GrantAccounts accounts = accounts();
        assertThat(accounts.rolls())
                .filteredOn(roll -> roll.family() == Family.RECEIVABLE && roll.grant() != null)
                .singleElement()
                .satisfies(roll -> {
                    assertThat(roll.balance()).isEqualTo(euros(500));
                    assertThat(Amounts.of(roll.difference())).contains(euros(0));
                });
        assertThat(Amounts.of(accounts.reconciliations().get(Family.RECEIVABLE)))
                .contains(euros(570));
        assertThat(accounts.reconciliations().get(Family.RECEIVABLE).check()).isEmpty();
    }

    @Test
    void contribution_ofANamedBody_isMatchedByItsAmountOrLeftOpen() {
        grant("c", GrantNature.FINANCIAL_CONTRIBUTION, 300);
        entry("Contribution Ville de Brume", "512", "7551", 300);
        entry("Contribution Ville de Brume", "512", "7551", 45);
        entry("Contribution d'un particulier", "512", "7551", 12);
        assertThat(told(matches())).containsExactlyInAnyOrder("7551 c", "7551 ?");
        assertThat(accounts().incomes())
                .filteredOn(income -> income.grant() != null)
                .singleElement()
                .satisfies(income -> assertThat(Amounts.of(income.difference())).contains(euros(0)));
    }

    @Test
    void feeAndContract_needTheirNatureOrTheirReference() {
        grant("fee", GrantNature.MEMBERSHIP_FEE_OF_PUBLIC_BODY, 200);
        grant("contract", GrantNature.PUBLIC_CONTRACT, 900);
        entry("Cotisation Ville de Brume", "411", "7561", 200);
        entry("Étude, marché REF-contract", "411", "706", 400);
        entry("Vente à la Ville de Brume", "411", "706", 200);
        entry("Vente à un adhérent", "411", "706", 900);
        assertThat(told(matches())).containsExactlyInAnyOrder("7561 fee", "706 contract");
        OperatingFigures figures = AccountFigures.of(books(), "s", S, matches(), portfolio(), FunderWords.standard());
        assertThat(figures.amount(OperatingItem.SERVICES_TO_PUBLIC)).contains(euros(600));
        assertThat(figures.amount(OperatingItem.SERVICES_TO_PRIVATE)).contains(euros(900));
        assertThat(figures.amount(OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART))
                .contains(euros(200));
        RollForward receivable =
                GrantAccounts.of(books(), matches(), new Recognition(IncomeSplit.PERIODS, LAWS.at(CLOSING)))
                        .rolls()
                        .stream()
                        .filter(roll -> roll.family() == Family.RECEIVABLE)
                        .findFirst()
                        .orElse(null);
        assertThat(receivable).isNull();
    }

    @Test
    void receivable_ofAContractBookedOn441_saysWhyNothingIsExpected() {
        grant("contract", GrantNature.PUBLIC_CONTRACT, 900);
        entry("REF-contract", "441", "706", 900);
        assertThat(accounts().rolls())
                .filteredOn(roll -> roll.family() == Family.RECEIVABLE)
                .singleElement()
                .satisfies(roll -> assertThat(
                                ((Value.Unknown) roll.expected().closing().value())
                                        .reason()
                                        .in(Locale.FRENCH))
                        .contains("411"));
    }

    @Test
    void publicReceipts_countWhatPublicCustomersPay() {
        entry("Ville de Brume F12", "411", "706", 80);
        entry("Règlement F12 Ville de Brume", "512", "411", 80);
        entry("Règlement F13 SARL", "512", "411", 30);
        OperatingFigures figures = AccountFigures.of(books(), "s", S, List.of(), portfolio(), FunderWords.standard());
        assertThat(figures.amount(OperatingItem.PUBLIC_RECEIPTS)).contains(euros(80));
    }
}
