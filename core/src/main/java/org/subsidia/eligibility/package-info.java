/**
 * Whether a structure, its project and its request meet the conditions of a funding scheme, and why.
 *
 * <p>A {@link org.subsidia.eligibility.RuleSet} is read from a document and checked line by line; an {@link
 * org.subsidia.eligibility.Evaluator} is the rule set under the law of a day. From {@link org.subsidia.eligibility.Facts} it
 * makes a {@link org.subsidia.eligibility.Verdict}: yes, no or unknown in Kleene's logic, with its explanation, the missing
 * facts and the nearest changes. What is not known is never taken for false.
 */
@NullMarked
package org.subsidia.eligibility;

import org.jspecify.annotations.NullMarked;
