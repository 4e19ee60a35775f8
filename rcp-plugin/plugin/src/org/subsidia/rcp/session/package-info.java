/**
 * The open portfolio, its history and its file, without any window.
 *
 * <p>A {@link org.subsidia.rcp.session.PortfolioSession} is one document: the current value, undo and redo of edits, whether
 * it differs from its file. {@link org.subsidia.rcp.session.Desk} holds the session that the workbench shows, and tells
 * the views when it changes or another takes its place. All of it belongs to one thread, the workbench's.
 */
package org.subsidia.rcp.session;
