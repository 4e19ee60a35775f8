package org.subsidia.io.datasubvention;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;

/**
 * A file of requests of data.subvention on its way into a portfolio: the flat format of applications ({@code idSubvention}, {@code
 * statutLabel}, {@code montantAccorde} …), or the table that an association downloads of itself (<i>Siret</i>, <i>Service
 * instructeur</i>, <i>Statut de la demande</i> …).
 *
 * <p>A request with its years makes one grant: what was asked and awarded by year, its state by the status, its funder by who
 * awards, else by who instructs. A grant that already bears the number of the commitment (EJ) is completed instead. A state that a
 * person has moved on stays. Whether aid was notified, and co-financers, are not read: the format leaves open what they mean. The
 * same file twice changes nothing.
 */
public final class DataSubvention {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(512L << 20).withMaxRows(2_000_000).withArchive(2_000, 1L << 30, 200);

    private DataSubvention() {}

    /**
     * Whether a file looks like one of requests; only its head is read.
     *
     * @param path any file
     * @return whether it has the columns of one of the two layouts
     */
    public static boolean recognises(Path path) {
        return TabularFile.open(path, LIMITS)
                .value()
                .flatMap(RequestTable::find)
                .isPresent();
    }

    /**
     * Prepares an import.
     *
     * @param path CSV or XLSX
     * @param into the portfolio that would receive it
     * @param options how structures are matched
     * @param day the day at which the seats of structures count
     * @return the edits and what became of each request, or why the file holds none
     */
    public static Reading<Intake> prepare(Path path, Portfolio into, MatchOptions options, LocalDate day) {
        Reading<TabularFile> opened = TabularFile.open(path, LIMITS);
        TabularFile file = opened.value().orElse(null);
        if (file == null) {
            return Reading.refused(opened.findings());
        }
        Optional<RequestTable> table = RequestTable.find(file);
        if (table.isEmpty()) {
            boolean payments = HeadedTable.find(file, 0, RequestTable.PAYMENTS).isPresent();
            return Reading.refused(
                    payments
                            ? Finding.error(file.place(), "DSUB-PAYMENTS")
                            : Finding.error(
                                    file.place(),
                                    "DSUB-NO-TABLE",
                                    String.join(", ", HeadedTable.missing(file, 0, RequestTable.FLAT))));
        }
        IntakeDesk desk = new IntakeDesk(file.place(), into);
        opened.findings().forEach(desk::add);
        RequestDesk requests = new RequestDesk(desk, into, options, day);
        table.get().read(requests::add, desk);
        requests.done();
        return Reading.of(desk.done());
    }
}
