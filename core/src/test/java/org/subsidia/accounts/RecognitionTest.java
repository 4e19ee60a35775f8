package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.law.LawBase;
import org.subsidia.money.Allocation;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

class RecognitionTest {
    private static Recognition by(IncomeSplit split) {
        return new Recognition(split, LawBase.standard().at(LocalDate.of(2025, 12, 31)));
    }

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static FiscalYear year(int year) {
        return FiscalYear.containing(LocalDate.of(year, 12, 31), Month.DECEMBER);
    }

    private static Grant.Builder grant(String notified, String start, String end) {
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .dates(GrantDates.builder()
                        .notification(LocalDate.parse(notified))
                        .start(LocalDate.parse(start))
                        .end(LocalDate.parse(end))
                        .build());
    }

    private static StagedAmount amount(AmountStage stage, long euros, String day) {
        return new StagedAmount(stage, euros(euros), LocalDate.parse(day), null);
    }

    private static Money value(Explanation figure) {
        assertThat(figure.check()).isEmpty();
        return Amounts.of(figure).orElseThrow();
    }

    @Test
    void income_proRata_countsTheDaysOfEachYear() {
        Grant grant = grant("2025-05-01", "2025-07-01", "2027-06-30")
                .amounts(List.of(amount(AmountStage.AWARDED, 730, "2025-04-01")))
                .build();
        Recognition proRata = by(IncomeSplit.DAYS);
        assertThat(value(proRata.income(grant, year(2024)))).isEqualTo(euros(0));
        assertThat(value(proRata.income(grant, year(2025)))).isEqualTo(euros(184));
        assertThat(value(proRata.deferred(grant, year(2025)))).isEqualTo(euros(546));
        assertThat(value(proRata.income(grant, year(2026)))).isEqualTo(euros(365));
        assertThat(value(proRata.income(grant, year(2027)))).isEqualTo(euros(181));
        assertThat(value(proRata.income(grant, year(2028)))).isEqualTo(euros(0));
        assertThat(proRata.income(grant, year(2026)).label().toString()).contains("time");
    }

    @Test
    void income_byPeriods_takesTheYearlyParts() {
        Grant grant = grant("2025-05-01", "2025-01-01", "2026-12-31")
                .amounts(List.of(amount(AmountStage.AWARDED, 100, "2025-04-01")))
                .yearLines(List.of(
                        new YearLine(YearLineKind.INCOME, 2025, euros(70)),
                        new YearLine(YearLineKind.INCOME, 2026, euros(30))))
                .build();
        assertThat(value(by(IncomeSplit.PERIODS).income(grant, year(2025)))).isEqualTo(euros(70));
        assertThat(value(by(IncomeSplit.DAYS).income(grant, year(2025)))).isEqualTo(euros(50));
    }

    @Test
    void income_notifiedLate_catchesUp_andAReductionFallsInItsYear() {
        Grant grant = grant("2026-02-01", "2025-01-01", "2026-12-31")
                .amounts(List.of(
                        amount(AmountStage.AWARDED, 1_000, "2026-01-20"),
                        amount(AmountStage.ACQUIRED, 900, "2027-05-01")))
                .build();
        Recognition recognition = by(IncomeSplit.DAYS);
        assertThat(value(recognition.income(grant, year(2025)))).isEqualTo(euros(0));
        assertThat(value(recognition.income(grant, year(2026)))).isEqualTo(euros(1_000));
        assertThat(value(recognition.income(grant, year(2027)))).isEqualTo(euros(-100));
    }

    @Test
    void income_withoutWhatItNeeds_isUnknownWithTheReason() {
        Grant noDay = Grant.builder(new GrantId("g"), new StructureId("s")).build();
        Grant noPeriod = noDay.toBuilder()
                .dates(GrantDates.builder()
                        .notification(LocalDate.of(2025, 1, 1))
                        .build())
                .amounts(List.of(amount(AmountStage.AWARDED, 1, "2025-01-01")))
                .build();
        Grant investment = noPeriod.toBuilder()
                .spending(SpendingKind.INVESTMENT)
                .fiscalYear(2025)
                .build();
        for (Grant grant : List.of(noDay, noPeriod, investment)) {
            Explanation income = by(IncomeSplit.PERIODS).income(grant, year(2025));
            assertThat(income.value().isKnown()).isFalse();
        }
    }

