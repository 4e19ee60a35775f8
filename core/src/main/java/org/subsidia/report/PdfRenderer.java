package org.subsidia.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Writes a report as a PDF to be printed or sent: A4, page numbers, headers of tables on each page, charts as vectors, tagged
 * for those who do not see it, its letters embedded.
 *
 * <p>It is the page of {@link HtmlRenderer} with another style sheet, so both say the same. Nothing is fetched while it is
 * written. Equal reports are written as equal bytes on the same machine. The libraries are optional: see {@link #isAvailable}.
 */
public final class PdfRenderer {
    private static final String LIBRARY = "com.openhtmltopdf.pdfboxout.PdfRendererBuilder";
    private static final String DRAWINGS = "com.openhtmltopdf.svgsupport.BatikSVGDrawer";

    private PdfRenderer() {}

    /** {@return whether the libraries that write PDF are there: openhtmltopdf with SVG support, and the fonts} */
    public static boolean isAvailable() {
        ClassLoader loader = PdfRenderer.class.getClassLoader();
        try {
            Class.forName(LIBRARY, false, loader);
            Class.forName(DRAWINGS, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
        return PdfFont.areThere();
    }

    /**
     * The whole document.
     *
     * @param report what to write
     * @param locale French, else English
     * @param out where to; not closed
     * @throws IOException if {@code out} does
     * @throws IllegalStateException if the libraries are not there
     */
    public static void write(Report report, Locale locale, OutputStream out) throws IOException {
        if (!isAvailable()) {
            throw new IllegalStateException("PDF needs openhtmltopdf-pdfbox, openhtmltopdf-svg-support and its fonts");
        }
        PdfDocument.write(HtmlRenderer.paper(report, locale), report, locale, out);
    }
}
