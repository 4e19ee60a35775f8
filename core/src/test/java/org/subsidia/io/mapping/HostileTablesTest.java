package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.TabularFile;

/** Files that nobody should open, and tables without sense: each ends in sentences, within time and memory. */
@Timeout(60)
class HostileTablesTest {
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData></worksheet>";

    @TempDir
    private Path folder;

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Path workbook(Map<String, Content> parts) throws IOException {
        Map<String, Content> all = new TreeMap<>(Map.of(
                "[Content_Types].xml", text("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
                "xl/workbook.xml", text("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"""),
                "xl/_rels/workbook.xml.rels", text("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
                "xl/worksheets/sheet1.xml", text(String.format(Locale.ROOT, SHEET, ""))));
        all.putAll(parts);
        Path file = folder.resolve("hostile.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Content> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
        return file;
    }

    private static Content text(String text) {
        return out -> out.write(text.strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Path file, String code) {
        Reading<TabularFile> opened = TabularFile.open(file, TableRows.limits());
        Reading<?> reading = opened.isRead() ? TableRows.read(opened.get(), "") : opened;
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(code);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String sentence = reading.findings().get(0).message().in(locale);
            assertThat(sentence.lines()).hasSize(1);
            assertThat(sentence).doesNotContain("Exception").hasSizeLessThan(400);
            assertThat(reading.findings().get(0).advice(locale)).isPresent();
        }
    }

    @Test
    void zipBomb_isRefused() throws IOException {
        assertRefused(
                workbook(Map.of("xl/worksheets/sheet1.xml", out -> {
                    out.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
                    byte[] blank = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 2_000; i++) {
                        out.write(blank);
                    }
                })),
                "TAB-ZIP-RATIO");
    }

    @Test
    void manySharedStrings_areRefused() throws IOException {
        assertRefused(
                workbook(Map.of("xl/sharedStrings.xml", out -> {
                    SplittableRandom random = new SplittableRandom(1);
                    StringBuilder text = new StringBuilder("<sst>");
                    for (int i = 0; i < 4_100_000; i++) {
                        text.append("<si><t>")
                                .append(Integer.toString(random.nextInt(1 << 20), 36))
                                .append("</t></si>");
                        if (text.length() > 1 << 16) {
                            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                            text.setLength(0);
                        }
                    }
                })),
                "TAB-XLSX-STRINGS");
    }

    @Test
    void externalEntities_areRefused() throws IOException {
        String xxe =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><worksheet>&y;</worksheet>";
        assertRefused(workbook(Map.of("xl/worksheets/sheet1.xml", text(xxe))), "TAB-XLSX-HOSTILE");
    }

    @Test
    void impossibleAddresses_areRefused() throws IOException {
        String far = String.format(Locale.ROOT, SHEET, "<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>");
        assertRefused(workbook(Map.of("xl/worksheets/sheet1.xml", text(far))), "TAB-XLSX-HOSTILE");
    }

    @Test
    void encryptedWorkbooks_andOldOnes_andOthersByAnyName_areRefused() throws IOException {
        Path file = folder.resolve("x.xlsx");
        Files.write(file, OLE);
        assertRefused(file, "TAB-KIND-OLE");
        Files.writeString(file, "%PDF-1.7");
        assertRefused(file, "TAB-KIND-PDF");
        Path csv = folder.resolve("x.csv");
        Files.write(csv, OLE);
        assertRefused(csv, "TAB-KIND-OLE");
        Files.writeString(csv, "<html><body>Erreur 404</body></html>");
        assertRefused(csv, "TAB-KIND-HTML");
    }

    @Test
    void workbookNamedCsv_isReadAsWhatItIs() throws IOException {
        Path file = folder.resolve("named.csv");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", null)) {
            workbook.newWorksheet("A").value(0, 0, "Nom");
        }
        assertThat(TabularFile.open(file, TableRows.limits()).isRead()).isTrue();
    }

    @Test
    void hundredThousandColumns_areNoTable() throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.writeString(file, "Structure;".repeat(100_000) + "\n" + "a;".repeat(100_000) + "\n");
        TabularFile table = TabularFile.open(file, TableRows.limits()).get();
        assertThat(MappingGuess.of(table, Optional.empty()).mapping()).isEmpty();
        Reading<TableRows> rows = TableRows.read(table, "");
        assertThat(rows.findings()).extracting(Finding::code).contains("TAB-LIMIT-COLUMNS");
    }

    @Test
    void tooManyRows_areRefused() throws IOException {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "a;b\n".repeat(TableRows.MOST_ROWS + 2));
        assertRefused(file, "MAP-ROWS-MANY");
        TabularFile table = TabularFile.open(file, TableRows.limits()).get();
        assertThat(TableRows.read(table, "Autre").findings())
                .extracting(Finding::code)
                .containsExactly("MAP-SHEET-ABSENT");
    }

    /** Any cells under any headers: outcomes and sentences, never an exception, and the edit never breaks a reference. */
    @Test
    void randomTables_endInOutcomes() {
        SplittableRandom random = new SplittableRandom(4711);
        String[] cells = {
            "",
            " ",
            "0",
            "-1",
            "1.234",
            "12,5",
            "50 %",
            "€",
            "31/12/2024",
            "99/99/9999",
            "oui",
            "Région",
            "=1",
            "'",
            "'=",
            "\u0000",
            "\ud800",
            "x".repeat(30_000),
            "732829320",
            "1e9",
            "Total",
            "null",
            "Pôle Brume",
            "9".repeat(40),
            "1/0",
            "--13-40",
            "٣",
            "\u202e",
            "1 850578006084 91",
            "Mme X",
            "S1",
            "F1",
            "1er avril 2024",
            "5 5 2024"
        };
        for (int round = 0; round < 400; round++) {
            TableKind kind = TableKind.values()[random.nextInt(TableKind.values().length)];
            List<MappedColumn> columns = new ArrayList<>();
            int width = 1 + random.nextInt(8);
            StringBuilder header = new StringBuilder();
            for (int c = 0; c < width; c++) {
                columns.add(MappedColumn.of(
                                "c" + c,
                                kind.fields()
                                        .get(random.nextInt(kind.fields().size()))
                                        .id())
                        .at(c + 1));
                header.append(c == 0 ? "" : ";").append('c').append(c);
            }
            String[] lines = new String[1 + random.nextInt(6)];
            lines[0] = header.toString();
            for (int r = 1; r < lines.length; r++) {
                StringBuilder line = new StringBuilder();
                for (int c = 0; c < width; c++) {
                    line.append(c == 0 ? "" : ";").append(cells[random.nextInt(cells.length)]);
                }
                lines[r] = line.toString();
            }
            TableRows table = Tables.of(lines);
            Mapping mapping = new Mapping(kind, "", 1, columns, Map.of(), List.of());
            ImportPreview preview = TableImport.preview(table, mapping, Tables.portfolio());
            assertThat(Tables.portfolio().apply(preview.edit()).check())
                    .as("round " + round)
                    .isEmpty();
            preview.findings().forEach(finding -> finding.message().in(Locale.FRENCH));
            preview.rows().forEach(row -> row.findings()
                    .forEach(finding -> finding.message().in(Locale.FRENCH)));
            MappingGuess.of(table, Optional.empty());
            ImportPreview again =
                    TableImport.preview(table, mapping, Tables.portfolio().apply(preview.edit()));
            assertThat(again.count(RowOutcome.Kind.NEW)).as("round " + round).isZero();
        }
    }
}
