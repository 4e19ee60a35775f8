package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** Gross grant equivalents with every year or instalment behind them. */
public final class EquivalentReport {
    private EquivalentReport() {}

    /**
     * The report.
     *
     * @param figures the equivalents, each by one method
     * @param award the day of award
     * @return key figures, parts and explanations
     */
    public static Report of(List<Explanation> figures, LocalDate award) {
        List<KeyFigure> keys = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Explanation figure = figures.get(i);
            keys.add(new KeyFigure("equivalent" + (i + 1), figure.label(), Cell.of(figure.value()), null));
            for (Explanation part : figure.children()) {
                if (part.value() instanceof Value.Amount) {
                    rows.add(List.of(Cell.of(figure.label()), Cell.of(part.label()), Cell.of(part.value())));
                }
            }
        }
        Table parts = new Table(
                "parts",
                Message.of("AID-GGE-PARTS"),
                List.of(
                        Column.of("method", Column.Type.TEXT, Message.of("AID-GGE-METHOD")),
                        Column.of("part", Column.Type.TEXT, Message.of("AID-GGE-PART")),
                        Column.of("amount", Column.Type.MONEY, Message.of("AID-COLUMN-AMOUNT"))),
                rows,
                null);
        return new Report(
                "equivalent",
                Message.of("AID-GGE-TITLE"),
                null,
                award,
                List.of(
                        Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), new KeyFigures(keys)),
                        Section.of("parts", Message.of("AID-GGE-PARTS"), parts),
                        Section.of("explanations", Message.of("AID-REPORT-WHY"), new Explanations(figures))));
    }
}
