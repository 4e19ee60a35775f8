package org.subsidia.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a funding picture shows.
 *
 * @param dimensions a table for each, in this order, none twice
 * @param top how many lines a table shows before the rest is summed up, at least 1; years are always all shown
 * @param basis which amount ranks and shares are made of
 * @param structure SIREN (9 digits) or SIRET (14 digits) of the only beneficiary that counts; null: all
 */
public record FundingQuery(
        List<FundingDimension> dimensions,
        int top,
        AmountBasis basis,
        @Nullable String structure) {

    /** Checks the parts. */
    public FundingQuery {
        dimensions = dimensions.stream().distinct().toList();
        if (top < 1) {
            throw new IllegalArgumentException("a table shows at least one line, not " + top);
        }
        if (structure != null && !structure.matches("\\d{9}|\\d{14}")) {
            throw new IllegalArgumentException("a structure is named by 9 or 14 digits, not \"" + structure + '"');
        }
    }

    /** {@return beneficiaries, funders and years of all rows, twenty lines a table, by attributed amount} */
    public static FundingQuery standard() {
        return new FundingQuery(
                List.of(FundingDimension.BENEFICIARY, FundingDimension.FUNDER, FundingDimension.YEAR),
                20,
                AmountBasis.ATTRIBUTED,
                null);
    }

    /**
     * This query with other tables.
     *
     * @param wanted the tables, in order
     * @return the query
     */
    public FundingQuery by(List<FundingDimension> wanted) {
        return new FundingQuery(wanted, top, basis, structure);
    }

    /**
     * This query with longer or shorter tables.
     *
     * @param lines how many lines before the rest is summed up, at least 1
     * @return the query
     */
    public FundingQuery top(int lines) {
        return new FundingQuery(dimensions, lines, basis, structure);
    }

    /**
     * This query on the other amount.
     *
     * @param amount what ranks and shares are made of
     * @return the query
     */
    public FundingQuery on(AmountBasis amount) {
        return new FundingQuery(dimensions, top, amount, structure);
    }

    /**
     * This query for one beneficiary.
     *
     * @param sirenOrSiret 9 or 14 digits
     * @return the query
     */
    public FundingQuery of(String sirenOrSiret) {
        return new FundingQuery(dimensions, top, basis, sirenOrSiret);
    }

    /** {@return the only beneficiary that counts} */
    public Optional<String> onlyStructure() {
        return Optional.ofNullable(structure);
    }

    /** The code of the only establishment that counts. */
    OptionalLong onlySiret() {
        return structure != null && structure.length() == 14
                ? OptionalLong.of(PartyCode.ofSiret(Long.parseLong(structure)))
                : OptionalLong.empty();
    }

    /** The number of the only legal unit that counts. */
    OptionalLong onlySiren() {
        return structure != null && structure.length() == 9
                ? OptionalLong.of(Long.parseLong(structure))
                : OptionalLong.empty();
    }
}
