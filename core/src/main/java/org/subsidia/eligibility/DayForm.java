package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.subsidia.time.Span;

/** A day in a row of facts, moved by months and days, without objects. */
final class DayForm {
    private static final int NONE = -1;
    private static final int DAYS_OF_400_YEARS = 146_097;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final int TO_MARCH = 719_468;

    private final int position;
    private final long constant;
    private final int[] months;
    private final int[] days;

    private DayForm(int position, long constant, int[] months, int[] days) {
        this.position = position;
        this.constant = constant;
        this.months = months;
        this.days = days;
    }

    /** Empty if the law has no value for a rule: its name goes to {@code missing}. */
    static Optional<DayForm> of(FactCatalogue catalogue, LawSource law, Expression expression, List<LawRef> missing) {
        int position = NONE;
        long constant = 0;
        boolean complete = true;
        Expression.Term term = expression.terms().get(0);
        if (term.factors().isEmpty()) {
            constant = term.coefficient().numerator().longValueExact();
        } else {
            Expression.Source source = term.factors().get(0);
            Fact fact = source.fact();
            LawRef ref = source.law();
            if (fact != null) {
                position = catalogue.position(fact.id());
            } else if (ref != null) {
                Optional<LocalDate> day = law.find(ref)
                        .map(LawSource.Found::value)
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast);
                complete = day.isPresent();
                constant = day.map(LocalDate::toEpochDay).orElse(0L);
                if (!complete) {
                    missing.add(ref);
                }
            }
        }
        int size = expression.shifts().size();
        int[] months = new int[size];
        int[] days = new int[size];
        for (int i = 0; i < size; i++) {
            Expression.Shift shift = expression.shifts().get(i);
            LawRef ref = shift.law();
            months[i] = shift.months();
            days[i] = shift.days();
            if (ref != null) {
                Optional<Span> span = law.find(ref)
                        .map(LawSource.Found::value)
                        .filter(Span.class::isInstance)
                        .map(Span.class::cast);
                complete &= span.isPresent();
                if (span.isEmpty()) {
                    missing.add(ref);
                    continue;
                }
                int amount = shift.sign() * span.get().amount();
                switch (span.get().unit()) {
                    case DAY, WORKING_DAY -> days[i] = amount;
                    case WEEK -> days[i] = Math.multiplyExact(7, amount);
                    case MONTH -> months[i] = amount;
                    case YEAR -> months[i] = Math.multiplyExact(12, amount);
                }
            }
        }
        return complete ? Optional.of(new DayForm(position, constant, months, days)) : Optional.empty();
    }

    int state(FactRow row) {
        return position == NONE ? FactRow.KNOWN : row.states[position];
    }

    int position() {
        return position;
    }

    /** The day counted from 1970-01-01; the fact must be known. */
    long value(FactRow row) {
        return moved(position == NONE ? constant : row.numbers[position]);
    }

    /** A day moved as this form moves its own. */
    long moved(long day) {
        long moved = day;
        for (int i = 0; i < months.length; i++) {
            moved = (months[i] == 0 ? moved : plusMonths(moved, months[i])) + days[i];
        }
        return moved;
    }

    /** About the day that this form moves to the given one: at most four days away from it. */
    long unmoved(long day) {
        long moved = day;
        for (int i = months.length - 1; i >= 0; i--) {
            moved = plusMonths(moved - days[i], -months[i]);
        }
        return moved;
    }

    /** The same day some months later, or the month’s last day where it has none such, as {@link LocalDate#plusMonths}. */
    static long plusMonths(long epochDay, int months) {
        long z = epochDay + TO_MARCH;
        long era = Math.floorDiv(z, DAYS_OF_400_YEARS);
        long dayOfEra = z - era * DAYS_OF_400_YEARS;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        long total = (yearOfEra + era * 400) * 12 + marchMonth + months;
        long year = Math.floorDiv(total, 12L);
        long month = Math.floorMod(total, 12L);
        return fromCivil(year, month, Math.min(day, lengthOf(year, month)));
    }

    private static long lengthOf(long year, long month) {
        if (month == 11) {
            long civil = year + 1;
            return civil % 4 == 0 && (civil % 100 != 0 || civil % 400 == 0) ? 29 : 28;
        }
        return month == 1 || month == 3 || month == 6 || month == 8 ? 30 : 31;
    }

    /** Years that begin in March, months counted from it. */
    private static long fromCivil(long year, long month, long day) {
        long era = Math.floorDiv(year, 400L);
        long yearOfEra = year - era * 400;
        long dayOfYear = (153 * month + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_OF_400_YEARS + dayOfEra - TO_MARCH;
    }
}
