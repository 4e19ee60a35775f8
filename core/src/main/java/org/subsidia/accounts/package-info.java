/**
 * What the accounts say about subsidies.
 *
 * <p>Start from {@link org.subsidia.accounts.Books}: the balances of a year and the entries that touch subsidies, under the {@link
 * org.subsidia.accounts.Chart} of that year. {@link org.subsidia.accounts.GrantMatching} tells which line belongs to which grant,
 * {@link org.subsidia.accounts.GrantAccounts} rolls each grant forward and sets it beside the portfolio, {@link
 * org.subsidia.accounts.Recognition} knows the income of each year, {@link org.subsidia.accounts.AccountFigures} makes what the
 * ratios of dependence ask for.
 */
@NullMarked
package org.subsidia.accounts;

import org.jspecify.annotations.NullMarked;
