package org.subsidia.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/** Axes as all charts have them: quiet, with rounded steps. */
final class Axes {
    static final BasicStroke HAIRLINE = new BasicStroke(1f);

    static final double CATEGORY_MARGIN = 0.3;

    /** Letters of a name that stand in a line beside the bars, with room for a word that goes to the next. */
    private static final int LINE = 26;

    private static final int MOST_LINES = 6;

    private Axes() {}

    static NumberAxis values(Scale scale, ChartTheme theme) {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(scale.ticks());
        axis.setAutoRangeIncludesZero(true);
        axis.setAxisLineVisible(false);
        quiet(axis, theme);
        return axis;
    }

    static CategoryAxis categories(@Nullable String label, ChartTheme theme) {
        CategoryAxis axis = new FlushCategoryAxis(label);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(CATEGORY_MARGIN);
        quiet(axis, theme);
        axis.setAxisLinePaint(theme.ink());
        axis.setTickLabelPaint(theme.ink());
        return axis;
    }

    /** How many lines the longest of the names beside bars takes. */
    static int lines(List<Message> names, Locale locale) {
        int longest =
                names.stream().mapToInt(name -> name.in(locale).length()).max().orElse(0);
        return Math.min(MOST_LINES, Math.max(2, (longest + LINE - 1) / LINE));
    }

    /** Names of several lines end where the bars begin. */
    private static final class FlushCategoryAxis extends CategoryAxis {
        private static final long serialVersionUID = 1L;

        FlushCategoryAxis(@Nullable String label) {
            super(label);
        }

        @Override
        @SuppressWarnings("rawtypes") // as the overridden method has it
        protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
            TextBlock block = super.createLabel(category, width, edge, graphics);
            if (edge.equals(RectangleEdge.LEFT)) {
                block.setLineAlignment(HorizontalAlignment.RIGHT);
            }
            return block;
        }
    }

    static void quiet(Axis axis, ChartTheme theme) {
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(ChartTheme.font(Font.PLAIN, Charts.TEXT_SIZE));
        axis.setTickLabelPaint(theme.muted());
        axis.setLabelFont(ChartTheme.font(Font.PLAIN, Charts.TEXT_SIZE));
        axis.setLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.muted());
        axis.setAxisLineStroke(HAIRLINE);
    }
}
