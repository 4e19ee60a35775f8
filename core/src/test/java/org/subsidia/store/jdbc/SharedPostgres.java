package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A fresh schema in the one server that all tests of this run share; stopped when the run ends. */
public final class SharedPostgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable PostgresServer server;
    private static boolean told;

    private final PostgresServer on;
    private final String schema;

    private SharedPostgres(PostgresServer on, String schema) {
        this.on = on;
        this.schema = schema;
    }

    public static synchronized SharedPostgres fresh() throws IOException, SQLException {
        PostgresServer running = server;
        if (running == null) {
            running = start();
            server = running;
            PostgresServer stopped = running;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stopped)));
        }
        String schema = "s" + SCHEMAS.incrementAndGet();
        execute(running, "CREATE SCHEMA " + schema);
        return new SharedPostgres(running, schema);
    }

    /** A server of its own, for tests that hurt it. */
    static PostgresServer start() throws IOException {
        needPrograms();
        return PostgresServer.start(Files.createTempDirectory("subsidia-postgresql"));
    }

    static synchronized void needPrograms() {
        boolean there = PostgresServer.programs().isPresent();
        String missing = "PostgreSQL is not installed (Debian: apt-get install postgresql): its tests are skipped";
        assertThat(there || !Boolean.getBoolean(PostgresServer.REQUIRED))
                .as(missing)
                .isTrue();
        if (!there && !told) {
            told = true;
            System.err.println(missing);
        }
        Assumptions.assumeTrue(there, missing);
    }

    /** Stops a server and removes its folder. */
    static void end(PostgresServer stopped) {
        try {
            stopped.close();
        } catch (IOException | AssertionError e) {
            System.err.println("the server of the tests did not stop: " + e.getMessage());
        }
        try (Stream<Path> files = Files.walk(stopped.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + stopped.folder());
        }
    }

    public DatabaseAddress address(String portfolio) {
        return address(PostgresServer.OWNER, PostgresServer.PASSWORD, portfolio);
    }

    public DatabaseAddress address(String user, String password, String portfolio) {
        return PostgresServer.address(on.port(), user, password, portfolio, "?currentSchema=" + schema);
    }

    public String url(String portfolio) {
        return PostgresServer.url(on.port(), portfolio, "?currentSchema=" + schema);
    }

    public String schema() {
        return schema;
    }

    public int port() {
        return on.port();
    }

    /** Runs statements as the owner. */
    public void execute(String... statements) throws SQLException {
        for (String statement : statements) {
            execute(on, "SET search_path TO " + schema + ';' + statement);
        }
    }

    private static void execute(PostgresServer on, String sql) throws SQLException {
        String url = String.format(Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/postgres", on.port());
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.OWNER, PostgresServer.PASSWORD);
                var statement = connection.createStatement()) {
            for (String part : List.of(sql)) {
                statement.execute(part);
            }
        }
    }
}
