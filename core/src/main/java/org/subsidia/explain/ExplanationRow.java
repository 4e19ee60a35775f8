package org.subsidia.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure of an explanation as a row of a flat table, in the words of one language.
 *
 * @param depth 0 for the figure that is explained, 1 for its parts, and so on
 * @param label what the figure is
 * @param value the figure with its unit, or why it is unknown
 * @param formula how the parts below make the figure; empty for a figure that is read, not computed
 * @param rules each rule that this step used: value, legal reference, validity and how sure it is
 * @param records ids of the portfolio's records that this step read
 */
public record ExplanationRow(
        int depth, String label, String value, String formula, List<String> rules, List<String> records) {

    /** Copies the lists. */
    public ExplanationRow {
        rules = List.copyOf(rules);
        records = List.copyOf(records);
    }

    /**
     * The whole tree, each figure before its parts.
     *
     * @param explanation the figure to be explained
     * @param locale its language chooses the words: French, else English
     * @return at least one row
     */
    public static List<ExplanationRow> table(Explanation explanation, Locale locale) {
        List<ExplanationRow> rows = new ArrayList<>();
        add(rows, 0, explanation, locale);
        return List.copyOf(rows);
    }

    private static void add(List<ExplanationRow> rows, int depth, Explanation node, Locale locale) {
        rows.add(new ExplanationRow(
                depth,
                node.label().in(locale),
                Words.value(node.value(), locale),
                Words.formula(node, locale),
                Words.rules(node, locale),
                node.records()));
        for (Explanation child : node.children()) {
            add(rows, depth + 1, child, locale);
        }
    }
}
