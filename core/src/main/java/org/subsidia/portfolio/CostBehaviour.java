package org.subsidia.portfolio;

/** How a cost behaves when activity falls. */
public enum CostBehaviour {
    /** It stays. */
    FIXED,
    /** It falls with the activity. */
    VARIABLE
}
