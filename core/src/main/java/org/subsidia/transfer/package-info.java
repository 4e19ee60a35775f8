/**
 * What happens when a funding line moves from one level of government to another, down to each structure's cash.
 *
 * <p>A {@link org.subsidia.transfer.Scenario} is read from a document or taken from the {@link org.subsidia.transfer.Presets};
 * a {@link org.subsidia.transfer.Population} holds the structures; {@link org.subsidia.transfer.Simulation} runs one on the
 * other in eight steps, each exact to the cent: base, path, split between Regions, regional policy, split between structures,
 * other funders, reaction of the structures, legal tests.
 */
@NullMarked
package org.subsidia.transfer;

import org.jspecify.annotations.NullMarked;
