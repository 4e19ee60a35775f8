/**
 * Statements of a bank set against the payments that grants are to bring.
 *
 * <p>{@link org.subsidia.rcp.reconcile.ReconcileView} shows what the library proposes, and books what the user accepts as one edit;
 * {@link org.subsidia.rcp.reconcile.Decisions} knows what is accepted and no window.
 */
package org.subsidia.rcp.reconcile;
