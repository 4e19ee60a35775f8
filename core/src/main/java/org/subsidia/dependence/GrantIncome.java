package org.subsidia.dependence;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.time.FiscalYear;

/**
 * The part of a grant that is income of a year: as its yearly lines say; else whole in its accounting year; else by days over
 * the time of the action; else whole in the year in which it was notified or decided (ANC 2018-06).
 */
final class GrantIncome {
    private static final Set<GrantState> STANDING =
            EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION, GrantState.REPORTED, GrantState.CLOSED);

    private GrantIncome() {}

    static boolean stands(Grant grant) {
        return STANDING.contains(grant.state());
    }

    /** The year that a structure names by the calendar year in which it ends. */
    static FiscalYear year(Structure structure, int year) {
        MonthDay end = structure.fiscalYearEnd();
        Month closing = end == null ? Month.DECEMBER : end.getMonth();
        return FiscalYear.containing(LocalDate.of(year, closing, 1), closing);
    }

    static int yearOf(Structure structure, LocalDate day) {
        MonthDay end = structure.fiscalYearEnd();
        return FiscalYear.containing(day, end == null ? Month.DECEMBER : end.getMonth())
                .lastMonth()
                .getYear();
    }

    /** The income of the year; none where no part of the grant falls in it, unknown where that cannot be told. */
    static Optional<Explanation> of(Grant grant, Structure structure, int year, LocalDate at) {
        Message name = name(grant);
        Optional<Explanation> lines = lines(grant, year, name);
        if (lines.isPresent()) {
            return lines.filter(
                    sum -> Amounts.of(sum).isEmpty() || !Amounts.of(sum).get().isZero());
        }
        Optional<Money> award = Award.amount(grant, at);
        Optional<LocalDate> right = right(grant);
        if (grant.spending() == SpendingKind.INVESTMENT && grant.form() == AidForm.CASH) {
            boolean later = right.isPresent() && yearOf(structure, right.get()) > year;
            return later ? Optional.empty() : Optional.of(unknown(grant, "DEP-GRANT-INVESTMENT", name));
        }
        Optional<Action> action = grant.fiscalYear() == null ? action(grant) : Optional.empty();
        boolean elsewhere;
        if (action.isPresent()) {
            elsewhere = yearOf(structure, action.get().start()) > year
                    || yearOf(structure, action.get().end()) < year;
        } else {
            Optional<Integer> whole =
                    Optional.ofNullable(grant.fiscalYear()).or(() -> right.map(day -> yearOf(structure, day)));
            if (whole.isEmpty()) {
                return Optional.of(unknown(grant, "DEP-GRANT-UNDATED", name));
            }
            elsewhere = whole.get() != year;
        }
        if (elsewhere) {
            return Optional.empty();
        }
        if (award.isEmpty()) {
            return Optional.of(unknown(grant, "DEP-GRANT-NO-AWARD", name));
        }
        if (!award.get().getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            return Optional.of(unknown(grant, "DEP-GRANT-CURRENCY", name));
        }
        return Optional.of(action.map(time -> spread(grant, structure, year, award.get(), time))
                .orElseGet(() -> Amounts.same(name, Award.of(grant, at))));
    }

    /** The time of the action. */
    private record Action(LocalDate start, LocalDate end) {}

    private static Optional<Action> action(Grant grant) {
        LocalDate start = grant.dates().start();
        LocalDate end = grant.dates().end();
        return start == null || end == null || end.isBefore(start)
                ? Optional.empty()
                : Optional.of(new Action(start, end));
    }

    private static Optional<Explanation> lines(Grant grant, int year, Message name) {
        List<YearLine> all = grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.INCOME)
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.stream().anyMatch(line -> !line.amount().getCurrencyUnit().equals(CurrencyUnit.EUR))) {
            return Optional.of(unknown(grant, "DEP-GRANT-CURRENCY", name));
        }
        Money sum = all.stream()
                .filter(line -> line.year() == year)
                .map(YearLine::amount)
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        return Optional.of(
                Amounts.given(name, sum).withRecords(List.of(grant.id().value())));
    }

    /** By days, so that all years together are the award to the cent. */
    private static Explanation spread(Grant grant, Structure structure, int year, Money award, Action action) {
        LocalDate start = action.start();
        LocalDate end = action.end();
        List<Fraction> days = new ArrayList<>();
        int first = yearOf(structure, start);
        for (int each = first; each <= yearOf(structure, end); each++) {
            FiscalYear span = year(structure, each);
            LocalDate from = start.isAfter(span.first()) ? start : span.first();
            LocalDate to = end.isBefore(span.last()) ? end : span.last();
            days.add(Fraction.of(ChronoUnit.DAYS.between(from, to) + 1));
        }
        Money part = Allocation.split(award, days).get(year - first);
        Message label = Message.of(
                "DEP-GRANT-SPREAD",
                name(grant),
                Long.toString(days.get(year - first).numerator().longValueExact()),
                Long.toString(ChronoUnit.DAYS.between(start, end) + 1));
        return Amounts.given(label, part).withRecords(List.of(grant.id().value()));
    }

    /** The day on which the award became income. */
    private static Optional<LocalDate> right(Grant grant) {
        return Stream.of(
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Explanation unknown(Grant grant, String reason, Message name) {
        return Amounts.unknown(name, Message.of(reason, name))
                .withRecords(List.of(grant.id().value()));
    }

    /** Where the income stands in the accounts. */
    static OperatingItem item(Grant grant, FunderLevel level) {
        boolean isPrivate = level == FunderLevel.PRIVATE;
        if (grant.form() == AidForm.IN_KIND) {
            return isPrivate ? OperatingItem.IN_KIND_PRIVATE : OperatingItem.IN_KIND_PUBLIC;
        }
        return switch (grant.nature()) {
            case PUBLIC_CONTRACT -> isPrivate ? OperatingItem.SERVICES_TO_PRIVATE : OperatingItem.SERVICES_TO_PUBLIC;
            case MEMBERSHIP_FEE_OF_PUBLIC_BODY -> OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART;
            case FINANCIAL_CONTRIBUTION -> OperatingItem.OTHER_PRODUCTS;
            case CONCOURS_PUBLIC -> OperatingItem.CONCOURS_PUBLICS;
            case SUBSIDY ->
                isPrivate
                        ? OperatingItem.SPONSORSHIP
                        : grant.spending() == SpendingKind.INVESTMENT
                                ? OperatingItem.INVESTMENT_SHARES
                                : OperatingItem.SUBSIDIES;
        };
    }

    static Message name(Grant grant) {
        return Message.of("DEP-TEXT", grant.purpose().isBlank() ? grant.id().value() : grant.purpose());
    }
}
