package org.subsidia.territory;

/** Category of a NUTS 2 unit in EU cohesion policy, on which the ceiling of the EU rate depends. Lowest wealth first. */
public enum RegionCategory {
    /** Less developed ("région moins développée"). */
    LESS_DEVELOPED,
    /** In transition ("région en transition"). */
    TRANSITION,
    /** More developed ("région plus développée"). */
    MORE_DEVELOPED
}
