package org.subsidia.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;

/**
 * The tables, and the numbered steps that lead to them.
 *
 * <p>The steps are named here and not looked for on the class path, so that they are found in every class loader.
 */
final class Schema {
    /** Every step, oldest first; a step is never changed, a later one is added. */
    static final List<String> MIGRATIONS = List.of("V1__portfolio.sql", "V2__sealed_columns.sql");
    /** Where the steps made are noted. */
    static final String TABLE = "subsidia_schema";

    private Schema() {}

    /** Brings the database to the schema of this library; what stands in the way is answered. */
    static Optional<Finding> prepare(Connection connection, Connector connector, DatabaseAddress address)
            throws SQLException {
        return isCurrent(connection) ? Optional.empty() : prepare(connector, address, MIGRATIONS);
    }

    /** Whether exactly the steps of this library were made: one question, where Flyway asks many on connections of its own. */
    private static boolean isCurrent(Connection connection) throws SQLException {
        List<String> made = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT \"version\", \"checksum\""
                                + " FROM \"subsidia_schema\" WHERE \"success\" AND \"type\" = 'SQL' ORDER BY \"installed_rank\"");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                made.add(rows.getString(1) + ' ' + rows.getInt(2));
            }
        } catch (SQLException e) {
            if (Failures.isTableAbsent(e)) {
                return false;
            }
            throw e;
        } finally {
            connection.rollback();
        }
        List<String> wanted = new ArrayList<>();
        for (String name : MIGRATIONS) {
            wanted.add((wanted.size() + 1) + " " + checksum(name));
        }
        return made.equals(wanted);
    }

    /** As Flyway counts it: CRC-32 of the lines without their ends. */
    private static int checksum(String name) {
        CRC32 sum = new CRC32();
        text(name).lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    private static String text(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the library: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Finding> prepare(Connector connector, DatabaseAddress address, List<String> migrations) {
        try {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(connector)
                    .loggers(Silence.class.getName())
                    .table(TABLE)
                    .locations(new String[0])
                    .resourceProvider(new Steps(migrations))
                    .javaMigrationClassProvider(List::of)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .cleanDisabled(true)
                    .load();
            Optional<Finding> newer = newer(flyway, address, migrations.size());
            if (newer.isPresent()) {
                return newer;
            }
            if (flyway.info().pending().length > 0) {
                flyway.migrate();
            } else if (!flyway.validateWithResult().validationSuccessful) {
                return Optional.of(Finding.error(address.place(), "STORE-DB-SCHEMA-CHANGED", address.shown(), TABLE));
            }
            return Optional.empty();
        } catch (FlywayException e) {
            return Optional.of(failed(address, e));
        }
    }

    private static Optional<Finding> newer(Flyway flyway, DatabaseAddress address, int known) {
        return Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null && version.compareTo(MigrationVersion.fromVersion("" + known)) > 0)
                .reduce((first, last) -> last)
                .map(version ->
                        Finding.error(address.place(), "STORE-DB-NEWER", address.shown(), version.getVersion(), known));
    }

    private static Finding failed(DatabaseAddress address, FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Failures.finding(address, sql);
            }
        }
        String words =
                String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
        return Finding.error(
                address.place(),
                words.contains("checksum") || words.startsWith("Validate failed")
                        ? "STORE-DB-SCHEMA-CHANGED"
                        : "STORE-DB-FAILED",
                address.shown(),
                words.contains("checksum") || words.startsWith("Validate failed") ? TABLE : words);
    }

    private record Steps(List<String> migrations) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return migrations.contains(name) ? new Step(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return migrations.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Step::new)
                    .toList();
        }
    }

    private static final class Step extends LoadableResource {
        private final String name;

        Step(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new StringReader(text(name));
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }

    /** What is wrong comes as an exception; nothing else is worth a line. Made by Flyway, by its name. */
    public static final class Silence implements LogCreator, Log {
        @Override
        public Log createLogger(Class<?> of) {
            return this;
        }

        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Exception e) {}

        @Override
        public void notice(String message) {}
    }
}
