package org.subsidia.eligibility;

import java.util.List;
import org.subsidia.finding.Message;

/**
 * Something that conditions ask about.
 *
 * @param id such as {@code request.amount}; lower case, words parted by hyphens and dots
 * @param type what its value is
 * @param unit what a count counts, such as {@code persons}; EUR for amounts; empty for others
 * @param label what it is, in French and English
 * @param values the words that a code may be; empty: any
 * @param adjustable whether the applicant can choose it: an amount asked for, a date of a plan
 */
public record Fact(String id, FactType type, String unit, Message label, List<String> values, boolean adjustable) {

    /** Copies the values. */
    public Fact {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return id;
    }
}
