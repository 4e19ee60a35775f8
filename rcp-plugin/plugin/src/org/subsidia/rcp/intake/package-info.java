/**
 * What comes into the portfolio from files, by one wizard: a file, what it holds row by row, one edit.
 *
 * <p>A kind of file is a {@link org.subsidia.rcp.intake.Source}: it says which reader of the library reads and what becomes of
 * the rows chosen; {@link org.subsidia.rcp.intake.ImportKind} lists them. {@link org.subsidia.rcp.intake.ImportWizard} puts the
 * pages together, each of which is a {@link org.subsidia.rcp.intake.Step} that is left by reading something beside the
 * workbench's thread; {@link org.subsidia.rcp.intake.Choice} knows which rows are taken and no window.
 */
package org.subsidia.rcp.intake;
