package org.subsidia.rcp.intake;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.Stranger;
import org.subsidia.portfolio.StructureId;

/** Whose the rows of a file are, where a person may know better than the file. */
interface Whose {
    /** {@return whether a person can say whose some rows are; else numbers do} */
    boolean asks();

    /** {@return whether a person can say whose a row is} */
    boolean isOpen(Row row);

    /** {@return the structure whose it is, or may be} */
    Optional<StructureId> of(Row row);

    /**
     * Reads the file again with what a person says; run beside the workbench's thread.
     *
     * @param row whose beneficiary, in all its rows
     * @param structure it is; empty: none of the portfolio’s
     */
    Reading<Review> say(Row row, Optional<StructureId> structure);

    /** {@return the beneficiaries that are none of the portfolio's structures, whatever a person has said of them since} */
    List<Stranger> strangers();

    /** {@return what a person has said of one of them} */
    Optional<MatchDecision> said(Stranger one);

    /**
     * What a person has said, to be kept for another import.
     *
     * @param keys of the rows chosen: a name that is to be confirmed is, where its row is
     * @return the decisions
     */
    List<MatchDecision> decisions(List<Object> keys);

    /**
     * Reads the file again with what a person says of those beneficiaries; run beside the workbench's thread.
     *
     * @param decisions about some; nothing is said of the others any more
     */
    Reading<Review> say(List<MatchDecision> decisions);
}
