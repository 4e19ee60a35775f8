/**
 * Many transfers at once: the split of a line between Regions and structures, at every point of a space of parameters.
 *
 * <p>A {@link org.subsidia.transfer.sweep.SweepSpace} is a grid or a sample of
 * {@link org.subsidia.transfer.sweep.SweepPoint}s, {@link org.subsidia.transfer.sweep.Sweep} a population made ready for them;
 * each point gives one {@link org.subsidia.transfer.sweep.SweepResult}. The figures are those of
 * {@link org.subsidia.transfer.Simulation} to the cent, at any number of threads.
 */
@NullMarked
package org.subsidia.transfer.sweep;

import org.jspecify.annotations.NullMarked;
