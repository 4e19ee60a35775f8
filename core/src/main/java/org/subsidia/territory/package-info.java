/**
 * Regions, départements and NUTS units of France, before and after the merger of regions on 1 January 2016.
 *
 * <p>Start from {@link org.subsidia.territory.Region} and {@link org.subsidia.territory.Departement}: each reads codes and
 * names as people write them, and tells what became of it, or what it was made of, at a date. A bare code says nothing
 * without its level, so records keep a {@link org.subsidia.territory.TerritoryCode}. A {@link
 * org.subsidia.territory.Nuts} unit carries the category of region of an {@link org.subsidia.territory.EuPeriod}, with its
 * legal text and confidence.
 */
@NullMarked
package org.subsidia.territory;

import org.jspecify.annotations.NullMarked;
