/**
 * Requests for subsidies and what became of them, as data.subvention gathers them from the State's and other funders' systems, as
 * grants of the portfolio's structures.
 *
 * <p>Start from {@link org.subsidia.io.datasubvention.DataSubvention}. What was paid comes by {@code io.statepayments}; the two
 * meet in the grant that bears the number of the commitment (engagement juridique).
 */
@NullMarked
package org.subsidia.io.datasubvention;

import org.jspecify.annotations.NullMarked;
