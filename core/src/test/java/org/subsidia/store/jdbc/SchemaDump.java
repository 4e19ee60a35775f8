package org.subsidia.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileStore;

/**
 * Writes what a database of the present schema contains as SQL, one statement a line: run once when a schema is new, with the
 * file to write as argument; see {@link SchemaTest}.
 */
final class SchemaDump {
    private static final List<String> TABLES = List.of(
            "subsidia_portfolio",
            "subsidia_edit",
            "subsidia_record",
            "subsidia_grant",
            "subsidia_grant_amount",
            "subsidia_receipt",
            "subsidia_budget_line");

    private SchemaDump() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("subsidia-dump");
        DatabaseAddress address = H2.address(folder, "sample");
        Portfolio sample = FileStore.at(Path.of(
                        FileStore.class.getResource("version-1.subsidia").toURI()))
                .open()
                .get();
        DatabaseOptions options = DatabaseOptions.by("Anne")
                .withClock(Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC));
        DatabaseStore.at(address, options, "un premier état").create(sample).get();
        try (DatabaseSession session = DatabaseSession.open(address, options).get()) {
            session.apply(Edit.put(sample.structures().get(0)), "encore");
        }
        List<String> lines =
                new ArrayList<>(List.of("-- what a database of schema " + Schema.MIGRATIONS.size() + " contained"));
        try (Connection connection = new Connector(address, false).getConnection();
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        lines.add(insert(table, rows));
                    }
                }
            }
        }
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
    }

    private static String insert(String table, ResultSet rows) throws Exception {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            values.add(literal(rows, i));
        }
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + String.join(", ", values)
                + ")";
    }

    private static String literal(ResultSet rows, int column) throws Exception {
        Object value = rows.getObject(column);
        if (value == null || value instanceof Number) {
            return String.valueOf(value).replace("null", "NULL");
        }
        if (value instanceof OffsetDateTime time) {
            String text = time.toInstant().toString().replace('T', ' ').replace("Z", "+00");
            return "TIMESTAMP WITH TIME ZONE '" + text + "'";
        }
        return "'" + rows.getString(column).strip().replace("'", "''") + "'";
    }
}
