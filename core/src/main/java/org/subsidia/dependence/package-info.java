/**
 * How much a structure depends on public money.
 *
 * <p>Start from {@link org.subsidia.dependence.OperatingFigures}, what is known about one structure in one year: from its
 * accounts, its budget or its forecast.
 */
@NullMarked
package org.subsidia.dependence;

import org.jspecify.annotations.NullMarked;
