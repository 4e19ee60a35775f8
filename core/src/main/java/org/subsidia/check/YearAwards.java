package org.subsidia.check;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.time.FiscalYear;

/**
 * The amounts awarded for a year. An award for several years counts by its yearly lines where it has some; otherwise it counts
 * whole in its accounting year, or else in the year of its decision, without any pro rata. Only euros count: the thresholds of
 * the law are in euros.
 */
final class YearAwards {
    private static final Set<GrantState> STANDING =
            EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION, GrantState.REPORTED, GrantState.CLOSED);

    /**
     * The part of a grant that counts in a year.
     *
     * @param grant the grant
     * @param year the year
     * @param amount how much, in euros
     */
    record Part(Grant grant, int year, Money amount) {}

    private YearAwards() {}

    /** Whether the award was made and stands. */
    static boolean stands(Grant grant) {
        return STANDING.contains(grant.state());
    }

    /** The parts of a grant by year; none where nothing was awarded, or for which year is not known. */
    static List<Part> of(Grant grant, Structure structure, LocalDate today) {
        Optional<Money> award = Award.amount(grant, today)
                .filter(amount ->
                        amount.isPositive() && amount.getCurrencyUnit().equals(CurrencyUnit.EUR) && stands(grant));
        if (award.isEmpty()) {
            return List.of();
        }
        Map<Integer, Money> lines = new TreeMap<>();
        for (YearLine line : grant.yearLines()) {
            if (line.kind() == YearLineKind.INCOME
                    && line.amount().getCurrencyUnit().equals(CurrencyUnit.EUR)) {
                lines.merge(line.year(), line.amount(), Money::plus);
            }
        }
        if (!lines.isEmpty()) {
            List<Part> parts = new ArrayList<>();
            lines.forEach((year, amount) -> parts.add(new Part(grant, year, amount)));
            return parts;
        }
        return year(grant, structure).stream()
                .map(year -> new Part(grant, year, award.get()))
                .toList();
    }

    private static Optional<Integer> year(Grant grant, Structure structure) {
        return Optional.ofNullable(grant.fiscalYear())
                .or(() -> day(grant).map(date -> accountingYear(date, structure)));
    }

    /** The day on which the award became a right, as far as is known. */
    static Optional<LocalDate> day(Grant grant) {
        return Stream.of(
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The accounting year that contains a day, named by the calendar year in which it ends. */
    static int accountingYear(LocalDate date, Structure structure) {
        MonthDay end = structure.fiscalYearEnd();
        return end == null
                ? date.getYear()
                : FiscalYear.containing(date, end.getMonth()).lastMonth().getYear();
    }

    /** Their sum, one leaf a grant. */
    static Explanation sum(Message label, List<Part> parts) {
        return Amounts.sum(
                label,
                CurrencyUnit.EUR,
                parts.stream()
                        .map(part -> Amounts.given(name(part.grant()), part.amount())
                                .withRecords(List.of(part.grant().id().value())))
                        .toList());
    }

    /** A grant as people know it. */
    static Message name(Grant grant) {
        String purpose = grant.purpose().isBlank() ? grant.id().value() : grant.purpose();
        return Message.of("CHECK-GRANT", purpose);
    }
}
