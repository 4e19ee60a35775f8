package org.subsidia.explain;

import java.util.Locale;
import org.subsidia.finding.Message;

/** An explanation as text: one line a figure, each part indented below what it makes up. */
public final class ExplanationText {
    private static final String INDENT = "  ";

    private ExplanationText() {}

    /**
     * The whole tree.
     *
     * @param explanation the figure to be explained
     * @param locale its language chooses the words: French, else English
     * @return lines parted by {@code \n}, without one at the end; rules and records stand below the figure that used them
     */
    public static String indented(Explanation explanation, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (ExplanationRow row : ExplanationRow.table(explanation, locale)) {
            String line = row.formula().isEmpty()
                    ? Message.of("EXPLAIN-LINE-FIGURE", row.label(), row.value())
                            .in(locale)
                    : Message.of("EXPLAIN-LINE-FORMULA", row.label(), row.value(), row.formula())
                            .in(locale);
            append(text, row.depth(), line);
            for (String rule : row.rules()) {
                append(
                        text,
                        row.depth() + 1,
                        Message.of("EXPLAIN-LINE-RULE", rule).in(locale));
            }
            if (!row.records().isEmpty()) {
                append(
                        text,
                        row.depth() + 1,
                        Message.of("EXPLAIN-LINE-RECORDS", String.join(", ", row.records()))
                                .in(locale));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int depth, String line) {
        text.append(text.isEmpty() ? "" : "\n")
                .append(INDENT.repeat(depth))
                .append(line.replace('\n', ' ').replace('\r', ' '));
    }
}
