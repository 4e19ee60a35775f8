package org.subsidia.io.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/** The rows of a workbook, streaming, behind {@link ZipGuard}. */
final class XlsxRows {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private XlsxRows() {}

    static List<String> sheets(Path path, Place place) throws IOException, UnreadableException {
        try (ReadableWorkbook workbook = open(path, place)) {
            return attempt(place, () -> workbook.getSheets().map(Sheet::getName).toList());
        }
    }

    static void read(Path path, int index, Limits limits, Place place, RowSink sink, Consumer<Finding> findings)
            throws IOException, UnreadableException {
        try (ReadableWorkbook workbook = open(path, place)) {
            Optional<Sheet> found = attempt(place, () -> workbook.getSheet(index));
            Sheet sheet = found.orElseThrow(() -> new IndexOutOfBoundsException("no sheet " + index));
            try (Stream<Row> stream = sheet.openStream()) {
                Iterator<Row> rows = attempt(place, stream::iterator);
                long count = 0;
                while (attempt(place, rows::hasNext)) {
                    Row row = attempt(place, rows::next);
                    Stopping.check(place);
                    TabularRow cells = cells(row, workbook.isDate1904(), limits, place, findings);
                    if (cells == null || cells.isBlank()) {
                        continue;
                    }
                    if (++count > limits.maxRows()) {
                        throw new UnreadableException(Finding.error(place, "TAB-LIMIT-ROWS", limits.maxRows()));
                    }
                    if (!sink.accept(cells)) {
                        return;
                    }
                }
            }
        }
    }

    private static @Nullable TabularRow cells(
            Row row, boolean date1904, Limits limits, Place place, Consumer<Finding> findings) {
        int line = row.getRowNum();
        int count = row.getCellCount();
        while (count > 0 && isEmpty(row.getCell(count - 1))) {
            count--;
        }
        if (count > limits.maxColumns()) {
            findings.accept(Finding.error(place.line(line), "TAB-LIMIT-COLUMNS", line, count, limits.maxColumns()));
            return null;
        }
        List<String> cells = new ArrayList<>(count);
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getType() == CellType.ERROR) {
                Place where = place.line(line).column(i + 1, null);
                findings.accept(
                        Finding.warning(where, "TAB-CELL-ERROR", line, i + 1, String.valueOf(cell.getRawValue())));
            }
            String text = CellText.of(cell, date1904);
            if (text.length() > limits.maxFieldLength()) {
                Place where = place.line(line).column(i + 1, null);
                findings.accept(
                        Finding.error(where, "TAB-LIMIT-FIELD", line, i + 1, text.length(), limits.maxFieldLength()));
                return null;
            }
            cells.add(text);
            if (CellText.isNumber(cell)) {
                numbers.add(i);
            }
        }
        return new TabularRow(line, cells, numbers);
    }

    private static boolean isEmpty(@Nullable Cell cell) {
        return cell == null || cell.getType() == CellType.EMPTY;
    }

    private static ReadableWorkbook open(Path path, Place place) throws IOException, UnreadableException {
        try {
            return new ReadableWorkbook(path.toFile(), OPTIONS);
        } catch (RuntimeException e) {
            throw broken(place, e);
        }
    }

    /** What the library throws at a damaged workbook (its own exceptions, and many others) becomes one finding. */
    private static <T> T attempt(Place place, Supplier<T> step) throws UnreadableException {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw broken(place, e);
        }
    }

    private static UnreadableException broken(Place place, RuntimeException e) {
        String reason = e.getMessage();
        return new UnreadableException(Finding.error(
                place, "TAB-XLSX-BROKEN", reason == null ? e.getClass().getSimpleName() : reason));
    }
}
