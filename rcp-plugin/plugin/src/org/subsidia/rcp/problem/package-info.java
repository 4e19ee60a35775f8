/**
 * What is wrong, or soon wrong, in the open portfolio, with a way to the record and, where there is one, a quick fix.
 *
 * <p>{@link org.subsidia.rcp.problem.Problems} collects what the library finds and knows no window; {@link
 * org.subsidia.rcp.problem.ProblemsView} shows it.
 */
package org.subsidia.rcp.problem;
