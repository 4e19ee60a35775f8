package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subsidia.finding.Message;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Documents on paper meet PDF/UA-1 and PDF/A-2a, says the validator of the PDF Association. */
class PdfConformanceTest {
    private static final List<PDFAFlavour> NORMS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    @BeforeAll
    static void useTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** The rules that are broken, each once. */
    private static List<String> broken(byte[] pdf, PDFAFlavour norm) throws IOException, VeraPDFException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), norm)) {
            return Foundries.defaultInstance()
                    .createValidator(norm, false)
                    .validate(parser)
                    .getTestAssertions()
                    .stream()
                    .filter(one -> one.getStatus() != TestAssertion.Status.PASSED)
                    .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static void check(Report report, Locale locale) throws IOException, VeraPDFException {
        byte[] pdf = PdfRendererTest.pdf(report, locale);
        for (PDFAFlavour norm : NORMS) {
            assertThat(broken(pdf, norm)).as("%s, %s", report.id(), norm).isEmpty();
        }
    }

    static Stream<Report> documents() {
        return DocumentsTest.everyKind().values().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocument_meetsBothNorms(Report document) throws IOException, VeraPDFException {
        check(document, document.id().equals("funderView") ? Locale.ENGLISH : Locale.FRENCH);
    }

    @Test
    void lettersThatNoFontHas_meetThemToo() throws IOException, VeraPDFException {
        Report report = new Report(
                "letters",
                Words.verbatim("漢字 🎉 \u202e ﷺ \u0000"),
                Words.verbatim("Ω ≠ Ж \ud800"),
                LocalDate.of(2026, 9, 30),
                List.of(Section.of(
                        "one",
                        Words.verbatim("नमस्ते <b>&amp;"),
                        new Paragraph(Words.verbatim("العربية \u0301")),
                        new Table(
                                "empty",
                                Message.of("REPORT-TOTAL"),
                                List.of(Column.of("a", Column.Type.TEXT, Words.verbatim("空"))),
                                List.of(),
                                null))));
        check(report, Locale.FRENCH);
    }

    @Test
    void validator_ofWhatIsNone_saysSo() throws IOException, VeraPDFException {
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(blank);
        }
        for (PDFAFlavour norm : NORMS) {
            assertThat(broken(blank.toByteArray(), norm)).as("%s", norm).isNotEmpty();
        }
    }
}
