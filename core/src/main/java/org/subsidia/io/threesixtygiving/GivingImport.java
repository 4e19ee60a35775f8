package org.subsidia.io.threesixtygiving;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.JsonFile;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;

/**
 * A 360Giving file, JSON or CSV, on its way into a portfolio. Recipients that are persons are never imported, and names of
 * applicants are not even looked at.
 */
public final class GivingImport {
    private static final String PACKAGE = "grants";
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(256L << 20).withMaxRows(1_000_000).withArchive(2_000, 256L << 20, 200);

    private GivingImport() {}

    /**
     * Whether a file looks like one of this standard; only its beginning is read.
     *
     * @param path any file
     * @return whether its first grant says what was awarded, or its table has the columns
     */
    public static boolean recognises(Path path) {
        if (JsonFile.isJson(path)) {
            return JsonFile.first(path, PACKAGE)
                    .filter(grant -> !GivingColumn.AWARDED.in(grant).isMissingNode())
                    .isPresent();
        }
        return TabularFile.open(path, LIMITS)
                .value()
                .flatMap(file -> HeadedTable.find(file, 0, GivingColumn.fields()))
                .isPresent();
    }

    /**
     * Prepares an import.
     *
     * @param path JSON in the form of a package or of a list of grants, CSV or XLSX in the flat form
     * @param into the portfolio that would receive it
     * @param options how structures are matched
     * @param day the day at which the seats of structures count
     * @return the edits and what became of each grant, or why the file is none of this standard
     */
    public static Reading<Intake> prepare(Path path, Portfolio into, MatchOptions options, LocalDate day) {
        return JsonFile.isJson(path) ? json(path, into, options, day) : table(path, into, options, day);
    }

    private static Reading<Intake> json(Path path, Portfolio into, MatchOptions options, LocalDate day) {
        Reading<JsonNode> read = JsonFile.read(path);
        JsonNode root = read.value().orElse(null);
        Place place = JsonFile.place(path);
        if (root == null) {
            return Reading.refused(read.findings());
        }
        JsonNode grants = root.isArray() ? root : root.path(PACKAGE);
        if (!grants.isArray()) {
            return Reading.refused(Finding.error(place, "GIVE-NO-PACKAGE"));
        }
        IntakeDesk desk = new IntakeDesk(place, into);
        GivingDesk giving = new GivingDesk(desk, into, options, day);
        long number = 0;
        for (JsonNode grant : grants) {
            number++;
            Place where = place.line(number);
            Map<GivingColumn, String> values = new EnumMap<>(GivingColumn.class);
            for (GivingColumn column : GivingColumn.values()) {
                JsonNode value = column.in(grant);
                if (!value.isMissingNode()) {
                    values.put(column, value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
                }
            }
            boolean person = !grant.path("recipientIndividual").isMissingNode();
            giving.take(new GivingRow(number, values, person, column -> where.field(column.pointer())));
        }
        return Reading.of(desk.done());
    }

    private static Reading<Intake> table(Path path, Portfolio into, MatchOptions options, LocalDate day) {
        Reading<TabularFile> opened = TabularFile.open(path, LIMITS);
        TabularFile file = opened.value().orElse(null);
        if (file == null) {
            return Reading.refused(opened.findings());
        }
        Optional<HeadedTable> table = HeadedTable.find(file, 0, GivingColumn.fields());
        if (table.isEmpty()) {
            List<String> missing = HeadedTable.missing(file, 0, GivingColumn.fields());
            return Reading.refused(Finding.error(file.place(), "XCH-COLUMNS", String.join(", ", missing)));
        }
        IntakeDesk desk = new IntakeDesk(file.place(), into);
        opened.findings().forEach(desk::add);
        GivingDesk giving = new GivingDesk(desk, into, options, day);
        boolean individuals = table.get().header().stream().anyMatch(header -> header.startsWith("Recipient Ind:"));
        table.get()
                .read(
                        row -> {
                            Map<GivingColumn, String> values = new EnumMap<>(GivingColumn.class);
                            for (GivingColumn column : GivingColumn.values()) {
                                row.find(column.name()).ifPresent(text -> values.put(column, text));
                            }
                            boolean person = individuals && !values.containsKey(GivingColumn.RECIPIENT_NAME);
                            giving.take(new GivingRow(row.line(), values, person, column -> row.place(column.name())));
                        },
                        desk::add);
        return Reading.of(desk.done());
    }
}
