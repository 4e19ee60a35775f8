/**
 * What happens when a funding line moves from one level of government to another, down to each structure's cash.
 *
 * <p>Start from a {@link org.subsidia.transfer.Population} of structures and their histories.
 */
@NullMarked
package org.subsidia.transfer;

import org.jspecify.annotations.NullMarked;
