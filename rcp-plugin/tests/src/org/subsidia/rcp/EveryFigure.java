package org.subsidia.rcp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.analysis.sheet.FigureTable;
import org.subsidia.rcp.analysis.sheet.Tiles;
import org.subsidia.report.Cell;
import org.subsidia.report.KeyFigure;
import org.subsidia.report.Table;

/**
 * Walks through all tables and tiles below a control, those of closed pages too, and names every figure that has no explanation, or
 * one that does not add up or does not speak of that figure. Used on the workbench's thread.
 */
final class EveryFigure {
    private static final int MONEY_PLACES = 2;

    private final List<String> wrong = new ArrayList<>();
    private int figures;

    /** All below the control. */
    EveryFigure walk(Control control) {
        FigureTable.of(control).ifPresent(this::table);
        Tiles.of(control).ifPresent(this::tiles);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                walk(child);
            }
        }
        return this;
    }

    /** What is wrong, each with its table, row and column. */
    List<String> wrong() {
        return wrong;
    }

    /** How many figures were seen. */
    int figures() {
        return figures;
    }

    private void table(FigureTable table) {
        Table shown = table.shown().orElse(null);
        if (shown == null) {
            return;
        }
        List<List<Cell>> rows = new ArrayList<>(shown.rows());
        shown.totals().ifPresent(rows::add);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < shown.columns().size(); column++) {
                String place = shown.id() + ", row " + row + ", column "
                        + shown.columns().get(column).name();
                cell(rows.get(row).get(column), table.explanation(row, column), place);
            }
        }
    }

    private void tiles(Tiles tiles) {
        for (int i = 0; i < tiles.figures().size(); i++) {
            KeyFigure figure = tiles.figures().get(i);
            cell(figure.value(), tiles.explanation(i), "tile " + figure.id());
        }
    }

    /** One figure. */
    void cell(Cell cell, Optional<Explanation> why, String place) {
        Optional<BigDecimal> number = number(cell);
        if (number.isEmpty()) {
            return;
        }
        figures++;
        if (why.isEmpty()) {
            wrong.add(place + " has no explanation");
        } else if (!why.get().check().isEmpty()) {
            wrong.add(place + " does not add up");
        } else if (why.get().nodes().noneMatch(node -> isNear(number.get(), node))) {
            wrong.add(place + " is " + number.get() + ", explained as "
                    + why.get().value());
        }
    }

    /** The same, but for a share that is rounded to more places in one than in the other. */
    private static boolean isNear(BigDecimal shown, Explanation node) {
        return node.value()
                .number()
                .filter(told -> told.compareTo(shown) == 0
                        || told.scale() > MONEY_PLACES
                                && shown.scale() > MONEY_PLACES
                                && told.subtract(shown)
                                                .abs()
                                                .compareTo(shown.ulp().max(told.ulp()))
                                        <= 0)
                .isPresent();
    }

    private static Optional<BigDecimal> number(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return Optional.of(amount.money().getAmount());
        } else if (cell instanceof Cell.Share share) {
            return Optional.of(share.share());
        } else if (cell instanceof Cell.Count count) {
            return Optional.of(BigDecimal.valueOf(count.count()));
        }
        return cell instanceof Cell.Decimal decimal ? Optional.of(decimal.number()) : Optional.empty();
    }
}
