package org.subsidia.rcp.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.rcp.Texts;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.report.chart.ChartTheme;
import org.subsidia.report.chart.Charts;

/** Shows one chart, or a sentence where there is nothing to draw. */
public final class ChartCanvas {
    private static final PaletteData PIXELS = new PaletteData(0xff0000, 0xff00, 0xff);

    private static final int USUAL_WIDTH = 520;
    private static final int USUAL_HEIGHT = 380;
    private static final double SMALLEST = 0.66;

    private final Canvas canvas;
    private Optional<ChartSpec> chart = Optional.empty();
    private String otherwise = "";
    private Image image;
    private Drawn drawn;

    /** What the picture at hand shows. */
    private record Drawn(ChartSpec chart, int width, int height, boolean dark) {}

    /**
     * No chart yet.
     *
     * @param parent where
     */
    public ChartCanvas(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addPaintListener(this::paint);
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> forget());
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = otherwise;
            }
        });
    }

    /** {@return the control} */
    public Canvas control() {
        return canvas;
    }

    /**
     * Shows another chart.
     *
     * @param what the chart
     * @param sentence what is said where there is none, and to those who do not see the chart
     */
    public void show(Optional<ChartSpec> what, String sentence) {
        chart = what;
        otherwise = sentence;
        canvas.redraw();
    }

    private void paint(PaintEvent event) {
        Rectangle area = canvas.getClientArea();
        if (area.width < 80 || area.height < 60) {
            return;
        }
        if (chart.isEmpty()) {
            Point size = event.gc.textExtent(otherwise);
            event.gc.drawText(otherwise, (area.width - size.x) / 2, (area.height - size.y) / 2, true);
            return;
        }
        Drawn wanted = new Drawn(chart.get(), area.width, area.height, isDark());
        if (!wanted.equals(drawn)) {
            forget();
            image = new Image(canvas.getDisplay(), (ImageDataProvider) zoom -> pixels(wanted, zoom));
            drawn = wanted;
        }
        event.gc.drawImage(image, 0, 0);
    }

    private static ImageData pixels(Drawn what, int zoom) {
        ChartTheme theme = what.dark() ? ChartTheme.DARK : ChartTheme.LIGHT;
        BufferedImage picture = Charts.image(
                what.chart(),
                theme,
                Texts.locale(),
                what.width() * zoom / 100,
                what.height() * zoom / 100,
                zoom / 100.0 * letters(what));
        ImageData data = new ImageData(picture.getWidth(), picture.getHeight(), 24, PIXELS);
        int[] colours = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < data.height; y++) {
            data.setPixels(0, y, data.width, colours, y * data.width);
        }
        return data;
    }

    /** Letters and lines are drawn smaller in a small place, so that the chart has room beside them. */
    private static double letters(Drawn what) {
        double fit = Math.min(what.width() / (double) USUAL_WIDTH, what.height() / (double) USUAL_HEIGHT);
        return Math.max(SMALLEST, Math.min(1, fit));
    }

    private boolean isDark() {
        RGB paper = canvas.getBackground().getRGB();
        return paper.getHSB()[2] < 0.5f;
    }

    private void forget() {
        if (image != null) {
            image.dispose();
            image = null;
            drawn = null;
        }
    }
}
