package org.subsidia.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.report.StoreReport;
import org.subsidia.store.file.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia verify P}: whether the file and all that keeps it safe is whole. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (file.isDatabase()) {
            return AuditVerifyCommand.verify(console, file, List.of(), at, output);
        }
        Verification found = Verification.of(file.file());
        output.write(console, StoreReport.verification(found, file.name(), at.day()));
        if (found.portfolio().isEmpty()) {
            return ExitCode.UNUSABLE;
        }
        boolean wrong = found.findings().stream().map(Finding::severity).anyMatch(Severity.ERROR::equals);
        return wrong ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }
}
