package org.subsidia.io.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.TabularRow;

/** Reads the cells of one row. */
final class RowReader {
    private static final String CURRENCY = "currency";

    private final Mapping mapping;
    private final Place place;
    private final List<Columns.Found> columns;
    private final Set<String> fields;

    RowReader(Mapping mapping, Place place, List<Columns.Found> columns) {
        this.mapping = mapping;
        this.place = place;
        this.columns = columns;
        this.fields = mapping.fields();
    }

    /** The values of a row; cells that cannot be read are errors among the findings. */
    RowValues read(TabularRow row, List<Finding> findings) {
        RowValues values = new RowValues(row.line(), hash(row.cells()), fields);
        CurrencyUnit currency = currency(row);
        for (Columns.Found found : columns) {
            Place where = place.line(row.line())
                    .column(found.index() + 1, found.column().header());
            String text = CellReader.translated(
                    SkippedRows.cell(row, found.index()), found.column().values());
            boolean isNumber = row.isNumber(found.index());
            put(values, text, found.field(), found.column(), isNumber, currency, where, findings);
        }
        mapping.constants().forEach((id, text) -> mapping.kind().field(id).ifPresent(field -> {
            if (!values.has(id)) {
                put(values, text, field, MappedColumn.of(id, id), false, currency, place.line(row.line()), findings);
            }
        }));
        return values;
    }

    private static void put(
            RowValues values,
            String text,
            TableField field,
            MappedColumn how,
            boolean isNumber,
            CurrencyUnit currency,
            Place where,
            List<Finding> findings) {
        if (CellReader.isNothing(text, field.type())) {
            if (CellReader.isNotYet(text)) {
                findings.add(Finding.info(where, "MAP-CELL-NOT-YET", text));
            }
            return;
        }
        Reading<Object> reading = CellReader.read(text, field, how, isNumber, currency);
        reading.findings().forEach(finding -> findings.add(finding.at(where)));
        reading.value().ifPresentOrElse(value -> values.put(field.id(), value), () -> values.unread(field.id()));
    }

    /** The currency of the row's amounts has to be known before they are read. */
    private CurrencyUnit currency(TabularRow row) {
        String text = columns.stream()
                .filter(found -> found.field().id().equals(CURRENCY))
                .map(found -> SkippedRows.cell(row, found.index()))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse(mapping.constants().getOrDefault(CURRENCY, "EUR"));
        return mapping.kind()
                .field(CURRENCY)
                .flatMap(field -> CellReader.read(
                                text, field, MappedColumn.of(CURRENCY, CURRENCY), false, CurrencyUnit.EUR)
                        .value())
                .map(code -> CurrencyUnit.of((String) code))
                .orElse(CurrencyUnit.EUR);
    }

    /** SHA-256 of the cells, separated by U+001F, in UTF-8. */
    static String hash(List<String> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
