package org.subsidia.cashflow;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.money.Allocation;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetSide;
import org.subsidia.portfolio.CashRhythm;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.time.FiscalYear;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.Roll;

/**
 * The cash of a budget: each line cut into months by its rhythm. What is no cash, and what the grants tell themselves, is left
 * out. A year without a budget is like the last one that has one.
 */
final class BudgetCash {
    private static final Set<BudgetKind> NO_CASH = EnumSet.of(
            BudgetKind.SUBSIDY,
            BudgetKind.CONCOURS_PUBLIC,
            BudgetKind.INVESTMENT_SUBSIDY_SHARE,
            BudgetKind.DEDICATED_FUNDS,
            BudgetKind.DEPRECIATION,
            BudgetKind.IN_KIND_PUBLIC,
            BudgetKind.IN_KIND_PRIVATE);
    private static final List<BudgetBasis> SUREST =
            List.of(BudgetBasis.REVISED, BudgetBasis.PLANNED, BudgetBasis.ACTUAL);
    private static final int MONTHS = 12;
    private static final int LAST_DAY = 31;

    private final Structure structure;
    private final HolidayCalendar holidays;
    private final TreeMap<Integer, List<BudgetLine>> years;

    final List<CashLine> lines = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    BudgetCash(Portfolio portfolio, Structure structure, HolidayCalendar holidays) {
        this.structure = structure;
        this.holidays = holidays;
        Map<Integer, List<BudgetLine>> all = portfolio.budgetLines().stream()
                .filter(line -> line.structure().equals(structure.id()))
                .filter(line -> !NO_CASH.contains(line.kind()) && line.grant() == null)
                .collect(Collectors.groupingBy(BudgetLine::year));
        this.years = new TreeMap<>();
        all.forEach((year, of) -> years.put(year, surest(of)));
    }

