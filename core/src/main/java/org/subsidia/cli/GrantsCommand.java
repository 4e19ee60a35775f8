package org.subsidia.cli;

import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.GrantListQuery;
import org.subsidia.report.GrantListReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia grants P}: the grants of a portfolio as a list. */
@Command(name = "grants")
final class GrantsCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "grantsStructure")
    private @Nullable String structure;

    @Option(names = "--funder", paramLabel = "ID", descriptionKey = "grantsFunder")
    private @Nullable String funder;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "grantsState")
    private @Nullable GrantState state;

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "grantsYear")
    private @Nullable Year year;

    @Option(names = "--sort", paramLabel = "ORDER", descriptionKey = "grantsSort")
    private GrantListQuery.Sort sort = GrantListQuery.Sort.YEAR;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    GrantsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Portfolio portfolio = PortfolioFile.open(console, file);
        GrantListQuery query = new GrantListQuery(
                at.day(),
                RecordChoice.structure(structure, portfolio),
                RecordChoice.funder(funder, portfolio),
                state,
                year == null ? null : year.getValue(),
                sort);
        String name = file.name();
        output.write(
                console,
                output.isText()
                        ? GrantListReport.narrow(portfolio, query, name)
                        : GrantListReport.of(portfolio, query, name));
    }
}
