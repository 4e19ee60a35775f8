package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileStore;

/**
 * A database of every past schema opens, is brought forward and loses nothing.
 *
 * <p>{@code schema-N.sql} holds what a database of schema N contained, as SQL that was written when N was new. A schema without
 * such a file fails here, so that none is forgotten; the files are never written again.
 */
class SchemaTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> open_everyPastSchema_inH2() {
        return past(schema -> H2.address(folder.resolve("v" + schema), "sample"));
    }

    @TestFactory
    Stream<DynamicTest> open_everyPastSchema_inPostgresql() {
        return past(schema -> SharedPostgres.fresh().address("sample"));
    }

    private interface Place {
        DatabaseAddress of(int schema) throws Exception;
    }

    private static Stream<DynamicTest> past(Place place) {
        return Stream.iterate(1, schema -> schema + 1)
                .limit(Schema.MIGRATIONS.size())
                .map(schema -> DynamicTest.dynamicTest("schema " + schema, () -> check(schema, place.of(schema))));
    }

    private static void check(int schema, DatabaseAddress address) throws Exception {
        Connector connector = new Connector(address, true);
        assertThat(Schema.prepare(connector, address, Schema.MIGRATIONS.subList(0, schema)))
                .isEmpty();
        try (Connection connection = connector.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements("schema-" + schema + ".sql")) {
                statement.executeUpdate(sql);
            }
        }
        Portfolio expected = FileStore.at(Path.of(
                        FileStore.class.getResource("version-1.subsidia").toURI()))
                .open()
                .get();

        assertThat(DatabaseStore.at(address, DatabaseOptions.by("x"), null)
                        .open()
                        .get())
                .isEqualTo(expected);
        AuditTrail.Verified verified = AuditTrail.verify(address, List.of()).get();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.edits()).isEqualTo(2);
    }

    /** One statement a line. */
    private static List<String> statements(String name) throws Exception {
        try (InputStream in = SchemaTest.class.getResourceAsStream(name)) {
            assertThat(in).as("%s, written when the schema was new", name).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .filter(line -> !line.startsWith("--"))
                    .toList();
        }
    }
}
