package org.subsidia.io.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.catalogue.CatalogueRow;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.RowSink;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.portfolio.RecordId;

/** The rows of a table as entries; the first row names the columns. */
final class CatalogueRows implements RowSink {
    private static final List<String> NEEDED = List.of("type", "id", "name");

    private final Place file;
    private final List<Finding> findings;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<RecordId, Long> lines = new HashMap<>();
    private final List<CatalogueEntry> entries = new ArrayList<>();
    private boolean started;

    CatalogueRows(Place file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    @Override
    public boolean accept(TabularRow row) {
        if (!started) {
            started = true;
            header(row);
            return hasHeader();
        }
        Map<String, String> fields = new HashMap<>();
        columns.forEach((name, at) -> {
            if (at < row.cells().size()) {
                fields.put(name, row.cells().get(at));
            }
        });
        Place place = file.line(row.line());
        Reading<CatalogueEntry> reading = CatalogueRow.read(fields, place);
        findings.addAll(reading.findings());
        reading.value().ifPresent(entry -> {
            Long before = lines.put(entry.id(), row.line());
            if (before != null) {
                findings.add(Finding.warning(place, "CAT-ID-TWICE", entry.id().value(), before));
            }
            entries.add(entry);
        });
        return true;
    }

    private void header(TabularRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String written = row.cells().get(i);
            Optional<String> name = ColumnNames.find(written);
            if (name.isPresent() && columns.putIfAbsent(name.get(), i) != null) {
                findings.add(Finding.warning(
                        file.line(row.line()).column(i + 1, written), "CAT-COLUMN-TWICE", written, name.get()));
            } else if (name.isEmpty() && !written.isBlank()) {
                findings.add(Finding.warning(
                        file.line(row.line()).column(i + 1, written),
                        "CAT-COLUMN-UNKNOWN",
                        written,
                        String.join(", ", CatalogueRow.COLUMNS)));
            }
        }
    }

    boolean hasHeader() {
        return missing().isEmpty();
    }

    List<String> missing() {
        return NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
    }

    Catalogue catalogue() {
        return Catalogue.of(entries);
    }
}
