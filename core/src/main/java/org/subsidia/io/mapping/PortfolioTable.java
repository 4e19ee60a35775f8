package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Portfolio;

/**
 * One kind of record of a portfolio as a table, such that importing it again changes nothing.
 *
 * @param kind what the rows are
 * @param fields its columns: those that have a value, and those without which it would be no table of its kind
 * @param rows one value a column, of the Java type that {@link FieldType} names; empty where there is none
 */
public record PortfolioTable(TableKind kind, List<TableField> fields, List<List<Optional<Object>>> rows) {

    /** Copies the lists. */
    public PortfolioTable {
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The records of a kind, in the order of their ids.
     *
     * @param kind which kind
     * @param portfolio where they are
     * @return the table
     */
    public static PortfolioTable of(TableKind kind, Portfolio portfolio) {
        return of(Layouts.of(kind), kind, portfolio);
    }

    private static <R> PortfolioTable of(Layout<R> layout, TableKind kind, Portfolio portfolio) {
        List<List<Optional<Object>>> rows = new ArrayList<>();
        for (R record : layout.records(portfolio)) {
            List<Optional<Object>> row = new ArrayList<>(layout.bindings().size());
            for (Binding<R> binding : layout.bindings()) {
                row.add(Optional.ofNullable(shown(binding.get().get(record, portfolio))));
            }
            rows.add(inOneCurrency(row, layout));
        }
        IntPredicate kept = column -> isKept(layout, rows, column);
        IntPredicate names = column -> !isNumberOfAnother(layout.fields().get(column));
        int all = layout.fields().size();
        // what only programs read comes last
        int[] columns = IntStream.concat(
                        IntStream.range(0, all).filter(kept).filter(names),
                        IntStream.range(0, all).filter(kept).filter(names.negate()))
                .toArray();
        return new PortfolioTable(
                kind,
                IntStream.of(columns).mapToObj(layout.fields()::get).toList(),
                rows.stream()
                        .map(row -> IntStream.of(columns).mapToObj(row::get).toList())
                        .toList());
    }

    private static boolean isNumberOfAnother(TableField field) {
        return field.type() == FieldType.ID || field.id().endsWith(".number");
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }

    /** A row has one currency; an amount in another one would be read in the wrong one. */
    private static List<Optional<Object>> inOneCurrency(List<Optional<Object>> row, Layout<?> layout) {
        int at = IntStream.range(0, row.size())
                .filter(i -> layout.fields().get(i).type() == FieldType.CURRENCY)
                .findFirst()
                .orElse(-1);
        CurrencyUnit currency = at < 0 || row.get(at).isEmpty()
                ? CurrencyUnit.EUR
                : CurrencyUnit.of((String) row.get(at).get());
        return row.stream()
                .map(cell -> cell.filter(value -> !(value instanceof Money money)
                        || money.getCurrencyUnit().equals(currency)))
                .toList();
    }

    /** The day of an amount stays beside the amount: without the column an import would take the day of the decision. */
    private static boolean isKept(Layout<?> layout, List<List<Optional<Object>>> rows, int column) {
        TableField field = layout.fields().get(column);
        boolean dayOfAmount = field.id().endsWith("On")
                && layout.fields()
                        .get(column - 1)
                        .id()
                        .equals(field.id().substring(0, field.id().length() - 2));
        int value = dayOfAmount ? column - 1 : column;
        return field.required()
                || field.id().equals("id")
                || field.id().equals("structure.name")
                || field.id().equals("payer.name")
                || field.id().equals("awarded")
                || field.id().equals("grant.id")
                || rows.stream().anyMatch(row -> row.get(value).isPresent());
    }
}
