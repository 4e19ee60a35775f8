package org.subsidia.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

class YearSplitTest {
    private static final Grant BARE =
            Grant.builder(new GrantId("g"), new StructureId("s")).build();

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static FiscalYear year(int year) {
        return new FiscalYear(YearMonth.of(year, 12));
    }

    private static YearSplit split(Grant grant) {
        return YearSplit.of(grant, Month.DECEMBER, IncomeSplit.PERIODS);
    }

    private static Grant.Builder investment(String first, String last) {
        return BARE.toBuilder()
                .spending(SpendingKind.INVESTMENT)
                .depreciation(DateWindow.of(LocalDate.parse(first), LocalDate.parse(last)));
    }

    @Test
    void usual_takesTheFirstFactThatIsKnown() {
        Grant action = BARE.toBuilder()
                .dates(GrantDates.builder()
                        .start(LocalDate.of(2025, 7, 1))
                        .end(LocalDate.of(2026, 6, 30))
                        .build())
                .build();
        Grant ofYear = action.toBuilder().fiscalYear(2025).build();
        Grant parted = ofYear.toBuilder()
                .addYearLine(new YearLine(YearLineKind.INCOME, 2024, euros(5)))
                .build();
        assertThat(split(action).weights()).isEqualTo(Map.of(year(2025), 184L, year(2026), 181L));
        assertThat(split(ofYear).weights()).isEqualTo(Map.of(year(2025), 1L));
        assertThat(split(parted).weights()).isEqualTo(Map.of(year(2024), 500L));
        assertThat(YearSplit.of(parted, Month.DECEMBER, IncomeSplit.DAYS).weights())
                .isEqualTo(split(ofYear).weights());
        assertThat(split(BARE).missing().map(Message::code)).contains("SCHED-SPLIT-NO-PERIOD");
    }

    @Test
    void choice_ofTheGrant_isDoneOrItsMissingFactNamed() {
        Grant dated = BARE.toBuilder()
                .fiscalYear(2025)
                .dates(GrantDates.builder()
                        .notification(LocalDate.of(2024, 11, 5))
                        .build())
                .build();
        assertThat(split(dated.toBuilder().incomeSplit(IncomeSplit.AT_ONCE).build())
                        .weights())
                .containsOnlyKeys(year(2024));
        assertThat(split(dated.toBuilder().incomeSplit(IncomeSplit.DAYS).build())
                        .weights())
                .containsOnlyKeys(year(2025));
        assertThat(split(dated.toBuilder().incomeSplit(IncomeSplit.COST).build())
                        .missing()
                        .map(Message::code))
                .contains("SCHED-SPLIT-NO-COST");
        assertThat(split(dated.toBuilder().incomeSplit(IncomeSplit.PERIODS).build())
                        .missing()
                        .map(Message::code))
                .contains("SCHED-SPLIT-NO-LINES");
    }

    @Test
    void right_waitsForASuspensiveCondition() {
        Grant.Builder grant = BARE.toBuilder()
                .dates(GrantDates.builder()
                        .notification(LocalDate.of(2025, 3, 1))
                        .build());
        assertThat(YearSplit.right(grant.build())).contains(LocalDate.of(2025, 3, 1));
        assertThat(YearSplit.right(grant.condition(condition(null)).build())).isEmpty();
        assertThat(YearSplit.right(
                        grant.condition(condition(LocalDate.of(2026, 1, 9))).build()))
                .contains(LocalDate.of(2026, 1, 9));
        assertThat(YearSplit.right(
                        grant.condition(condition(LocalDate.of(2024, 1, 9))).build()))
                .contains(LocalDate.of(2025, 3, 1));
    }

    private static AwardCondition condition(@org.jspecify.annotations.Nullable LocalDate day) {
        return new AwardCondition(AwardCondition.Kind.SUSPENSIVE, null, day);
    }

