/**
 * Results as people read them.
 *
 * <p>A {@link org.subsidia.report.Report} is a value: sections of key figures, {@link org.subsidia.report.Table}s, charts,
 * findings and explanations, in no language yet. {@link org.subsidia.report.HtmlRenderer}, {@link
 * org.subsidia.report.TextRenderer}, {@link org.subsidia.report.JsonRenderer} and {@link
 * org.subsidia.report.CsvRenderer} write it in French or English.
 */
@NullMarked
package org.subsidia.report;

import org.jspecify.annotations.NullMarked;
