package org.subsidia.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.stateaid.ExemptedAid;
import org.subsidia.stateaid.Intensity;
import org.subsidia.stateaid.IntensityBonus;
import org.subsidia.stateaid.SizeClass;

/** Highest intensities of regulation 651/2014, article by article, by size of undertaking. */
public final class IntensityReport {
    private static final List<SizeClass> SIZES = List.of(SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE);

    private IntensityReport() {}

    /**
     * The report.
     *
     * @param kinds which kinds of aid
     * @param bonuses what the project claims
     * @param costs eligible costs, or null where only intensities are asked for
     * @param law the law of the day of award
     * @return intensities, and amounts where there are costs
     */
    public static Report of(List<ExemptedAid> kinds, Set<IntensityBonus> bonuses, @Nullable Money costs, Law law) {
        Set<IntensityBonus> claimed =
                bonuses.isEmpty() ? EnumSet.noneOf(IntensityBonus.class) : EnumSet.copyOf(bonuses);
        List<Explanation> trees = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "intensities",
                Message.of("AID-INTENSITY-TABLE"),
                table(
                        "intensities",
                        Column.Type.SHARE,
                        kinds,
                        trees,
                        (kind, size) -> Intensity.of(kind, size, claimed, law))));
        if (costs != null) {
            trees.clear();
            sections.add(Section.of(
                    "amounts",
                    Message.of("AID-INTENSITY-AMOUNTS", costs),
                    table(
                            "amounts",
                            Column.Type.MONEY,
                            kinds,
                            trees,
                            (kind, size) -> Intensity.amount(kind, size, claimed, costs, law))));
        }
        sections.add(Section.of("explanations", Message.of("AID-REPORT-WHY"), new Explanations(trees)));
        return new Report("intensity", Message.of("AID-INTENSITY-TITLE"), null, law.date(), sections);
    }

    private interface Figured {
        Explanation of(ExemptedAid kind, SizeClass size);
    }

    private static Table table(
            String id, Column.Type type, List<ExemptedAid> kinds, List<Explanation> trees, Figured figure) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExemptedAid kind : kinds) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(kind.article()));
            row.add(Cell.of(kind.words()));
            for (SizeClass size : SIZES) {
                Explanation tree = figure.of(kind, size);
                trees.add(tree);
                row.add(Cell.of(tree.value()));
            }
            rows.add(row);
        }
        return new Table(
                id,
                Message.of("AID-INTENSITY-TABLE"),
                List.of(
                        Column.of("article", Column.Type.TEXT, Message.of("AID-INTENSITY-ARTICLE")),
                        Column.of("aid", Column.Type.TEXT, Message.of("AID-COLUMN-AWARD")),
                        Column.of("small", type, SizeClass.SMALL.words()),
                        Column.of("medium", type, SizeClass.MEDIUM.words()),
                        Column.of("large", type, SizeClass.LARGE.words())),
                rows,
                null);
    }
}
