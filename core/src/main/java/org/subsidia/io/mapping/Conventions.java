package org.subsidia.io.mapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.money.DecimalMark;

/**
 * Decides how the cells of a column are written from those that can be read in one way only. Where they contradict each other,
 * or prove nothing, the column stays undecided, and its cells that can be read in two ways are refused.
 */
final class Conventions {
    private static final int SHOWN = 40;

    private final Place place;
    private final List<Finding> findings;

    Conventions(Place place, List<Finding> findings) {
        this.place = place;
        this.findings = findings;
    }

    /** The column with what its cells decide. */
    MappedColumn decide(MappedColumn column, TableField field, int index, List<TabularRow> rows) {
        return switch (field.type()) {
            case AMOUNT ->
                column.decimalMark() == DecimalMark.UNSTATED
                        ? column.with(proven(
                                column, index, rows, DecimalMark.class, DecimalMark.UNSTATED, MarkProof::of, "MARK"))
                        : column;
            case DATE ->
                column.dates() == DateStyle.UNSTATED
                        ? column.with(proven(
                                column, index, rows, DateStyle.class, DateStyle.UNSTATED, DateText::proof, "ORDER"))
                        : column;
            case SHARE ->
                column.shares() == ShareStyle.UNSTATED
                        ? column.with(proven(
                                column, index, rows, ShareStyle.class, ShareStyle.UNSTATED, ShareText::proof, "SHARES"))
                        : column;
            default -> column;
        };
    }

    private <E extends Enum<E>> E proven(
            MappedColumn column,
            int index,
            List<TabularRow> rows,
            Class<E> type,
            E none,
            Function<String, E> proof,
            String code) {
        Map<E, TabularRow> proofs = new EnumMap<>(type);
        for (TabularRow row : rows) {
            boolean written = index < row.cells().size() && (type == ShareStyle.class || !row.isNumber(index));
            E proven = written ? proof.apply(row.cells().get(index)) : none;
            if (proven != none) {
                proofs.putIfAbsent(proven, row);
            }
        }
        if (proofs.isEmpty()) {
            return none;
        }
        Place where = place.column(index + 1, column.header());
        E first = proofs.keySet().iterator().next();
        TabularRow row = proofs.values().iterator().next();
        if (proofs.size() > 1) {
            TabularRow other = proofs.values().stream().skip(1).findFirst().orElseThrow();
            findings.add(Finding.warning(
                    where,
                    "MAP-" + code + "-MIXED",
                    column.header(),
                    shown(row, index),
                    row.line(),
                    shown(other, index),
                    other.line()));
            return none;
        }
        findings.add(Finding.info(
                where,
                "MAP-" + code + "-DECIDED",
                column.header(),
                Message.of("MAP-" + code + '-' + first.name().replace('_', '-')),
                shown(row, index),
                row.line()));
        return first;
    }

    private static String shown(TabularRow row, int index) {
        String text = row.cells().get(index);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + '…' : text;
    }
}
