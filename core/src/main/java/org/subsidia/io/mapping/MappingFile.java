package org.subsidia.io.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subsidia.document.YamlText;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.money.DecimalMark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A mapping as a small YAML file, by custom beside the data: {@code name.mapping.yaml} for {@code name.csv} or {@code
 * name.xlsx}. Equal mappings are written as equal bytes.
 *
 * <pre>{@code
 * version: 1
 * kind: grants
 * headerRow: 1
 * columns:
 *   - column: "Montant voté"
 *     field: awarded
 *     decimalMark: comma
 *   - column: "Niveau"
 *     field: payer.level
 *     values:
 *       "Collectivité": "REGION"
 * constants:
 *   nature: "SUBSIDY"
 * keys: [reference, payer]
 * }</pre>
 */
public final class MappingFile {
    private static final String VERSION = "1";
    private static final String ENDING = ".mapping.yaml";
    private static final List<String> KEYS =
            List.of("version", "kind", "sheet", "headerRow", "columns", "constants", "keys");
    private static final List<String> COLUMN_KEYS =
            List.of("column", "position", "field", "decimalMark", "dates", "shares", "values");

    private MappingFile() {}

    /**
     * Where the mapping of a table is kept.
     *
     * @param data the file of the table
     * @return the file beside it
     */
    public static Path beside(Path data) {
        String name = String.valueOf(data.getFileName());
        int point = name.lastIndexOf('.');
        return data.resolveSibling((point > 0 ? name.substring(0, point) : name) + ENDING);
    }

