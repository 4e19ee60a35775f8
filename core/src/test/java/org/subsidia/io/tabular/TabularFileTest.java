package org.subsidia.io.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class TabularFileTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void open_utf8WithSemicolons_readsRowsWithTheirLines() throws IOException {
        Path path = file("nom;montant\r\n\r\nÉcole;12\r\nClub;\"1;5\"\n");
        assertThat(codes(TabularFile.open(path, Limits.standard()).findings()))
                .containsExactly("TAB-CHARSET-CHOSEN", "TAB-SEPARATOR-CHOSEN");
        TabularFile file = open(path);
        assertThat(file.dialect()).contains(new CsvDialect(StandardCharsets.UTF_8, ';', 0));
        assertThat(file.format()).isEqualTo(TabularFormat.CSV);
        assertThat(file.sheets()).containsExactly("");
        assertThat(file.path()).isEqualTo(path);
        assertThat(rows(file))
                .containsExactly(
                        new TabularRow(1, List.of("nom", "montant")),
                        new TabularRow(3, List.of("École", "12")),
                        new TabularRow(4, List.of("Club", "1;5")));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"','", "';'", "'\t'", "|"})
    void open_eachSeparator_isDetected(String separator) throws IOException {
        String text = "nom,montant,objet\nA,1,x y\nB,2,\"a,b\"\n".replace(",", separator);
        assertThat(open(file(text)).dialect().orElseThrow().separator()).isEqualTo(separator.charAt(0));
    }

    @Test
    void open_commasInsideTextsOfASemicolonFile_doNotWin() throws IOException {
        TabularFile file = open(file("a;b;c\nun, deux, trois, quatre;1,5;2,5\nun;1,5;2,5\n"));
        assertThat(file.dialect().orElseThrow().separator()).isEqualTo(';');
        assertThat(file.withOtherSeparators()).hasSize(3);
    }

    @Test
    void open_oneColumn_warnsThatNothingCuts() throws IOException {
        assertThat(codes(TabularFile.open(file("a\nb\n"), Limits.standard()).findings()))
                .contains("TAB-SEPARATOR-NONE");
    }

    @Test
    void open_windows1252_isChosenWhenMostAccentedLinesAreNotUtf8() throws IOException {
        Path path = bytes("nom;montant\nPôle céramique;10 €\nÉcole;2\n".getBytes(WINDOWS_1252));
        TabularFile file = open(path);
        assertThat(file.dialect().orElseThrow().charset()).isEqualTo(WINDOWS_1252);
        assertThat(rows(file).get(1).cells()).containsExactly("Pôle céramique", "10 €");
        assertThat(findings).isEmpty();
    }

    @Test
    void read_oneLineOfTheOtherCharset_isReadAsWhatItIsAndReported() throws IOException {
        byte[] utf8 = "nom;objet\nÉcole;fête\nClub;été\n".getBytes(StandardCharsets.UTF_8);
        Path path = bytes(concat(utf8, "Pôle;forêt\n".getBytes(WINDOWS_1252)));
        assertThat(rows(open(path)).get(3).cells()).containsExactly("Pôle", "forêt");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("TAB-CHARSET-LINE");
            assertThat(finding.place().line()).isEqualTo(4);
        });

        findings.clear();
        byte[] latin = "nom;objet\nÉcole;fête\nClub;été\n".getBytes(WINDOWS_1252);
        Path other = bytes(concat(latin, "Pôle;forêt\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(rows(open(other)).get(3).cells()).containsExactly("Pôle", "forêt");
        assertThat(codes(findings)).containsExactly("TAB-CHARSET-LINE");
    }

    @Test
    void read_lineWithBothCharsets_keepsTheAccentsOfBoth() throws IOException {
        byte[] mixed = concat("École;".getBytes(StandardCharsets.UTF_8), "forêt\n".getBytes(WINDOWS_1252));
        Path path = bytes(concat("nom;objet\né;é\né;é\n".getBytes(StandardCharsets.UTF_8), mixed));
        assertThat(rows(open(path)).get(3).cells()).containsExactly("École", "forêt");
    }

    @Test
    void read_bytesOfNoCharset_becomeReplacementsAndAreReported() throws IOException {
        byte[] broken = {'a', (byte) 0x81, ';', 'b', '\n'};
        Path path = bytes(concat("é;é\né;é\n".getBytes(StandardCharsets.UTF_8), broken));
        assertThat(rows(open(path)).get(2).cells()).containsExactly("a\ufffd", "b");
        assertThat(codes(findings)).containsExactly("TAB-CHARSET-BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void open_utf16WithMark_isRead(String charset) throws IOException {
        String rows = "\ufeffnom;montant\nÉcole 😀;12\n".replace("12", "1".repeat(9_000));
        TabularFile file = open(bytes(rows.getBytes(Charset.forName(charset))));
        assertThat(rows(file).get(1).cells()).containsExactly("École 😀", "1".repeat(9_000));
        assertThat(file.offsetAfter(1)).isEmpty();
    }

    @Test
    void open_byteOrderMark_isNotPartOfTheFirstCell() throws IOException {
        TabularFile file = open(file("\ufeffnom;montant\nA;1\n"));
        assertThat(file.dialect()).contains(new CsvDialect(StandardCharsets.UTF_8, ';', 3));
        assertThat(rows(file).get(0).cells()).containsExactly("nom", "montant");
        assertThat(file.offsetAfter(1)).hasValue(15);
        assertThat(file.offsetAfter(7)).isEmpty();
    }

    @Test
    void read_lineEndsOfAllSystems_endLines() throws IOException {
        assertThat(rows(open(file("a;b\rc;d\r\ne;f\ng;h"))))
                .extracting(TabularRow::line)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void read_quotedLineBreak_keepsTheLineOfTheRecordStart() throws IOException {
        List<TabularRow> rows = rows(open(file("a;b\n\"un\r\ndeux\";\"dit \"\"oui\"\"\"\nc;d\n")));
        assertThat(rows)
                .containsExactly(
                        new TabularRow(1, List.of("a", "b")),
                        new TabularRow(2, List.of("un\ndeux", "dit \"oui\"")),
                        new TabularRow(4, List.of("c", "d")));
    }

    @Test
    void read_whollyQuotedRow_isCutAgain() throws IOException {
        List<TabularRow> rows = rows(open(file("a,b\n\"x,\"\"y,z\"\"\"\n\"1,2\"\n")));
        assertThat(rows.get(1).cells()).containsExactly("x", "y,z");
        assertThat(rows.get(2).cells()).containsExactly("1", "2");
        assertThat(codes(findings)).containsExactly("TAB-ROW-QUOTED", "TAB-ROW-QUOTED");
    }

    @Test
    void read_unclosedQuote_costsItsOwnLineOnly() throws IOException {
        List<TabularRow> rows = rows(open(file("a;b\n\"ouvert;1\nc;2\nd;3\n")));
        assertThat(rows).extracting(TabularRow::line).containsExactly(1L, 3L, 4L);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("TAB-QUOTE-UNCLOSED");
            assertThat(finding.place().line()).isEqualTo(2);
        });
    }

    @Test
    void read_unclosedQuoteBeforeOtherQuotes_doesNotSwallowRows() throws IOException {
        List<TabularRow> rows = rows(open(file("a;b\n\"ouvert;1\nc;\"deux\"\nd;3\n")));
        assertThat(rows.get(1)).isEqualTo(new TabularRow(3, List.of("c", "deux")));
        assertThat(codes(findings)).containsExactly("TAB-QUOTE-UNCLOSED");
    }

    @Test
    void read_unclosedQuoteAtTheStartOfALargeFile_readsTheRest() throws IOException {
        StringBuilder text = new StringBuilder("\"ouvert;1\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("ligne ").append(i).append(";12,50;texte\n");
        }
        assertThat(rows(open(file(text.toString())))).hasSize(100_000);
        assertThat(codes(findings)).containsExactly("TAB-QUOTE-UNCLOSED");
    }

    @Test
    void read_tooManyUnclosedQuotes_stopsWithOneSentence() throws IOException {
        TabularFile file = open(file("a;b\n" + "\"x;1\ny;2\n".repeat(1_100) + "z;3\n"));
        assertThat(file.read(0, row -> true, findings::add)).isFalse();
        assertThat(codes(findings)).contains("TAB-QUOTE-MANY");
        assertThat(findings).hasSizeLessThan(1_100);
    }

    @Test
    void read_nulBytesAndLimits_keepRowsOut() throws IOException {
        Path path = file("a;b\n" + "x".repeat(5_000) + ";1\nn\0ul;1\n" + ";".repeat(30) + "\nc;d\n");
        TabularFile file = TabularFile.open(path, Limits.standard().withRecord(20, 1_000, 100_000))
                .get();
        assertThat(rows(file)).extracting(TabularRow::line).containsExactly(1L, 5L);
        assertThat(codes(findings)).containsExactly("TAB-LIMIT-FIELD", "TAB-ROW-NUL", "TAB-LIMIT-COLUMNS");
        assertThat(findings).allSatisfy(this::isToldInBothLanguages);
    }

    @Test
    void read_hundredThousandColumns_isRefusedAsARow() throws IOException {
        assertThat(rows(open(file("a,".repeat(100_000) + "\n")))).isEmpty();
        assertThat(codes(findings)).containsExactly("TAB-LIMIT-COLUMNS");
    }

    @Test
    void read_oneHugeLine_stopsAtTheLimit() throws IOException {
        Path path = folder.resolve("huge.csv");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
        }
        TabularFile file = open(path);
        assertThat(file.read(0, row -> true, findings::add)).isFalse();
        assertThat(codes(findings)).containsExactly("TAB-LIMIT-LINE");
    }

    @Test
    void read_moreRowsThanAllowed_stops() throws IOException {
        Path path = file("a;b\nc;d\ne;f\n");
        TabularFile file =
                TabularFile.open(path, Limits.standard().withMaxRows(2)).get();
        List<TabularRow> rows = new ArrayList<>();
        assertThat(file.read(0, rows::add, findings::add)).isFalse();
        assertThat(rows).hasSize(2);
        assertThat(codes(findings)).containsExactly("TAB-LIMIT-ROWS");
    }

    @Test
    void open_largerThanAllowed_isRefused() throws IOException {
        assertRefused(TabularFile.open(file("a;b\n"), Limits.standard().withMaxBytes(3)), "TAB-LIMIT-BYTES");
    }

    @Test
    void read_fileThatGrewSinceItWasOpened_stopsAtTheLimit() throws IOException {
        Path path = file("a;b\n");
        TabularFile file =
                TabularFile.open(path, Limits.standard().withMaxBytes(10)).get();
        Files.writeString(path, "a;b\nc;d\ne;f\n");
        assertThat(file.read(0, row -> true, findings::add)).isFalse();
        assertThat(codes(findings)).containsExactly("TAB-LIMIT-BYTES");
    }

    @Test
    void read_fileThatIsGone_saysSo() throws IOException {
        Path path = file("a;b\n");
        TabularFile file = open(path);
        Files.delete(path);
        assertThat(file.read(0, row -> true, findings::add)).isFalse();
        assertThat(codes(findings)).containsExactly("TAB-FILE-UNREADABLE");
        assertThat(file.offsetAfter(1)).isEmpty();
    }

    @Test
    void open_whatIsNotATable_getsOneSentence() throws IOException {
        assertRefused(folder.resolve("absent.csv"), "TAB-FILE-MISSING");
        assertRefused(folder, "TAB-FILE-FOLDER");
        assertRefused(file(""), "TAB-KIND-EMPTY");
        assertRefused(file(" \n\t\n"), "TAB-KIND-EMPTY");
        assertRefused(bytes(new byte[] {(byte) 0xff, (byte) 0xfe}), "TAB-KIND-EMPTY");
        assertRefused(file("\n<!DOCTYPE html><html><body>404</body></html>"), "TAB-KIND-HTML");
        assertRefused(file("<?xml version=\"1.0\"?><html xmlns=\"x\"/>"), "TAB-KIND-HTML");
        assertRefused(file("<?xml version=\"1.0\"?><rows/>"), "TAB-KIND-XML");
        assertRefused(file("[{\"montant\": 12}]"), "TAB-KIND-JSON");
        assertRefused(file("{\"error\": \"none\"}"), "TAB-KIND-JSON");
        assertRefused(file("%PDF-1.7\nxx"), "TAB-KIND-PDF");
        assertRefused(bytes(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}), "TAB-KIND-OLE");
        byte[] noise = new byte[4_000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        assertRefused(bytes(noise), "TAB-KIND-BINARY");
    }

    @Test
    void open_textThatOnlyLooksLikeMarkup_isText() throws IOException {
        assertThat(open(file("<10 ans;1\na;2\n")).format()).isEqualTo(TabularFormat.CSV);
        assertThat(open(file("{a};1\nb;2\n")).format()).isEqualTo(TabularFormat.CSV);
    }

    @Test
    void read_randomBytes_neverThrows() throws IOException {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(600)];
            String alphabet = "\"\";;,\n\r\t|aé0 \ufeff'=\0";
            byte[] letters = alphabet.getBytes(seed % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = letters[random.nextInt(letters.length)];
            }
            Reading<TabularFile> file = TabularFile.open(bytes(bytes), Limits.standard());
            if (file.isRead()) {
                assertThat(file.get().read(0, row -> true, findings::add))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void head_countsRows() throws IOException {
        TabularFile file = open(file("a;b\nc;d\ne;f\n"));
        assertThat(file.head(0, 2)).extracting(TabularRow::line).containsExactly(1L, 2L);
        assertThat(file.head(0, 9)).hasSize(3);
    }

    @Test
    void limits_belowOne_areRefused() {
        assertThatThrownBy(() -> Limits.standard().withMaxRows(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.standard().withRecord(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.standard().withArchive(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TabularRow(0, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRefused(Path path, String code) {
        assertRefused(TabularFile.open(path, Limits.standard()), code);
    }

    private void assertRefused(Reading<TabularFile> reading, String code) {
        assertThat(reading.isRead()).isFalse();
        assertThat(codes(reading.findings())).containsExactly(code);
        isToldInBothLanguages(reading.findings().get(0));
    }

    private void isToldInBothLanguages(Finding finding) {
        assertThat(finding.message().in(Locale.FRENCH)).doesNotContain("{0}");
        assertThat(finding.advice(Locale.FRENCH)).isPresent();
        assertThat(finding.advice(Locale.ENGLISH)).isPresent();
    }

    private TabularFile open(Path path) {
        return TabularFile.open(path, Limits.standard()).get();
    }

    private List<TabularRow> rows(TabularFile file) {
        List<TabularRow> rows = new ArrayList<>();
        assertThat(file.read(0, rows::add, findings::add)).isTrue();
        return rows;
    }

    private Path file(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".csv"), bytes);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
