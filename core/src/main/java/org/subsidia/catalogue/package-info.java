/**
 * The catalogue of programmes and calls: what public money there is to ask for, or was, with the source of each entry.
 *
 * <p>Start from {@link org.subsidia.catalogue.Catalogue#standard()}, lay an own one over it with {@code with}, search it with a
 * {@link org.subsidia.catalogue.CatalogueQuery}, and bring what was found into a portfolio with {@code toEdits}. A {@link
 * org.subsidia.catalogue.CatalogueEntry} is a record of the portfolio with figures beside it.
 */
@NullMarked
package org.subsidia.catalogue;

import org.jspecify.annotations.NullMarked;
