/**
 * Bank statements set against the payments that grants are expected to bring.
 *
 * <p>Start from {@link org.subsidia.cashflow.reconcile.Reconciliation}: it takes the statements of a
 * {@link org.subsidia.cashflow.reconcile.StatementBook}, in which every movement stands once, and the
 * {@link org.subsidia.cashflow.reconcile.ExpectedPayment expected payments} of a portfolio, and answers with matches that say how
 * likely they are and why, and with the edit that books them. Readers of files make
 * {@link org.subsidia.cashflow.reconcile.BankStatement} values.
 */
@NullMarked
package org.subsidia.cashflow.reconcile;

import org.jspecify.annotations.NullMarked;
