package org.subsidia.io.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class XlsxRowsTest {
    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void read_typedCells_areUnambiguousText() throws IOException {
        Path path = workbook(sheet -> {
            sheet.value(0, 0, "Siret");
            sheet.value(1, 0, 23510001300012L);
            sheet.value(1, 1, "00123");
            sheet.value(1, 2, LocalDate.of(2023, 1, 15));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(1, 3, LocalDateTime.of(2023, 1, 15, 10, 30));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 4, 1234.56);
            sheet.value(1, 5, 0.1 + 0.2);
            sheet.value(1, 6, true);
            sheet.value(1, 7, 0.5);
            sheet.style(1, 7).format("0%").set();
            sheet.value(1, 9, "fin");
            sheet.value(4, 0, " ");
            sheet.value(5, 0, "après");
        });
        TabularFile file = TabularFile.open(path, Limits.standard()).get();
        assertThat(file.format()).isEqualTo(TabularFormat.XLSX);
        assertThat(file.dialect()).isEmpty();
        assertThat(file.withOtherSeparators()).isEmpty();
        assertThat(file.offsetAfter(1)).isEmpty();
        assertThat(file.sheets()).containsExactly("Vide", "Données");
        assertThat(rows(file, 1))
                .containsExactly(
                        new TabularRow(1, List.of("Siret")),
                        new TabularRow(
                                2,
                                List.of(
                                        "23510001300012",
                                        "00123",
                                        "2023-01-15",
                                        "2023-01-15T10:30:00",
                                        "1234.56",
                                        "0.3",
                                        "true",
                                        "50%",
                                        "",
                                        "fin"),
                                Set.of(0, 4, 5, 7)),
                        new TabularRow(6, List.of("après")));
        assertThat(rows(file, 0)).isEmpty();
        assertThat(file.head(1, 1)).hasSize(1);
    }

    @Test
    void read_limits_keepRowsOutOrStop() throws IOException {
        Path path = workbook(sheet -> {
            sheet.value(0, 0, "long".repeat(100));
            sheet.value(1, 30, "loin");
            sheet.value(2, 0, "a");
            sheet.value(3, 0, "b");
        });
        Limits limits = Limits.standard().withRecord(20, 100, 1_000).withMaxRows(1);
        TabularFile file = TabularFile.open(path, limits).get();
        List<TabularRow> rows = new ArrayList<>();
        assertThat(file.read(1, rows::add, findings::add)).isFalse();
        assertThat(rows).containsExactly(new TabularRow(3, List.of("a")));
        assertThat(codes()).containsExactly("TAB-LIMIT-FIELD", "TAB-LIMIT-COLUMNS", "TAB-LIMIT-ROWS");
    }

    @Test
    void read_errorCells_areEmptyAndReported() throws IOException {
        Path path = rewritten(simple(), "xl/worksheets/sheet2.xml", "<sheetData/>", """
                <sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><v>5</v></c></row></sheetData>""");
        assertThat(rows(TabularFile.open(path, Limits.standard()).get(), 1))
                .containsExactly(new TabularRow(1, List.of("", "5"), Set.of(1)));
        assertThat(codes()).containsExactly("TAB-CELL-ERROR");
    }

    @Test
    void read_formulas_giveTheirLastValue() throws IOException {
        Path path = rewritten(simple(), "xl/worksheets/sheet2.xml", "<sheetData/>", """
                <sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c></row></sheetData>""");
        assertThat(rows(TabularFile.open(path, Limits.standard()).get(), 1))
                .containsExactly(new TabularRow(1, List.of("2", "a"), Set.of(0)));
    }

    @Test
    void open_cellAddressesFarOutside_areHostile() throws IOException {
        Path path = rewritten(simple(), "xl/worksheets/sheet2.xml", "<sheetData/>", """
                <sheetData><row r="1"><c s="0"  r = 'ZZZZZZ1'><v>5</v></c></row></sheetData>""");
        assertRefused(path, Limits.standard(), "TAB-XLSX-HOSTILE");
    }

    @Test
    void open_documentTypesAndEntities_areHostile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        Path path = rewritten(
                simple(),
                "xl/workbook.xml",
                "<workbook",
                "<!DOCTYPE workbook [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><workbook");
        assertRefused(path, Limits.standard(), "TAB-XLSX-HOSTILE");
    }

    @Test
    void open_partsInCharsetsThatHideThem_areHostile() throws IOException {
        Map<String, byte[]> parts = parts(simple());
        byte[] sheet = parts.getOrDefault("xl/worksheets/sheet2.xml", new byte[0]);
        parts.put(
                "xl/worksheets/sheet2.xml",
                new String(sheet, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        assertRefused(zip(parts), Limits.standard(), "TAB-XLSX-HOSTILE");
    }

    @Test
    void open_zipBombs_areRefusedBeforeTheyGrow() throws IOException {
        Map<String, byte[]> parts = parts(simple());
        parts.put("xl/media/image1.bin", new byte[20_000_000]);
        Path bomb = zip(parts);
        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertRefused(bomb, Limits.standard(), "TAB-ZIP-RATIO");
        assertRefused(bomb, Limits.standard().withArchive(100, 1_000_000, 1_000_000), "TAB-ZIP-SIZE");
        assertRefused(bomb, Limits.standard().withArchive(3, 1L << 30, 100), "TAB-ZIP-ENTRIES");
    }

    @Test
    void open_otherArchives_getOneSentence() throws IOException {
        assertRefused(zip(Map.of("données.csv", new byte[3])), Limits.standard(), "TAB-KIND-ZIP");
        Map<String, byte[]> ods = Map.of("mimetype", new byte[3], "content.xml", new byte[3]);
        assertRefused(zip(ods), Limits.standard(), "TAB-KIND-ODS");
        Path cut = Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertRefused(cut, Limits.standard(), "TAB-XLSX-BROKEN");
    }

    @Test
    void read_brokenParts_endInAFinding() throws IOException {
        Path noSheets = zip(Map.of("xl/workbook.xml", "<workbook/>".getBytes(StandardCharsets.UTF_8)));
        assertRefused(noSheets, Limits.standard(), "TAB-XLSX-BROKEN");
        Path path = rewritten(simple(), "xl/worksheets/sheet2.xml", "<sheetData/>", """
                <sheetData><row r="1"><c r="A1" t="s"><v>999</v></c></row>""");
        Reading<TabularFile> file = TabularFile.open(path, Limits.standard());
        assertThat(file.get().read(1, row -> true, findings::add)).isFalse();
        assertThat(codes()).containsExactly("TAB-XLSX-BROKEN");
    }

    @Test
    void read_sheetThatDoesNotExist_isAProgrammingError() throws IOException {
        TabularFile file = TabularFile.open(simple(), Limits.standard()).get();
        assertThatThrownBy(() -> file.read(9, row -> true, findings::add))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void cellText_numbersAndDates_followTheRules() {
        assertThat(CellText.number(new BigDecimal("1E+400"))).isEqualTo("1E+400");
        assertThat(CellText.number(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(CellText.number(new BigDecimal("24999.999999999996"))).isEqualTo("25000");
        assertThat(CellText.date(new BigDecimal("44941"), false)).isEqualTo("2023-01-15");
        assertThat(CellText.date(new BigDecimal("43479"), true)).isEqualTo("2023-01-15");
        assertThat(CellText.date(new BigDecimal("1"), false)).isEqualTo("1900-01-01");
        assertThat(CellText.date(new BigDecimal("61"), false)).isEqualTo("1900-03-01");
        assertThat(CellText.date(new BigDecimal("-1"), false)).isEqualTo("-1");
        assertThat(CellText.date(new BigDecimal("9999999"), false)).isEqualTo("9999999");
        assertThat(CellText.isDate(14, null)).isTrue();
        assertThat(CellText.isDate(1, null)).isFalse();
        assertThat(CellText.isDate(null, null)).isFalse();
        assertThat(CellText.isDate(170, "[$-40C]d mmmm yyyy")).isTrue();
        assertThat(CellText.isDate(170, "#,##0.00\\ \"dossiers\"")).isFalse();
        assertThat(CellText.isDate(170, "[Red]0.00")).isFalse();
        assertThat(CellText.isDate(170, "Standard")).isFalse();
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private Path workbook(Filling filling) throws IOException {
        Path path = Files.createTempFile(folder, "book", ".xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("Vide");
            filling.fill(workbook.newWorksheet("Données"));
        }
        return path;
    }

    private Path simple() throws IOException {
        return workbook(sheet -> {});
    }

    private Path rewritten(Path path, String part, String from, String to) throws IOException {
        Map<String, byte[]> parts = parts(path);
        String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        String empty = text.replaceAll("<sheetData>\\s*</sheetData>", "<sheetData/>");
        assertThat(empty).contains(from);
        parts.put(part, empty.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static Map<String, byte[]> parts(Path path) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        Path path = Files.createTempFile(folder, "zip", ".xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return path;
    }

    private void assertRefused(Path path, Limits limits, String code) {
        Reading<TabularFile> reading = TabularFile.open(path, limits);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(code);
    }

    private List<TabularRow> rows(TabularFile file, int sheet) {
        List<TabularRow> rows = new ArrayList<>();
        assertThat(file.read(sheet, rows::add, findings::add)).isTrue();
        return rows;
    }

    private List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }
}
