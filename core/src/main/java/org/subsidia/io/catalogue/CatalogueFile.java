package org.subsidia.io.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.JsonFile;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.store.PortfolioJson;
import org.subsidia.territory.TerritoryCode;

/** A catalogue in a file. */
public final class CatalogueFile {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(64L << 20).withMaxRows(200_000);

    private CatalogueFile() {}

    /**
     * Whether a file looks like a catalogue; only its head is read.
     *
     * @param file any file
     * @return whether it is JSON, or a table with the columns of a catalogue
     */
    public static boolean recognises(Path file) {
        return JsonFile.isJson(file)
                || TabularFile.open(file, LIMITS)
                        .value()
                        .filter(CatalogueFile::hasColumns)
                        .isPresent();
    }

    private static boolean hasColumns(TabularFile table) {
        CatalogueRows rows = new CatalogueRows(table.place(), new ArrayList<>());
        table.head(0, 1).forEach(rows::accept);
        return rows.hasHeader()
                || HeadedTable.find(table, 0, SchemeDescriptions.FIELDS).isPresent();
    }

    /**
     * Reads a catalogue.
     *
     * <p>JSON is either an answer of Aides-territoires, whose aids are calls, or has the form of a stored portfolio, of which
     * programmes, calls and funders are taken. A table with the columns of Etalab's schema "dispositif-aide" describes schemes,
     * which are programmes; any other is a table, CSV or XLSX, whose first row names the columns (those of {@link org.subsidia.catalogue.CatalogueRow}, in English or French).
     *
     * @param file at most 64 MiB
     * @return the entries that could be read, with findings by line for the others; none where the file is no catalogue at all
     */
    public static Reading<Catalogue> read(Path file) {
        return read(file, null, LocalDate.EPOCH);
    }

    /**
     * Reads the part of a catalogue that is for a place. Only descriptions of aid schemes say where they are for; what is excluded
     * has precedence over what is included. All other entries are for every place.
     *
     * @param file at most 64 MiB
     * @param place a commune, département or region; null: everywhere
     * @param day the day at which départements belong to regions
     * @return as {@link #read(Path)}; schemes that are not for the place are counted in a finding
     */
    public static Reading<Catalogue> read(Path file, @Nullable TerritoryCode place, LocalDate day) {
        Place name = Place.file(String.valueOf(file.getFileName()));
        try {
            return JsonFile.isJson(file) ? json(file, name) : table(file, name, place, day);
        } catch (IOException e) {
            return Reading.refused(Finding.error(name, "CAT-FILE-UNREADABLE", String.valueOf(e.getMessage())));
        }
    }

    private static Reading<Catalogue> json(Path file, Place place) throws IOException {
        if (Files.size(file) > LIMITS.maxBytes()) {
            return Reading.refused(Finding.error(place, "TAB-LIMIT-BYTES", LIMITS.maxBytes()));
        }
        Optional<List<JsonNode>> aids = JsonFile.read(file).value().flatMap(AidesTerritoires::aids);
        if (aids.isPresent()) {
            return AidesTerritoires.read(aids.get(), place);
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

    private static Reading<Catalogue> table(Path file, Place place, @Nullable TerritoryCode where, LocalDate day) {
        Reading<TabularFile> opened = TabularFile.open(file, LIMITS);
        Optional<TabularFile> table = opened.value();
        if (table.isEmpty()) {
            return opened.map(t -> Catalogue.of(List.of()));
        }
        Optional<HeadedTable> schemes = HeadedTable.find(table.get(), 0, SchemeDescriptions.FIELDS);
        if (schemes.isPresent()) {
            return SchemeDescriptions.read(schemes.get(), where, day).with(opened.findings());
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
