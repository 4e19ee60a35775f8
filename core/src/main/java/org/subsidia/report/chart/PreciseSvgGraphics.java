package org.subsidia.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/**
 * Measures letters as a browser sets them, in fractions of a pixel. Widths rounded to the pixels of a screen would be some
 * percent too small, and names would run into their bars.
 */
final class PreciseSvgGraphics extends SVGGraphics2D {
    private static final FontRenderContext FRACTIONS = new FontRenderContext(null, true, true);

    PreciseSvgGraphics(SVGGeneratorContext context) {
        super(context, false);
    }

    private PreciseSvgGraphics(PreciseSvgGraphics graphics) {
        super(graphics);
    }

    @Override
    public Graphics create() {
        return new PreciseSvgGraphics(this);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return FRACTIONS;
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            return graphics.getFontMetrics(font);
        } finally {
            graphics.dispose();
        }
    }
}
