package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.portfolio.Portfolio;

/**
 * Files of an exchange format.
 *
 * @param paths the files, at least one; what a later one says goes before what an earlier one says
 * @param into the portfolio that would receive it
 * @param format how it is read
 * @param naming how it names beneficiaries
 * @param hasSheets whether their rows stand on several sheets
 * @param matching how structures are matched
 */
record IntakeFile(
        List<Path> paths, Portfolio into, Format format, Naming naming, boolean hasSheets, Matching matching) {
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

    /**
     * A file that was read.
     *
     * @param file its name
     * @param intake what would come in of it
     */
    record Part(String file, Intake intake) {}

    /**
     * What would come in.
     *
     * @param from the files that could be read
     * @param parts what is in each
     * @param whole the same as one
     * @param refused why some of several cannot be used
     * @param findings the same, and what to do about it
     */
    record Prepared(IntakeFile from, List<Part> parts, Intake whole, List<Note> refused, List<Finding> findings) {}

    /** What a person decided before. */
    Reading<List<MatchDecision>> decided() {
        return matching.decisions() == null ? Reading.of(List.of()) : MatchDecision.read(matching.decisions(), into);
    }

    /** What would come in, where a person has decided about some names; files that cannot be used are left out. */
    Reading<Prepared> prepare(List<MatchDecision> decisions) {
        MatchOptions options = new MatchOptions(decisions, matching.acceptFrom(), matching.makeMissing());
        Portfolio now = into;
        List<Path> readable = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<Note> refused = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path path : paths) {
            Reading<Intake> read = format.prepare(path, now, options);
            if (read.isRead()) {
                readable.add(path);
                parts.add(new Part(String.valueOf(path.getFileName()), read.get()));
                now = now.apply(read.get().edit());
            } else {
                refused.add(Note.refused(path, read.findings()));
                findings.addAll(read.findings());
            }
        }
        return parts.isEmpty()
                ? Reading.refused(findings)
                : Reading.of(new Prepared(
                        new IntakeFile(readable, into, format, naming, hasSheets, matching),
                        parts,
                        Intake.together(parts.stream().map(Part::intake).toList()),
                        refused,
                        findings));
    }

    /** The same once they have been read: none may be missing now. */
    Reading<Prepared> prepareAgain(List<MatchDecision> decisions) {
        Reading<Prepared> again = prepare(decisions);
        return again.isRead() && !again.get().refused().isEmpty()
                ? Reading.refused(again.get().findings())
                : again;
    }

    String name() {
        return Source.together(paths);
    }

    boolean isSeveral() {
        return paths.size() > 1;
    }
}
