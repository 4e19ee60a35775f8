package org.subsidia.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.subsidia.finding.Message;

/** Makes JFreeCharts of {@link ChartSpec}s. The same chart is drawn on screen, on paper and as SVG. */
public final class Charts {
    static final int TITLE_SIZE = 18;
    static final int TEXT_SIZE = 15;
    static final int WIDTH = 600;

    private Charts() {}

    /**
     * The chart in a theme and a language.
     *
     * @param spec what to draw
     * @param theme its colours
     * @param locale French or English
     * @return the chart, titled, with units
     */
    public static JFreeChart of(ChartSpec spec, ChartTheme theme, Locale locale) {
        if (spec instanceof ChartSpec.StackedBars bars) {
            return BarCharts.stacked(bars, theme, locale);
        } else if (spec instanceof ChartSpec.TopBars bars) {
            return BarCharts.top(bars, theme, locale);
        } else if (spec instanceof ChartSpec.Lines lines) {
            return LineCharts.lines(lines, theme, locale);
        } else if (spec instanceof ChartSpec.Waterfall waterfall) {
            return WaterfallCharts.waterfall(waterfall, theme, locale);
        } else if (spec instanceof ChartSpec.Spans spans) {
            return SpanCharts.spans(spans, theme, locale);
        } else if (spec instanceof ChartSpec.Band band) {
            return BandCharts.band(band, theme, locale);
        } else if (spec instanceof ChartSpec.Steps steps) {
            return StepCharts.steps(steps, theme, locale);
        }
        throw new IllegalArgumentException("no chart for " + spec.getClass());
    }

    /**
     * The size at which the chart's letters are as large as the text around it.
     *
     * @param spec what is drawn
     * @param locale French or English: bars stand further apart where their names are long
     * @return width and height in pixels of a usual screen
     */
    public static Rectangle2D size(ChartSpec spec, Locale locale) {
        double height = 380;
        if (spec instanceof ChartSpec.TopBars top) {
            height = rows(top.bars().stream().map(ChartSpec.Bar::label), locale);
        } else if (spec instanceof ChartSpec.Waterfall waterfall) {
            height = rows(waterfall.steps().stream().map(ChartSpec.WaterfallStep::label), locale);
        } else if (spec instanceof ChartSpec.Spans spans) {
            height = rows(spans.spans().stream().map(ChartSpec.Span::label), locale);
        } else if (spec instanceof ChartSpec.StackedBars stacked) {
            height += 16.0 * Math.max(0, stacked.series().size() - 2);
        }
        return new Rectangle2D.Double(0, 0, WIDTH, height);
    }

    /** The height of bars below each other, so that their names are read in full. */
    private static double rows(Stream<Message> names, Locale locale) {
        List<Message> all = names.toList();
        return 80 + Math.max(39.0, 6 + 17.0 * Axes.lines(all, locale)) * Math.max(2, all.size());
    }

    /**
     * The chart as a picture.
     *
     * @param spec what to draw
     * @param theme its colours
     * @param locale French or English
     * @param width in pixels
     * @param height in pixels
     * @param zoom pixels of the picture for one of a usual screen; 2 on a dense display
     * @return the picture, opaque
     */
    public static BufferedImage image(
            ChartSpec spec, ChartTheme theme, Locale locale, int width, int height, double zoom) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(zoom, zoom);
            of(spec, theme, locale).draw(graphics, new Rectangle2D.Double(0, 0, width / zoom, height / zoom));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    static JFreeChart frame(Plot plot, String title, String measure, boolean legend, ChartTheme theme) {
        plot.setBackgroundPaint(theme.paper());
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 0, 0, 8));
        plot.setNoDataMessageFont(ChartTheme.font(Font.PLAIN, TEXT_SIZE));
        plot.setNoDataMessagePaint(theme.muted());
        JFreeChart chart =
                new JFreeChart(ChartTheme.drawable(title), ChartTheme.font(Font.BOLD, TITLE_SIZE), plot, false);
        chart.setBackgroundPaint(theme.paper());
        chart.setPadding(new RectangleInsets(8, 8, 8, 8));
        chart.getTitle().setPaint(theme.ink());
        leftAligned(chart.getTitle(), new RectangleInsets(2, 4, 0, 4));
        TextTitle unit = new TextTitle(ChartTheme.drawable(measure), ChartTheme.font(Font.PLAIN, TEXT_SIZE));
        unit.setPaint(theme.muted());
        leftAligned(unit, new RectangleInsets(1, 4, 8, 4));
        chart.addSubtitle(0, unit);
        if (legend) {
            LegendTitle names = new LegendTitle(plot);
            names.setPosition(RectangleEdge.BOTTOM);
            names.setFrame(BlockBorder.NONE);
            names.setBackgroundPaint(theme.paper());
            names.setItemFont(ChartTheme.font(Font.PLAIN, TEXT_SIZE));
            names.setItemPaint(theme.ink());
            names.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
            chart.addLegend(names);
        }
        return chart;
    }

    private static void leftAligned(TextTitle title, RectangleInsets padding) {
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(padding);
    }
}
