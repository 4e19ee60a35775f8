package org.subsidia.cli;

import java.nio.file.Path;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.SessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code subsidia new FILE}: makes an empty portfolio. */
@Command(name = "new")
final class NewCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "newFile")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        SessionOptions options = SessionOptions.by(AuthorOptions.user());
        try (FileSession session = PortfolioFile.use(console, FileSession.create(file, Portfolio.empty(), options))) {
            console.out()
                    .println(
                            Message.of("CLI-CREATED", session.file().toString()).in(console.locale()));
        }
    }
}
