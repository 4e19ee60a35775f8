/**
 * Exact money: no cent is lost, none is guessed.
 *
 * <p>{@link org.subsidia.money.Fraction} is a share that is never rounded before it is shown. {@link
 * org.subsidia.money.Allocation} splits an amount so that the parts add up. {@link org.subsidia.money.AmountReader} reads
 * what people and programs write for an amount and refuses what can be read in two ways; {@link
 * org.subsidia.money.AmountFormat} writes amounts, and reads back what it wrote.
 */
@NullMarked
package org.subsidia.money;

import org.jspecify.annotations.NullMarked;
