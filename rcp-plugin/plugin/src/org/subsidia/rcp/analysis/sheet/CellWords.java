package org.subsidia.rcp.analysis.sheet;

import java.util.Optional;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.rcp.Texts;
import org.subsidia.report.Cell;
import org.subsidia.report.CellText;

/** Cells of a report in the window: short where the reason for an unknown figure would be long. */
final class CellWords {
    private static final int LONG = 40;

    private CellWords() {}

    /** What stands in the window. */
    static String shown(Cell cell) {
        return cell instanceof Cell.Unknown ? Texts.figureUnknown : text(cell);
    }

    private static String text(Cell cell) {
        return new CellText(Texts.locale()).full(cell);
    }

    /** What stands on the clipboard. */
    static String copied(Cell cell) {
        return text(cell);
    }

    static boolean isUnknown(Cell cell) {
        return cell instanceof Cell.Unknown;
    }

    /** What a cell says about itself: why it is unknown, or words too long for their column. */
    static Optional<Explanation> itself(Message header, Cell cell) {
        if (cell instanceof Cell.Unknown unknown) {
            return Optional.of(Explanation.leaf(header, new Value.Unknown(unknown.reason())));
        }
        boolean words = cell instanceof Cell.Text || cell instanceof Cell.Words || cell instanceof Cell.Legal;
        String text = text(cell);
        return words && text.length() > LONG
                ? Optional.of(Explanation.leaf(header, new Value.Statement(Message.of("REPORT-VERBATIM", text))))
                : Optional.empty();
    }
}
