package org.subsidia.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * The version of a legal rule that a result used.
 *
 * @param id the rule's name in the law base, such as {@code deminimis.ceiling.general}
 * @param validFrom first day of validity; null: always
 * @param validTo last day of validity; null: not ended
 * @param value the value as law files write it
 * @param unit of the value, as law files name it: {@code EUR}, {@code share}, {@code months}
 * @param words the value as people write it in their language: {@code 300 000 €}, {@code 25 %}, {@code 36 mois}
 * @param legalReference article and text
 * @param source where it was read
 * @param confidence how sure it is
 */
public record RuleReference(
        String id,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String value,
        String unit,
        Message words,
        String legalReference,
        String source,
        Confidence confidence) {
    private static final String TEXT = "text";

    /** A rule whose value is a text, the same in every language. */
    public RuleReference(
            String id,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String value,
            String legalReference,
            String source,
            Confidence confidence) {
        this(
                id,
                validFrom,
                validTo,
                value,
                TEXT,
                Message.of("EXPLAIN-VALUE-TEXT", value),
                legalReference,
                source,
                confidence);
    }
}
