package org.subsidia.cli;

import org.subsidia.finding.Message;
import org.subsidia.portfolio.Portfolio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code subsidia new FILE}: makes an empty portfolio. */
@Command(name = "new")
final class NewCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "newFile")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        PortfolioFile.create(console, file, Portfolio.empty(), AuthorOptions.user(), null);
        console.out().println(Message.of("CLI-CREATED", file.fullName()).in(console.locale()));
    }
}
