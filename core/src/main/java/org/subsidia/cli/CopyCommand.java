package org.subsidia.cli;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Portfolio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia copy FROM TO}: the same portfolio in another place, file or database. */
@Command(name = "copy")
final class CopyCommand implements Runnable {
    private final Console console;

    @Parameters(index = "0", paramLabel = "FROM", descriptionKey = "copyFrom")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace from;

    @Parameters(index = "1", paramLabel = "TO", descriptionKey = "copyTo")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace to;

    @Option(names = "--replace", descriptionKey = "copyReplace")
    private boolean replace;

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    CopyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Portfolio portfolio = PortfolioFile.open(console, from);
        String said = author.reason();
        String reason = said != null ? said : from.name();
        if (replace) {
            PortfolioFile.replace(console, to, portfolio, author.author(), reason);
        } else {
            PortfolioFile.create(console, to, portfolio, author.author(), reason);
        }
        if (!PortfolioFile.open(console, to).equals(portfolio)) {
            throw new UnusableInput(List.of(Finding.error(Place.file(to.name()), "CLI-COPY-DIFFERS", to.name())));
        }
        console.out()
                .println(Message.of("CLI-COPIED", portfolio.stream().count(), from.name(), to.name())
                        .in(console.locale()));
    }
}
