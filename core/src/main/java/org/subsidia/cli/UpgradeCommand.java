package org.subsidia.cli;

import org.subsidia.finding.Message;
import org.subsidia.store.file.FileSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia upgrade P}: writes a portfolio of an older format in the format of this version. */
@Command(name = "upgrade")
final class UpgradeCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    UpgradeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Message done = PortfolioFile.edit(console, file, author.session(), this::upgrade);
        console.out().println(done.in(console.locale()));
    }

    private Message upgrade(FileSession session) {
        int before = session.opened().version();
        int current = FileSession.currentVersion();
        if (before == current) {
            return Message.of("CLI-UPGRADE-NOTHING", current);
        }
        PortfolioFile.use(console, session.save());
        return Message.of("CLI-UPGRADED", before, current);
    }
}
