package org.subsidia.cli;

import org.subsidia.report.PortfolioReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia show P}: what a portfolio holds, and its funding by year and level. */
@Command(name = "show")
final class ShowCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        output.write(console, PortfolioReport.of(PortfolioFile.open(console, file), file.name(), at.day()));
    }
}
