package org.subsidia.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The version of a legal rule that a result used.
 *
 * @param id the rule's name in the law base, such as {@code deminimis.ceiling.general}
 * @param validFrom first day of validity; null: always
 * @param validTo last day of validity; null: not ended
 * @param value the value as text, with its unit
 * @param legalReference article and text
 * @param source where it was read
 * @param confidence how sure it is
 */
public record RuleReference(
        String id,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String value,
        String legalReference,
        String source,
        Confidence confidence) {}
