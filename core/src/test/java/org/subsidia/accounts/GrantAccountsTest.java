package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.accounts.RollForward.Expected;
import org.subsidia.accounts.RollForward.Family;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

class GrantAccountsTest {
    private static final LawBase LAWS = LawBase.standard();

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    /** Entries of one year about one grant: account, euros (debit positive), account, euros … */
    private static Books books(int year, Object[]... entries) {
        List<JournalEntry> journal = new ArrayList<>();
        java.util.Map<String, Long> movements = new java.util.TreeMap<>();
        int number = 0;
        for (Object[] entry : entries) {
            List<JournalLine> lines = new ArrayList<>();
            for (int i = 0; i < entry.length; i += 2) {
                long cents = 100L * (int) entry[i + 1];
                lines.add(new JournalLine(lines.size() + 1, (String) entry[i], "", "", "", "CONV-1", "", cents));
                movements.merge((String) entry[i], cents, Long::sum);
            }
            journal.add(new JournalEntry(
                    "file", "OD", Integer.toString(++number), LocalDate.of(year, 6, number), false, lines));
        }
        return new Books(
                "file",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                Chart.of(LAWS.at(LocalDate.of(year, 1, 1))),
                movements.entrySet().stream()
                        .map(each -> new AccountBalance(each.getKey(), "", 0, each.getValue()))
                        .toList(),
                journal,
                0,
                java.util.Map.of());
    }

    private static Object[] entry(Object... cells) {
        return cells;
    }

    private static GrantAccounts accounts(Grant grant, Books books) {
        List<Match> matches = books.postings(AccountRole::isOfGrants).stream()
                .map(posting ->
                        new Match(posting, null, grant, Match.How.REFERENCE, Message.of("ACC-NOTHING"), List.of()))
                .toList();
        return GrantAccounts.of(
                books, matches, new Recognition(IncomeSplit.PERIODS, LAWS.at(books.closing())), List.of(grant));
    }

