package org.subsidia.ledger;

/** Sees the sums of every beneficiary, year and funder. */
@FunctionalInterface
public interface FundingGroupVisitor {
    /**
     * Sees one group.
     *
     * @param beneficiary code of the beneficiary; {@link PartyCode#text} tells its identifier, if it has one
     * @param year civil year, or {@link FundingRow#UNKNOWN_YEAR}
     * @param funder code of the funder
     * @param grants number of rows
     * @param published sum of the published amounts in cents
     * @param attributed sum of the attributed amounts in cents
     */
    void group(long beneficiary, int year, long funder, long grants, long published, long attributed);
}
