package org.subsidia.io.fec;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.StructureId;

/**
 * How accounts are brought to a portfolio.
 *
 * @param structure whose accounts they are; null: those of the structure whose SIREN the file’s name begins with
 * @param closing the closing day; null: as the file’s name says
 * @param words by which funders are known
 * @param matching how close a line must be to a grant, and an entry to a receipt that the portfolio has
 * @param laws the rules and charts
 * @param day of the import
 */
public record FecIntakeOptions(
        @Nullable StructureId structure,
        @Nullable LocalDate closing,
        FunderWords words,
        MatchOptions matching,
        LawBase laws,
        LocalDate day) {

    /**
     * What the files say themselves, and the usual tolerance.
     *
     * @param laws the rules and charts
     * @param day of the import
     * @return the options
     */
    public static FecIntakeOptions usual(LawBase laws, LocalDate day) {
        return new FecIntakeOptions(null, null, FunderWords.standard(), MatchOptions.USUAL, laws, day);
    }

    /**
     * Says whose accounts they are.
     *
     * @param id the structure; null: as the file’s name says
     * @return these options with that
     */
    public FecIntakeOptions of(@Nullable StructureId id) {
        return new FecIntakeOptions(id, closing, words, matching, laws, day);
    }

    /**
     * Says when the year ends.
     *
     * @param end the closing day; null: as the file’s name says
     * @return these options with that
     */
    public FecIntakeOptions closingOn(@Nullable LocalDate end) {
        return new FecIntakeOptions(structure, end, words, matching, laws, day);
    }

    /**
     * Says how lines are brought to grants.
     *
     * @param funders by which funders are known
     * @param tolerance how close a line must be
     * @return these options with that
     */
    public FecIntakeOptions matchedBy(FunderWords funders, MatchOptions tolerance) {
        return new FecIntakeOptions(structure, closing, funders, tolerance, laws, day);
    }
}
