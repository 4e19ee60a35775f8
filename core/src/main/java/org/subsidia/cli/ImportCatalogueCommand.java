package org.subsidia.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.catalogue.CatalogueQuery;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.report.CatalogueReport;
import org.subsidia.territory.TerritoryCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia import catalogue [FILE] --into P}: brings programmes and calls into a portfolio. */
@Command(name = "catalogue")
final class ImportCatalogueCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "catalogueFile")
    private @Nullable Path file;

    @Option(names = "--into", paramLabel = "PORTFOLIO", required = true, descriptionKey = "into")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace into;

    @Option(names = "--search", paramLabel = "WORDS", arity = "1..*", descriptionKey = "catalogueSearch")
    private List<String> words = List.of();

    @Option(names = "--for", paramLabel = "CODE", descriptionKey = "cataloguePlace")
    private @Nullable String place;

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    private boolean dryRun;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    ImportCatalogueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CatalogueInput own = file == null
                ? new CatalogueInput(Catalogue.standard(), false)
                : CatalogueInput.read(console, file, place(), at.day());
        Catalogue all = Catalogue.standard().with(own.catalogue());
        List<RecordId> chosen = chosen(own.catalogue());
        String name = file == null ? "catalogue" : file.toString();
        List<CatalogueEntry> changed = dryRun
                ? PortfolioFile.tried(console, into, portfolio -> entries(all, chosen, portfolio))
                : PortfolioFile.changed(console, into, name, portfolio -> entries(all, chosen, portfolio));
        FindingLines.print(
                console,
                Finding.info(
                        Place.file(into.toString()),
                        dryRun ? "CLI-CATALOGUE-WOULD" : "CLI-CATALOGUE-DONE",
                        changed.size(),
                        chosen.size()));
        output.write(
                console,
                output.isText() ? CatalogueReport.narrow(changed, at.day()) : CatalogueReport.of(changed, at.day()));
        return own.faulty() ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private @Nullable TerritoryCode place() {
        String text = place;
        if (text == null) {
            return null;
        }
        Reading<TerritoryCode> reading = TerritoryCode.read(text);
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }

    /** The edit that brings the chosen entries in, and the entries that it changes. */
    private static Change<List<CatalogueEntry>> entries(Catalogue all, List<RecordId> chosen, Portfolio before) {
        Edit edit = all.toEdits(chosen, before);
        Portfolio after = before.apply(edit);
        List<CatalogueEntry> changed = all.entries().stream()
                .filter(entry -> !before.find(entry.id()).equals(after.find(entry.id())))
                .toList();
        return new Change<>(after.equals(before) ? Edit.nothing() : edit, changed);
    }

    /** Everything, unless words choose. */
    private List<RecordId> chosen(Catalogue from) {
        CatalogueQuery query = CatalogueQuery.everything().words(String.join(" ", words));
        return (words.isEmpty() ? List.copyOf(from.entries()) : from.search(query))
                .stream().map(CatalogueEntry::id).toList();
    }
}
