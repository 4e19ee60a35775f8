/**
 * Results that follow the open portfolio and the selection, computed beside the window.
 *
 * <p>A view extends {@link org.subsidia.rcp.analysis.AnalysisView}: it says what to compute from a {@link
 * org.subsidia.rcp.analysis.Question} and how to show the answer. {@link org.subsidia.rcp.analysis.Analysis} drops answers
 * to questions that are no longer asked, and knows no window. {@link org.subsidia.rcp.analysis.ExplanationPopup} shows where
 * a figure comes from.
 */
package org.subsidia.rcp.analysis;
