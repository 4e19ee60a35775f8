package org.subsidia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.Saved;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.file.SessionOptions;

/** Opens and saves the portfolio that a verb names; what cannot be opened or saved ends the verb. */
final class PortfolioFile {
    private PortfolioFile() {}

    static Portfolio open(Console console, Path file) {
        return use(console, FileStore.at(file).open());
    }

    /** The portfolio of an existing file; an empty one for a file that is to be made. */
    static Portfolio openOrNew(Console console, Path file) {
        return Files.exists(file) ? open(console, file) : Portfolio.empty();
    }

    /** Saves a portfolio in the name of who runs the program; what it changes goes to the history. */
    static Saved save(Console console, Path file, Portfolio portfolio) {
        return save(console, file, portfolio, null);
    }

    /** Saves a portfolio in the name of who runs the program; the history tells why. */
    static Saved save(Console console, Path file, Portfolio portfolio, @Nullable String reason) {
        SessionOptions options = SessionOptions.by(AuthorOptions.user());
        if (!Files.exists(file)) {
            use(console, FileSession.create(file, Portfolio.empty(), options)).close();
        }
        return edit(console, file, options, session -> {
            use(console, session.replace(portfolio, reason));
            return use(console, session.save());
        });
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
