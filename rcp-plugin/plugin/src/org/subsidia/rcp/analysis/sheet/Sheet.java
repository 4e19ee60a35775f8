package org.subsidia.rcp.analysis.sheet;

import java.util.Optional;
import org.subsidia.explain.Explanation;
import org.subsidia.report.Cell;
import org.subsidia.report.Explanations;
import org.subsidia.report.KeyFigure;
import org.subsidia.report.Report;

/**
 * A report to be shown, and where its figures come from.
 *
 * @param report what is shown
 * @param origins where the figures of its tables come from
 */
public record Sheet(Report report, Origins origins) {

    /** Where the figures of tables come from. */
    @FunctionalInterface
    public interface Origins {
        /**
         * Where one figure comes from.
         *
         * @param table the id of its table
         * @param row from the top, the first is 0; the number of rows stands for the row of totals
         * @param column the name of its column
         * @return the explanation, if that figure has one
         */
        Optional<Explanation> of(String table, int row, String column);
    }

    /**
     * A cell in the window.
     *
     * @param cell any cell
     * @return its words; short where it is unknown
     */
    public static String words(Cell cell) {
        return CellWords.shown(cell);
    }

    /**
     * The explanation of a key figure.
     *
     * @param figure one of the report
     * @return the origin that is named for it; else the explanation of the report that bears its name and its value
     */
    public Optional<Explanation> origin(KeyFigure figure) {
        return origins.of(Tiles.ID, 0, figure.id()).or(() -> report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Explanations.class::isInstance)
                .flatMap(block -> ((Explanations) block).trees().stream())
                .filter(tree -> tree.label().equals(figure.label())
                        && Cell.of(tree.value()).equals(figure.value()))
                .findFirst());
    }
}
