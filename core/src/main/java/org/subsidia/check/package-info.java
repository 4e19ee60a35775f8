/**
 * Guards: what is wrong, or soon wrong, in a portfolio by the rules of public money.
 *
 * <p>Start from {@link org.subsidia.check.Guards}: {@code Guards.standard().check(context)} answers a list of {@link
 * org.subsidia.check.Checked}, each a finding with its explanation and, where one exists, a quick fix and a draft letter. A
 * {@link org.subsidia.check.Guard} is one small independent class; {@link org.subsidia.check.GuardContext} gives it the
 * portfolio, the law and the day. A guard that lacks a fact gives no verdict. Embedders add guards of their own.
 */
@NullMarked
package org.subsidia.check;

import org.jspecify.annotations.NullMarked;