    /** Of each kind the lines of the surest basis alone. */
    private static List<BudgetLine> surest(List<BudgetLine> all) {
        return Stream.of(BudgetKind.values())
                .flatMap(kind -> SUREST.stream()
                        .map(basis -> all.stream()
                                .filter(line -> line.kind() == kind && line.basis() == basis)
                                .toList())
                        .filter(lines -> !lines.isEmpty())
                        .findFirst()
                        .stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Adds the lines of the days after one and up to another. */
    void read(LocalDate after, LocalDate last) {
        if (years.isEmpty()) {
            findings.add(Finding.warning(
                    Place.record(structure.id().value()).field("budgetLines"), "CASH-NO-BUDGET", structure.name()));
            return;
        }
        rhythms();
        Month closing = structure.fiscalYearEnd() == null
                ? Month.DECEMBER
                : structure.fiscalYearEnd().getMonth();
        // a product of the last day of the year before may come on the first working day of this one
        FiscalYear year = FiscalYear.containing(after, closing).plus(-1);
        for (; !year.first().isAfter(last); year = year.plus(1)) {
            read(year, after, last);
        }
    }

    private void read(FiscalYear year, LocalDate after, LocalDate last) {
        int number = year.lastMonth().getYear();
        Map.Entry<Integer, List<BudgetLine>> budget = Optional.ofNullable(years.floorEntry(number))
                .or(() -> Optional.ofNullable(years.firstEntry()))
                .orElseThrow();
        int before = lines.size();
        for (BudgetLine line : budget.getValue()) {
            read(line, year, budget.getKey() != number, after, last);
        }
        if (budget.getKey() != number && lines.size() > before) {
            findings.add(Finding.info(
                    Place.record(structure.id().value()).field("budgetLines"),
                    "CASH-BUDGET-REPEATED",
                    Integer.toString(number),
                    Integer.toString(budget.getKey())));
        }
    }

    private void read(BudgetLine line, FiscalYear year, boolean repeated, LocalDate after, LocalDate last) {
        boolean cost = line.kind().side() == BudgetSide.COST;
        Optional<CashRhythm> rhythm = structure.cashRhythm(line.kind()).filter(BudgetCash::isSound);
        YearMonth first = YearMonth.from(year.first());
        long[] weights = new long[MONTHS];
        for (int m = 0; m < MONTHS; m++) {
            int calendar = first.plusMonths(m).getMonthValue() - 1;
            weights[m] = rhythm.filter(one -> !one.weights().isEmpty())
                    .map(one -> one.weights().get(calendar).longValue())
                    .orElse(1L);
        }
        List<Money> parts = Allocation.split(line.amount(), weights);
        for (int m = 0; m < MONTHS; m++) {
            YearMonth month = first.plusMonths(m);
            LocalDate day = day(month, rhythm.map(CashRhythm::day).orElse(LAST_DAY), cost);
            if (!parts.get(m).isZero() && day.isAfter(after) && !day.isAfter(last)) {
                lines.add(line(line, parts.get(m), month, day, rhythm.isPresent(), repeated, cost));
            }
        }
    }

    /** Costs are paid on the day or the working day before, products come on the day or the working day after. */
    private LocalDate day(YearMonth month, int wanted, boolean cost) {
        LocalDate day = month.atDay(Math.min(wanted, month.lengthOfMonth()));
        return holidays.roll(day, cost ? Roll.PREVIOUS : Roll.NEXT);
    }

    private CashLine line(
            BudgetLine line,
            Money part,
            YearMonth month,
            LocalDate day,
            boolean known,
            boolean repeated,
            boolean cost) {
        Message subject = subject(line);
        Message monthly = Message.of(
                repeated ? "CASH-BUDGET-PART-REPEATED" : "CASH-BUDGET-PART", subject, Integer.toString(line.year()));
        Explanation share = Explanation.of(
                        monthly, new Value.Amount(part), Step.CHOICE, List.of(Amounts.given(subject, line.amount())))
                .withRecords(List.of(line.id().value()));
        Explanation amount = cost
                ? Amounts.difference(
                        Message.of("CASH-OUT", subject),
                        Amounts.given(Message.of("CASH-NOTHING"), Money.zero(part.getCurrencyUnit())),
                        share)
                : share;
        Message rhythm = Message.of(known ? "CASH-RHYTHM-KNOWN" : "CASH-RHYTHM-ASSUMED");
        Explanation why = Explanation.of(
                Message.of("CASH-DAY"),
                new Value.Day(day),
                Step.CHOICE,
                List.of(Explanation.leaf(rhythm, new Value.Day(month.atEndOfMonth()))));
        Money money = cost ? part.negated() : part;
        return new CashLine(
                day,
                cost ? CashKind.COST : CashKind.PRODUCT,
                subject,
                line.kind(),
                null,
                null,
                line.funder(),
                null,
                money,
                amount,
                why);
    }

    private static Message subject(BudgetLine line) {
        String label = line.label();
        return label == null
                ? Message.of("CASH-BUDGET-" + line.kind().name().replace('_', '-'))
                : Message.of("CASH-TEXT", label);
    }

    private void rhythms() {
        for (CashRhythm rhythm : structure.cashRhythms()) {
            if (!isSound(rhythm)) {
                findings.add(Finding.warning(
                        Place.record(structure.id().value()).field("cashRhythms"),
                        "CASH-RHYTHM-BAD",
                        Message.of("CASH-BUDGET-" + rhythm.kind().name().replace('_', '-'))));
            }
        }
        boolean staff = years.values().stream().flatMap(List::stream).anyMatch(line -> line.kind() == BudgetKind.STAFF);
        if (staff && structure.cashRhythm(BudgetKind.STAFF).isEmpty()) {
            findings.add(Finding.info(
                    Place.record(structure.id().value()).field("cashRhythms"), "CASH-NO-PAYROLL", structure.name()));
        }
    }

    private static boolean isSound(CashRhythm rhythm) {
        List<Integer> weights = rhythm.weights();
        boolean some = weights.isEmpty()
                || (weights.size() == MONTHS && Collections.min(weights) >= 0 && Collections.max(weights) > 0);
        return some && rhythm.day() >= 1 && rhythm.day() <= LAST_DAY;
    }
}
