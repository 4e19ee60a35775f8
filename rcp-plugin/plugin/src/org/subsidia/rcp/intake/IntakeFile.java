package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.List;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.portfolio.Portfolio;

/**
 * A file of an exchange format.
 *
 * @param path the file
 * @param into the portfolio that would receive it
 * @param format how it is read
 * @param naming how it names beneficiaries
 * @param matching how structures are matched
 */
record IntakeFile(Path path, Portfolio into, Format format, Naming naming, Matching matching) {
    /** A reader of the library. */
    @FunctionalInterface
    interface Format {
        Reading<Intake> prepare(Path file, Portfolio into, MatchOptions options);
    }

    /** How a format names beneficiaries. */
    enum Naming {
        /** By number alone: whose a row is is no question. */
        NUMBER,
        /** By name, with or without a number. */
        NAME,
        /** By name and postcode. */
        NAME_AND_POSTCODE
    }

    /**
     * How structures are matched.
     *
     * @param decisions a file of what a person decided before; null: none
     * @param acceptFrom a score from which a match by name is taken without asking, 0 to 100
     * @param makeMissing whether structures that the portfolio does not have are made
     */
    record Matching(Path decisions, int acceptFrom, boolean makeMissing) {}

    /** What a person decided before. */
    Reading<List<MatchDecision>> decided() {
        return matching.decisions() == null ? Reading.of(List.of()) : MatchDecision.read(matching.decisions(), into);
    }

    /** What would come in, where a person has decided about some names. */
    Reading<Intake> prepare(List<MatchDecision> decisions) {
        return format.prepare(path, into, new MatchOptions(decisions, matching.acceptFrom(), matching.makeMissing()));
    }

    String name() {
        return path.getFileName().toString();
    }
}
