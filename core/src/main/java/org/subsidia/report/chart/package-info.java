/**
 * Charts, defined once for screen and paper.
 *
 * <p>A {@link org.subsidia.report.chart.ChartSpec} says what to draw, {@link org.subsidia.report.chart.Charts} makes it a
 * JFreeChart in a theme and a language, {@link org.subsidia.report.chart.SvgChart} writes that as SVG whose colours a page
 * can restyle. Series differ in lightness, so that a grey print reads as well as the screen. No display is needed.
 */
@NullMarked
package org.subsidia.report.chart;

import org.jspecify.annotations.NullMarked;
