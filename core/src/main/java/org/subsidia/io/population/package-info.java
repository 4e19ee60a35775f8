/**
 * The analyst's own table of structures, funders, years and amounts, as a population to simulate on.
 *
 * <p>Start from {@link org.subsidia.io.population.PopulationFile}; {@link org.subsidia.io.population.PopulationTable} writes it.
 */
@NullMarked
package org.subsidia.io.population;

import org.jspecify.annotations.NullMarked;
