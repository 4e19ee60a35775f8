package org.subsidia.ledger;

import java.util.EnumMap;
import java.util.Map;

/**
 * Adds up granted subsidies row by row and never holds one.
 *
 * <p>Memory grows with the number of distinct groups of beneficiary, year and funder, by some forty bytes a group and as
 * many for each distinct party with its name; and with the distinct texts of the further dimensions that the query asks for.
 * Sums are exact: what does not fit 64 bits of cents is an {@link ArithmeticException}. Not safe for use by several threads
 * at once; give each its own and {@link #merge} them, the figures do not depend on the order.
 */
public final class FundingAggregator {
    private static final int LAST_YEAR = 9999;

    private final FundingQuery query;
    private final Parties beneficiaries = new Parties();
    private final Parties funders = new Parties();
    private final GroupTable groups = new GroupTable();
    private final Map<FundingDimension, TextTally> tallies = new EnumMap<>(FundingDimension.class);
    private final NameBuffer name = new NameBuffer();
    private final TextTally[] asked;
    /** Where the groups of the next rows probably are. */
    private final int[] near = new int[64];

    private final long onlySiret;
    private final long onlySiren;

    /**
     * An aggregator that has seen nothing yet.
     *
     * @param query what its picture will show
     */
    public FundingAggregator(FundingQuery query) {
        this.query = query;
        onlySiret = query.onlySiret().orElse(-1);
        onlySiren = query.onlySiren().orElse(-1);
        for (FundingDimension dimension : query.dimensions()) {
            if (!dimension.isInGroups()) {
                tallies.put(dimension, new TextTally(dimension));
            }
        }
        asked = tallies.values().toArray(TextTally[]::new);
    }

    /** {@return what the picture will show} */
    public FundingQuery query() {
        return query;
    }

    /** {@return the number of distinct groups of beneficiary, year and funder so far} */
    public int groups() {
        return groups.size();
    }

    /**
     * Shows every group, in no particular order.
     *
     * @param visitor sees them
     */
    public void forEachGroup(FundingGroupVisitor visitor) {
        for (int g = 0; g < groups.size(); g++) {
            visitor.group(
                    groups.beneficiary(g),
                    groups.year(g),
                    funders.code(groups.funder(g)),
                    groups.grants(g),
                    groups.published(g),
                    groups.attributed(g));
        }
    }

    /**
     * Adds a row, unless the query asks for another beneficiary.
     *
     * @param row the row; it is read at once and not kept
     * @throws IllegalArgumentException if the year is not 0 to 9999
     * @throws ArithmeticException if a sum exceeds 64 bits of cents
     */
    public void add(FundingRow row) {
        long beneficiary = row.beneficiary();
        if (!counts(beneficiary)) {
            return;
        }
        int year = row.year();
        if (year < 0 || year > LAST_YEAR) {
            throw new IllegalArgumentException("a year lies between 1 and 9999, not " + year);
        }
        if (beneficiary == PartyCode.BY_NAME) {
            beneficiary = beneficiaries.codeOf(beneficiary, row.beneficiaryName());
        }
        long funderCode = row.funder();
        if (funderCode == PartyCode.BY_NAME) {
            funderCode = funders.codeOf(funderCode, row.funderName());
        }
        int funder = funders.find(funderCode);
        if (funder < 0 || funders.wantsNameOf(funder, row.position())) {
            row.nameFunder(name);
            funder = funders.meet(funderCode, name, row.position());
        }
        if (groups.add(beneficiary, year, funder, 1, row.published(), row.attributed())) {
            int known = beneficiaries.find(beneficiary);
            if (known < 0 || beneficiaries.wantsNameOf(known, row.position())) {
                row.nameBeneficiary(name);
                beneficiaries.meet(beneficiary, name, row.position());
            }
        }
        for (TextTally tally : asked) {
            tally.add(row);
        }
    }

    /**
     * Adds rows, as {@link #add(FundingRow)} does but faster: while the groups are more than the processor keeps near, it
     * fetches those of many rows at the same time.
     *
     * @param rows the rows; they are read at once and not kept
     */
    public void addAll(FundingRows rows) {
        int size = rows.size();
        for (int from = 0; from < size; from += near.length) {
            int count = Math.min(near.length, size - from);
            for (int i = 0; i < count; i++) {
                FundingRow row = rows.row(from + i);
                near[i] = groups.likely(row.beneficiary(), row.year(), funders.find(row.funder()));
            }
            groups.fetch(near, count);
            for (int i = 0; i < count; i++) {
                add(rows.row(from + i));
            }
        }
    }

    private boolean counts(long beneficiary) {
        return (onlySiret < 0 || beneficiary == onlySiret)
                && (onlySiren < 0 || PartyCode.isOfSiren(beneficiary, onlySiren));
    }

    /**
     * Adds all that another aggregator has seen. Of two names of a party the one of the earlier row is kept.
     *
     * @param other an aggregator of the same query; it is not changed
     * @throws IllegalArgumentException if the queries differ
     * @throws ArithmeticException if a sum exceeds 64 bits of cents
     */
    public void merge(FundingAggregator other) {
        if (!other.query.equals(query)) {
            throw new IllegalArgumentException("only aggregators of the same query can be merged");
        }
        int[] funder = new int[other.funders.size()];
        for (int i = 0; i < funder.length; i++) {
            funder[i] = adopt(funders, other.funders, i);
        }
        for (int i = 0; i < other.beneficiaries.size(); i++) {
            adopt(beneficiaries, other.beneficiaries, i);
        }
        for (int g = 0; g < other.groups.size(); g++) {
            groups.add(
                    translated(other.groups.beneficiary(g), other.beneficiaries),
                    other.groups.year(g),
                    funder[other.groups.funder(g)],
                    other.groups.grants(g),
                    other.groups.published(g),
                    other.groups.attributed(g));
        }
        tallies.forEach((dimension, tally) -> {
            TextTally same = other.tallies.get(dimension);
            if (same != null) {
                tally.merge(same);
            }
        });
    }

    private int adopt(Parties mine, Parties theirs, int index) {
        name.set(theirs.name(index));
        long code = theirs.code(index);
        long own = PartyCode.isIdentified(code) ? code : mine.codeOf(PartyCode.BY_NAME, theirs.key(index));
        return mine.meet(own, name, theirs.position(index));
    }

    private long translated(long code, Parties theirs) {
        return PartyCode.isIdentified(code)
                ? code
                : beneficiaries.codeOf(PartyCode.BY_NAME, theirs.key(theirs.find(code)));
    }

    /** {@return what has been added so far, in figures} */
    public FundingPicture picture() {
        return new PictureBuilder(query, groups, beneficiaries, funders, tallies).build();
    }
}
