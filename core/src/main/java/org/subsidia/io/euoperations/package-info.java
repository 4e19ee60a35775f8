/**
 * The French lists of operations of the Union’s funds (règlement (UE) 2021/1060, article 49; for 2014–2020 règlement (UE)
 * 1303/2013, article 115), as grants of the portfolio’s structures.
 *
 * <p>Start from {@link org.subsidia.io.euoperations.EuOperations}. The lists have no SIRET, so that whose an operation is goes by
 * name and postcode, with a score and a list for a person to review.
 */
@NullMarked
package org.subsidia.io.euoperations;

import org.jspecify.annotations.NullMarked;
