package org.subsidia.rcp.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.mapping.MappedColumn;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.io.mapping.MappingGuess;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;

/**
 * A table of anybody's columns, and the head of each sheet. Knows no window.
 *
 * @param file the table
 * @param heads the first rows of each sheet
 * @param kept the mapping that lies beside the table; empty: none does
 * @param findings of opening both
 */
record OpenedTable(TabularFile file, List<List<TabularRow>> heads, Optional<Mapping> kept, List<Finding> findings) {
    private static final int HEAD = 200;

    OpenedTable {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
    }

    static Reading<OpenedTable> open(Path path) {
        Reading<TabularFile> opened = TabularFile.open(path, TableRows.limits());
        if (!opened.isRead()) {
            return Reading.refused(opened.findings());
        }
        TabularFile file = opened.get();
        List<Finding> findings = new ArrayList<>(opened.findings());
        List<List<TabularRow>> heads = new ArrayList<>();
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            heads.add(file.head(sheet, HEAD));
        }
        Path beside = MappingFile.beside(path);
        Optional<Mapping> kept = Optional.empty();
        if (Files.isRegularFile(beside)) {
            Reading<Mapping> read = MappingFile.read(beside);
            findings.addAll(read.findings());
            kept = read.value();
        }
        return Reading.of(new OpenedTable(file, heads, kept, findings));
    }

    /** What the whole file seems to be. */
    MappingGuess guess() {
        MappingGuess guess = MappingGuess.of(file, Optional.empty());
        return guess.mapping().isPresent() ? guess : MappingGuess.of(file, Optional.of(TableKind.GRANTS));
    }

    /** What a sheet seems to be, from a line on. */
    MappingGuess guess(int sheet, long from, TableKind kind) {
        List<TabularRow> rows =
                heads.get(sheet).stream().filter(row -> row.line() >= from).toList();
        return MappingGuess.of(new TableRows(file.place(), file.sheets().get(sheet), rows), Optional.of(kind));
    }

    /** The cells of the line of headers; empty where there is no such line. */
    List<String> headers(int sheet, long line) {
        return heads.get(sheet).stream()
                .filter(row -> row.line() == line)
                .findFirst()
                .map(TabularRow::cells)
                .orElse(List.of());
    }

    /** The first cells below the headers that hold anything. */
    String sample(int sheet, long line, int position) {
        return String.join(
                " · ",
                heads.get(sheet).stream()
                        .filter(row -> row.line() > line && row.cells().size() >= position)
                        .map(row -> row.cells().get(position - 1).strip())
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .limit(3)
                        .toList());
    }

    /** The column of a mapping that stands at a position, under a header. */
    static Optional<MappedColumn> at(Mapping mapping, int position, String header) {
        return mapping.columns().stream()
                .filter(column -> column.position() > 0
                        ? column.position() == position
                        : column.header().strip().equals(header.strip()))
                .findFirst();
    }
}
