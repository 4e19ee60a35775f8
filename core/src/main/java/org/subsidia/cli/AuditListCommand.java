package org.subsidia.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.report.StoreReport;
import org.subsidia.store.file.HistoryEntry;
import org.subsidia.store.jdbc.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia audit list P}: who changed what, when and why. */
@Command(name = "list")
final class AuditListCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "DATABASE", descriptionKey = "database")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace place;

    @Option(names = "--record", paramLabel = "ID", descriptionKey = "record")
    private @Nullable String record;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    AuditListCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        write(console, place, record, at, output);
    }

    static void write(
            Console console, PortfolioPlace place, @Nullable String record, AtOption at, ReportOutput output) {
        List<HistoryEntry> entries = PortfolioFile.use(console, AuditTrail.since(place.address(), 0)).stream()
                .map(entry -> new HistoryEntry(entry.number(), entry.record(), true))
                .toList();
        output.write(
                console,
                record == null
                        ? StoreReport.history(entries, place.name(), at.day())
                        : StoreReport.history(entries, record, place.name(), at.day()));
    }
}
