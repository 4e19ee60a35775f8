package org.subsidia.ledger;

/** A row made by hand. */
record GrantRow(
        long beneficiary,
        String beneficiaryName,
        long funder,
        String funderName,
        int year,
        long published,
        long attributed,
        String purpose,
        long position)
        implements LedgerRow {

    static GrantRow of(long beneficiary, long funder, int year, long cents) {
        return new GrantRow(
                PartyCode.ofSiren(beneficiary),
                "B" + beneficiary,
                PartyCode.ofSiren(funder),
                "F" + funder,
                year,
                cents,
                cents,
                "",
                0);
    }

    static GrantRow named(String beneficiary, int year, long cents) {
        return new GrantRow(PartyCode.BY_NAME, beneficiary, PartyCode.BY_NAME, "Région", year, cents, cents, "", 0);
    }

    GrantRow at(long place) {
        return new GrantRow(
                beneficiary, beneficiaryName, funder, funderName, year, published, attributed, purpose, place);
    }

    GrantRow called(String name) {
        return new GrantRow(beneficiary, name, funder, funderName, year, published, attributed, purpose, position);
    }

    GrantRow attributing(long cents) {
        return new GrantRow(
                beneficiary, beneficiaryName, funder, funderName, year, published, cents, purpose, position);
    }

    GrantRow to(String what) {
        return new GrantRow(
                beneficiary, beneficiaryName, funder, funderName, year, published, attributed, what, position);
    }

    @Override
    public String text(FundingDimension dimension) {
        return dimension == FundingDimension.PURPOSE ? purpose : "";
    }

    @Override
    public int epochDay() {
        return year == UNKNOWN_YEAR ? UNKNOWN_DAY : (year - 1970) * 365;
    }

    @Override
    public String reference() {
        return "DEL-" + position;
    }
}
