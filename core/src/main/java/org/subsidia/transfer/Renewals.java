package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.subsidia.portfolio.SpendingKind;

/**
 * Which grants of a structure are given again and again. A series is what one funder gives for operating costs under one
 * programme; it goes on if it was given in two years that follow each other, the last of them no earlier than the year before
 * the day. Whoever has grants of one year alone gives nothing to judge by.
 */
final class Renewals {
    private final Map<String, SortedSet<Integer>> series = new TreeMap<>();
    private final boolean unknown;
    private final int lastYear;

    private Renewals(List<GivenYear> given, LocalDate day) {
        this.lastYear = day.getYear() - 1;
        this.unknown = given.stream().map(GivenYear::year).distinct().count() == 1;
        for (GivenYear each : given) {
            if (always(each).isEmpty()) {
                series.computeIfAbsent(each.series(), key -> new TreeSet<>()).add(each.year());
            }
        }
    }

    static Renewals of(List<GivenYear> given, LocalDate day) {
        return new Renewals(given, day);
    }

    /** Whether nothing tells what goes on: all of it is then taken to do so, but investments and projects. */
    boolean isUnknown() {
        return unknown && !series.isEmpty();
    }

    /** Why what is given for a year is given once; none: it goes on. */
    Optional<OneOff.Why> once(GivenYear given) {
        Optional<OneOff.Why> always = always(given);
        if (always.isPresent() || unknown) {
            return always;
        }
        SortedSet<Integer> years = series.getOrDefault(given.series(), new TreeSet<>());
        boolean again = years.contains(given.year() - 1) || years.contains(given.year() + 1);
        int last = years.last();
        if (!again) {
            return Optional.of(OneOff.Why.ONCE);
        }
        return last < lastYear ? Optional.of(OneOff.Why.STOPPED) : Optional.empty();
    }

    private static Optional<OneOff.Why> always(GivenYear given) {
        if (given.grant().spending() == SpendingKind.INVESTMENT) {
            return Optional.of(OneOff.Why.INVESTMENT);
        }
        return given.grant().project() == null ? Optional.empty() : Optional.of(OneOff.Why.PROJECT);
    }
}
