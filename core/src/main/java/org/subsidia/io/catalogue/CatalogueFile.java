package org.subsidia.io.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.store.PortfolioJson;

/** A catalogue in a file. */
public final class CatalogueFile {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(64L << 20).withMaxRows(200_000);

    private CatalogueFile() {}

    /**
     * Reads a catalogue.
     *
     * <p>A file that begins with a brace is JSON in the form of a stored portfolio, of which programmes, calls and funders are
     * taken; any other is a table, CSV or XLSX, whose first row names the columns (those of {@link org.subsidia.catalogue.CatalogueRow}, in English or French).
     *
     * @param file at most 64 MiB
     * @return the entries that could be read, with findings by line for the others; none where the file is no catalogue at all
     */
    public static Reading<Catalogue> read(Path file) {
        Place place = Place.file(String.valueOf(file.getFileName()));
        try {
            return isJson(file) ? json(file, place) : table(file, place);
        } catch (IOException e) {
            return Reading.refused(Finding.error(place, "CAT-FILE-UNREADABLE", String.valueOf(e.getMessage())));
        }
    }

    private static boolean isJson(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            int c = in.read();
            while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xEF || c == 0xBB || c == 0xBF) {
                c = in.read();
            }
            return c == '{';
        }
    }

    private static Reading<Catalogue> json(Path file, Place place) throws IOException {
        if (Files.size(file) > LIMITS.maxBytes()) {
            return Reading.refused(Finding.error(place, "TAB-LIMIT-BYTES", LIMITS.maxBytes()));
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0;
        Reading<Portfolio> reading =
                PortfolioJson.read(bytes, from, bytes.length - from, String.valueOf(place.file()), 0);
        Optional<Portfolio> portfolio = reading.value();
        if (portfolio.isEmpty()) {
            return reading.map(p -> Catalogue.of(List.of()));
        }
        List<CatalogueEntry> entries = new ArrayList<>();
        for (RecordKind kind : List.of(RecordKind.FUNDER, RecordKind.PROGRAMME, RecordKind.CALL)) {
            portfolio.get().records(kind).forEach(record -> entries.add(CatalogueEntry.of(record)));
        }
        if (entries.isEmpty()) {
            return Reading.refused(Finding.error(place, "CAT-FILE-NOTHING"));
        }
        long others = portfolio.get().stream().count() - entries.size();
        List<Finding> findings = new ArrayList<>(reading.findings());
        if (others > 0) {
            findings.add(Finding.info(place, "CAT-FILE-OTHERS", others));
        }
        return Reading.of(Catalogue.of(entries), findings);
    }

    private static Reading<Catalogue> table(Path file, Place place) {
        Reading<TabularFile> opened = TabularFile.open(file, LIMITS);
        Optional<TabularFile> table = opened.value();
        if (table.isEmpty()) {
            return opened.map(t -> Catalogue.of(List.of()));
        }
        List<Finding> findings = new ArrayList<>(opened.findings());
        CatalogueRows rows = new CatalogueRows(place, findings);
        boolean whole = table.get().read(0, rows, findings::add);
        if (!whole || !rows.hasHeader()) {
            return Reading.refused(
                    rows.hasHeader() || !whole
                            ? findings
                            : List.of(Finding.error(place, "CAT-FILE-HEADER", String.join(", ", rows.missing()))));
        }
        return Reading.of(rows.catalogue(), findings);
    }
}
