package org.subsidia.ledger;

/**
 * One granted subsidy, as primitives where every row is asked and as text where few are.
 *
 * <p>Readers of millions of rows implement it once, over their own buffers, and pass the same object again and again;
 * nobody may keep it. Names and texts are asked only when they are needed.
 */
public interface FundingRow {
    /** The year of a row that does not tell when it was granted. */
    int UNKNOWN_YEAR = 0;

    /** {@return who receives: a code of {@link PartyCode}; {@link PartyCode#BY_NAME} where the name identifies} */
    long beneficiary();

    /** {@return the beneficiary's name as published, perhaps empty} */
    String beneficiaryName();

    /**
     * Puts the beneficiary's name where the ledger reads it from; who has the name as bytes need not make a string of it.
     *
     * @param name takes it
     */
    default void nameBeneficiary(NameBuffer name) {
        name.set(beneficiaryName());
    }

    /** {@return who grants: a code of {@link PartyCode}; {@link PartyCode#BY_NAME} where the name identifies} */
    long funder();

    /** {@return the funder's name as published, perhaps empty} */
    String funderName();

    /**
     * Puts the funder's name where the ledger reads it from; who has the name as bytes need not make a string of it.
     *
     * @param name takes it
     */
    default void nameFunder(NameBuffer name) {
        name.set(funderName());
    }

    /** {@return the civil year of the award, 1 to 9999, or {@link #UNKNOWN_YEAR}} */
    int year();

    /** {@return the published amount in cents of euro; negative for a reversal} */
    long published();

    /** {@return the amount of this beneficiary in cents of euro; negative for a reversal} */
    long attributed();

    /**
     * The row's value in a dimension that is neither a party nor the year.
     *
     * @param dimension one of the others
     * @return the text as published; empty where there is none
     */
    String text(FundingDimension dimension);

    /** {@return where the row stands in the whole input, growing; the earliest name of a party is the one shown} */
    long position();
}
