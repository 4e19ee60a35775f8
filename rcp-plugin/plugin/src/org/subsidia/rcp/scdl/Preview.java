package org.subsidia.rcp.scdl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlImport;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.scdl.ScdlOutcome;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;

/** A file that was read, on its way into a portfolio, and the rows that a user has chosen of it. */
final class Preview {
    /** Which rows are shown. */
    enum Filter {
        ALL(row -> true),
        TAKEABLE(Preview::isTakeable),
        REMARKS(row -> row.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO)),
        REFUSED(row -> row.kind() == ScdlOutcome.Kind.REFUSED);

        private final Predicate<ScdlOutcome> shows;

        Filter(Predicate<ScdlOutcome> shows) {
            this.shows = shows;
        }
    }

    private final Path file;
    private final ScdlImport prepared;
    private final List<Finding> findings;
    private final Set<GrantId> chosen = new HashSet<>();

    private Preview(Path file, ScdlImport prepared, List<Finding> findings) {
        this.file = file;
        this.prepared = prepared;
        this.findings = List.copyOf(findings);
        chooseAll(prepared.outcomes(), true);
    }

    /** Reads a file; everything that changes something is chosen at first. */
    static Reading<Preview> read(Path file, Portfolio into, ScdlChoice choice) {
        Reading<ScdlFile> scdl = ScdlFile.open(file, ScdlOptions.standard());
        return scdl.map(opened -> {
            ScdlImport prepared = ScdlImport.prepare(opened, into, choice);
            List<Finding> all = new ArrayList<>(prepared.findings());
            all.addAll(scdl.findings());
            return new Preview(file, prepared, all);
        });
    }

    /** Whether a row would change the portfolio. */
    static boolean isTakeable(ScdlOutcome row) {
        return row.grant().isPresent()
                && (row.kind() == ScdlOutcome.Kind.NEW || row.kind() == ScdlOutcome.Kind.UPDATED);
    }

    ScdlImport prepared() {
        return prepared;
    }

    /** What was found in the file as a whole. */
    List<Finding> findings() {
        return findings;
    }

    List<ScdlOutcome> rows(Filter filter) {
        return prepared.outcomes().stream().filter(filter.shows).toList();
    }

    boolean isChosen(ScdlOutcome row) {
        return row.grant().isPresent() && chosen.contains(row.grant().get());
    }

    void choose(ScdlOutcome row, boolean take) {
        if (isTakeable(row)) {
            GrantId id = row.grant().orElseThrow();
            if (take) {
                chosen.add(id);
            } else {
                chosen.remove(id);
            }
        }
    }

    void chooseAll(List<ScdlOutcome> rows, boolean take) {
        rows.forEach(row -> choose(row, take));
    }

    int chosenCount() {
        return chosen.size();
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /** The edit of the rows chosen. */
    Edit edit() {
        return prepared.editOf(chosen);
    }
}
