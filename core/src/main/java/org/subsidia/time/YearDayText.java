package org.subsidia.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of a {@link YearDay}. */
final class YearDayText {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final Pattern FIXED = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern EASTER = Pattern.compile("easter([+-]\\d{1,3})");
    private static final Pattern WEEKDAY =
            Pattern.compile("(first|second|third|fourth|last) (\\p{Lower}+) of (\\p{Lower}+)");

    private YearDayText() {}

    static Optional<YearDay> read(String text) {
        Matcher fixed = FIXED.matcher(text);
        if (fixed.matches()) {
            Month month = Month.of(Integer.parseInt(fixed.group(1)));
            int day = Integer.parseInt(fixed.group(2));
            return day <= month.maxLength()
                    ? Optional.of(new YearDay.Fixed(MonthDay.of(month, day)))
                    : Optional.empty();
        }
        Matcher easter = EASTER.matcher(text);
        if (easter.matches()) {
            int offset = Integer.parseInt(easter.group(1));
            return offset < -80 || offset > 250 ? Optional.empty() : Optional.of(new YearDay.FromEaster(offset));
        }
        Matcher weekday = WEEKDAY.matcher(text);
        if (!weekday.matches()) {
            return Optional.empty();
        }
        int ordinal = weekday.group(1).equals("last") ? -1 : ORDINALS.indexOf(weekday.group(1)) + 1;
        Optional<DayOfWeek> day = constant(DayOfWeek.values(), weekday.group(2));
        Optional<Month> month = constant(Month.values(), weekday.group(3));
        return day.flatMap(d -> month.map(m -> new YearDay.Weekday(ordinal, d, m)));
    }

    static String ordinal(int ordinal) {
        return ordinal == -1 ? "last" : ORDINALS.get(ordinal - 1);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        for (E one : all) {
            if (lower(one).equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
