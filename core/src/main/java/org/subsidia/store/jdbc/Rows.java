package org.subsidia.store.jdbc;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.store.EditJson;
import org.subsidia.store.PortfolioJson;
import org.subsidia.store.RecordJson;
import org.subsidia.store.internal.SealedLine;

/** The statements: the same for every database, with bound parameters only. No row of an edit is ever changed. */
final class Rows {
    private static final int FETCH = 500;

    /** The format of seals that cover the token and the time of an edit beside its document. */
    private static final int SEALED_COLUMNS = 2;

    private Rows() {}

    /** A portfolio’s row. */
    record Head(long portfolio, String name, long edits, String seal, String extras) {}

    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT name FROM subsidia_portfolio ORDER BY name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    static Optional<Head> head(Connection connection, String name) throws SQLException {
        return head(
                connection,
                "SELECT portfolio_id, name, edit_count, seal, extras FROM subsidia_portfolio WHERE name = ?",
                name);
    }

    /** The row, which nobody else can write until the transaction ends. */
    static Optional<Head> lockedHead(Connection connection, String name) throws SQLException {
        return head(
                connection,
                "SELECT portfolio_id, name, edit_count, seal, extras FROM subsidia_portfolio WHERE name = ? FOR UPDATE",
                name);
    }

    private static Optional<Head> head(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Head(
                                row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        }
    }

