/**
 * The import of published subsidies: choose a file, look at its rows with what was found in them, choose, apply.
 *
 * <p>{@link org.subsidia.rcp.scdl.Preview} holds what was read and which rows are chosen; it knows no window. {@link
 * org.subsidia.rcp.scdl.ImportWizard} has one page for the file and one for the rows; the library reads, repairs and makes
 * the edit.
 */
package org.subsidia.rcp.scdl;
