package org.subsidia.rcp.simulation;

import java.nio.file.Path;
import java.time.LocalDate;
import org.subsidia.finding.Reading;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.transfer.Population;

/**
 * On whom a scenario runs.
 *
 * @param label what it is called
 * @param version of the portfolio; −1: a table
 * @param population reads it, beside the window
 */
record Structures(String label, long version, Source population) {

    /** Reads the structures, on any thread. */
    @FunctionalInterface
    interface Source {
        Reading<Population> read();
    }

    /** Those of the portfolio on the desk, as it is now. */
    static Structures onDesk() {
        Portfolio portfolio = Desk.get().portfolio();
        LocalDate day = Settings.today();
        LawBase laws = Settings.law();
        return new Structures(
                Documents.name(), Desk.get().session().version(), () -> Population.of(portfolio, day, laws));
    }

    /** Those of a table. */
    static Structures table(Path file) {
        return new Structures(file.getFileName().toString(), -1, () -> PopulationFile.read(file));
    }

    /** Whether the portfolio is still what it was. */
    boolean isCurrent() {
        return version < 0
                || (Desk.get().session().version() == version
                        && Documents.name().equals(label));
    }
}
