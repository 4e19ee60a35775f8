package org.subsidia.report;

import java.io.InputStream;
import java.util.Optional;

/** The letters of a PDF: Liberation Sans, as wide as the letters that offices use. */
enum PdfFont {
    REGULAR("Regular", 400, false),
    BOLD("Bold", 700, false),
    ITALIC("Italic", 400, true);

    static final String FAMILY = "Liberation Sans";

    private final String file;
    private final int weight;
    private final boolean italic;

    PdfFont(String style, int weight, boolean italic) {
        this.file = "/liberation/LiberationSans-" + style + ".ttf";
        this.weight = weight;
        this.italic = italic;
    }

    static boolean areThere() {
        for (PdfFont font : values()) {
            if (PdfFont.class.getResource(font.file) == null) {
                return false;
            }
        }
        return true;
    }

    InputStream open() {
        return Optional.ofNullable(PdfFont.class.getResourceAsStream(file))
                .orElseThrow(() -> new IllegalStateException("missing: " + file));
    }

    int weight() {
        return weight;
    }

    boolean isItalic() {
        return italic;
    }
}
