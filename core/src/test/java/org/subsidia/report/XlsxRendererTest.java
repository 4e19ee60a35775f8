package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Message;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.money.Fraction;

class XlsxRendererTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 27);
    private static final Message SOURCE = Words.verbatim("suivi.csv");

    @TempDir
    private Path folder;

    private static Table table(List<List<Cell>> rows, List<Cell> totals) {
        return new Table(
                "grants",
                Words.verbatim("Subventions : 2024/2025 [test]"),
                List.of(
                        Column.of("name", Column.Type.TEXT, Words.verbatim("Nom")),
                        Column.of("amount", Column.Type.MONEY, Words.verbatim("Montant")),
                        Column.of("share", Column.Type.SHARE, Words.verbatim("Taux")),
                        Column.of("day", Column.Type.DATE, Words.verbatim("Date")),
                        Column.of("count", Column.Type.COUNT, Words.verbatim("Nombre")),
                        Column.of("days", Column.Type.NUMBER, Words.verbatim("Délai"))
                                .in(Words.verbatim("jours"))),
                rows,
                totals);
    }

    private static List<Cell> row(String name, String amount) {
        return List.of(
                Cell.of(name),
                Cell.of(Money.parse(amount)),
                Cell.of(Fraction.of(1, 8)),
                Cell.of(LocalDate.of(2024, 3, 15)),
                Cell.of(1_200L),
                Cell.of(new BigDecimal("12.5")));
    }

    private Path write(Locale locale, Table... tables) throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (var out = Files.newOutputStream(file)) {
            XlsxRenderer.write(List.of(tables), SOURCE, DAY, locale, out);
        }
        return file;
    }

    private static List<TabularRow> read(Path file, int sheet) {
        return TabularFile.open(file, Limits.standard()).get().head(sheet, 1_000);
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void write_typedCells_areReadBackAsWhatTheyAre() throws IOException {
        List<Cell> totals = List.of(
                Cell.of(Message.of("REPORT-TOTAL")),
                Cell.of(Money.parse("EUR 1234.50")),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.of(1_200L),
                Cell.EMPTY);
        Path file = write(Locale.FRENCH, table(List.of(row("Pôle Brume", "EUR 1234.50")), totals));
        List<TabularRow> rows = read(file, 0);
        assertThat(rows.get(0).cells()).containsExactly("Subventions : 2024/2025 [test]");
        assertThat(rows.get(1).cells().get(0)).contains("suivi.csv");
        assertThat(rows.get(2).cells().get(0)).contains("27/06/2024");
        assertThat(rows.get(3).line()).isEqualTo(5);
        assertThat(rows.get(3).cells()).containsExactly("Nom", "Montant", "Taux", "Date", "Nombre", "Délai (jours)");
        assertThat(rows.get(4).cells()).containsExactly("Pôle Brume", "1234.5", "12.5%", "2024-03-15", "1200", "12.5");
        assertThat(rows.get(4).numbers()).contains(1, 2, 4, 5).doesNotContain(0, 3);
        assertThat(rows.get(5).cells()).containsExactly("Total", "1234.5", "", "", "1200");
    }

    @Test
    void write_totalsAndShares_areFormulasThatGiveTheirValues() throws IOException {
        List<Column> columns = List.of(
                Column.of("name", Column.Type.TEXT, Words.verbatim("Nom")),
                Column.of("spent", Column.Type.MONEY, Words.verbatim("Dépensé")),
                Column.of("budget", Column.Type.MONEY, Words.verbatim("Budget")),
                Column.of("rate", Column.Type.SHARE, Words.verbatim("Taux")).of("spent", "budget"),
                Column.of("part", Column.Type.SHARE, Words.verbatim("Part")).of("spent", null));
        Money all = Money.parse("EUR 100.00");
        List<List<Cell>> rows = new ArrayList<>();
        for (int spent : new int[] {10, 35, 55}) {
            Money part = Money.parse("EUR " + spent);
            rows.add(List.of(
                    Cell.of("n" + spent),
                    Cell.of(part),
                    Cell.of(Money.parse("EUR 70")),
                    Cell.share(part, Money.parse("EUR 70")),
                    Cell.share(part, all)));
        }
        List<Cell> totals = List.of(
                Cell.of(Message.of("REPORT-TOTAL")),
                Cell.of(all),
                // not what the column adds up to: no formula may say so
                Cell.of(Money.parse("EUR 200")),
                Cell.EMPTY,
                Cell.share(all, all));
        Path file = write(Locale.FRENCH, new Table("t", Words.verbatim("T"), columns, rows, totals));
        String sheet = part(file, "xl/worksheets/sheet1.xml");
        Map<String, String> formulas = new LinkedHashMap<>();
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        Matcher cell = Pattern.compile("<c r=\"([A-Z]+\\d+)\"[^>]*>(?:<f>([^<]*)</f>)?<v>([^<]*)</v>")
                .matcher(sheet);
        while (cell.find()) {
            if (cell.group(2) != null) {
                formulas.put(cell.group(1), cell.group(2));
            }
            if (!cell.group(1).startsWith("A")) {
                values.put(cell.group(1), new BigDecimal(cell.group(3)));
            }
        }
        assertThat(formulas)
                .containsEntry("B9", "SUM(B6:B8)")
                .containsEntry("D6", "B6/C6")
                .containsEntry("E7", "B7/B$9")
                .doesNotContainKeys("C9", "B6")
                .hasSize(8);
        formulas.forEach((at, formula) -> assertThat(
                        computed(formula, values).subtract(values.get(at)).abs())
                .as(at)
                .isLessThan(new BigDecimal("0.000002")));
    }

    /** The two kinds of formula that are written, computed anew. */
    private static BigDecimal computed(String formula, Map<String, BigDecimal> values) {
        Matcher sum = Pattern.compile("SUM\\(([A-Z]+)(\\d+):[A-Z]+(\\d+)\\)").matcher(formula);
        if (sum.matches()) {
            BigDecimal total = BigDecimal.ZERO;
            for (int row = Integer.parseInt(sum.group(2)); row <= Integer.parseInt(sum.group(3)); row++) {
                total = total.add(values.getOrDefault(sum.group(1) + row, BigDecimal.ZERO));
            }
            return total;
        }
        String[] parts = formula.replace("$", "").split("/", -1);
        return values.get(parts[0]).divide(values.get(parts[1]), 12, RoundingMode.HALF_UP);
    }

    @Test
    void write_formats_areThoseOfTheLanguageAndCurrency() throws IOException {
        Path french =
                write(Locale.FRENCH, table(List.of(row("a", "EUR 1"), row("b", "CHF 1"), row("c", "JPY 5")), null));
        assertThat(part(french, "xl/styles.xml"))
                .contains("#,##0.00\\ &quot;&#x20ac;&quot;")
                .contains("#,##0.00\\ &quot;CHF&quot;")
                .contains("#,##0\\ &quot;JPY&quot;")
                .contains("dd/mm/yyyy")
                .contains("0.0%");
        Path english = write(Locale.ENGLISH, table(List.of(row("a", "EUR 1")), null));
        assertThat(part(english, "xl/styles.xml")).contains("d mmm yyyy");
    }

    @Test
    void write_headers_stayInSightAndFilter() throws IOException {
        Path file = write(Locale.FRENCH, table(List.of(row("a", "EUR 1")), null));
        String sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("state=\"frozen\"").contains("ySplit=\"5\"").contains("<autoFilter ref=\"A5:F6\"");
        assertThat(sheet).contains("<cols>").contains("customWidth");
    }

    @Test
    void write_dangerousText_isNoFormulaAndNoBrokenXml() throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (String text : List.of(
                "=1+1", "+33", "-5", "@x", "\tx", "\rx", "'=x", "'t Veld", "a\u0000b\ud800", "x".repeat(40_000))) {
            rows.add(row(text, "EUR -5.00"));
        }
        Path file = write(Locale.FRENCH, table(rows, null));
        List<TabularRow> read = read(file, 0);
        List<String> names = read.subList(4, read.size()).stream()
                .map(row -> row.cells().get(0))
                .toList();
        assertThat(names.subList(0, 4)).containsExactly("'=1+1", "'+33", "'-5", "'@x");
        assertThat(names.get(4)).startsWith("'\t");
        assertThat(names.get(5)).startsWith("'");
        assertThat(names.subList(6, 9)).containsExactly("''=x", "'t Veld", "a\ufffdb\ufffd");
        assertThat(names.get(9)).hasSize(32_767).endsWith("…");
        assertThat(read.get(4).cells().get(1)).as("numbers stay numbers").isEqualTo("-5");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void write_whatASpreadsheetCannotCount_isText() throws IOException {
        List<Cell> row = new ArrayList<>(row("a", "EUR 92233720368547758.07"));
        row.set(3, Cell.of(LocalDate.of(1899, 5, 1)));
        row.set(4, Cell.EMPTY);
        row.set(5, new Cell.Unknown(Words.verbatim("raison")));
        List<TabularRow> read = read(write(Locale.FRENCH, table(List.of(row), null)), 0);
        assertThat(read.get(4).cells().get(1)).isEqualTo("92233720368547758.07");
        assertThat(read.get(4).isNumber(1)).isFalse();
        assertThat(read.get(4).cells().get(3)).isEqualTo("1899-05-01");
        assertThat(read.get(4).cells().get(4)).isEmpty();
        assertThat(read.get(4).cells().get(5)).contains("raison");
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException, InterruptedException {
        Table table = table(List.of(row("a", "EUR 1")), null);
        byte[] first = Files.readAllBytes(write(Locale.FRENCH, table));
        Thread.sleep(1_100);
        assertThat(Files.readAllBytes(write(Locale.FRENCH, table))).isEqualTo(first);
        assertThat(part(folder.resolve("t.xlsx"), "docProps/core.xml")).contains("2024-06-27T00:00:00Z");
    }

    @Test
    void write_severalTables_haveASheetEach() throws IOException {
        Table table = table(List.of(row("a", "EUR 1")), null);
        Path file = write(Locale.FRENCH, table, table, table);
        assertThat(TabularFile.open(file, Limits.standard()).get().sheets())
                .containsExactly(
                        "Subventions 2024 2025 test", "Subventions 2024 2025 test 2", "Subventions 2024 2025 test 3");
        assertThat(read(file, 2)).hasSize(5);
    }

    @Test
    void write_report_writesAllItsTables() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = SampleReport.report();
        XlsxRenderer.write(report, SOURCE, Locale.ENGLISH, out);
        Path file = folder.resolve("r.xlsx");
        Files.write(file, out.toByteArray());
        assertThat(TabularFile.open(file, Limits.standard()).get().sheets())
                .hasSize((int) report.tables().count());
    }

    @Test
    void sheetName_isShortPlainAndUnique() {
        Set<String> taken = new LinkedHashSet<>();
        String longName = "Financements publics par année et par niveau de financeur";
        assertThat(XlsxText.sheetName(longName, taken)).hasSizeLessThanOrEqualTo(31);
        assertThat(XlsxText.sheetName(longName.toUpperCase(Locale.FRENCH), taken))
                .endsWith(" 2")
                .hasSizeLessThanOrEqualTo(31);
        assertThat(XlsxText.sheetName("'a:b/c'", taken)).isEqualTo("a b c");
        assertThat(XlsxText.sheetName("[]", taken)).isEqualTo("-");
        assertThat(XlsxText.sheetName("x".repeat(30) + "𝒜", taken)).isEqualTo("x".repeat(30));
    }

    @Test
    void write_nothing_isAProgrammingError() {
        assertThatThrownBy(() -> XlsxRenderer.write(List.of(), SOURCE, DAY, Locale.FRENCH, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