    /** Depreciation tables count months of thirty days: the same part for each whole month, whatever its days. */
    @Test
    void depreciation_countsMonthsOfThirtyDays() {
        assertThat(split(investment("2025-07-01", "2028-06-30").build()).weights())
                .isEqualTo(Map.of(year(2025), 180L, year(2026), 360L, year(2027), 360L, year(2028), 180L));
        assertThat(split(investment("2024-02-16", "2025-02-15").build()).weights())
                .isEqualTo(Map.of(year(2024), 315L, year(2025), 45L));
        assertThat(split(investment("2025-02-28", "2025-02-28").build()).weights())
                .isEqualTo(Map.of(year(2025), 1L));
        assertThat(YearSplit.of(investment("2025-07-01", "2026-06-30").build(), Month.JUNE, IncomeSplit.DAYS)
                        .weights())
                .containsOnlyKeys(new FiscalYear(YearMonth.of(2026, 6)));
    }

    @Test
    void investment_withoutAPlan_takesItsPartsOrAsks() {
        Grant.Builder grant = BARE.toBuilder().spending(SpendingKind.INVESTMENT).fiscalYear(2025);
        assertThat(split(grant.build()).missing().map(Message::code)).contains("SCHED-SPLIT-NO-PLAN");
        assertThat(split(grant.addYearLine(new YearLine(YearLineKind.INCOME, 2026, euros(1)))
                                .build())
                        .weights())
                .containsOnlyKeys(year(2026));
        assertThat(split(investment("2030-01-01", "2025-01-01").build())
                        .missing()
                        .isPresent())
                .isTrue();
        assertThat(split(investment("0001-01-01", "9999-01-01").build())
                        .missing()
                        .isPresent())
                .isTrue();
    }

    @Test
    void parts_thatTheGrantNames_stayUnlessTheyAreTooMuch() {
        YearSplit split = split(BARE.toBuilder()
                .yearLines(List.of(
                        new YearLine(YearLineKind.INCOME, 2025, euros(60)),
                        new YearLine(YearLineKind.INCOME, 2026, euros(20))))
                .build());
        assertThat(split.parts(euros(100))).isEqualTo(Map.of(year(2025), euros(60), year(2026), euros(20)));
        assertThat(split.unplaced(euros(100))).isEqualTo(euros(20));
        assertThat(split.parts(euros(40))).isEqualTo(Map.of(year(2025), euros(30), year(2026), euros(10)));
        assertThat(split.unplaced(euros(40))).isEqualTo(euros(0));
        assertThat(split.stated()).contains(euros(80));
    }

    @Test
    void lines_thatCannotBeWeighed_areRefused() {
        Grant mixed = BARE.toBuilder()
                .incomeSplit(IncomeSplit.PERIODS)
                .yearLines(List.of(
                        new YearLine(YearLineKind.INCOME, 2025, euros(60)),
                        new YearLine(YearLineKind.INCOME, 2026, Money.of(CurrencyUnit.CHF, 20))))
                .build();
        Grant negative = mixed.toBuilder()
                .yearLines(List.of(new YearLine(YearLineKind.INCOME, 2025, euros(-60))))
                .build();
        for (Grant grant : List.of(mixed, negative)) {
            assertThat(split(grant).missing().map(Message::code)).contains("SCHED-SPLIT-BAD-LINES");
        }
    }

    @Test
    void parts_ofAnyAmountAndPlan_addUpToTheCent() {
        Random random = new Random(20261127);
        for (int run = 0; run < 500; run++) {
            LocalDate first = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2_000));
            LocalDate last = first.plusDays(random.nextInt(4_000));
            Month closing = Month.of(1 + random.nextInt(12));
            Grant grant = (random.nextBoolean()
                            ? investment(first.toString(), last.toString())
                            : BARE.toBuilder()
                                    .dates(GrantDates.builder()
                                            .start(first)
                                            .end(last)
                                            .build()))
                    .build();
            Money amount = Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000_000));
            assertThat(YearSplit.of(grant, closing, IncomeSplit.COST).parts(amount).values().stream()
                            .reduce(euros(0), Money::plus))
                    .as("seed 20261127, run %d", run)
                    .isEqualTo(amount);
        }
    }
}
