package org.subsidia.portfolio;

/** A label that a structure holds for a time. */
public enum LabelKind {
    /** Pôle de compétitivité; its phases are written I, II, III, IV, V. */
    POLE,
    /** Grappe d’entreprises. */
    GRAPPE,
    /** Pôle territorial de coopération économique. */
    PTCE,
    /** A label that a Region gives. */
    REGIONAL,
    /** A European label, such as a cluster excellence level. */
    EUROPEAN,
    /** Any other label. */
    OTHER
}
