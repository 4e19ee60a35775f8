package org.subsidia.report.chart;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.subsidia.finding.Message;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A chart as an SVG element to stand in a page or, alone, in a file.
 *
 * <p>Text stays text, the picture grows with its frame, and a title and a description tell it to those who do not see it.
 * Each colour of the theme is also a class ({@code f-} fills, {@code s-} strokes, then the token of {@link
 * ChartTheme#tokens()}), so that a page can restyle the chart. The same chart gives the same bytes on the same machine;
 * where the letters stand depends on the fonts installed.
 */
public final class SvgChart {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private SvgChart() {}

    /**
     * The chart in the light theme.
     *
     * @param spec what to draw
     * @param alternative the picture in words
     * @param id of the element, and the beginning of all ids within: letters, digits and hyphens, once a page
     * @param locale French or English
     * @return one {@code svg} element
     */
    public static String of(ChartSpec spec, Message alternative, String id, Locale locale) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
        Rectangle2D size = Charts.size(spec, locale);
        JFreeChart chart = Charts.of(spec, ChartTheme.LIGHT, locale);
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setIDGenerator(new PrefixedIds(id));
        context.setComment("");
        PreciseSvgGraphics graphics = new PreciseSvgGraphics(context);
        graphics.setSVGCanvasSize(new Dimension((int) size.getWidth(), (int) size.getHeight()));
        chart.draw(graphics, size);
        Element root = graphics.getRoot();
        graphics.dispose();
        root.setAttribute("id", id);
        root.setAttribute("viewBox", "0 0 " + (int) size.getWidth() + ' ' + (int) size.getHeight());
        return SvgWriter.write(root, ChartTheme.LIGHT, spec.title().in(locale), alternative.in(locale));
    }

    /** Ids that do not meet those of another chart of the same page. */
    private static final class PrefixedIds extends SVGIDGenerator {
        private final String id;
        private final Map<String, Integer> last = new HashMap<>();

        PrefixedIds(String id) {
            this.id = id;
        }

        @Override
        public String generateID(String prefix) {
            return id + '-' + prefix + last.merge(prefix, 1, Integer::sum);
        }
    }
}
