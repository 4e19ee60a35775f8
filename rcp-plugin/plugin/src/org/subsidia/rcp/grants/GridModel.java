package org.subsidia.rcp.grants;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.portfolio.GrantId;

/** Which lines the grid shows, in which order: rows sorted, filtered, grouped. Knows no window. */
final class GridModel {
    private static final int FEW = 200;

    private final Locale locale;
    private final Map<GrantColumn, String> filters = new EnumMap<>(GrantColumn.class);
    private final Set<String> closed = new HashSet<>();
    private Supplier<List<GrantColumn>> columns = () -> List.of(GrantColumn.values());
    private GrantRows all = new GrantRows(List.of());
    private GrantRows sorted = all;
    private String words = "";
    private GrantColumn column = GrantColumn.AWARDED_ON;
    private boolean descending = true;
    private GrantColumn grouping;
    private List<GrantRow> shown = List.of();
    private List<GridLine> lines = List.of();

    GridModel(Locale locale) {
        this.locale = locale;
    }

    /** Says which columns are shown, from the left: the headings of groups begin in the first of words. */
    void columns(Supplier<List<GrantColumn>> shown) {
        columns = shown;
    }

    void show(GrantRows rows) {
        all = rows;
        sorted = all.by(column, descending, locale);
        arrange();
    }

    void sort(GrantColumn by, boolean down) {
        column = by;
        descending = down;
        sorted = all.by(column, descending, locale);
        arrange();
    }

    GrantColumn sortedBy() {
        return column;
    }

    boolean isDescending() {
        return descending;
    }

    void filter(String text) {
        words = text;
        arrange();
    }

    /** Filters by columns; each takes the place of the filter of its column. */
    void filter(Map<GrantColumn, String> byColumn) {
        filters.clear();
        byColumn.forEach((key, text) -> {
            if (!text.isBlank()) {
                filters.put(key, text);
            }
        });
        arrange();
    }

    /** Groups by a column; null: no groups. */
    void group(GrantColumn by) {
        grouping = by;
        closed.clear();
        arrange();
    }

    GrantColumn grouping() {
        return grouping;
    }

    /** Shows the rows of a group, or hides them. */
    void toggle(GridLine.OfGroup group) {
        if (!closed.remove(group.name())) {
            closed.add(group.name());
        }
        arrange();
    }

    /** Arranges the lines anew, when other columns are shown. */
    void again() {
        arrange();
    }

    private void arrange() {
        List<GrantRow> kept = sorted.with(words).rows();
        for (Map.Entry<GrantColumn, String> filter : filters.entrySet()) {
            Predicate<GrantRow> accepts = CellFilter.of(filter.getKey(), filter.getValue(), locale);
            kept = kept.stream().filter(accepts).toList();
        }
        shown = kept;
        lines = grouping == null
                ? kept.stream().<GridLine>map(GridLine.OfGrant::new).toList()
                : grouped(kept);
    }

    private List<GridLine> grouped(List<GrantRow> rows) {
        Map<String, List<GrantRow>> unordered = new HashMap<>();
        rows.forEach(row -> unordered
                .computeIfAbsent(grouping.group(row), name -> new ArrayList<>())
                .add(row));
        Collator collator = Collator.getInstance(locale);
        Comparator<String> order = collator::compare;
        Map<String, List<GrantRow>> groups = new TreeMap<>(order.thenComparing(Comparator.naturalOrder()));
        groups.putAll(unordered);
        List<GrantColumn> summed =
                columns.get().stream().filter(shown -> isQuick(rows, shown)).toList();
        List<GridLine> grouped = new ArrayList<>();
        groups.forEach((name, members) -> {
            boolean open = !closed.contains(name);
            grouped.add(new GridLine.OfGroup(name, members, open, totals(members, summed)));
            if (open) {
                members.forEach(row -> grouped.add(new GridLine.OfGrant(row)));
            }
        });
        return grouped;
    }

    /** Whether adding up a column costs nothing worth waiting for: what may still come is worked out grant by grant. */
    static boolean isQuick(List<GrantRow> rows, GrantColumn column) {
        return column != GrantColumn.REMAINING
                || rows.stream()
                                .filter(row -> !row.awaited().isKnown())
                                .limit(FEW + 1L)
                                .count()
                        <= FEW;
    }

    /** The amounts of the columns of numbers added up; none where there is none, or where currencies differ. */
    static Map<GrantColumn, Money> totals(List<GrantRow> rows, List<GrantColumn> columns) {
        Map<GrantColumn, Money> totals = new EnumMap<>(GrantColumn.class);
        for (GrantColumn column : columns) {
            CurrencyUnit currency = null;
            BigDecimal sum = BigDecimal.ZERO;
            boolean one = true;
            for (GrantRow row : rows) {
                Money amount = column.amount(row).orElse(null);
                if (amount != null) {
                    one &= currency == null || currency.equals(amount.getCurrencyUnit());
                    currency = amount.getCurrencyUnit();
                    sum = sum.add(amount.getAmount());
                }
            }
            if (one && currency != null) {
                totals.put(column, Money.of(currency, sum));
            }
        }
        return totals;
    }

    /** All rows that pass the filters, those of closed groups too. */
    List<GrantRow> shown() {
        return shown;
    }

    int total() {
        return all.size();
    }

    List<GridLine> lines() {
        return lines;
    }

    Optional<GrantRow> row(int line) {
        return line >= 0 && line < lines.size() && lines.get(line) instanceof GridLine.OfGrant grant
                ? Optional.of(grant.row())
                : Optional.empty();
    }

    /** The line of a grant, or -1. */
    int lineOf(GrantId id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof GridLine.OfGrant grant
                    && grant.row().grant().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    String text(int line, GrantColumn of) {
        if (lines.get(line) instanceof GridLine.OfGrant grant) {
            return of.text(grant.row());
        }
        GridLine.OfGroup group = (GridLine.OfGroup) lines.get(line);
        return of.groupText(
                group, columns.get().stream().filter(shown -> !shown.isNumber()).toList());
    }
}
