package org.subsidia.catalogue;

import org.subsidia.finding.Message;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.RecordKind;

/** What an entry of the catalogue is: the kinds of programme, and calls and funders beside them. */
public enum CatalogueKind {
    /** A whole contrat de plan État-Région, or a generation of them. */
    CPER,
    /** A volet, axis or action of a contrat de plan. */
    CPER_VOLET,
    /** A programme of the funds of the Union, one of its funds, or a whole period. */
    EU_FUND,
    /** A line of the State’s budget. */
    STATE_LINE,
    /** A scheme of a Region. */
    REGIONAL_SCHEME,
    /** A phase of the policy of pôles de compétitivité. */
    POLE_PHASE,
    /** Another programme. */
    OTHER,
    /** A call for projects or for candidates. */
    CALL,
    /** A funder to whom entries refer. */
    FUNDER;

    /** {@return the kind's name, as tables write it} */
    public Message label() {
        return switch (this) {
            case CALL, FUNDER -> Message.of("CAT-KIND-" + name());
            default -> ProgrammeKind.valueOf(name()).label();
        };
    }

    static CatalogueKind of(PortfolioRecord record) {
        if (record instanceof Programme programme) {
            return of(programme.kind());
        }
        return record.id().kind() == RecordKind.CALL ? CALL : FUNDER;
    }

    private static CatalogueKind of(ProgrammeKind kind) {
        return switch (kind) {
            case CPER -> CPER;
            case CPER_VOLET -> CPER_VOLET;
            case EU_FUND -> EU_FUND;
            case STATE_LINE -> STATE_LINE;
            case REGIONAL_SCHEME -> REGIONAL_SCHEME;
            case POLE_PHASE -> POLE_PHASE;
            case OTHER -> OTHER;
        };
    }
}
