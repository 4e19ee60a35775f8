package org.subsidia.io.euoperations;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.law.Law;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.territory.EuPeriod;

/**
 * A list of operations on its way into a portfolio.
 *
 * <p>The list of 2021–2027 has 23 columns (France, europe-en-france.gouv.fr), that of 2014–2020 others; which one it is the
 * headers tell. The amount of the Union is the published one: it is never computed from the published rate, which is rounded.
 * The grant’s rate is the exact quotient of the two published amounts, and where the published rate contradicts it the finding
 * says so. What was programmed or agreed is not what was paid: no receipt is made.
 *
 * <pre>{@code
 * Reading<Intake> intake = EuOperations.prepare(file, portfolio, MatchOptions.standard(), law);
 * portfolio.apply(intake.get().edit());
 * }</pre>
 */
public final class EuOperations {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(256L << 20).withMaxRows(1_000_000).withArchive(2_000, 1L << 30, 200);

    private EuOperations() {}

    /**
     * Whether a file looks like a list of operations; only its head is read.
     *
     * @param path any file
     * @return whether a sheet has the columns of a list
     */
    public static boolean recognises(Path path) {
        return TabularFile.open(path, LIMITS)
                .value()
                .filter(file -> IntStream.range(0, file.sheets().size())
                        .anyMatch(sheet -> Stream.of(EuPeriod.P2021_2027, EuPeriod.P2014_2020)
                                .anyMatch(period -> HeadedTable.find(file, sheet, OperationColumns.of(period))
                                        .isPresent())))
                .isPresent();
    }

    /**
     * Prepares an import.
     *
     * @param path CSV or XLSX
     * @param into the portfolio that would receive it
     * @param options how structures are matched
     * @param law the law of the day, for the n+3 and the highest rates
     * @return the edits and what became of each operation, or why the file is no list of operations
     */
    public static Reading<Intake> prepare(Path path, Portfolio into, MatchOptions options, Law law) {
        Reading<TabularFile> opened = TabularFile.open(path, LIMITS);
        TabularFile file = opened.value().orElse(null);
        if (file == null) {
            return Reading.refused(opened.findings());
        }
        for (EuPeriod period : List.of(EuPeriod.P2021_2027, EuPeriod.P2014_2020)) {
            for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
                Optional<HeadedTable> table = HeadedTable.find(file, sheet, OperationColumns.of(period));
                if (table.isPresent()) {
                    IntakeDesk desk = new IntakeDesk(file.place(), into);
                    opened.findings().forEach(desk::add);
                    OperationDesk operations = new OperationDesk(desk, period, into, options, law);
                    table.get().read(operations::take, desk::add);
                    return Reading.of(desk.done());
                }
            }
        }
        List<String> missing = HeadedTable.missing(file, 0, OperationColumns.OF_2021);
        return Reading.refused(Finding.error(file.place(), "EUOP-NO-LIST", String.join(", ", missing)));
    }
}
