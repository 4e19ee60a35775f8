package org.subsidia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.Saved;
import org.subsidia.store.file.FileStore;

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

    static Saved save(Console console, Path file, Portfolio portfolio) {
        return use(console, FileStore.at(file).save(portfolio));
    }

    private static <T> T use(Console console, Reading<T> reading) {
        T value = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        for (Finding finding : reading.findings()) {
            FindingLines.print(console, finding);
        }
        return value;
    }
}
