/**
 * Charts of the open portfolio.
 *
 * <p>What is drawn and how it adds up is the library’s; {@link org.subsidia.rcp.chart.ChartCanvas} only brings a chart onto
 * the screen, in the colours of the theme and at the sharpness of the display.
 */
package org.subsidia.rcp.chart;
