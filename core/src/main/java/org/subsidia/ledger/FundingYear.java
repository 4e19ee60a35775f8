package org.subsidia.ledger;

import org.joda.money.Money;
import org.subsidia.explain.Explanation;

/**
 * One year of the evolution.
 *
 * @param year the civil year
 * @param published sum of the published amounts
 * @param attributed sum of the attributed amounts
 * @param grants number of rows
 * @param change the query's amount over that of the year before, less one: 0.25 is a quarter more; unknown for the first
 *     year, after a gap, and where the year before was not positive
 */
public record FundingYear(int year, Money published, Money attributed, long grants, Explanation change) {}
