package org.subsidia.rcp.detail;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;

/** How long until a call comes again, in words. */
final class Recurrence {
    private static final int YEAR = 12;
    private static final List<Period> USUAL =
            List.of(Period.ofMonths(6), Period.ofYears(1), Period.ofYears(2), Period.ofYears(3));

    private Recurrence() {}

    /** The words of a stretch of time; empty: it does not come again. */
    static String words(Period period) {
        if (period == null) {
            return "";
        }
        long months = period.toTotalMonths();
        if (period.getDays() != 0 || months <= 0) {
            return period.toString();
        }
        return months == YEAR
                ? Texts.everyYear
                : months % YEAR == 0
                        ? Texts.bind(Texts.everyYears, months / YEAR)
                        : Texts.bind(Texts.everyMonths, months);
    }

    /** What can be chosen: nothing, what is usual, and what other calls have. */
    static List<String> choices(Portfolio portfolio) {
        return Stream.concat(Stream.of(""), all(portfolio).map(Recurrence::words))
                .distinct()
                .toList();
    }

    private static Stream<Period> all(Portfolio portfolio) {
        return Stream.concat(portfolio.calls().stream().map(Call::recurrence).filter(Objects::nonNull), USUAL.stream());
    }

    /** The stretch of words that can be chosen; null: none. */
    static Period find(String words, Portfolio portfolio) {
        return all(portfolio)
                .filter(period -> words(period).equals(words))
                .findFirst()
                .orElse(null);
    }
}
