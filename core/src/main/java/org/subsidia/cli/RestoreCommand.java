package org.subsidia.cli;

import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.report.StoreReport;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.Restore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia restore P}: lists former states, brings one back, or decides on unsaved edits of a crash. */
@Command(name = "restore")
final class RestoreCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @ArgGroup
    private Choice choice = new Choice();

    @Mixin
    private final AuthorOptions author = new AuthorOptions();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    /** One of these, the list where none is given. */
    static final class Choice {
        @SuppressWarnings("UnusedVariable") // what is done without any choice
        @Option(names = "--list", descriptionKey = "listBackups")
        private boolean list;

        @Option(names = "--backup", paramLabel = "N", descriptionKey = "backup")
        private @Nullable Integer backup;

        @Option(names = "--unsaved", descriptionKey = "unsaved")
        private boolean unsaved;

        @Option(names = "--discard-unsaved", descriptionKey = "discardUnsaved")
        private boolean discard;
    }

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Integer backup = choice.backup;
        if (backup != null) {
            PortfolioFile.use(console, Restore.from(file.file(), backup, author.author(), author.reason()));
            say(Message.of("CLI-RESTORED", backup, file.toString()));
        } else if (choice.unsaved || choice.discard) {
            PortfolioFile.edit(console, file, author.session(), this::decide);
        } else {
            output.write(
                    console,
                    StoreReport.backups(PortfolioFile.use(console, Restore.list(file.file())), file.name(), at.day()));
        }
    }

    private boolean decide(FileSession session) {
        int count = session.recoverable().size();
        if (choice.discard) {
            PortfolioFile.use(console, session.discard());
            say(Message.of("CLI-DISCARDED", count));
        } else {
            PortfolioFile.use(console, session.recover());
            PortfolioFile.use(console, session.save());
            say(Message.of("CLI-RECOVERED", count));
        }
        return true;
    }

    private void say(Message message) {
        console.out().println(message.in(console.locale()));
    }
}
