package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The rules of State aid under which a grant is given.
 *
 * @param kind which kind of rules
 * @param number the number of the scheme, such as {@code SA.100189}
 * @param article the article, such as {@code 27}
 * @param grossGrantEquivalent the aid it stands for; null: the awarded amount
 */
public record Regime(
        RegimeKind kind,
        @Nullable String number,
        @Nullable String article,
        @Nullable Money grossGrantEquivalent) {

    /** Refuses what is missing. */
    public Regime {
        Check.notNull(kind, "kind");
        number = Check.text(number);
        article = Check.text(article);
    }
}
