package org.subsidia.report.chart;

import java.awt.BasicStroke;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.subsidia.report.chart.ChartSpec.Line;
import org.subsidia.report.chart.ChartSpec.Lines;
import org.subsidia.report.chart.ChartSpec.Point;
import org.subsidia.report.chart.ChartSpec.Unit;

/** Curves over a numeric axis. */
final class LineCharts {
    static final BasicStroke CURVE = new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke REFERENCE =
            new BasicStroke(1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);

    private LineCharts() {}

    static JFreeChart lines(Lines spec, ChartTheme theme, Locale locale) {
        Scale across = Scale.of(spec.axisUnit(), points(spec).map(Point::x), locale);
        Scale up = Scale.of(spec.unit(), points(spec).map(Point::y), locale);
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        int drawn =
                (int) spec.lines().stream().filter(line -> !line.reference()).count();
        int colour = 0;
        for (int i = 0; i < spec.lines().size(); i++) {
            Line line = spec.lines().get(i);
            curves.addSeries(series(new Key(i, line.label().in(locale)), line, across, up));
            renderer.setSeriesStroke(i, line.reference() ? REFERENCE : CURVE);
            renderer.setSeriesPaint(i, line.reference() ? theme.muted() : theme.series(colour++, drawn));
        }
        renderer.setDrawSeriesLineAsPath(true);

        NumberAxis horizontal = axis(across, spec.axisUnit(), theme);
        horizontal.setLabel(across.label(spec.axis()));
        horizontal.setAxisLineVisible(true);
        XYPlot plot = new XYPlot(curves, horizontal, axis(up, spec.unit(), theme), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(Axes.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        if (spec.filled() && !spec.lines().isEmpty()) {
            plot.setDataset(
                    1,
                    new XYSeriesCollection(series(new Key(0, ""), spec.lines().get(0), across, up)));
            XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
            area.setSeriesPaint(0, theme.shade());
            area.setSeriesVisibleInLegend(0, false);
            plot.setRenderer(1, area);
            plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        }
        return Charts.frame(
                plot,
                spec.title().in(locale),
                up.label(spec.measure()),
                spec.lines().size() > 1,
                theme);
    }

    private static Stream<Point> points(Lines spec) {
        return spec.lines().stream().flatMap(line -> line.points().stream());
    }

    private static XYSeries series(Key key, Line line, Scale across, Scale up) {
        XYSeries series = new XYSeries(key, false, true);
        for (Point point : line.points()) {
            series.add(across.shown(point.x()), up.shown(point.y()));
        }
        return series;
    }

    private static NumberAxis axis(Scale scale, Unit unit, ChartTheme theme) {
        NumberAxis axis = Axes.values(scale, theme);
        if (unit == Unit.SHARE) {
            axis.setRange(0, scale.shown(BigDecimal.ONE).doubleValue());
        }
        return axis;
    }
}
