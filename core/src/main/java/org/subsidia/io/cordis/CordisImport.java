package org.subsidia.io.cordis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;

/** A CORDIS file of organisations, and the file of their projects, on their way into a portfolio. */
public final class CordisImport {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(1L << 30).withMaxRows(2_000_000).withArchive(2_000, 1L << 30, 200);

    static final List<Field> ORGANISATIONS = List.of(
            Field.needed("project", "projectID"),
            Field.optional("acronym", "projectAcronym"),
            Field.optional("vat", "vatNumber"),
            Field.needed("name", "name"),
            Field.optional("postcode", "postCode"),
            Field.needed("country", "country"),
            Field.optional("role", "role"),
            Field.needed("net", "netEcContribution"),
            Field.optional("total", "totalCost"),
            Field.optional("ended", "endOfParticipation"));

    private static final List<Field> PROJECTS = List.of(
            Field.needed("id", "id"),
            Field.needed("acronym", "acronym"),
            Field.needed("title", "title"),
            Field.needed("start", "startDate"),
            Field.needed("end", "endDate"),
            Field.optional("signed", "ecSignatureDate"),
            Field.optional("framework", "frameworkProgramme"),
            Field.optional("scheme", "fundingScheme"));

    private CordisImport() {}

    /**
     * Whether a file looks like one of organisations; only its head is read.
     *
     * @param path any file
     * @return whether it has the columns of {@code organization.csv}
     */
    public static boolean recognises(Path path) {
        return TabularFile.open(path, LIMITS)
                .value()
                .flatMap(file -> HeadedTable.find(file, 0, ORGANISATIONS))
                .isPresent();
    }

    /**
     * Whether a file looks like one of projects; only its head is read.
     *
     * @param path any file
     * @return whether it has the columns of {@code project.csv}
     */
    public static boolean recognisesProjects(Path path) {
        return TabularFile.open(path, LIMITS)
                .value()
                .flatMap(file -> HeadedTable.find(file, 0, PROJECTS))
                .isPresent();
    }

    /**
     * The file of projects that lies beside one of organisations, as CORDIS packs them.
     *
     * @param organisations {@code organization.csv}, whatever stands before and behind that word in its name
     * @return the file named alike with {@code project}, if it is there
     */
    public static Optional<Path> projectsBeside(Path organisations) {
        String name = String.valueOf(organisations.getFileName());
        String other = name.replace("organization", "project");
        return Optional.of(organisations.resolveSibling(other))
                .filter(path -> !other.equals(name) && Files.isRegularFile(path));
    }

    /**
     * Prepares an import.
     *
     * @param organisations {@code organization.csv}
     * @param projects {@code project.csv}, which has titles and dates; null: not at hand
     * @param into the portfolio that would receive it
     * @param options how structures are matched
     * @param day the day at which the seats of structures count
     * @return the edits and what became of each participation, or why a file is none of CORDIS
     */
    public static Reading<Intake> prepare(
            Path organisations, @Nullable Path projects, Portfolio into, MatchOptions options, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        Map<String, CellRow> known = new HashMap<>();
        if (projects != null) {
            Optional<HeadedTable> table = table(projects, PROJECTS, findings);
            if (table.isEmpty()) {
                return Reading.refused(findings);
            }
            table.get().read(row -> known.putIfAbsent(row.text("id"), row), findings::add);
        }
        Optional<HeadedTable> table = table(organisations, ORGANISATIONS, findings);
        if (table.isEmpty()) {
            return Reading.refused(findings);
        }
        IntakeDesk desk = new IntakeDesk(table.get().place(), into);
        findings.forEach(desk::add);
        CordisDesk cordis = new CordisDesk(desk, into, options, day, known);
        table.get().read(cordis::take, desk::add);
        return Reading.of(desk.done());
    }

    private static Optional<HeadedTable> table(Path path, List<Field> fields, List<Finding> findings) {
        Reading<TabularFile> opened = TabularFile.open(path, LIMITS);
        findings.addAll(opened.findings());
        Optional<TabularFile> file = opened.value();
        Optional<HeadedTable> table = file.flatMap(one -> HeadedTable.find(one, 0, fields));
        boolean other = fields.equals(ORGANISATIONS)
                && file.flatMap(one -> HeadedTable.find(one, 0, PROJECTS)).isPresent();
        if (other) {
            findings.add(Finding.error(file.get().place(), "CORDIS-PROJECTS-ALONE"));
        } else if (file.isPresent() && table.isEmpty()) {
            findings.add(Finding.error(
                    file.get().place(),
                    "CORDIS-NO-TABLE",
                    String.join(", ", HeadedTable.missing(file.get(), 0, fields))));
        }
        return table;
    }
}
