package org.subsidia.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours and letters of charts. The palette goes from dark to light in steps that survive a grey print and colour
 * blindness; outlines keep neighbours apart.
 *
 * @param name {@code light} or {@code dark}
 * @param paper the background
 * @param ink titles, outlines and values
 * @param muted units, axes and their numbers
 * @param grid lines behind the values
 * @param shade the area under a curve
 * @param palette series, darkest first
 */
public record ChartTheme(
        String name, Color paper, Color ink, Color muted, Color grid, Color shade, List<Color> palette) {
    /** For paper and light screens. */
    public static final ChartTheme LIGHT = new ChartTheme(
            "light",
            new Color(0xfffffe),
            new Color(0x1b2430),
            new Color(0x55606e),
            new Color(0xdfe3e8),
            new Color(0xdde8f0),
            palette(0x10223a, 0x5b2a4f, 0x1d5c84, 0xbb5c36, 0x4ea69c, 0xe5ab42, 0xbdd7e9, 0xf3ecd8));

    /** For dark screens. */
    public static final ChartTheme DARK = new ChartTheme(
            "dark",
            new Color(0x1b2129),
            new Color(0xe6eaef),
            new Color(0xa3adba),
            new Color(0x39424e),
            new Color(0x2a3c4a),
            palette(0x2f4d78, 0x8a4f7c, 0x3f86b4, 0xd27c52, 0x66bcb1, 0xedbd63, 0xc8e0ef, 0xf7f1e1));

    private static final String[] FAMILIES = {"Liberation Sans", "Arial", "Helvetica", "Nimbus Sans"};

    /** Copies the palette. */
    public ChartTheme {
        palette = List.copyOf(palette);
        if (palette.size() < ChartSpec.StackedBars.MAX_SERIES) {
            throw new IllegalArgumentException("a palette of " + palette.size() + " colours is too small");
        }
    }

    private static List<Color> palette(int... colours) {
        return Arrays.stream(colours).mapToObj(Color::new).toList();
    }

    /**
     * Colour of one of several series, as far from its neighbours as the palette allows.
     *
     * @param series its position, from 0
     * @param of how many series there are
     * @return the colour
     */
    public Color series(int series, int of) {
        if (of == 1) {
            return palette.get(2);
        }
        int last = of > 7 ? palette.size() - 1 : palette.size() - 2;
        return palette.get(Math.toIntExact(Math.round((double) series * last / (of - 1))));
    }

    /** {@return each colour of the theme by the name that a page's style sheet gives it} */
    public Map<String, Color> tokens() {
        Map<String, Color> tokens = new LinkedHashMap<>();
        tokens.put("paper", paper);
        tokens.put("ink", ink);
        tokens.put("muted", muted);
        tokens.put("grid", grid);
        tokens.put("shade", shade);
        for (int i = 0; i < palette.size(); i++) {
            tokens.put("c" + (i + 1), palette.get(i));
        }
        return tokens;
    }

    /**
     * The colour as web pages write it.
     *
     * @param colour opaque
     * @return {@code #rrggbb}
     */
    public static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    /** Words as these letters can draw them: most families lack the narrow no-break space of French amounts, and draw a box. */
    static String drawable(String words) {
        return words.replace('\u202f', '\u00a0');
    }

    /** Letters of the same widths as the families that the SVG asks for, so that what was measured is what is shown. */
    static Font font(int style, int size) {
        for (String family : FAMILIES) {
            Font font = new Font(family, style, size);
            if (font.getFamily(Locale.ROOT).equals(family)) {
                return font;
            }
        }
        return new Font(Font.SANS_SERIF, style, size);
    }
}
