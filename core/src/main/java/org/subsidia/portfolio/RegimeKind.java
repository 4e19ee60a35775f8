package org.subsidia.portfolio;

/** Under which rules of State aid a grant is given. */
public enum RegimeKind {
    /** Not State aid. */
    NO_AID,
    /** De minimis, general regulation. */
    DE_MINIMIS,
    /** De minimis for services of general economic interest. */
    DE_MINIMIS_SGEI,
    /** De minimis in agriculture. */
    DE_MINIMIS_AGRICULTURE,
    /** De minimis in fishery. */
    DE_MINIMIS_FISHERY,
    /** Exempted by regulation 651/2014. */
    GBER,
    /** Compensation of a service of general economic interest. */
    SGEI,
    /** Notified to the Commission and approved. */
    NOTIFIED,
    /** A temporary framework. */
    TEMPORARY_FRAMEWORK,
    /** Another regime, or only its number is known. */
    OTHER
}
