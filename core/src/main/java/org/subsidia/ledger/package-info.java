/**
 * Granted subsidies in numbers too large for a portfolio, and what they add up to.
 *
 * <p>A {@link org.subsidia.ledger.FundingAggregator} takes one {@link org.subsidia.ledger.FundingRow} after the other, keeps sums by
 * beneficiary, year and funder but never a row, and answers with a {@link org.subsidia.ledger.FundingPicture}. What the
 * picture shows is asked with a {@link org.subsidia.ledger.FundingQuery}. A {@link org.subsidia.ledger.Ledger} keeps the
 * rows themselves, in columns. Parties are identified by a {@link org.subsidia.ledger.PartyCode}.
 */
@NullMarked
package org.subsidia.ledger;

import org.jspecify.annotations.NullMarked;
