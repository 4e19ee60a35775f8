package org.subsidia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.StoreReport;
import org.subsidia.store.EditJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia apply P EDITS.json}: makes edits and saves. */
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Parameters(index = "1", paramLabel = "EDITS", descriptionKey = "edits")
    @SuppressWarnings("NullAway.Init") // required
    private Path edits;

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    private boolean dryRun;

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    ApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Edit edit = PortfolioFile.use(console, EditJson.read(bytes(), edits.toString()));
        Portfolio before =
                dryRun ? PortfolioFile.open(console, file) : PortfolioFile.apply(console, file, edit, author);
        output.write(console, StoreReport.edit(before, edit, file.name(), at.day()));
        boolean wrong = before.check(edit).stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return wrong ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(edits);
        } catch (IOException e) {
            String name = edits.toString();
            throw new UnusableInput(
                    List.of(Finding.error(Place.file(name), "CLI-CANNOT-READ", name, ReportOutput.reason(e))));
        }
    }
}
