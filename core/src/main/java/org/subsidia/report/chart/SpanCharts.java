package org.subsidia.report.chart;

import java.awt.Font;
import java.awt.Paint;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;
import org.subsidia.report.chart.ChartSpec.Span;
import org.subsidia.report.chart.ChartSpec.Spans;

/** Horizontal bars between two values on both sides of a line. */
final class SpanCharts {
    private static final double LOWER = 0.05;

    /** Width of a letter, and of the place for bars in a window as small as is usual. */
    private static final double LETTER = 8.5;

    private static final double NARROWEST = 290;

    private SpanCharts() {}

    static JFreeChart spans(Spans spec, ChartTheme theme, Locale locale) {
        List<Span> spans = spec.spans();
        Scale scale = Scale.of(spec.unit(), spans.stream().flatMap(each -> Stream.of(each.from(), each.to())), locale);
        CategoryAxis categories = Axes.categories(null, theme);
        categories.setMaximumCategoryLabelLines(
                Axes.lines(spans.stream().map(Span::label).toList(), locale));
        categories.setMaximumCategoryLabelWidthRatio(0.4f);
        NumberAxis values = Axes.values(scale, theme);
        values.setAutoRangeIncludesZero(false);
        values.setLowerMargin(LOWER);
        values.setUpperMargin(roomFor(spans, scale));
        CategoryPlot plot = new CategoryPlot(null, categories, values, new Bars(spans, theme, scale));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.addRangeMarker(new ValueMarker(scale.shown(spec.centre()).doubleValue(), theme.ink(), Axes.HAIRLINE));
        if (!spans.isEmpty()) {
            Number[][] starts = new Number[1][spans.size()];
            Number[][] ends = new Number[1][spans.size()];
            Key[] keys = new Key[spans.size()];
            for (int i = 0; i < keys.length; i++) {
                starts[0][i] = scale.shown(spans.get(i).from());
                ends[0][i] = scale.shown(spans.get(i).to());
                keys[i] = new Key(i, spans.get(i).label().in(locale));
            }
            DefaultIntervalCategoryDataset bars = new DefaultIntervalCategoryDataset(starts, ends);
            bars.setCategoryKeys(keys);
            plot.setDataset(bars);
        }
        return Charts.frame(plot, spec.title().in(locale), scale.label(spec.measure()), false, theme);
    }

    /** Beside the bars, as a share of them: the words of the longest fit there in a small window too. */
    private static double roomFor(List<Span> spans, Scale scale) {
        DecimalFormat format = labels(spans, scale);
        int longest = spans.stream()
                .mapToInt(each -> words(each, scale, format).length())
                .max()
                .orElse(0);
        double share = Math.min(0.6, longest * LETTER / NARROWEST);
        return (1 + LOWER) * share / (1 - share);
    }

    private static DecimalFormat labels(List<Span> spans, Scale scale) {
        BigDecimal greatest = spans.stream()
                .flatMap(each -> Stream.of(each.from(), each.to()))
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return scale.labels(scale.shown(greatest));
    }

    private static String words(Span span, Scale scale, DecimalFormat format) {
        return format.format(scale.shown(span.from())) + " \u2192 " + format.format(scale.shown(span.to()));
    }

    /** Rising and falling bars each in their colour; words tell the same as the colours. */
    private static final class Bars extends IntervalBarRenderer implements CategoryItemLabelGenerator {
        private static final long serialVersionUID = 1L;

        private final transient List<Span> spans;
        private final transient ChartTheme theme;
        private final transient Scale scale;
        private final DecimalFormat format;

        Bars(List<Span> spans, ChartTheme theme, Scale scale) {
            this.spans = spans;
            this.theme = theme;
            this.scale = scale;
            this.format = labels(spans, scale);
            BarCharts.flat(this, theme);
            setIncludeBaseInRange(false);
            setDefaultItemLabelGenerator(this);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(ChartTheme.font(Font.PLAIN, Charts.TEXT_SIZE));
            setDefaultItemLabelPaint(theme.ink());
            setItemLabelInsets(new RectangleInsets(4, 4, 4, 4));
            ItemLabelPosition position = new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
            setDefaultPositiveItemLabelPosition(position);
            setDefaultNegativeItemLabelPosition(position);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            Span span = spans.get(column);
            return theme.palette().get(span.to().compareTo(span.from()) < 0 ? 3 : 4);
        }

        @Override
        public Paint getItemOutlinePaint(int row, int column) {
            return theme.ink();
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            return words(spans.get(column), scale, format);
        }

        @Override
        public String generateRowLabel(CategoryDataset dataset, int row) {
            return "";
        }

        @Override
        public String generateColumnLabel(CategoryDataset dataset, int column) {
            return "";
        }
    }
}
