/**
 * What happens when a funding line moves: scenarios as documents, run beside the window, put beside each other.
 *
 * <p>{@link org.subsidia.rcp.simulation.ScenarioView} edits a document and runs it; each run is an {@link
 * org.subsidia.rcp.simulation.Outcome} among the {@link org.subsidia.rcp.simulation.Outcomes}, which {@link
 * org.subsidia.rcp.simulation.ResultsView} shows. Everything is computed by the library.
 */
package org.subsidia.rcp.simulation;
