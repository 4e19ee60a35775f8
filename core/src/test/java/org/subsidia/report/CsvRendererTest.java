package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvRendererTest {
    private static String write(Table table, Locale locale, CsvRenderer.Options options) throws IOException {
        StringBuilder out = new StringBuilder();
        CsvRenderer.write(table, locale, options, out);
        return out.toString();
    }

    @Test
    void write_forPrograms_isPlain() throws IOException {
        assertThat(write(SampleReport.table(), Locale.FRENCH, CsvRenderer.Options.PROGRAM))
                .isEqualTo("name,amount,share,count,last,delay\r\n"
                        + "Pôle Mer,1234567.89,0.823045,1234,2024-03-01,7.5\r\n"
                        + "'=cmd|' /C calc'!A0,265432.61,0.176955,2,,inconnu\u00a0: aucun versement\r\n"
                        + "\"<script>alert(\"\"1\"\")</script> & 'Cie' \u001b[31m\u202e\",-0.50,"
                        + "\"inconnu\u00a0: une part de 0,00\u00a0€ n’a pas de sens\",0,,"
                        + "inconnu\u00a0: aucun versement\r\n");
    }

    @Test
    void write_forSpreadsheets_hasMarkSemicolonsAndWords() throws IOException {
        assertThat(write(SampleReport.table(), Locale.FRENCH, CsvRenderer.Options.SPREADSHEET))
                .startsWith("\ufeffBénéficiaire;Montant;Part;Nombre;Dernière;Délai\r\nPôle Mer;1234567.89;");
    }

    @Test
    void write_textThatLooksLikeFormula_getsApostrophe() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            Table table = new Table(
                    "names",
                    SampleReport.words("x"),
                    List.of(Column.of("name", Column.Type.TEXT, SampleReport.words("x"))),
                    List.of(List.of(Cell.of(start + "1+1"))),
                    null);
            List<CSVRecord> records = CSVFormat.RFC4180
                    .parse(new StringReader(write(table, Locale.ROOT, CsvRenderer.Options.PROGRAM)))
                    .getRecords();
            assertThat(records.get(1).get(0)).isEqualTo("'" + start + "1+1");
        }
    }

    @Test
    void write_negativeNumber_staysNumber() throws IOException {
        assertThat(write(SampleReport.table(), Locale.ENGLISH, CsvRenderer.Options.PROGRAM))
                .contains(",-0.50,");
    }
}
