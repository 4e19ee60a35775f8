package org.subsidia.report;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.subsidia.finding.Message;
import org.subsidia.io.xml.SafeXml;

/** Sets a page for paper. The only class that knows the PDF library. */
final class PdfDocument {
    /** The version that tagged PDF (ISO 14289-1) builds on. */
    private static final float VERSION = 1.7f;

    /** When a document was made, as its metadata say it. */
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    /** Charts are lettered as the text is. */
    private static final Set<FSFontUseCase> USES = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private PdfDocument() {}

    static void write(String page, Report report, Locale locale, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder(page, drawer).buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                describe(document, report, locale);
                document.save(out);
            }
        }
        out.flush();
    }

    private static PdfRendererBuilder builder(String page, BatikSVGDrawer drawer) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (PdfFont font : PdfFont.values()) {
            FontStyle style = font.isItalic() ? FontStyle.ITALIC : FontStyle.NORMAL;
            builder.useFont(font::open, PdfFont.FAMILY, font.weight(), style, true, USES);
        }
        builder.useSVGDrawer(drawer);
        builder.useUnicodeLineBreaker(new Elisions());
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.usePdfVersion(VERSION);
        builder.withProducer("Subsidia");
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withW3cDocument(SafeXml.document(page), null);
        return builder;
    }

    /** Breaks lines as the library does, but never behind the apostrophe of {@code l’aide}. */
    private static final class Elisions implements FSTextBreaker {
        private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ROOT));
        private String text = "";

        @Override
        public int next() {
            int at = breaks.next();
            while (at > 0
                    && at < text.length()
                    && isApostrophe(text.charAt(at - 1))
                    && Character.isLetter(text.charAt(at))) {
                at = breaks.next();
            }
            return at;
        }

        private static boolean isApostrophe(char c) {
            return c == '’' || c == '\'';
        }

        @Override
        public void setText(String newText) {
            text = newText;
            breaks.setText(newText);
        }
    }

    /** The day of the report stands for the hour of its making. */
    private static void describe(PDDocument document, Report report, Locale locale) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        String day = "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(report.asOf()) + "000000Z";
        information.getCOSObject().setString(COSName.CREATION_DATE, day);
        information.getCOSObject().setString(COSName.MOD_DATE, day);
        information.setCreator("Subsidia");
        Message subtitle = report.subtitle();
        if (subtitle != null) {
            information.setSubject(Printable.line(subtitle.in(locale)));
        }
        document.setDocumentId(report.asOf().toEpochDay());
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        String metadata = new String(catalog.getMetadata().exportXMPMetadata().readAllBytes(), StandardCharsets.UTF_8);
        String dated = CREATED.matcher(metadata)
                .replaceAll("<xmp:CreateDate>" + report.asOf() + "T00:00:00Z</xmp:CreateDate>");
        catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8))));
    }
}
