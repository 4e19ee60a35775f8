package org.subsidia.stateaid;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Structure;
import org.subsidia.time.FiscalYear;
import org.subsidia.time.Span;
import org.subsidia.time.TimeUnit;

/**
 * The period of a de minimis regulation that ends on a day.
 *
 * @param first the first day that counts for certain
 * @param earliest the first day that may count; the same unless the accounting year of the structure is not known
 * @param last the last day, which counts
 * @param fiscal whether accounting years are counted, not years from date to date
 * @param rules the rules that were read
 */
record AidWindow(LocalDate first, LocalDate earliest, LocalDate last, boolean fiscal, List<RuleReference> rules) {

    /** The window, or why there is none: the law says nothing of that day. */
    record Found(@Nullable AidWindow window, @Nullable Message why) {}

    static Found of(DeMinimisRule rule, LocalDate day, Law law, Structure structure) {
        String lengthId = "deminimis.window." + rule.key();
        String basisId = "deminimis.window-basis." + rule.key();
        Optional<Rule<Span>> length = law.find(Kind.PERIOD, lengthId);
        Optional<Rule<String>> basis = law.find(Kind.TEXT, basisId);
        if (length.isEmpty() || basis.isEmpty()) {
            return new Found(null, law.whyMissing(length.isEmpty() ? lengthId : basisId));
        }
        List<RuleReference> rules =
                new ArrayList<>(List.of(length.get().reference(), basis.get().reference()));
        Span span = length.get().value();
        if (basis.get().value().equals("FISCAL_YEARS")) {
            return new Found(fiscal(day, span, structure.fiscalYearEnd(), rules), null);
        }
        Optional<Rule<Boolean>> bothEnds = law.find(Kind.FLAG, "deminimis.window.both-ends");
        bothEnds.ifPresent(ends -> rules.add(ends.reference()));
        LocalDate back = day.minus(period(span));
        LocalDate first = bothEnds.map(Rule::value).orElse(true) ? back : back.plusDays(1);
        return new Found(new AidWindow(first, first, day, false, List.copyOf(rules)), null);
    }

    /** This accounting year and those before it; later days of this year are not there yet. */
    private static AidWindow fiscal(LocalDate day, Span span, @Nullable MonthDay yearEnd, List<RuleReference> rules) {
        if (yearEnd == null) {
            LocalDate earliest = day.minus(period(span)).plusDays(1);
            return new AidWindow(day.minus(period(span)).plusYears(1), earliest, day, true, List.copyOf(rules));
        }
        LocalDate first = FiscalYear.containing(day, yearEnd.getMonth())
                .plus(1 - years(span))
                .first();
        return new AidWindow(first, first, day, true, List.copyOf(rules));
    }

    static Period period(Span span) {
        return switch (span.unit()) {
            case DAY, WORKING_DAY -> Period.ofDays(span.amount());
            case WEEK -> Period.ofWeeks(span.amount());
            case MONTH -> Period.ofMonths(span.amount());
            case YEAR -> Period.ofYears(span.amount());
        };
    }

    private static int years(Span span) {
        return span.unit() == TimeUnit.YEAR
                ? span.amount()
                : Math.max(1, (int) period(span).toTotalMonths() / 12);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean mayContain(@Nullable LocalDate day) {
        return day == null || (!day.isBefore(earliest) && !day.isAfter(last));
    }
}
