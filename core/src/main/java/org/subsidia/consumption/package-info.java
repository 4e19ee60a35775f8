/**
 * Budget against actual: how far the money of grants and of a year is used, and what will be lost if nothing changes.
 *
 * <p>Start from {@link org.subsidia.consumption.Consumption}, which looks at the standing grants of a structure, one {@link
 * org.subsidia.consumption.GrantConsumption} each, and at the lines of its budget, one {@link
 * org.subsidia.consumption.BudgetConsumption} a kind.
 */
@NullMarked
package org.subsidia.consumption;

import org.jspecify.annotations.NullMarked;
