package org.subsidia.rcp.export;

import java.util.Optional;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.report.Report;

/**
 * What somebody wants exported.
 *
 * @param what what
 * @param format in which form
 * @param structure of which structure, where it is about one
 * @param funder of which funder, where it is about one
 * @param year of which accounting year, where it is about one
 * @param publisher the prefix of a publisher of 360Giving data
 * @param view the report of the view in front, where there is one
 */
record Request(
        What what,
        Format format,
        Optional<StructureId> structure,
        Optional<FunderId> funder,
        int year,
        String publisher,
        Optional<Report> view) {

    /** A list of the whole portfolio, which needs no more to be said. */
    static Request of(What what, Format format) {
        return new Request(what, format, Optional.empty(), Optional.empty(), 0, "", Optional.empty());
    }

    /** The year before the one of the question: the last that can be closed. */
    static int lastYear(Question question) {
        return question.at().getYear() - 1;
    }
}
