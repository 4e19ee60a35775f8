package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.catalogue.CatalogueKind;
import org.subsidia.catalogue.CatalogueQuery;
import org.subsidia.finding.Reading;
import org.subsidia.report.CatalogueReport;
import org.subsidia.territory.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code subsidia catalogue}: programmes and calls, those that come with the program and one's own. */
@Command(name = "catalogue")
final class CatalogueCommand implements Runnable {
    private final Console console;

    @Option(names = "--kind", paramLabel = "KIND", split = ",", descriptionKey = "catalogueKind")
    private List<CatalogueKind> kinds = List.of();

    @Option(names = "--fund", paramLabel = "FUND", descriptionKey = "catalogueFund")
    private @Nullable String fund;

    @Option(names = "--region", paramLabel = "REGION", descriptionKey = "catalogueRegion")
    private @Nullable String region;

    @Option(names = "--at", paramLabel = "DATE", descriptionKey = "catalogueAt")
    private @Nullable LocalDate at;

    @Option(names = "--search", paramLabel = "WORDS", arity = "1..*", descriptionKey = "catalogueSearch")
    private List<String> words = List.of();

    @Option(names = "--with", paramLabel = "FILE", descriptionKey = "catalogueWith")
    private List<Path> files = List.of();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    CatalogueCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Catalogue catalogue = Catalogue.standard();
        for (Path file : files) {
            catalogue = catalogue.with(CatalogueInput.read(console, file).catalogue());
        }
        CatalogueQuery query = new CatalogueQuery(Set.copyOf(kinds), fund, region(), at, String.join(" ", words));
        List<CatalogueEntry> found = catalogue.search(query);
        LocalDate day = Optional.ofNullable(at).orElseGet(() -> new AtOption().day());
        output.write(console, output.isText() ? CatalogueReport.narrow(found, day) : CatalogueReport.of(found, day));
    }

    private @Nullable String region() {
        if (region == null) {
            return null;
        }
        Reading<Region> reading = Region.read(region);
        return reading.value().map(Region::code).orElseThrow(() -> new UnusableInput(reading.findings()));
    }
}
