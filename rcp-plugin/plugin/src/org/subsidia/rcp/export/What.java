package org.subsidia.rcp.export;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.rcp.Texts;
import org.subsidia.report.PdfRenderer;

/** What can be exported, and in which forms. */
enum What {
    /** The report of the view that is in front. */
    VIEW,
    /** Every grant with its amounts. */
    GRANTS,
    /** Late and coming deadlines. */
    CALENDAR,
    /** What the guards find. */
    PROBLEMS,
    /** How many records, and what they add up to. */
    PORTFOLIO,
    /** The funding file of a structure, for its board. */
    STRUCTURE_FILE,
    /** The note of public funding by authority that goes with the accounts. */
    FUNDING_NOTE,
    /** What a funder's money did. */
    FUNDER_VIEW,
    /** What may go wrong. */
    RISKS,
    /** Grants as the French standard of open data wants them. */
    SCDL,
    /** De minimis awards, with the columns of the central register. */
    REGISTER,
    /** Awards that must be published as State aid. */
    TRANSPARENCY,
    /** Grants after the 360Giving standard. */
    GIVING;

    String label() {
        return switch (this) {
            case VIEW -> Texts.exportView;
            case GRANTS -> Texts.exportGrants;
            case CALENDAR -> Texts.exportCalendar;
            case PROBLEMS -> Texts.exportProblems;
            case PORTFOLIO -> Texts.exportPortfolio;
            case STRUCTURE_FILE -> Texts.exportStructureFile;
            case FUNDING_NOTE -> Texts.exportFundingNote;
            case FUNDER_VIEW -> Texts.exportFunderView;
            case RISKS -> Texts.exportRisks;
            case SCDL -> Texts.exportScdl;
            case REGISTER -> Texts.exportRegister;
            case TRANSPARENCY -> Texts.exportTransparency;
            case GIVING -> Texts.exportGiving;
        };
    }

    /** The forms, the usual one first. */
    List<Format> formats() {
        List<Format> formats =
                switch (this) {
                    case SCDL, REGISTER, TRANSPARENCY -> List.of(Format.CSV);
                    case GIVING -> List.of(Format.JSON, Format.CSV);
                    case CALENDAR -> List.of(Format.XLSX, Format.CSV, Format.PDF, Format.HTML, Format.ICS);
                    case GRANTS, PROBLEMS, PORTFOLIO -> List.of(Format.XLSX, Format.CSV, Format.PDF, Format.HTML);
                    default -> List.of(Format.PDF, Format.HTML, Format.XLSX);
                };
        List<Format> possible = new ArrayList<>(formats);
        possible.removeIf(format -> format == Format.PDF && !PdfRenderer.isAvailable());
        return possible;
    }

    boolean needsStructure() {
        return this == STRUCTURE_FILE || this == FUNDING_NOTE;
    }

    boolean needsFunder() {
        return this == FUNDER_VIEW;
    }

    boolean needsYear() {
        return this == FUNDING_NOTE;
    }

    boolean needsPublisher() {
        return this == GIVING;
    }
}