    /**
     * Reads a mapping.
     *
     * @param file where it is
     * @return the mapping, or what is wrong with the file, line by line
     */
    public static Reading<Mapping> read(Path file) {
        Optional<Finding> missing = FileFindings.missing(file);
        if (missing.isPresent()) {
            return Reading.refused(missing.get());
        }
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(file, e));
        }
    }

    /**
     * Reads a mapping.
     *
     * @param text the whole file
     * @param name what findings call it
     * @return the mapping, or what is wrong with the text, line by line
     */
    public static Reading<Mapping> parse(String text, String name) {
        return read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reading<Mapping> read(String name, InputStream in) {
        Place place = Place.file(name);
        Reading<Node> root = YamlNodes.read(place, in);
        if (!root.isRead()) {
            return Reading.refused(root.findings());
        }
        List<Finding> findings = new ArrayList<>();
        YamlFields fields = YamlFields.of(root.get(), name, place, KEYS, findings);
        Optional<String> version = fields.need("version");
        if (version.isPresent() && !version.get().equals(VERSION)) {
            return Reading.refused(Finding.error(fields.place("version"), "MAP-YAML-VERSION", version.get(), VERSION));
        }
        Optional<TableKind> kind = fields.one("kind", fields.need("kind"), TableKind.values(), TableKind::id);
        List<MappedColumn> columns = new ArrayList<>();
        for (Node node : fields.list("columns")) {
            column(node, place, kind, findings).ifPresent(columns::add);
        }
        String sheet = fields.text("sheet").orElse("");
        int headerRow = fields.number("headerRow", 1);
        Map<String, String> constants = fields.table("constants");
        List<String> keys = fields.texts("keys");
        boolean wrong = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return wrong || kind.isEmpty()
                ? Reading.refused(findings)
                : Reading.of(new Mapping(kind.get(), sheet, headerRow, columns, constants, keys), findings);
    }

    private static Optional<MappedColumn> column(
            Node node, Place file, Optional<TableKind> kind, List<Finding> findings) {
        YamlFields fields = YamlFields.of(node, "columns", file, COLUMN_KEYS, findings);
        String header = fields.text("column").orElse("");
        int position = fields.number("position", 0);
        Optional<String> field = fields.need("field");
        if (field.isPresent()
                && kind.isPresent()
                && kind.get().field(field.get()).isEmpty()) {
            findings.add(Finding.error(
                    fields.place("field"),
                    "MAP-FIELD-UNKNOWN",
                    field.get(),
                    kind.get().id()));
        }
        if (header.isBlank() && position < 1) {
            findings.add(Finding.error(YamlFields.at(file, node), "MAP-YAML-KEY-MISSING", "column"));
            return Optional.empty();
        }
        DecimalMark mark = fields.one(
                        "decimalMark", fields.text("decimalMark"), DecimalMark.values(), MappingFile::name)
                .orElse(DecimalMark.UNSTATED);
        DateStyle dates = fields.one("dates", fields.text("dates"), DateStyle.values(), MappingFile::name)
                .orElse(DateStyle.UNSTATED);
        ShareStyle shares = fields.one("shares", fields.text("shares"), ShareStyle.values(), MappingFile::name)
                .orElse(ShareStyle.UNSTATED);
        Map<String, String> values = fields.table("values");
        return field.map(id -> new MappedColumn(header, position, id, mark, dates, shares, values));
    }

    /**
     * Writes a mapping.
     *
     * @param mapping the mapping
     * @return the whole file, lines ended by a line feed
     */
    public static String write(Mapping mapping) {
        StringBuilder yaml = new StringBuilder("version: ").append(VERSION).append('\n');
        yaml.append("kind: ").append(mapping.kind().id()).append('\n');
        if (!mapping.sheet().isEmpty()) {
            yaml.append("sheet: ").append(YamlText.of(mapping.sheet())).append('\n');
        }
        yaml.append("headerRow: ").append(mapping.headerRow()).append('\n');
        yaml.append(mapping.columns().isEmpty() ? "columns: []\n" : "columns:\n");
        mapping.columns().forEach(column -> write(column, yaml));
        if (!mapping.constants().isEmpty()) {
            yaml.append("constants:\n");
            mapping.constants().forEach((field, text) -> yaml.append("  ")
                    .append(YamlText.of(field))
                    .append(": ")
                    .append(YamlText.of(text))
                    .append('\n'));
        }
        if (!mapping.keys().isEmpty()) {
            yaml.append("keys: [")
                    .append(String.join(
                            ", ", mapping.keys().stream().map(YamlText::of).toList()))
                    .append("]\n");
        }
        return yaml.toString();
    }

    private static void write(MappedColumn column, StringBuilder yaml) {
        String start = "  - ";
        if (!column.header().isBlank()) {
            yaml.append(start)
                    .append("column: ")
                    .append(YamlText.of(column.header()))
                    .append('\n');
            start = "    ";
        }
        if (column.position() > 0) {
            yaml.append(start).append("position: ").append(column.position()).append('\n');
        }
        yaml.append("    field: ").append(YamlText.of(column.field())).append('\n');
        if (column.decimalMark() != DecimalMark.UNSTATED) {
            yaml.append("    decimalMark: ").append(name(column.decimalMark())).append('\n');
        }
        if (column.dates() != DateStyle.UNSTATED) {
            yaml.append("    dates: ").append(name(column.dates())).append('\n');
        }
        if (column.shares() != ShareStyle.UNSTATED) {
            yaml.append("    shares: ").append(name(column.shares())).append('\n');
        }
        if (!column.values().isEmpty()) {
            yaml.append("    values:\n");
            column.values().forEach((cell, meaning) -> yaml.append("      ")
                    .append(YamlText.of(cell))
                    .append(": ")
                    .append(YamlText.of(meaning))
                    .append('\n'));
        }
    }

    /** DAY_FIRST is dayFirst. */
    private static String name(Enum<?> value) {
        StringBuilder name = new StringBuilder();
        for (String word : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /**
     * Writes a mapping to a file.
     *
     * @param mapping the mapping
     * @param file where to; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public static void save(Mapping mapping, Path file) throws IOException {
        Files.writeString(file, write(mapping), StandardCharsets.UTF_8);
    }
}
