/**
 * Made-up populations of the size of the country, where no table of real structures is at hand.
 *
 * <p>A {@link org.subsidia.transfer.population.PopulationPlan} says how many and for which years,
 * {@link org.subsidia.transfer.population.SyntheticPopulation} makes them; the orders of magnitude and where they come from are
 * the {@link org.subsidia.transfer.population.CalibrationEntry}s, each a fact with its source or an assumption.
 */
@NullMarked
package org.subsidia.transfer.population;

import org.jspecify.annotations.NullMarked;
