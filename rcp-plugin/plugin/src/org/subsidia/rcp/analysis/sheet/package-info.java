/**
 * Reports of the library as parts of the window: figures that explain themselves, tables, charts.
 *
 * <p>A view that shows the result of an analysis of one structure extends {@link org.subsidia.rcp.analysis.sheet.SheetView}
 * and answers a {@link org.subsidia.rcp.analysis.sheet.Sheet}: a report, and where each of its figures comes from. Nothing is
 * computed here.
 */
package org.subsidia.rcp.analysis.sheet;
