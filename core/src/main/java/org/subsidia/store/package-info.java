/**
 * Where portfolios are kept.
 *
 * <p>{@link org.subsidia.store.PortfolioStore} is the contract of every store. {@link org.subsidia.store.PortfolioJson} and
 * {@link org.subsidia.store.EditJson} write portfolios and edits as JSON, the same bytes for the same value, and read them
 * back: wrong input is a finding with its line, column and path, never half a value. Fields that this version does not
 * know survive in {@link org.subsidia.portfolio.Extras}.
 */
@NullMarked
package org.subsidia.store;

import org.jspecify.annotations.NullMarked;