    static void insertHead(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO subsidia_portfolio (name, edit_count, seal, extras) VALUES (?, 0, ?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, SealedLine.FIRST);
            insert.setString(3, extras(Extras.NONE));
            insert.executeUpdate();
        }
    }

    /** Whether the user may write; asks without writing. */
    static void checkRight(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE subsidia_portfolio SET edit_count = edit_count WHERE portfolio_id < 0")) {
            update.executeUpdate();
        }
    }

    static Reading<Portfolio> portfolio(Connection connection, Head head, String place) throws SQLException {
        SortedMap<String, List<String>> records = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT kind, document FROM subsidia_record WHERE portfolio_id = ? ORDER BY kind, record_id")) {
            select.setFetchSize(FETCH);
            select.setLong(1, head.portfolio());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    records.computeIfAbsent(rows.getString(1), kind -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        Reading<Portfolio> extras = PortfolioJson.read(head.extras().getBytes(StandardCharsets.UTF_8), place);
        Reading<Portfolio> all = RecordJson.read(records, place).at(Place.file(place));
        return extras.isRead()
                ? all.map(portfolio -> portfolio.withExtras(extras.get().extras()))
                : extras;
    }

    static String extras(Extras extras) {
        return new String(PortfolioJson.write(Portfolio.empty().withExtras(extras)), StandardCharsets.UTF_8);
    }

    static void updateExtras(Connection connection, Head head, Extras extras) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE subsidia_portfolio SET extras = ? WHERE portfolio_id = ?")) {
            update.setString(1, extras(extras));
            update.setLong(2, head.portfolio());
            update.executeUpdate();
        }
    }

    /** The number of the edit that was stored under a token. */
    static Optional<Long> numberOf(Connection connection, Head head, String token) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT edit_number FROM subsidia_edit WHERE portfolio_id = ? AND token = ?")) {
            select.setLong(1, head.portfolio());
            select.setString(2, token);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** A row of the audit trail as it stands. */
    record StoredEdit(long number, String document, String columns, String seal) {
        /** The fields of a row that are sealed with its document, which edits of the first schema were without. */
        static String columns(int format, String token, Instant madeAt) {
            return format < SEALED_COLUMNS
                    ? ""
                    : ",\"token\":\""
                            + new String(JsonStringEncoder.getInstance().quoteAsString(token)) + "\",\"madeAt\":\""
                            + madeAt + '"';
        }

        Reading<EditRecord> record(Place place) {
            return EditJson.readRecord(document.getBytes(StandardCharsets.UTF_8), "")
                    .at(place);
        }

        AuditEntry entry(EditRecord record) {
            return new AuditEntry(number, record, document, columns, seal);
        }

        /** What was sealed: the text itself, since a later version may write the same edit in other letters. */
        String seal(String before) {
            return SealedLine.of("{\"edit\":" + number + ",\"record\":" + document + columns, before)
                    .sha256();
        }
    }

    interface EditVisitor {
        void visit(StoredEdit edit) throws SQLException;
    }

    /** The edits behind a version, oldest first. */
    static void editsSince(Connection connection, Head head, long version, EditVisitor visitor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT edit_number, document, seal_format, token,"
                        + " made_at, seal FROM subsidia_edit WHERE portfolio_id = ? AND edit_number > ? ORDER BY edit_number")) {
            select.setFetchSize(FETCH);
            select.setLong(1, head.portfolio());
            select.setLong(2, version);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant madeAt = rows.getObject(5, OffsetDateTime.class).toInstant();
                    String columns = StoredEdit.columns(rows.getInt(3), rows.getString(4), madeAt);
                    visitor.visit(new StoredEdit(rows.getLong(1), rows.getString(2), columns, rows.getString(6)));
                }
            }
        }
    }

    /** Adds an edit with all that follows from it. */
    static AuditEntry append(Connection connection, Head head, EditRecord record, String token, Portfolio after)
            throws SQLException {
        long number = head.edits() + 1;
        // to the millisecond, as the column keeps it: what is sealed must come back as it went in
        Instant madeAt = record.instant().truncatedTo(ChronoUnit.MILLIS);
        StoredEdit unsealed = new StoredEdit(
                number,
                new String(EditJson.write(record), StandardCharsets.UTF_8),
                StoredEdit.columns(SEALED_COLUMNS, token, madeAt),
                "");
        String seal = unsealed.seal(head.seal());
        StoredEdit stored = new StoredEdit(number, unsealed.document(), unsealed.columns(), seal);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO subsidia_edit (portfolio_id, edit_number, token, made_at, document, seal, seal_format)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, head.portfolio());
            insert.setLong(2, number);
            insert.setString(3, token);
            insert.setObject(4, madeAt.atOffset(ZoneOffset.UTC));
            insert.setString(5, stored.document());
            insert.setString(6, seal);
            insert.setInt(7, SEALED_COLUMNS);
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE subsidia_portfolio SET edit_count = ?, seal = ? WHERE portfolio_id = ? AND edit_count = ?")) {
            update.setLong(1, number);
            update.setString(2, seal);
            update.setLong(3, head.portfolio());
            update.setLong(4, head.edits());
            if (update.executeUpdate() != 1) {
                throw new SQLException("the portfolio changed under its lock", "40001");
            }
        }
        Collection<RecordId> ids = record.edit().records();
        delete(connection, head.portfolio(), ids);
        List<PortfolioRecord> kept =
                ids.stream().map(after::find).flatMap(Optional::stream).toList();
        insert(connection, head.portfolio(), number, kept);
        return stored.entry(record);
    }

    private static void delete(Connection connection, long portfolio, Collection<RecordId> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM subsidia_record WHERE portfolio_id = ? AND kind = ? AND record_id = ?")) {
            for (RecordId id : ids) {
                delete.setLong(1, portfolio);
                delete.setString(2, RecordJson.name(id.kind()));
                delete.setString(3, id.value());
                delete.addBatch();
            }
            delete.executeBatch();
        }
        Figures.delete(connection, portfolio, ids);
    }

    private static void insert(Connection connection, long portfolio, long number, Collection<PortfolioRecord> records)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO subsidia_record (portfolio_id, kind, record_id, edit_number, document)"
                        + " VALUES (?, ?, ?, ?, ?)")) {
            for (PortfolioRecord record : records) {
                insert.setLong(1, portfolio);
                insert.setString(2, RecordJson.name(record.id().kind()));
                insert.setString(3, record.id().value());
                insert.setLong(4, number);
                insert.setString(5, RecordJson.write(record));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Figures.insert(connection, portfolio, records);
    }

    /** Makes a commit of H2 reach the disk; other databases do so themselves. */
    static void force(Connection connection, DatabaseAddress address) throws SQLException {
        if (address.isH2()) {
            try (PreparedStatement checkpoint = connection.prepareStatement("CHECKPOINT SYNC")) {
                checkpoint.execute();
            } catch (SQLException e) {
                if (!Failures.isRight(e)) {
                    throw e;
                }
            }
        }
    }

    /** A row of the audit trail that cannot be read by this version. */
    static Finding unreadable(DatabaseAddress address, long number) {
        return Finding.error(address.place(), "STORE-DB-EDIT-UNREADABLE", number);
    }
}
