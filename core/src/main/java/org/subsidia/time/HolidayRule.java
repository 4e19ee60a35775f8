package org.subsidia.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;

/**
 * A public holiday as a text sets it, for the zone of the calendar that it is given to.
 *
 * @param day when in the year
 * @param validFrom the first day on which the rule holds; null: always
 * @param validTo the last day on which it holds; null: not ended
 * @param name the holiday's name in French and English
 * @param reference the legal rule
 */
public record HolidayRule(
        YearDay day,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Message name,
        RuleReference reference) {

    boolean holdsOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
    }
}
