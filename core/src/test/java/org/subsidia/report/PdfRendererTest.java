package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Message;

class PdfRendererTest {
    static byte[] pdf(Report report, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRenderer.write(report, locale, out);
        return out.toByteArray();
    }

    /** The text without spaces, which a line break may have taken the place of. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return bare(new PDFTextStripper().getText(document));
        }
    }

    static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    /** Every figure and word of the tables and key figures. */
    static Stream<String> shown(Report report, Locale locale) {
        CellText cells = new CellText(locale);
        Stream<Cell> inTables = report.tables()
                .map(Table::readable)
                .flatMap(table -> Stream.concat(
                        table.rows().stream().flatMap(List::stream),
                        table.totals().stream().flatMap(List::stream)));
        Stream<Cell> key = report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(KeyFigures.class::isInstance)
                .flatMap(block -> ((KeyFigures) block).figures().stream().map(KeyFigure::value));
        return Stream.concat(inTables, key)
                .filter(cell -> !(cell instanceof Cell.Unknown))
                .map(cell -> cell instanceof Cell.Amount amount
                        ? cells.in(cell, Optional.of(amount.money().getCurrencyUnit()))
                        : cells.full(cell))
                .map(PdfRendererTest::bare);
    }

    @Test
    void write_report_hasEveryFigureOfIt() throws IOException {
        for (Report report : List.of(SampleFunding.report(SampleFunding.small()), SampleReport.report())) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                String text = text(pdf(report, locale));
                assertThat(shown(report, locale).filter(word -> !word.contains("<script>")))
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat(text).contains(word));
            }
        }
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        Report report = SampleReport.report();
        assertThat(pdf(report, Locale.FRENCH)).isEqualTo(pdf(report, Locale.FRENCH));
    }

    @Test
    void write_document_isTaggedDatedAndEmbedsItsLetters() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SampleFunding.report(SampleFunding.small()), Locale.FRENCH))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(document.getDocumentInformation().getCOSObject().getString("CreationDate"))
                    .endsWith("000000Z");
            String metadata = new String(
                    document.getDocumentCatalog()
                            .getMetadata()
                            .exportXMPMetadata()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(metadata).containsOnlyOnce("xmp:CreateDate>2").contains("T00:00:00Z</xmp:CreateDate>");
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void write_hostileNames_areTextAndNothingElse() throws IOException {
        byte[] bytes = pdf(SampleReport.report(), Locale.FRENCH);
        assertThat(text(bytes)).contains("<script>alert(\"1\")</script>&'Cie'");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames() == null
                            || document.getDocumentCatalog().getNames().getJavaScript() == null)
                    .isTrue();
            for (PDPage page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
        }
    }

    @Test
    void write_longTable_repeatsItsHeadersAndCountsPages() throws IOException {
        List<List<Cell>> rows = Stream.iterate(1, i -> i + 1)
                .limit(150)
                .map(i -> List.<Cell>of(Cell.of("Ligne no " + i), Cell.of((long) i)))
                .toList();
        Table table = new Table(
                "long",
                Words.verbatim("Une longue table"),
                List.of(
                        Column.of("name", Column.Type.TEXT, Words.verbatim("Intitulé")),
                        Column.of("count", Column.Type.COUNT, Words.verbatim("Rang"))),
                rows,
                null);
        Report report = SampleReport.of(table);
        try (PDDocument document = Loader.loadPDF(pdf(report, Locale.FRENCH))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page < pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Intitulé", "Rang")
                        .contains(page + " / " + pages);
            }
        }
    }

    @Test
    void write_sameFigureExplainedTwice_isExplainedOnce() throws IOException {
        Report once = SampleReport.of(new Explanations(List.of(SampleReport.explanation())));
        Report twice =
                SampleReport.of(new Explanations(List.of(SampleReport.explanation(), SampleReport.explanation())));
        String mark = bare(Message.of("REPORT-EXPLAINED").in(Locale.FRENCH));
        assertThat(text(pdf(once, Locale.FRENCH))).doesNotContain(mark);
        assertThat(text(pdf(twice, Locale.FRENCH))).containsOnlyOnce(mark);
        assertThat(HtmlRenderer.render(twice, Locale.FRENCH)).doesNotContain("plus haut");
    }

    @Test
    void paper_tables_getAPageAsWideAsTheyNeed() {
        String page = HtmlRenderer.paper(SampleReport.report(), Locale.FRENCH);
        assertThat(page).contains("class=\"narrow\"").doesNotContain("<!DOCTYPE");
        List<Column> columns = Stream.iterate(1, i -> i + 1)
                .limit(16)
                .map(i -> Column.of("c" + i, Column.Type.MONEY, Words.verbatim("Montant")))
                .toList();
        List<Cell> row = columns.stream()
                .map(c -> Cell.of(SampleReport.euros("1234567.89")))
                .toList();
        Table wide = new Table("wide", Words.verbatim("Large"), columns, List.of(row), null);
        assertThat(HtmlRenderer.paper(SampleReport.of(wide), Locale.FRENCH)).contains("class=\"widest\"");
        assertThat(HtmlRenderer.paper(SampleReport.of(wide.only(List.of("c1", "c2"))), Locale.FRENCH))
                .contains("class=\"narrow\"");
    }
}
