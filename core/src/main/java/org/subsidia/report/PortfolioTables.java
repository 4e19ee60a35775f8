package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.io.mapping.FieldType;
import org.subsidia.io.mapping.PortfolioTable;
import org.subsidia.io.mapping.TableField;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Portfolio;

/** The records of a portfolio as tables for people, whose files can be imported again. */
public final class PortfolioTables {
    private static final Set<String> NOT_ADDED = Set.of("eligibleBase", "maximum");

    private PortfolioTables() {}

    /**
     * All records of a kind.
     *
     * @param kind which kind
     * @param portfolio where they are
     * @return the table; amounts of one currency are summed
     */
    public static Table of(TableKind kind, Portfolio portfolio) {
        PortfolioTable table = PortfolioTable.of(kind, portfolio);
        List<Column> columns = table.fields().stream()
                .map(field -> Column.of(name(field), type(field.type()), field.label()))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Optional<Object>> values : table.rows()) {
            List<Cell> row = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                TableField field = table.fields().get(i);
                row.add(values.get(i).map(value -> cell(field, value)).orElse(Cell.EMPTY));
            }
            rows.add(row);
        }
        return new Table(kind.id(), kind.label(), columns, rows, totals(table));
    }

    /** {@code payer.name} is the column payerName. */
    private static String name(TableField field) {
        int point = field.id().indexOf('.');
        return point < 0
                ? field.id()
                : field.id().substring(0, point)
                        + Character.toUpperCase(field.id().charAt(point + 1))
                        + field.id().substring(point + 2);
    }

    private static Column.Type type(FieldType type) {
        return switch (type) {
            case AMOUNT -> Column.Type.MONEY;
            case DATE -> Column.Type.DATE;
            case YEAR -> Column.Type.NUMBER;
            case SHARE -> Column.Type.SHARE;
            default -> Column.Type.TEXT;
        };
    }

    private static Cell cell(TableField field, Object value) {
        if (value instanceof Money money) {
            return Cell.of(money);
        } else if (value instanceof LocalDate date) {
            return Cell.of(date);
        } else if (value instanceof Integer number) {
            return Cell.of(BigDecimal.valueOf(number));
        } else if (value instanceof Fraction share) {
            return Cell.of(share);
        }
        boolean words = field.type() == FieldType.CHOICE || field.type() == FieldType.FLAG;
        return words ? Cell.of(field.words(value)) : Cell.of(field.text(value));
    }

    /**
     * What the funders gave or paid, added up where all of it is in one currency. Budget lines are products and costs, and
     * eligible costs are shared by funders: their sums would mean nothing.
     */
    private static @Nullable List<Cell> totals(PortfolioTable table) {
        boolean adds = table.kind() == TableKind.GRANTS || table.kind() == TableKind.RECEIPTS;
        List<CurrencyUnit> currencies = table.rows().stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .filter(Money.class::isInstance)
                .map(value -> ((Money) value).getCurrencyUnit())
                .distinct()
                .toList();
        if (!adds || currencies.size() != 1) {
            return null;
        }
        Money zero = Money.zero(currencies.get(0));
        List<Cell> totals = new ArrayList<>();
        for (int i = 0; i < table.fields().size(); i++) {
            int column = i;
            TableField field = table.fields().get(i);
            boolean sum = field.type() == FieldType.AMOUNT && !NOT_ADDED.contains(field.id());
            totals.add(
                    sum
                            ? Cell.of(table.rows().stream()
                                    .map(row -> (Money) row.get(column).orElse(zero))
                                    .reduce(zero, Money::plus))
                            : Cell.EMPTY);
        }
        totals.set(0, Cell.of(Message.of("REPORT-TOTAL")));
        return totals;
    }
}
