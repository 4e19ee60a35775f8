package org.subsidia.io.fec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class FecHostileTest {
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <comptabilite><exercice><DateCloture>2025-12-31</DateCloture>
            <journal><JournalCode>AN</JournalCode><JournalLib>A nouveaux</JournalLib>
            <ecriture><EcritureNum>1</EcritureNum><EcritureDate>2025-01-01</EcritureDate>
            <EcritureLib>Reprise &amp; soldes</EcritureLib><PieceRef>P1</PieceRef><PieceDate>2025-01-01</PieceDate>
            <ValidDate>2025-01-02</ValidDate>
            <ligne><CompteNum>512000</CompteNum><CompteLib>Banque</CompteLib><Debit>1234.50</Debit><Credit>0</Credit></ligne>
            <ligne><CompteNum>102000</CompteNum><CompteLib>Fonds</CompteLib><Debit>0.00</Debit><Credit>1234.50</Credit></ligne>
            </ecriture></journal></exercice></comptabilite>
            """;

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve(FecSample.NAME), bytes);
    }

    private Finding refusal(byte[] bytes) throws IOException {
        Reading<FecFile> reading = FecFile.open(file(bytes));
        assertThat(reading.isRead()).isFalse();
        Finding finding = reading.findings().get(0);
        assertThat(finding.message().in(Locale.FRENCH)).isNotBlank();
        return finding;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void xml_isReadByTheSameRules() throws IOException {
        FecVerdict verdict = FecSample.verdictOf(file(utf8(XML)));
        assertThat(verdict.counts()).isEmpty();
        assertThat(verdict.isConform()).isTrue();
        assertThat(verdict.lines()).isEqualTo(2);
        assertThat(verdict.debit()).isEqualTo(Money.parse("EUR 1234.50"));
        String changed = XML.replace("<Debit>1234.50</Debit>", "<Debit>1234.51</Debit>")
                .replace("<ValidDate>2025-01-02</ValidDate>", "");
        assertThat(FecSample.codes(FecSample.verdictOf(file(utf8(changed)))))
                .containsExactly("FEC-ABSENT", "FEC-OWN-ENTRY", "FEC-OWN-FILE", "FEC-OWN-JOURNAL");
    }

    @Test
    void xml_withEntitiesOrCutShort_endsInASentence() throws IOException {
        String doctype = "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<comptabilite>";
        assertThat(refusal(utf8(XML.replace("<comptabilite>", doctype))).code()).isEqualTo("FEC-XML-BROKEN");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE c [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        bomb.append("]><comptabilite>");
        String bombed = XML.replace("<comptabilite>", bomb).replace("Banque", "&a39;");
        assertThat(refusal(utf8(bombed)).code()).isEqualTo("FEC-XML-BROKEN");
        assertThat(refusal(utf8(XML.substring(0, 600))).code()).isEqualTo("FEC-XML-BROKEN");
        assertThat(refusal(utf8("<?xml version=\"1.0\"?><facture/>")).code()).isEqualTo("FEC-XML-OTHER");
    }

    @Test
    void otherFiles_areNamedForWhatTheyAre() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(5).nextBytes(noise);
        noise[0] = 1;
        assertThat(refusal(noise).code()).isEqualTo("TAB-KIND-BINARY");
        assertThat(refusal(new byte[0]).code()).isEqualTo("TAB-KIND-EMPTY");
        assertThat(refusal(utf8("%PDF-1.7 …")).code()).isEqualTo("TAB-KIND-PDF");
        assertThat(refusal(utf8("un texte\nsans champs\n")).code()).isEqualTo("FEC-HEADER-NONE");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("x.txt"));
            out.write(new byte[1 << 20]);
        }
        assertThat(refusal(zip.toByteArray()).code()).isEqualTo("TAB-KIND-ARCHIVE");
        assertThat(FecFile.open(folder).findings().get(0).code()).isEqualTo("TAB-FILE-FOLDER");
        assertThat(FecFile.open(folder.resolve("none")).findings().get(0).code())
                .isEqualTo("TAB-FILE-MISSING");
    }

    @Test
    void lineWithoutEnd_stopsTheReadingWithAReason() throws IOException {
        byte[] head = utf8(String.join("\n", new FecSample().lines()) + "\n");
        byte[] all = Arrays.copyOf(head, head.length + (3 << 20));
        Arrays.fill(all, head.length, all.length, (byte) 'a');
        FecVerdict verdict = FecSample.verdictOf(file(all));
        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.isConform()).isFalse();
        assertThat(FecSample.codes(verdict)).contains("TAB-LIMIT-LINE");
    }

    @Test
    void spoiltBytes_neverEndInAnException() throws IOException {
        byte[] good = utf8(String.join("\n", new FecSample().lines()) + "\n");
        byte[] document = utf8(XML);
        Random random = new Random(20261128);
        for (int run = 0; run < 900; run++) {
            byte[] bytes = (run % 3 == 0 ? document : good).clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            Reading<FecFile> reading = FecFile.open(file(Arrays.copyOf(bytes, length)));
            assertThat(reading.isRead() || !reading.findings().isEmpty()).isTrue();
            reading.value().ifPresent(opened -> assertThat(
                            FecVerdict.of(opened, org.subsidia.law.LawBase.standard(), null, FecSample.DAY)
                                    .words())
                    .as("seed 20261128")
                    .isNotEmpty());
        }
    }
}
