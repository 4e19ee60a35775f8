package org.subsidia.accounts;

import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;

/**
 * A funder that the words of an entry name.
 *
 * @param words by which it was known
 * @param level of the funder; {@link FunderLevel#UNKNOWN} where only the payer is known
 * @param funder the funder of the portfolio, or null
 * @param payer who transfers the money, where words name a body that only pays; else null
 */
public record NamedFunder(
        String words,
        FunderLevel level,
        @Nullable FunderId funder,
        @Nullable String payer) {}
