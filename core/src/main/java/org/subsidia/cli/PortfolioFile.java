package org.subsidia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.file.SessionOptions;

/** Opens and saves the portfolio that a verb names; what cannot be opened or saved ends the verb. */
final class PortfolioFile {
    private PortfolioFile() {}

    static Portfolio open(Console console, Path file) {
        return use(console, FileStore.at(file).open());
    }

    /**
     * What a verb would change, and what it tells of it.
     *
     * @param edit what would change; nothing, if no record is in it
     * @param told what the verb tells
     * @param <T> what the verb tells
     */
    record Change<T>(Edit edit, T told) {}

    /** Works out a change of a portfolio without making it; a file that is not there counts as an empty portfolio. */
    static <T> T tried(Console console, Path file, Function<Portfolio, Change<T>> work) {
        return work.apply(Files.exists(file) ? open(console, file) : Portfolio.empty())
                .told();
    }

    /**
     * Works out a change of a portfolio and makes it, in the name of who runs the program. From reading to saving nobody else
     * can write. A file that is not there is made, if there is something to keep in it.
     */
    static <T> T changed(Console console, Path file, String reason, Function<Portfolio, Change<T>> work) {
        SessionOptions options = SessionOptions.by(AuthorOptions.user());
        if (Files.exists(file)) {
            return edit(
                    console, file, options, session -> keep(console, session, reason, work.apply(session.portfolio())));
        }
        Change<T> first = work.apply(Portfolio.empty());
        if (!first.edit().records().isEmpty()) {
            use(console, FileSession.create(file, Portfolio.empty(), options)).close();
            edit(console, file, options, session -> keep(console, session, reason, first));
        }
        return first.told();
    }

    private static <T> T keep(Console console, FileSession session, String reason, Change<T> change) {
        if (!change.edit().records().isEmpty()) {
            use(console, session.apply(change.edit(), reason));
            use(console, session.save());
        }
        return change.told();
    }

    /** Does something with a session. */
    static <T> T edit(Console console, Path file, SessionOptions options, Function<FileSession, T> work) {
        try (FileSession session = use(console, FileSession.open(file, options))) {
            return work.apply(session);
        }
    }

    /** The value of a reading, whose findings are printed; or the end of the verb. */
    static <T> T use(Console console, Reading<T> reading) {
        T value = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        for (Finding finding : reading.findings()) {
            FindingLines.print(console, finding);
        }
        return value;
    }
}
