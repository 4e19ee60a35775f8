package org.subsidia.store.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.StagedAmount;

/** The figures and dates of records in columns, for those who ask in SQL. */
final class Figures {
    static final int LONGEST_ID = 600;
    /** What {@code DECIMAL(1000, 4)} holds before its point. */
    private static final int MOST_DIGITS = 996;
    /** The years that a DATE of PostgreSQL holds. */
    private static final LocalDate FIRST_DAY = LocalDate.of(-4712, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(5_874_897, 12, 31);

    private Figures() {}

    /** The tables; the first two columns of each say whose row it is. */
    enum Table {
        GRANT(
                RecordKind.GRANT,
                "INSERT INTO subsidia_grant (portfolio_id, record_id, structure_id, payer_id, state, fiscal_year,"
                        + " decided_on, notified_on, starts_on, ends_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "DELETE FROM subsidia_grant WHERE portfolio_id = ? AND record_id = ?",
                "SELECT record_id, structure_id, payer_id, state, fiscal_year, decided_on, notified_on, starts_on, ends_on"
                        + " FROM subsidia_grant WHERE portfolio_id = ?"),
        AMOUNT(
                RecordKind.GRANT,
                "INSERT INTO subsidia_grant_amount (portfolio_id, record_id, entry, stage, amount, currency, agreed_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                "DELETE FROM subsidia_grant_amount WHERE portfolio_id = ? AND record_id = ?",
                "SELECT record_id, entry, stage, amount, currency, agreed_on"
                        + " FROM subsidia_grant_amount WHERE portfolio_id = ?"),
        RECEIPT(
                RecordKind.GRANT,
                "INSERT INTO subsidia_receipt (portfolio_id, record_id, entry, received_on, amount, currency)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                "DELETE FROM subsidia_receipt WHERE portfolio_id = ? AND record_id = ?",
                "SELECT record_id, entry, received_on, amount, currency FROM subsidia_receipt WHERE portfolio_id = ?"),
        BUDGET_LINE(
                RecordKind.BUDGET_LINE,
                "INSERT INTO subsidia_budget_line (portfolio_id, record_id, structure_id, accounting_year, kind, basis,"
                        + " amount, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                "DELETE FROM subsidia_budget_line WHERE portfolio_id = ? AND record_id = ?",
                "SELECT record_id, structure_id, accounting_year, kind, basis, amount, currency"
                        + " FROM subsidia_budget_line WHERE portfolio_id = ?");

        private final RecordKind kind;
        private final String insert;
        private final String delete;
        private final String select;

        Table(RecordKind kind, String insert, String delete, String select) {
            this.kind = kind;
            this.insert = insert;
            this.delete = delete;
            this.select = select;
        }
    }

    /** The rows of one record, each without its portfolio. */
    private static Map<Table, List<List<@Nullable Object>>> of(PortfolioRecord record) {
        Map<Table, List<List<@Nullable Object>>> rows = new EnumMap<>(Table.class);
        if (record instanceof Grant grant) {
            String id = grant.id().value();
            put(
                    rows,
                    Table.GRANT,
                    id,
                    grant.structure().value(),
                    Optional.ofNullable(grant.payer()).map(RecordId::value).orElse(null),
                    grant.state().name(),
                    grant.fiscalYear(),
                    grant.dates().decision(),
                    grant.dates().notification(),
                    grant.dates().start(),
                    grant.dates().end());
            for (StagedAmount amount : grant.amounts()) {
                put(
                        rows,
                        Table.AMOUNT,
                        id,
                        count(rows, Table.AMOUNT),
                        amount.stage().name(),
                        decimal(amount.amount()),
                        currency(amount.amount()),
                        amount.date());
            }
            for (Receipt receipt : grant.receipts()) {
                put(
                        rows,
                        Table.RECEIPT,
                        id,
                        count(rows, Table.RECEIPT),
                        receipt.date(),
                        decimal(receipt.amount()),
                        currency(receipt.amount()));
            }
        } else if (record instanceof BudgetLine line) {
            put(
                    rows,
                    Table.BUDGET_LINE,
                    line.id().value(),
                    line.structure().value(),
                    line.year(),
                    line.kind().name(),
                    line.basis().name(),
                    decimal(line.amount()),
                    currency(line.amount()));
        }
        return rows;
    }

    private static int count(Map<Table, List<List<@Nullable Object>>> rows, Table table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    private static void put(Map<Table, List<List<@Nullable Object>>> rows, Table table, @Nullable Object... values) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(Arrays.asList(values));
    }

    private static BigDecimal decimal(Money money) {
        return money.getAmount().setScale(4);
    }

    private static String currency(Money money) {
        return money.getCurrencyUnit().getCode();
    }

    /** What of a record a database cannot keep. */
    static Optional<Finding> obstacle(PortfolioRecord record) {
        Stream<@Nullable Object> values =
                of(record).values().stream().flatMap(List::stream).flatMap(List::stream);
        return Stream.concat(Stream.of(record.id().value()), values)
                .filter(value -> value != null && !isStorable(value))
                .findFirst()
                .map(value -> Finding.error(Place.record(record.id().value()), "STORE-DB-VALUE", text(value)));
    }

    private static String text(Object value) {
        String text = value.toString().replace('\u0000', '\ufffd');
        return text.length() > 40 ? text.substring(0, 40) + '…' : text;
    }

    private static boolean isStorable(Object value) {
        if (value instanceof LocalDate day) {
            return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
        }
        if (value instanceof BigDecimal amount) {
            return amount.precision() - amount.scale() <= MOST_DIGITS;
        }
        return !(value instanceof String text) || (text.length() <= LONGEST_ID && isStorable(text));
    }

    /** Whether every database takes the text: no zero character, no half of a pair. */
    static boolean isStorable(String text) {
        return text.indexOf('\u0000') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Takes the rows of these records away. */
    static void delete(Connection connection, long portfolio, Collection<RecordId> records) throws SQLException {
        for (Table table : Table.values()) {
            try (PreparedStatement delete = connection.prepareStatement(table.delete)) {
                for (RecordId record : records) {
                    if (record.kind() == table.kind) {
                        delete.setLong(1, portfolio);
                        delete.setString(2, record.value());
                        delete.addBatch();
                    }
                }
                delete.executeBatch();
            }
        }
    }

    /** Adds the rows of these records. */
    static void insert(Connection connection, long portfolio, Collection<PortfolioRecord> records) throws SQLException {
        Map<Table, List<List<@Nullable Object>>> all = all(records.stream());
        for (Map.Entry<Table, List<List<@Nullable Object>>> table : all.entrySet()) {
            try (PreparedStatement insert = connection.prepareStatement(table.getKey().insert)) {
                for (List<@Nullable Object> row : table.getValue()) {
                    insert.setLong(1, portfolio);
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(i + 2, row.get(i));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static Map<Table, List<List<@Nullable Object>>> all(Stream<PortfolioRecord> records) {
        Map<Table, List<List<@Nullable Object>>> all = new EnumMap<>(Table.class);
        records.forEach(record -> of(record).forEach((table, rows) -> all.computeIfAbsent(table, t -> new ArrayList<>())
                .addAll(rows)));
        return all;
    }

    /** Ids of records whose columns say something else than the records. */
    static List<String> different(Connection connection, long portfolio, Stream<PortfolioRecord> records)
            throws SQLException {
        Map<Table, List<List<@Nullable Object>>> all = all(records);
        TreeSet<String> different = new TreeSet<>();
        for (Table table : Table.values()) {
            Set<List<@Nullable Object>> wanted = new HashSet<>(all.getOrDefault(table, List.of()));
            try (PreparedStatement select = connection.prepareStatement(table.select)) {
                select.setLong(1, portfolio);
                try (ResultSet found = select.executeQuery()) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        List<@Nullable Object> row = new ArrayList<>();
                        for (int i = 1; i <= columns; i++) {
                            row.add(value(found, i));
                        }
                        if (!wanted.remove(row)) {
                            different.add(String.valueOf(row.get(0)));
                        }
                    }
                }
            }
            wanted.forEach(row -> different.add(String.valueOf(row.get(0))));
        }
        return List.copyOf(different);
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.CHAR ->
                Optional.ofNullable(row.getString(column)).map(String::strip).orElse(null);
            default -> row.getObject(column);
        };
    }
}
