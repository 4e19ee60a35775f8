package org.subsidia.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;
import org.subsidia.report.chart.ChartSpec.Bar;
import org.subsidia.report.chart.ChartSpec.Series;
import org.subsidia.report.chart.ChartSpec.StackedBars;
import org.subsidia.report.chart.ChartSpec.TopBars;

/** Stacked columns and horizontal bars. */
final class BarCharts {
    /** Above the highest bar, as a share of its length: enough for a label even in a low window. */
    private static final double ROOM_FOR_LABELS = 0.26;

    /** More columns than this stand too close for their totals to be written above them. */
    private static final int MOST_TOTALS = 12;

    private static final int LETTER_WIDTH = 9;

    private BarCharts() {}

    static JFreeChart stacked(StackedBars spec, ChartTheme theme, Locale locale) {
        List<BigDecimal> heights = heights(spec);
        Scale scale = Scale.of(spec.unit(), heights.stream(), locale);
        DefaultCategoryDataset parts = new DefaultCategoryDataset();
        DefaultCategoryDataset tops = new DefaultCategoryDataset();
        Key total = new Key(0, "");
        int step = labelStep(spec.categories());
        for (int c = 0; c < spec.categories().size(); c++) {
            Key category = new Key(c, c % step == 0 ? spec.categories().get(c) : "");
            for (int s = 0; s < spec.series().size(); s++) {
                Series series = spec.series().get(s);
                parts.addValue(
                        scale.shown(series.values().get(c)),
                        new Key(s, series.label().in(locale)),
                        category);
            }
            tops.addValue(scale.shown(heights.get(c)), total, category);
        }

        StackedBarRenderer renderer = new StackedBarRenderer();
        flat(renderer, theme);
        renderer.setMaximumBarWidth(0.14);
        for (int s = 0; s < spec.series().size(); s++) {
            renderer.setSeriesPaint(s, theme.series(s, spec.series().size()));
            renderer.setSeriesOutlinePaint(s, theme.ink());
        }
        // carries the totals above the columns; a renderer that shows neither line nor shape would drop its labels
        LineAndShapeRenderer labels = new LineAndShapeRenderer(false, true);
        labels.setSeriesVisibleInLegend(0, false);
        labels.setSeriesShape(0, new Rectangle2D.Double());
        labels.setSeriesShapesFilled(0, false);
        labels.setDrawOutlines(false);
        labels.setSeriesPaint(0, theme.ink());
        label(labels, scale, heights, theme, ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
        labels.setDefaultItemLabelsVisible(spec.categories().size() <= MOST_TOTALS);

        CategoryPlot plot = plot(spec.axis().in(locale), scale, theme, PlotOrientation.VERTICAL);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio((float) (step / (1 - Axes.CATEGORY_MARGIN)));
        plot.setDataset(0, parts);
        plot.setRenderer(0, renderer);
        plot.setDataset(1, tops);
        plot.setRenderer(1, labels);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return Charts.frame(
                plot,
                spec.title().in(locale),
                scale.label(spec.measure()),
                spec.series().size() > 1,
                theme);
    }

    static JFreeChart top(TopBars spec, ChartTheme theme, Locale locale) {
        List<BigDecimal> lengths = spec.bars().stream().map(Bar::value).toList();
        Scale scale = Scale.of(spec.unit(), lengths.stream(), locale);
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        Key only = new Key(0, spec.measure().in(locale));
        for (int i = 0; i < spec.bars().size(); i++) {
            Bar bar = spec.bars().get(i);
            bars.addValue(scale.shown(bar.value()), only, new Key(i, bar.label().in(locale)));
        }
        BarRenderer renderer = new BarRenderer();
        flat(renderer, theme);
        renderer.setSeriesPaint(0, theme.series(0, 1));
        renderer.setSeriesOutlinePaint(0, theme.ink());
        label(renderer, scale, lengths, theme, ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
        CategoryPlot plot = plot(null, scale, theme, PlotOrientation.HORIZONTAL);
        plot.setDataset(bars);
        plot.setRenderer(renderer);
        plot.getRangeAxis().setVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.getDomainAxis()
                .setMaximumCategoryLabelLines(
                        Axes.lines(spec.bars().stream().map(Bar::label).toList(), locale));
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.42f);
        plot.getRangeAxis().setUpperMargin(0.18);
        return Charts.frame(plot, spec.title().in(locale), scale.label(spec.measure()), false, theme);
    }

    /** Where the names of all categories would run into each other, only every second, third … is written. */
    private static int labelStep(List<String> categories) {
        int longest = categories.stream().mapToInt(String::length).max().orElse(0);
        int needed = categories.size() * (longest + 1) * LETTER_WIDTH;
        return Math.max(1, (needed + Charts.WIDTH - 1) / Charts.WIDTH);
    }

    /** The positive parts of each category added: where its column ends. */
    private static List<BigDecimal> heights(StackedBars spec) {
        return IntStream.range(0, spec.categories().size())
                .mapToObj(c -> spec.series().stream()
                        .map(series -> series.values().get(c).max(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }

    private static CategoryPlot plot(
            @Nullable String axis, Scale scale, ChartTheme theme, PlotOrientation orientation) {
        CategoryAxis categories = Axes.categories(axis, theme);
        NumberAxis values = Axes.values(scale, theme);
        values.setUpperMargin(ROOM_FOR_LABELS);
        CategoryPlot plot = new CategoryPlot(null, categories, values, null);
        plot.setOrientation(orientation);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(Axes.HAIRLINE);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(theme.ink());
        plot.setRangeZeroBaselineStroke(Axes.HAIRLINE);
        return plot;
    }

    static void flat(BarRenderer renderer, ChartTheme theme) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultLegendShape(new Rectangle2D.Double(-6, -6, 12, 12));
        renderer.setDefaultOutlinePaint(theme.ink());
        renderer.setDefaultOutlineStroke(new BasicStroke(0.75f));
    }

    private static void label(
            AbstractCategoryItemRenderer renderer,
            Scale scale,
            List<BigDecimal> values,
            ChartTheme theme,
            ItemLabelAnchor anchor,
            TextAnchor text) {
        BigDecimal greatest =
                scale.shown(values.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max));
        DecimalFormat format = scale.labels(greatest);
        CategoryItemLabelGenerator generator = new StandardCategoryItemLabelGenerator("{2}", format);
        renderer.setDefaultItemLabelGenerator(generator);
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(ChartTheme.font(Font.PLAIN, Charts.TEXT_SIZE));
        renderer.setDefaultItemLabelPaint(theme.ink());
        renderer.setItemLabelInsets(new RectangleInsets(4, 4, 4, 4));
        ItemLabelPosition position = new ItemLabelPosition(anchor, text);
        renderer.setDefaultPositiveItemLabelPosition(position);
        renderer.setDefaultNegativeItemLabelPosition(position);
    }
}
