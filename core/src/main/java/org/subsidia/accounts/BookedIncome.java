package org.subsidia.accounts;

import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Grant;

/**
 * The income that one grant gave in a year.
 *
 * @param grant the grant, or null for the lines that no grant could be told of
 * @param booked in the accounts: subsidies (74), shares of investment subsidies (747), dedicated funds set aside and used, contributions
 *     (755), fees (756) and services (706) that belong to the grant
 * @param expected by regulation ANC 2018-06, from the portfolio; dedicated funds as booked where the portfolio
 *     does not tell them
 * @param difference booked less expected
 */
public record BookedIncome(@Nullable Grant grant, Explanation booked, Explanation expected, Explanation difference) {}