    private static Grant.Builder grant(long award, String notified) {
        LocalDate day = LocalDate.parse(notified);
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .state(GrantState.AWARDED)
                .spending(SpendingKind.OPERATING)
                .fiscalYear(day.getYear())
                .dates(GrantDates.builder().notification(day).build())
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(award), day, null)));
    }

    private static Optional<RollForward> roll(GrantAccounts accounts, Family family) {
        accounts.rolls().forEach(roll -> {
            assertThat(roll.closing().check()).isEmpty();
            assertThat(roll.difference().check()).isEmpty();
        });
        return accounts.rolls().stream()
                .filter(roll -> roll.family() == family && roll.grant() != null)
                .findFirst();
    }

    private static List<Money> amounts(Expected expected) {
        return List.of(expected.opening(), expected.increase(), expected.decrease(), expected.closing()).stream()
                .map(figure -> Amounts.of(figure).orElseThrow())
                .toList();
    }

    private static String reason(Explanation figure) {
        return ((Value.Unknown) figure.value()).reason().in(Locale.FRENCH);
    }

    /** 100 for 2024, 85 spent in it and 40 in 2025 of another 60: set aside 15, then used 15, set aside 35. */
    @Test
    void dedicated_overTwoYears_isThatCountedByHand() {
        Grant grant = grant(160, "2024-03-01")
                .dedicated(true)
                .yearLines(List.of(
                        new YearLine(YearLineKind.INCOME, 2024, euros(100)),
                        new YearLine(YearLineKind.INCOME, 2025, euros(60)),
                        new YearLine(YearLineKind.SPENT, 2024, euros(85)),
                        new YearLine(YearLineKind.SPENT, 2025, euros(40))))
                .build();
        GrantAccounts first =
                accounts(grant, books(2024, entry("441", 160, "741", -100, "487", -60), entry("6894", 20, "194", -20)));
        RollForward fund = roll(first, Family.DEDICATED).orElseThrow();
        assertThat(amounts(fund.expected())).containsExactly(euros(0), euros(15), euros(0), euros(15));
        assertThat(Amounts.of(fund.difference())).contains(euros(5));
        assertThat(Amounts.of(first.incomes().get(0).expected())).contains(euros(85));
        assertThat(Amounts.of(first.incomes().get(0).difference())).contains(euros(-5));
        RollForward next = roll(
                        accounts(grant, books(2025, entry("194", 15, "7894", -15), entry("6894", 35, "194", -35))),
                        Family.DEDICATED)
                .orElseThrow();
        assertThat(amounts(next.expected())).containsExactly(euros(15), euros(35), euros(-15), euros(35));
        assertThat(amounts(roll(accounts(grant, books(2025, entry("194", 1, "7894", -1))), Family.DEFERRED)
                        .orElseThrow()
                        .expected()))
                .containsExactly(euros(60), euros(0), euros(-60), euros(0));
    }

    @Test
    void dedicated_withoutTheFacts_isUnknownWithTheReason() {
        Books books = books(2024, entry("6894", 20, "194", -20));
        Grant grant = grant(100, "2024-03-01").build();
        assertThat(reason(roll(accounts(grant, books), Family.DEDICATED)
                        .orElseThrow()
                        .expected()
                        .closing()))
                .contains("projet défini");
        assertThat(reason(roll(accounts(grant.toBuilder().dedicated(true).build(), books), Family.DEDICATED)
                        .orElseThrow()
                        .expected()
                        .closing()))
                .contains("ne sont pas connues");
        Expected none = roll(accounts(grant.toBuilder().dedicated(false).build(), books), Family.DEDICATED)
                .orElseThrow()
                .expected();
        assertThat(Amounts.of(none.closing())).contains(euros(0));
    }

    /** Claims filed after the year tell what was spent in it, at the rate of the grant; those filed in it do not. */
    @Test
    void dedicated_fromClaims_takesTheGrantsShareOfTheExpenses() {
        Grant.Builder grant = grant(100, "2024-03-01").dedicated(true).rate(Fraction.percent(50));
        List<ExpenditureLine> lines = List.of(
                new ExpenditureLine("Personnel", LocalDate.of(2024, 9, 30), euros(90), euros(80), null, null),
                new ExpenditureLine("Missions", LocalDate.of(2024, 11, 2), euros(20), null, null, null),
                new ExpenditureLine("Missions", LocalDate.of(2025, 1, 9), euros(70), null, null, null));
        Books books = books(2024, entry("6894", 50, "194", -50));
        Claim early = new Claim(
                "d1", ClaimKind.INTERIM, LocalDate.of(2024, 12, 15), null, null, null, lines.subList(0, 2), null);
        Claim late = new Claim("d1", ClaimKind.INTERIM, LocalDate.of(2025, 2, 1), null, null, null, lines, null);
        assertThat(roll(accounts(grant.claims(List.of(late)).build(), books), Family.DEDICATED)
                        .map(roll -> amounts(roll.expected())))
                .contains(List.of(euros(0), euros(50), euros(0), euros(50)));
        assertThat(roll(accounts(grant.claims(List.of(early)).build(), books), Family.DEDICATED)
                        .orElseThrow()
                        .expected()
                        .closing()
                        .value()
                        .isKnown())
                .isFalse();
    }

    @Test
    void dedicated_spentMoreThanGiven_needsNoWordOfLaterYears() {
        Grant grant = grant(100, "2024-03-01")
                .dedicated(true)
                .addYearLine(new YearLine(YearLineKind.SPENT, 2024, euros(130)))
                .build();
        Books later = books(2026, entry("194", 5, "7894", -5));
        RollForward roll = roll(accounts(grant, later), Family.DEDICATED).orElseThrow();
        assertThat(amounts(roll.expected())).containsExactly(euros(0), euros(0), euros(0), euros(0));
        assertThat(Amounts.of(roll.difference())).contains(euros(-5));
    }

    @Test
    void investment_ofAnAssetOfFiveYears_isCarriedInStep() {
        Grant grant = grant(12_000, "2025-06-16")
                .spending(SpendingKind.INVESTMENT)
                .depreciation(DateWindow.of(LocalDate.of(2025, 7, 1), LocalDate.of(2030, 6, 30)))
                .build();
        GrantAccounts accounts = accounts(grant, books(2026, entry("139", 2_000, "747", -2_000)));
        RollForward roll = roll(accounts, Family.INVESTMENT).orElseThrow();
        assertThat(amounts(roll.expected())).containsExactly(euros(10_800), euros(0), euros(-2_400), euros(8_400));
        assertThat(Amounts.of(accounts.incomes().get(0).difference())).contains(euros(-400));
        assertThat(roll(accounts, Family.DEFERRED)).isEmpty();
        Grant blind = grant.toBuilder().depreciation(null).build();
        assertThat(reason(roll(accounts(blind, books(2026, entry("139", 1, "747", -1))), Family.INVESTMENT)
                        .orElseThrow()
                        .expected()
                        .closing()))
                .contains("amortissement");
    }

    @Test
    void receivable_underAnOpenCondition_isTheAdvanceThatMayBeAskedBack() {
        Grant grant = grant(1_000, "2025-03-01")
                .condition(new AwardCondition(AwardCondition.Kind.SUSPENSIVE, "bouclage", null))
                .receipts(List.of(new Receipt("r", LocalDate.of(2025, 5, 2), euros(300), null, null)))
                .build();
        RollForward roll = roll(accounts(grant, books(2025, entry("512", 300, "4419", -300))), Family.RECEIVABLE)
                .orElseThrow();
        assertThat(Amounts.of(roll.expected().closing())).contains(euros(-300));
        assertThat(Amounts.of(roll.difference())).contains(euros(0));
    }

    @Test
    void conditions_thatAreOpen_areNamed() {
        Grant bound = grant(1_000, "2025-03-01")
                .condition(new AwardCondition(AwardCondition.Kind.RESOLUTIVE, "maintien du siège", null))
                .build();
        Books books = books(2025, entry("441", 1_000, "741", -1_000));
        assertThat(accounts(bound, books).conditions()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ACC-CONDITION-RESOLUTIVE");
            assertThat(finding.message().in(Locale.FRENCH)).contains("maintien du siège", "provision");
        });
        Grant met = bound.toBuilder()
                .condition(new AwardCondition(AwardCondition.Kind.SUSPENSIVE, "bouclage", LocalDate.of(2025, 12, 31)))
                .build();
        assertThat(accounts(met, books).conditions()).isEmpty();
    }

    @Test
    void receivable_reducedAndAcquired_explainsEachMovement() {
        Grant grant = grant(1_000, "2024-03-01")
                .addAmount(new StagedAmount(AmountStage.REDUCED, euros(100), LocalDate.of(2025, 4, 1), null))
                .receipts(List.of(new Receipt("r", LocalDate.of(2024, 5, 2), euros(600), null, null)))
                .build();
        RollForward roll = roll(accounts(grant, books(2025, entry("654", 100, "441", -100))), Family.RECEIVABLE)
                .orElseThrow();
        assertThat(amounts(roll.expected())).containsExactly(euros(400), euros(0), euros(-100), euros(300));
    }

    @Test
    void grantThatTheAccountsLack_isShownWithWhatWasExpected() {
        GrantAccounts accounts = accounts(grant(1_000, "2025-03-01").build(), books(2025, entry("512", 1, "706", -1)));
        assertThat(Amounts.of(roll(accounts, Family.RECEIVABLE).orElseThrow().difference()))
                .contains(euros(-1_000));
        assertThat(accounts.incomes()).singleElement().satisfies(income -> assertThat(Amounts.of(income.difference()))
                .contains(euros(-1_000)));
        Grant refused = grant(1_000, "2025-03-01").state(GrantState.REFUSED).build();
        assertThat(accounts(refused, books(2025, entry("512", 1, "706", -1))).rolls())
                .isEmpty();
    }

    /** Whatever is given and spent: each year starts where the last ended, and the fund is what is recognised less spent. */
    @Test
    void dedicated_anyYears_rollForwardAndAddUp() {
        Random random = new Random(20261127);
        for (int run = 0; run < 300; run++) {
            Grant.Builder grant = grant(10_000, "2020-03-01").dedicated(true);
            List<YearLine> lines = new ArrayList<>();
            long[] spent = new long[5];
            for (int i = 0; i < 5; i++) {
                spent[i] = random.nextInt(4_000);
                lines.add(new YearLine(YearLineKind.INCOME, 2020 + i, euros(2_000)));
                lines.add(new YearLine(YearLineKind.SPENT, 2020 + i, euros(spent[i])));
            }
            Grant made = grant.yearLines(lines).build();
            Money before = euros(0);
            long left = 0;
            for (int i = 0; i < 5; i++) {
                left += 2_000 - spent[i];
                Expected expected = roll(accounts(made, books(2020 + i, entry("6894", 1, "194", -1))), Family.DEDICATED)
                        .orElseThrow()
                        .expected();
                List<Money> amounts = amounts(expected);
                assertThat(expected.closing().check()).isEmpty();
                assertThat(amounts.get(0)).as("seed 20261127, run %d", run).isEqualTo(before);
                assertThat(amounts.get(1).isNegative()).isFalse();
                assertThat(amounts.get(2).isPositive()).isFalse();
                before = amounts.get(3);
                assertThat(before).isEqualTo(euros(Math.max(0, left)));
            }
        }
    }
}