    @Test
    void income_ofAGrantThatChooses_followsItsOwnChoice() {
        Grant grant = grant("2025-05-01", "2025-07-01", "2026-12-31")
                .amounts(List.of(amount(AmountStage.AWARDED, 1_000, "2025-04-01")))
                .yearLines(List.of(
                        new YearLine(YearLineKind.COST, 2025, euros(30)),
                        new YearLine(YearLineKind.COST, 2026, euros(90))))
                .incomeSplit(IncomeSplit.COST)
                .build();
        for (IncomeSplit usual : IncomeSplit.values()) {
            assertThat(value(by(usual).income(grant, year(2025)))).isEqualTo(euros(250));
            assertThat(value(by(usual).income(grant, year(2026)))).isEqualTo(euros(750));
        }
        Grant once = grant.toBuilder().incomeSplit(IncomeSplit.AT_ONCE).build();
        assertThat(value(by(IncomeSplit.DAYS).income(once, year(2025)))).isEqualTo(euros(1_000));
        Grant blind = grant.toBuilder().incomeSplit(IncomeSplit.PERIODS).build();
        assertThat(by(IncomeSplit.DAYS).income(blind, year(2025)).value().isKnown())
                .isFalse();
    }

    /** 12,000 over five years from July: 1,200, then four times 2,400, then 1,200. */
    @Test
    void income_ofAnInvestment_followsItsDepreciation() {
        Grant grant = grant("2025-06-16", "2025-07-01", "2025-12-31")
                .spending(SpendingKind.INVESTMENT)
                .depreciation(DateWindow.of(LocalDate.of(2025, 7, 1), LocalDate.of(2030, 6, 30)))
                .amounts(List.of(amount(AmountStage.AWARDED, 12_000, "2025-06-02")))
                .build();
        Recognition recognition = by(IncomeSplit.DAYS);
        List<Money> parts = new ArrayList<>();
        for (int year = 2024; year <= 2031; year++) {
            parts.add(value(recognition.income(grant, year(year))));
        }
        assertThat(parts)
                .containsExactly(
                        euros(0),
                        euros(1_200),
                        euros(2_400),
                        euros(2_400),
                        euros(2_400),
                        euros(2_400),
                        euros(1_200),
                        euros(0));
        assertThat(value(recognition.deferred(grant, year(2025)))).isEqualTo(euros(10_800));
    }

    @Test
    void income_beforeASuspensiveConditionIsFulfilled_isNothing() {
        Grant grant = grant("2025-05-01", "2025-01-01", "2026-12-31")
                .amounts(List.of(amount(AmountStage.AWARDED, 730, "2025-04-01")))
                .condition(new AwardCondition(AwardCondition.Kind.SUSPENSIVE, "cofinancement", null))
                .build();
        Recognition recognition = by(IncomeSplit.DAYS);
        assertThat(value(recognition.income(grant, year(2025)))).isEqualTo(euros(0));
        assertThat(recognition
                        .income(grant, year(2025))
                        .children()
                        .get(0)
                        .label()
                        .toString())
                .contains("cofinancement");
        assertThat(value(recognition.deferred(grant, year(2025)))).isEqualTo(euros(0));
        Grant met = grant.toBuilder()
                .condition(
                        new AwardCondition(AwardCondition.Kind.SUSPENSIVE, "cofinancement", LocalDate.of(2026, 2, 1)))
                .build();
        assertThat(value(recognition.income(met, year(2025)))).isEqualTo(euros(0));
        assertThat(value(recognition.income(met, year(2026)))).isEqualTo(euros(730));
    }

