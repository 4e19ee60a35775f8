package org.subsidia.ledger;

import org.subsidia.finding.Message;

/** A property of a subsidy by which amounts can be broken down. */
public enum FundingDimension {
    /** Who receives the money. */
    BENEFICIARY,
    /** Who grants the money. */
    FUNDER,
    /** The civil year of the award, as far as the publication tells it. */
    YEAR,
    /** The region, where the publication names one. */
    REGION,
    /** What the money is for (column {@code objet}). */
    PURPOSE,
    /** In cash or in kind (column {@code nature}). */
    NATURE,
    /** The scheme under which it is granted (column {@code dispositifAide}). */
    SCHEME,
    /** How it is paid (column {@code conditionsVersement}). */
    PAYMENT_CONDITIONS,
    /** Whether the aid was notified to the European Commission (column {@code notificationUE}). */
    EU_NOTIFIED;

    /** {@return the dimension's name} */
    public Message label() {
        return Message.of("LEDGER-DIMENSION-" + name().replace('_', '-'));
    }

    /** Whether the table of groups holds it; the others are counted only when they are asked for. */
    boolean isInGroups() {
        return this == BENEFICIARY || this == FUNDER || this == YEAR;
    }
}
