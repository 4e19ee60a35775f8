/**
 * What is known about the public money of some structures, as one immutable value.
 *
 * <p>Start from {@link org.subsidia.portfolio.Portfolio}, which holds structures, funders, programmes, calls, projects,
 * grants and budget lines under ids of their own types, and from {@link org.subsidia.portfolio.Edit}, the only way to
 * change one: {@code portfolio.apply(edit)} is the next portfolio, {@code edit.inverse(portfolio)} the way back. Records
 * are built step by step ({@code Grant.builder(id, structure)…build()}) and keep wrong data as it came: what is wrong is
 * found by checks, not refused by constructors.
 */
@NullMarked
package org.subsidia.portfolio;

import org.jspecify.annotations.NullMarked;
