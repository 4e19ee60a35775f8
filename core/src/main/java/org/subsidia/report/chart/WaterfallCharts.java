package org.subsidia.report.chart;

import java.awt.Font;
import java.awt.Paint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;
import org.subsidia.report.chart.ChartSpec.Waterfall;
import org.subsidia.report.chart.ChartSpec.WaterfallStep;

/** Horizontal bars that each begin where the last one ended, between totals that begin at nothing. */
final class WaterfallCharts {
    private WaterfallCharts() {}

    static JFreeChart waterfall(Waterfall spec, ChartTheme theme, Locale locale) {
        List<WaterfallStep> steps = spec.steps();
        Scale scale = Scale.of(spec.unit(), steps.stream().map(WaterfallStep::value), locale);
        Number[][] starts = new Number[1][steps.size()];
        Number[][] ends = new Number[1][steps.size()];
        BigDecimal at = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            WaterfallStep step = steps.get(i);
            BigDecimal from = step.total() ? BigDecimal.ZERO : at;
            at = step.total() ? step.value() : at.add(step.value());
            starts[0][i] = scale.shown(from);
            ends[0][i] = scale.shown(at);
        }
        CategoryAxis categories = Axes.categories(null, theme);
        categories.setMaximumCategoryLabelLines(
                Axes.lines(steps.stream().map(WaterfallStep::label).toList(), locale));
        categories.setMaximumCategoryLabelWidthRatio(0.46f);
        NumberAxis values = Axes.values(scale, theme);
        values.setUpperMargin(0.2);
        values.setVisible(false);
        CategoryPlot plot = new CategoryPlot(null, categories, values, new Bars(steps, theme, scale));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(theme.ink());
        plot.setRangeZeroBaselineStroke(Axes.HAIRLINE);
        if (!steps.isEmpty()) {
            DefaultIntervalCategoryDataset bars = new DefaultIntervalCategoryDataset(starts, ends);
            Key[] keys = new Key[steps.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = new Key(i, steps.get(i).label().in(locale));
            }
            bars.setCategoryKeys(keys);
            plot.setDataset(bars);
        }
        return Charts.frame(plot, spec.title().in(locale), scale.label(spec.measure()), false, theme);
    }

    /** Totals, rises and falls each in their colour, with what they are worth beside them. */
    private static final class Bars extends IntervalBarRenderer implements CategoryItemLabelGenerator {
        private static final long serialVersionUID = 1L;

        private final transient List<WaterfallStep> steps;
        private final transient ChartTheme theme;
        private final transient Scale scale;
        private static final int MOST_PLACES = 6;
        private final DecimalFormat format;

        Bars(List<WaterfallStep> steps, ChartTheme theme, Scale scale) {
            this.steps = steps;
            this.theme = theme;
            this.scale = scale;
            BigDecimal greatest =
                    steps.stream().map(step -> step.value().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
            this.format = scale.labels(scale.shown(greatest));
            BarCharts.flat(this, theme);
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
            WaterfallStep step = steps.get(column);
            return step.total()
                    ? theme.palette().get(2)
                    : theme.palette().get(step.value().signum() < 0 ? 3 : 4);
        }

        @Override
        public Paint getItemOutlinePaint(int row, int column) {
            return theme.ink();
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            WaterfallStep step = steps.get(column);
            String shown = shown(scale.shown(step.value()));
            return step.total() || step.value().signum() <= 0 ? shown : "+" + shown;
        }

        /** With more places where there are too few to tell it from nothing. */
        private String shown(BigDecimal value) {
            DecimalFormat finer = (DecimalFormat) format.clone();
            int places = format.getMaximumFractionDigits();
            while (value.signum() != 0
                    && places < MOST_PLACES
                    && value.setScale(places, RoundingMode.HALF_EVEN).signum() == 0) {
                places++;
            }
            finer.setMaximumFractionDigits(places);
            return finer.format(value);
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
