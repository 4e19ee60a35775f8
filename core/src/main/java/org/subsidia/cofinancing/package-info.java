/**
 * Co-financing and European money: who may pay how much of what, and what is lost when it is claimed late.
 *
 * <p>Start from {@link org.subsidia.cofinancing.FinancingPlan} and {@link org.subsidia.cofinancing.FinancingCheck}: does the money
 * add up, is the Union's rate within {@link org.subsidia.cofinancing.RateCeiling}? {@link
 * org.subsidia.cofinancing.SimplifiedCosts} computes flat rates and says which exclude each other; {@link
 * org.subsidia.cofinancing.Tranche} knows the day by which a yearly tranche must be covered. Every test answers a {@link
 * org.subsidia.cofinancing.Ruling}: respected, broken, unknown because of a missing fact, or not binding.
 */
@NullMarked
package org.subsidia.cofinancing;

import org.jspecify.annotations.NullMarked;
