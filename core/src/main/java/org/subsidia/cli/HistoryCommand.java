package org.subsidia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.report.Report;
import org.subsidia.report.StoreReport;
import org.subsidia.store.file.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia history P}: who changed what, when and why. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--record", paramLabel = "ID", descriptionKey = "record")
    private @Nullable String record;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (file.isDatabase()) {
            AuditListCommand.write(console, file, record, at, output);
            return ExitCode.DONE;
        }
        Path path = file.file();
        if (!Files.exists(path)) {
            PortfolioFile.open(console, file);
        }
        History history = PortfolioFile.use(console, History.of(path));
        Report report = record == null
                ? StoreReport.history(history.entries(), file.name(), at.day())
                : StoreReport.history(history.entries(), record, file.name(), at.day());
        output.write(console, report);
        boolean wrong = history.findings().stream().map(Finding::severity).anyMatch(Severity.ERROR::equals);
        return wrong ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }
}
