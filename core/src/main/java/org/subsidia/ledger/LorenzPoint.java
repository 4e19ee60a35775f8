package org.subsidia.ledger;

import java.math.BigDecimal;

/**
 * A point of a Lorenz curve: the smallest parties together hold this part of the money.
 *
 * @param parties share of the parties, smallest amounts first, 0 to 1, six decimals
 * @param amount their share of the total, 0 to 1, six decimals
 */
public record LorenzPoint(BigDecimal parties, BigDecimal amount) {}