    @Test
    void income_onceAResolutiveConditionStruck_needsWhatRemains() {
        Grant grant = grant("2025-05-01", "2025-01-01", "2025-12-31")
                .amounts(List.of(amount(AmountStage.AWARDED, 800, "2025-04-01")))
                .condition(new AwardCondition(
                        AwardCondition.Kind.RESOLUTIVE, "maintien de l’emploi", LocalDate.of(2026, 3, 1)))
                .build();
        Recognition recognition = by(IncomeSplit.DAYS);
        assertThat(value(recognition.income(grant, year(2025)))).isEqualTo(euros(800));
        assertThat(recognition.income(grant, year(2026)).value().isKnown()).isFalse();
        Grant told = grant.toBuilder()
                .addAmount(amount(AmountStage.ACQUIRED, 500, "2026-03-20"))
                .build();
        assertThat(value(recognition.income(told, year(2026)))).isEqualTo(euros(-300));
    }

    /** Each entry of a stage is its standing from then on, no addition. */
    @Test
    void entitled_afterTwoReductions_takesTheLatest() {
        Grant grant = grant("2025-05-01", "2025-01-01", "2025-12-31")
                .amounts(List.of(
                        amount(AmountStage.AWARDED, 1_000, "2025-04-01"),
                        amount(AmountStage.REDUCED, 50, "2025-06-01"),
                        amount(AmountStage.REDUCED, 80, "2025-09-01")))
                .build();
        assertThat(value(by(IncomeSplit.DAYS).entitled(grant, LocalDate.of(2025, 12, 31))))
                .isEqualTo(euros(920));
    }

    @Test
    void income_whereTheYearlyPartsAreLess_defersTheRestAndThenAsks() {
        Grant grant = grant("2025-05-01", "2025-01-01", "2027-12-31")
                .amounts(List.of(amount(AmountStage.AWARDED, 100, "2025-04-01")))
                .yearLines(List.of(new YearLine(YearLineKind.INCOME, 2025, euros(30))))
                .build();
        Recognition recognition = by(IncomeSplit.PERIODS);
        assertThat(value(recognition.income(grant, year(2025)))).isEqualTo(euros(30));
        assertThat(value(recognition.deferred(grant, year(2025)))).isEqualTo(euros(70));
        assertThat(recognition.income(grant, year(2026)).value().isKnown()).isFalse();
    }

    /** Whatever the dates, the parts and the changes: what a grant gives over its life is what is definitively acquired. */
    @Test
    void income_overALife_isWhatIsDefinitivelyAcquired() {
        Random random = new Random(20261127);
        for (int run = 0; run < 400; run++) {
            LocalDate start = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(1_500));
            LocalDate end = start.plusDays(random.nextInt(1_800));
            LocalDate notified = start.plusDays(random.nextInt(700) - 300);
            List<StagedAmount> amounts = new ArrayList<>();
            Money award = Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000_000));
            amounts.add(new StagedAmount(AmountStage.AWARDED, award, notified, null));
            Money acquired = award;
            if (random.nextBoolean()) {
                acquired = Money.ofMinor(CurrencyUnit.EUR, random.nextInt((int) award.getAmountMinorLong() + 1));
                amounts.add(new StagedAmount(AmountStage.ACQUIRED, acquired, end.plusDays(random.nextInt(600)), null));
            }
            List<YearLine> lines = new ArrayList<>();
            int years = random.nextInt(4);
            long[] keys = random.longs(years, 1, 1_000).toArray();
            for (int i = 0; i < years; i++) {
                lines.add(new YearLine(
                        YearLineKind.INCOME,
                        start.getYear() + i,
                        Allocation.split(award, keys).get(i)));
            }
            Grant grant = grant(notified.toString(), start.toString(), end.toString())
                    .amounts(amounts)
                    .yearLines(lines)
                    .build();
            Month closing = Month.of(1 + random.nextInt(12));
            for (IncomeSplit split : IncomeSplit.values()) {
                Recognition recognition = by(split);
                Money sum = euros(0);
                for (int year = 2015; year < 2032; year++) {
                    FiscalYear each = FiscalYear.containing(LocalDate.of(year, closing.getValue(), 1), closing);
                    Money income = value(recognition.income(grant, each));
                    sum = sum.plus(income);
                    if (!notified.isAfter(each.last())) {
                        assertThat(value(recognition.deferred(grant, each))
                                        .plus(value(recognition.recognised(grant, each))))
                                .isEqualTo(value(recognition.entitled(grant, each.last())));
                    }
                }
                assertThat(sum).as("seed 20261127, run %d, %s", run, split).isEqualTo(acquired);
            }
        }
    }
}
