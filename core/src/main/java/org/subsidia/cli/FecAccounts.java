package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.GrantMatching;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.fec.FecBooks;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files, the portfolio and the words that bring a FEC to the grants. */
final class FecAccounts {
    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "fecFiles")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> files;

    @Option(names = "--portfolio", paramLabel = "PORTFOLIO", descriptionKey = "fecPortfolio")
    private @Nullable Path portfolioFile;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "fecStructure")
    private @Nullable String structure;

    @Mixin
    private final FecMatching matching = new FecMatching();

    @Option(names = "--closing", paramLabel = "DATE", descriptionKey = "fecClosing")
    private @Nullable LocalDate closing;

    /** What was read. */
    record Read(
            Portfolio portfolio,
            @Nullable StructureId structure,
            String name,
            FunderWords words,
            List<Books> years,
            List<List<Match>> matches,
            List<Finding> findings) {}

    Read read(Console console, LawBase laws, LocalDate day) {
        Reading<List<Books>> reading = FecBooks.read(FecInput.open(files), laws, closing, day);
        List<Books> years = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        MatchOptions tolerance = matching.options();
        Path own = portfolioFile;
        Portfolio portfolio = own == null ? Portfolio.empty() : PortfolioFile.open(console, own);
        StructureId id = structure(portfolio);
        FunderWords words = matching.words(console);
        List<List<Match>> matches = new ArrayList<>();
        for (Books year : years) {
            matches.add(GrantMatching.of(year, portfolio, id, words, tolerance));
        }
        String name = id == null
                ? years.get(0).name()
                : portfolio.structure(id).map(Structure::name).orElse(id.value());
        return new Read(portfolio, id, name, words, years, matches, reading.findings());
    }

    /** The structure that is named; else the one whose SIREN the names of the files begin with. */
    private @Nullable StructureId structure(Portfolio portfolio) {
        if (structure != null) {
            return RecordChoice.structure(structure, portfolio);
        }
        String name = String.valueOf(files.get(0).getFileName());
        return portfolio.structures().stream()
                .filter(each -> each.siren() != null && name.startsWith(each.siren()))
                .map(Structure::id)
                .findFirst()
                .orElse(null);
    }
}
