package org.subsidia.cli;

import org.subsidia.store.jdbc.AuditEntry;
import org.subsidia.store.jdbc.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia audit feed P --since N}: the edits behind a version for another program, one JSON object a line. */
@Command(name = "feed")
final class AuditFeedCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "DATABASE", descriptionKey = "database")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace place;

    @Option(names = "--since", paramLabel = "N", descriptionKey = "auditSince")
    private long since;

    AuditFeedCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        for (AuditEntry entry : PortfolioFile.use(console, AuditTrail.since(place.address(), since))) {
            console.out().print(entry.toJson() + '\n');
        }
        console.out().flush();
    }
}
