package org.subsidia.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.subsidia.finding.Message;
import org.subsidia.report.chart.ChartSpec.Band;

/** A band with lines over months: what may come, what is likely, and the lowest point. */
final class BandCharts {
    private static final int MOST_LABELS = 7;
    private static final int MARK = 10;
    private static final Rectangle2D PATCH = new Rectangle2D.Double(-9, -6, 18, 12);

    private BandCharts() {}

    static JFreeChart band(Band spec, ChartTheme theme, Locale locale) {
        Scale up = Scale.of(
                spec.unit(),
                Stream.concat(
                        Stream.concat(spec.low().stream(), spec.high().stream()),
                        spec.lines().stream().flatMap(line -> line.values().stream())),
                locale);
        NumberAxis across = Axes.values(up, theme);
        across.setAutoRangeIncludesZero(false);
        across.setRange(-0.2, spec.categories().size() - 0.8);
        across.setTickUnit(new NumberTickUnit(
                Math.max(1, (spec.categories().size() + MOST_LABELS - 1) / MOST_LABELS), new Names(spec, locale)));
        across.setAxisLineVisible(true);
        across.setLabel(spec.axis().in(locale));
        XYPlot plot = new XYPlot(lines(spec, up, locale), across, Axes.values(up, theme), strokes(spec, theme));
        if (!spec.low().isEmpty()) {
            plot.setDataset(1, spread(spec, up, locale));
            plot.setRenderer(1, shaded(theme));
        }
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(Axes.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addRangeMarker(new ValueMarker(0, theme.ink(), Axes.HAIRLINE), Layer.FOREGROUND);
        return Charts.frame(plot, spec.title().in(locale), up.label(spec.measure()), true, theme);
    }

    private static XYSeriesCollection lines(Band spec, Scale up, Locale locale) {
        XYSeriesCollection all = new XYSeriesCollection();
        for (int i = 0; i < spec.lines().size(); i++) {
            XYSeries series =
                    new XYSeries(new Key(i, spec.lines().get(i).label().in(locale)), false, true);
            List<BigDecimal> values = spec.lines().get(i).values();
            for (int x = 0; x < values.size(); x++) {
                series.add(BigDecimal.valueOf(x), up.shown(values.get(x)));
            }
            all.addSeries(series);
        }
        spec.lowest().ifPresent(mark -> {
            XYSeries series =
                    new XYSeries(new Key(spec.lines().size(), mark.label().in(locale)), false, true);
            series.add(BigDecimal.valueOf(mark.position()), up.shown(mark.value()));
            all.addSeries(series);
        });
        return all;
    }

    private static XYLineAndShapeRenderer strokes(Band spec, ChartTheme theme) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        int last = spec.lines().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean full = spec.low().isEmpty() ? i < Math.max(1, last) : i == 0;
            renderer.setSeriesStroke(i, full ? LineCharts.CURVE : LineCharts.REFERENCE);
            renderer.setSeriesPaint(i, full ? theme.series(i, Math.max(1, last)) : theme.ink());
        }
        int mark = spec.lines().size();
        renderer.setSeriesLinesVisible(mark, false);
        renderer.setSeriesShapesVisible(mark, true);
        renderer.setSeriesShape(mark, new Ellipse2D.Double(-MARK / 2.0, -MARK / 2.0, MARK, MARK));
        renderer.setSeriesPaint(mark, theme.palette().get(3));
        renderer.setSeriesOutlineStroke(mark, new BasicStroke(1f));
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static YIntervalSeriesCollection spread(Band spec, Scale up, Locale locale) {
        YIntervalSeries series = new YIntervalSeries(new Key(0, spec.spread().in(locale)), false, true);
        for (int x = 0; x < spec.low().size(); x++) {
            double low = up.shown(spec.low().get(x)).doubleValue();
            double high = up.shown(spec.high().get(x)).doubleValue();
            series.add(x, (low + high) / 2, low, high);
        }
        YIntervalSeriesCollection all = new YIntervalSeriesCollection();
        all.addSeries(series);
        return all;
    }

    private static DeviationRenderer shaded(ChartTheme theme) {
        DeviationRenderer renderer = new Shaded(theme);
        renderer.setAlpha(1f);
        renderer.setSeriesFillPaint(0, theme.shade());
        return renderer;
    }

    /** A band whose sign in the legend is a patch of its colour. */
    private static final class Shaded extends DeviationRenderer {
        private static final long serialVersionUID = 1L;
        private final transient ChartTheme theme;

        Shaded(ChartTheme theme) {
            super(false, false);
            this.theme = theme;
        }

        @Override
        public LegendItem getLegendItem(int dataset, int series) {
            String name = getPlot().getDataset(dataset).getSeriesKey(series).toString();
            LegendItem item = new LegendItem(name, null, null, null, PATCH, theme.shade());
            item.setLabelPaint(theme.ink());
            item.setLabelFont(ChartTheme.font(Font.PLAIN, Charts.TEXT_SIZE));
            return item;
        }
    }

    /** Writes a position as the name that stands there. */
    private static final class Names extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final transient List<Message> names;
        private final Locale locale;

        Names(Band spec, Locale locale) {
            this.names = spec.categories();
            this.locale = locale;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            int index = (int) Math.round(number);
            return index >= 0 && index < names.size()
                    ? to.append(names.get(index).in(locale))
                    : to;
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("names are written, not read");
        }
    }
}
