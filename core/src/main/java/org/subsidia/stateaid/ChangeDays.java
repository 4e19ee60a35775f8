package org.subsidia.stateaid;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.subsidia.explain.RuleReference;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.time.FiscalYear;

/** The days on which a headroom may change. Some of them may change nothing; no other day does. */
final class ChangeDays {
    private final Undertaking undertaking;
    private final LawBase law;
    private final SortedSet<LocalDate> days;
    private final Set<Period> lengths = new LinkedHashSet<>();

    ChangeDays(Undertaking undertaking, LawBase law) {
        this.undertaking = undertaking;
        this.law = law;
        this.days = new TreeSet<>(undertaking.changes());
        for (DeMinimisRule rule : DeMinimisRule.values()) {
            versions(rule);
        }
        undertaking.all().forEach(award -> {
            LocalDate day = award.day();
            if (day != null) {
                days.add(day);
                leaves(day);
            }
        });
        HeadroomCount.registers(law).forEach(this::leaves);
    }

    private void versions(DeMinimisRule rule) {
        for (String id : HeadroomCount.rules(rule)) {
            law.parameter(id).ifPresent(parameter -> parameter.history().forEach(this::version));
        }
        String id = "deminimis.window." + rule.key();
        law.parameter(id).ifPresent(parameter -> parameter.history().forEach(version -> {
            LocalDate from = version.validFrom();
            LocalDate to = version.validTo();
            Law then = law.at(from != null ? from : to != null ? to : LocalDate.EPOCH);
            then.find(Kind.PERIOD, id).ifPresent(span -> lengths.add(AidWindow.period(span.value())));
        }));
    }

    private void version(RuleReference version) {
        LocalDate from = version.validFrom();
        LocalDate to = version.validTo();
        if (from != null) {
            days.add(from);
        }
        if (to != null) {
            days.add(to.plusDays(1));
        }
    }

    /** When a day falls out of the period: counted from date to date, or with its accounting year. */
    private void leaves(LocalDate day) {
        MonthDay yearEnd = undertaking.structure().fiscalYearEnd();
        for (Period length : lengths) {
            for (Period back : Set.of(length, length.minusYears(1))) {
                LocalDate next = day.plus(back);
                days.add(next);
                while (!next.minus(back).isAfter(day)) {
                    next = next.plusDays(1);
                    days.add(next);
                }
            }
            if (yearEnd != null) {
                FiscalYear year = FiscalYear.containing(day, yearEnd.getMonth());
                days.add(year.plus(length.getYears()).first());
                days.add(year.plus(length.getYears() - 1).first());
            }
        }
    }

    SortedSet<LocalDate> after(LocalDate day) {
        return days.tailSet(day.plusDays(1));
    }
}
