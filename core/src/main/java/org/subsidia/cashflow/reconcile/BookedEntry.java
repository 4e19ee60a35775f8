package org.subsidia.cashflow.reconcile;

import org.subsidia.portfolio.GrantId;

/**
 * A movement that the portfolio already has as a receipt.
 *
 * @param entry the movement
 * @param grant the grant
 * @param receipt the id of its receipt
 * @param imported whether it was booked from a statement; otherwise the amount is the same and the day near
 */
public record BookedEntry(BankEntry entry, GrantId grant, String receipt, boolean imported) {}
