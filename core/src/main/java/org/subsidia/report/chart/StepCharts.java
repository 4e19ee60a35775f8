package org.subsidia.report.chart;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.subsidia.report.chart.ChartSpec.DayValue;
import org.subsidia.report.chart.ChartSpec.Stair;
import org.subsidia.report.chart.ChartSpec.Steps;

/** Stairs over the days of the calendar. */
final class StepCharts {
    private StepCharts() {}

    static JFreeChart steps(Steps spec, ChartTheme theme, Locale locale) {
        Stream<BigDecimal> all =
                spec.stairs().stream().flatMap(stair -> stair.values().stream()).map(DayValue::value);
        Scale up = Scale.of(spec.unit(), all, locale);
        XYSeriesCollection stairs = new XYSeriesCollection();
        XYStepRenderer renderer = new XYStepRenderer();
        int drawn =
                (int) spec.stairs().stream().filter(stair -> !stair.reference()).count();
        int colour = 0;
        for (int i = 0; i < spec.stairs().size(); i++) {
            Stair stair = spec.stairs().get(i);
            stairs.addSeries(series(new Key(i, stair.label().in(locale)), stair, spec.last(), up));
            renderer.setSeriesStroke(i, stair.reference() ? LineCharts.REFERENCE : LineCharts.CURVE);
            renderer.setSeriesPaint(i, stair.reference() ? theme.muted() : theme.series(colour++, drawn));
        }
        NumberAxis days = new NumberAxis(spec.axis().in(locale));
        days.setTickUnit(new NumberTickUnit(1, new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        days.setAutoRangeIncludesZero(false);
        Axes.quiet(days, theme);
        days.setAxisLineVisible(true);
        days.setLowerMargin(0);
        XYPlot plot = new XYPlot(stairs, days, Axes.values(up, theme), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(Axes.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return Charts.frame(
                plot,
                spec.title().in(locale),
                up.label(spec.measure()),
                spec.stairs().size() > 1,
                theme);
    }

    private static XYSeries series(Key key, Stair stair, LocalDate last, Scale up) {
        XYSeries series = new XYSeries(key, false, true);
        for (DayValue value : stair.values()) {
            series.add(moment(value.day()), up.shown(value.value()));
        }
        if (!stair.values().isEmpty()) {
            series.add(
                    moment(last.plusDays(1)),
                    up.shown(stair.values().get(stair.values().size() - 1).value()));
        }
        return series;
    }

    /** The day as a part of its year: a tick is the first of January. */
    private static double moment(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1) / (double) day.lengthOfYear();
    }
}
