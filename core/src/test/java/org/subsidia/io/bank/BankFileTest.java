package org.subsidia.io.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.bank.BankSamples.balance;
import static org.subsidia.io.bank.BankSamples.camt;
import static org.subsidia.io.bank.BankSamples.cfonb;
import static org.subsidia.io.bank.BankSamples.cfonbBalance;
import static org.subsidia.io.bank.BankSamples.cfonbDetail;
import static org.subsidia.io.bank.BankSamples.cfonbMovement;
import static org.subsidia.io.bank.BankSamples.codes;
import static org.subsidia.io.bank.BankSamples.entry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class BankFileTest {
    private static final String DETAILS = """
            <NtryDtls><TxDtls><Refs><EndToEndId>2026-CP-7</EndToEndId></Refs>
            <RltdPties><Dbtr><Pty><Nm>DRFIP DES RIVES</Nm></Pty></Dbtr></RltdPties>
            <RmtInf><Ustrd>VIREMENT FR7630006000011234567890189</Ustrd></RmtInf></TxDtls></NtryDtls>
            """;

    private static final String GOOD = balance("OPBD", "100.00", "2026-01-31")
            + entry("50.250", "CRDT", "2026-02-03", DETAILS)
            + entry("20.25", "DBIT", "2026-02-05", "")
            + balance("CLBD", "130.00", "2026-02-28");

    @TempDir
    private Path folder;

    private BankSamples samples;

    @BeforeEach
    void samples() {
        samples = new BankSamples(folder);
    }

    @Test
    void read_camt_balancesEntriesAndParty() {
        for (String version : List.of("02", "03", "04", "06", "08")) {
            Reading<List<BankStatement>> read = samples.read(camt(version, GOOD));

            assertThat(read.findings()).isEmpty();
            BankStatement statement = read.get().get(0);
            assertThat(statement.account().shown()).isEqualTo("FR14…2606");
            assertThat(statement.balanced()).contains(true);
            assertThat(statement.computedClosing().check()).isEmpty();
            BankEntry first = statement.entries().get(0);
            assertThat(first.amount()).isEqualTo(euros("50.25"));
            assertThat(first.counterparty()).isEqualTo("DRFIP DES RIVES");
            assertThat(first.reference()).isEqualTo("2026-CP-7");
            assertThat(first.label()).isEqualTo("VIREMENT FR76…0189");
            assertThat(statement.entries().get(1).amount()).isEqualTo(euros("-20.25"));
        }
    }

    @Test
    void read_camtWithStateAsText_isVersion2() {
        String statement = GOOD.replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>")
                .replace("<Dbtr><Pty>", "<Dbtr>")
                .replace("</Pty></Dbtr>", "</Dbtr>");

        BankStatement read = samples.read(camt("02", statement)).get().get(0);

        assertThat(read.entries()).hasSize(2);
        assertThat(read.entries().get(0).counterparty()).isEqualTo("DRFIP DES RIVES");
    }

    @Test
    void read_camtPendingEntry_isSaidAndDoesNotCount() {
        Reading<List<BankStatement>> read = samples.read(camt("08", GOOD.replaceFirst("<Cd>BOOK", "<Cd>PDNG")));

        assertThat(codes(read)).containsExactly("BANK-NOT-BOOKED");
        assertThat(read.get().get(0).entries()).hasSize(1);
    }

    @Test
    void read_camtWithoutBookingDay_takesTheDayOfValueAndSaysSo() {
        String noDay =
                GOOD.replaceFirst("<BookgDt><Dt>2026-02-03</Dt></BookgDt>", "<ValDt><Dt>2026-02-04</Dt></ValDt>");

        Reading<List<BankStatement>> read = samples.read(camt("08", noDay));

        assertThat(codes(read)).containsExactly("BANK-VALUE-DAY");
        assertThat(read.get().get(0).entries().get(0).date()).isEqualTo(LocalDate.of(2026, 2, 4));
    }

    @Test
    void read_camtRefusals_areCountedAndBalancesProveNothing() {
        String statement = GOOD.replace("50.250", "50.251").replace("20.25", "20,25");

        Reading<List<BankStatement>> read = samples.read(camt("08", statement));

        assertThat(codes(read)).containsExactly("BANK-AMOUNT-FRACTION", "BANK-AMOUNT", "BANK-REFUSED");
        assertThat(read.get().get(0).refused()).isEqualTo(2);
        assertThat(read.get().get(0).balanced()).isEmpty();
    }

    @Test
    void read_camtOfAnotherCurrency_isRefusedEntryByEntry() {
        String statement = GOOD.replaceFirst("<Ntry><Amt Ccy=\"EUR\">", "<Ntry><Amt Ccy=\"SEK\">");

        assertThat(codes(samples.read(camt("08", statement)))).containsExactly("BANK-ENTRY-CURRENCY", "BANK-REFUSED");
    }

    @Test
    void read_otherMessages_areRefusedByName() {
        assertThat(codes(samples.read(camt("08", GOOD).replace("camt.053", "camt.054"))))
                .containsExactly("BANK-OTHER-CAMT");
        assertThat(codes(samples.read("<html><body>Erreur</body></html>"))).containsExactly("BANK-NOT-CAMT");
        assertThat(codes(samples.read(camt("13", GOOD)))).containsExactly("BANK-CAMT-VERSION");
    }

    @Test
    void read_documentType_isRefusedAndNothingIsFetched() {
        String attack = camt("08", GOOD)
                .replace("?>", "?>\n<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                .replace("VIREMENT", "&x;");

        Reading<List<BankStatement>> read = samples.read(attack);

        assertThat(read.isRead()).isFalse();
        assertThat(codes(read)).containsExactly("BANK-XML");
        assertThat(read.toString()).doesNotContain("root:");
    }

    @Test
    void read_deepOrLongOrUtf16Xml_staysWithinLimits() {
        String deep = camt("08", GOOD.replace("VIREMENT", "<a>".repeat(200) + "</a>".repeat(200)));
        assertThat(codes(samples.read(deep))).containsExactly("BANK-TOO-DEEP");

        Reading<List<BankStatement>> longText = samples.read(camt("08", GOOD.replace("VIREMENT", "V".repeat(100_000))));
        assertThat(codes(longText)).containsExactly("BANK-TEXT-LONG");
        assertThat(longText.get().get(0).entries().get(0).label()).hasSizeLessThan(5_000);

        String wide = "\ufeff" + camt("08", GOOD).replace("UTF-8", "UTF-16");
        assertThat(samples.read(wide, StandardCharsets.UTF_16BE).get().get(0).entries())
                .hasSize(2);
    }

    @Test
    void read_anyTruncation_endsInFindings() {
        String whole = camt("08", GOOD);
        for (int length = 0; length < whole.length() - 20; length += 7) {
            Reading<List<BankStatement>> read = samples.read(whole.substring(0, length));

            assertThat(read.findings()).as("%d characters", length).isNotEmpty();
            said(read);
        }
    }

    @Test
    void read_cfonb_signsDetailsAndBalances() {
        Reading<List<BankStatement>> read = samples.read(cfonb(
                cfonbBalance("01", "310126", "0000000001000}"),
                "",
                cfonbMovement("030226", "VIR SEPA REGION", "0000000002002E", "2026-CP-7"),
                cfonbDetail("030226", "NPY", "REGION RIVES D ARVENNE"),
                cfonbDetail("030226", "LCC", "SOLDE CONVENTION"),
                cfonbMovement("050226", "LOYER", "0000000001000N", ""),
                cfonbBalance("07", "280226", "0000000000000}")));

        assertThat(read.findings()).isEmpty();
        BankStatement statement = read.get().get(0);
        assertThat(statement.opening().orElseThrow().amount()).isEqualTo(euros("-100.00"));
        assertThat(statement.entries().get(0).amount()).isEqualTo(euros("200.25"));
        assertThat(statement.entries().get(0).counterparty()).isEqualTo("REGION RIVES D ARVENNE");
        assertThat(statement.entries().get(0).label()).isEqualTo("VIR SEPA REGION SOLDE CONVENTION");
        assertThat(statement.entries().get(0).reference()).isEqualTo("2026-CP-7");
        assertThat(statement.entries().get(1).amount()).isEqualTo(euros("-100.05"));
        assertThat(statement.closing().orElseThrow().amount()).isEqualTo(euros("0.00"));
        assertThat(statement.balanced()).contains(false);
        assertThat(statement.account().shown()).isEqualTo("FR14…2606");
    }

    @Test
    void read_oneAccountInThreeFormats_hasOneKey() {
        String camt = samples.read(camt("08", GOOD)).get().get(0).account().key();
        String cfonb = samples.read(cfonb(cfonbBalance("01", "310126", "0000000001000{")))
                .get()
                .get(0)
                .account()
                .key();
        String ofx = samples.read(ofx("<BANKID>20041<BRANCHID>01005<ACCTID>0500013M026", ""))
                .get()
                .get(0)
                .account()
                .key();

        assertThat(cfonb).isEqualTo(camt);
        assertThat(ofx).isEqualTo(camt);
    }

    @Test
    void read_cfonbBroken_saysWhatIsWrongWhere() {
        Reading<List<BankStatement>> read = samples.read(cfonb(
                cfonbMovement("030226", "AVANT", "0000000000100{", ""),
                cfonbBalance("01", "310126", "0000000001000{"),
                cfonbMovement("310226", "JOUR", "0000000000100{", "").replace("310226", "320226"),
                cfonbMovement("030226", "SIGNE", "0000000000100Z", ""),
                "0420041 COURT",
                "99 INCONNU" + " ".repeat(110)));

        assertThat(codes(read))
                .containsExactly(
                        "BANK-CFONB-OUTSIDE",
                        "BANK-ENTRY-DAY",
                        "BANK-CFONB-AMOUNT",
                        "BANK-CFONB-LENGTH",
                        "BANK-CFONB-RECORD",
                        "BANK-CFONB-NO-END",
                        "BANK-REFUSED");
        assertThat(read.findings().get(1).place().line()).isEqualTo(3);
        assertThat(read.get()).hasSize(2);
        said(read);
    }

    @Test
    void read_ofxOfBothKinds_isTheSame() {
        String sgml = ofx(
                "<BANKID>20041<BRANCHID>01005<ACCTID>0500013M026",
                "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260203120000.000[-5:EST]<TRNAMT>1234,50<FITID>F1<NAME>R&amp;D"
                        + " REGION<MEMO>SOLDE</STMTTRN>");
        String xml = sgml.replaceAll(
                "<(BANKID|BRANCHID|ACCTID|TRNTYPE|DTPOSTED|TRNAMT|FITID|NAME|MEMO|CURDEF|BALAMT|"
                        + "DTASOF|DTSTART|DTEND)>([^<\\n]*)",
                "<$1>$2</$1>");

        BankStatement first = samples.read(sgml).get().get(0);
        BankStatement second = samples.read("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?>\n" + xml)
                .get()
                .get(0);

        assertThat(first.entries().get(0).amount()).isEqualTo(euros("1234.50"));
        assertThat(first.entries().get(0).counterparty()).isEqualTo("R&D REGION");
        assertThat(first.entries().get(0).label()).isEqualTo("SOLDE");
        assertThat(second.entries().get(0).id())
                .isEqualTo(first.entries().get(0).id());
        assertThat(second.balances()).isEqualTo(first.balances());
    }

    @Test
    void read_ofxRefusals_eachHasASentence() {
        Reading<List<BankStatement>> read = samples.read(ofx("<BANKID>1<ACCTID>2", """
                <STMTTRN><TRNAMT>-80.00<FITID>1</STMTTRN>
                <STMTTRN><DTPOSTED>20260231<TRNAMT>-80.00<FITID>2</STMTTRN>
                <STMTTRN><DTPOSTED>20260228<TRNAMT>$80<FITID>3</STMTTRN>
                <STMTTRN><DTPOSTED>20260228<TRNAMT>80<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY></STMTTRN>
                <STMTTRN><DTPOSTED>20260228<TRNAMT>80<ORIGCURRENCY><CURRATE>1.1<CURSYM>USD</ORIGCURRENCY></STMTTRN>
                """));

        assertThat(codes(read))
                .containsExactly("BANK-ENTRY-DAY", "BANK-ENTRY-DAY", "BANK-AMOUNT", "BANK-OFX-FOREIGN", "BANK-REFUSED");
        assertThat(read.get().get(0).entries()).hasSize(1);
        said(read);
    }

    @Test
    void read_ofxWithDeclarationOrCut_isRefusedOrSaid() {
        assertThat(codes(samples.read("<!DOCTYPE x [<!ENTITY a \"b\">]>" + ofx("<BANKID>1<ACCTID>2", ""))))
                .containsExactly("BANK-OFX-DECLARATION");
        String whole = ofx("<BANKID>1<ACCTID>2", "<STMTTRN><DTPOSTED>20260228<TRNAMT>80</STMTTRN>");
        assertThat(codes(samples.read(whole.substring(0, whole.indexOf("</BANKTRANLIST")))))
                .contains("BANK-TRUNCATED");
    }

    @Test
    void read_csvBelowAHeading_findsColumnsByTheirNames() {
        String csv = """
                Compte;FR14 2004 1010 0505 0001 3M02 606;;
                Solde au 28/02/2026;1 000,00;;

                Date opération;Libellé;Débit;Crédit
                03/02/2026;VIR REGION;;1 234,50
                05/02/2026;LOYER;-800,00;
                32/02/2026;FAUX;1,00;
                06/02/2026;RIEN;;
                """;

        Reading<List<BankStatement>> read = samples.read(csv, Charset.forName("windows-1252"));

        BankStatement statement = read.get().get(0);
        assertThat(statement.account().shown()).isEqualTo("FR14…2606");
        assertThat(statement.entries())
                .extracting(BankEntry::amount)
                .containsExactly(euros("1234.50"), euros("-800.00"));
        assertThat(statement.refused()).isEqualTo(2);
        assertThat(codes(read)).contains("MAP-DATE-UNREADABLE", "BANK-CSV-AMOUNT", "BANK-REFUSED");
        said(read);
    }

    @Test
    void read_noBankFile_isRefusedWithASentence() {
        assertThat(codes(samples.read(""))).containsExactly("TAB-KIND-EMPTY");
        assertThat(codes(samples.read(new byte[] {1, 2, 0, 4}))).containsExactly("BANK-BINARY");
        assertThat(codes(samples.read("bonjour\nle monde\n"))).contains("BANK-CSV-COLUMNS");
        assertThat(codes(BankFile.read(folder.resolve("nowhere")))).containsExactly("TAB-FILE-MISSING");
        assertThat(codes(BankFile.read(folder))).containsExactly("TAB-FILE-FOLDER");
    }

    @Test
    void read_spoiltBytes_endInFindingsOrStatements() {
        long seed = 20_260_131;
        Random random = new Random(seed);
        List<byte[]> wholes = List.of(
                camt("08", GOOD).getBytes(StandardCharsets.UTF_8),
                ofx("<BANKID>1<ACCTID>2", "<STMTTRN><DTPOSTED>20260228<TRNAMT>80</STMTTRN>")
                        .getBytes(StandardCharsets.UTF_8),
                cfonb(
                                cfonbBalance("01", "310126", "0000000001000}"),
                                cfonbMovement("030226", "VIR", "0000000002002E", "X"),
                                cfonbDetail("030226", "NPY", "REGION"),
                                cfonbBalance("07", "280226", "0000000000000}"))
                        .getBytes(StandardCharsets.UTF_8),
                "Compte;FR1420041010050500013M02606\nDate;Libellé;Débit;Crédit;Solde\n03/02/26;A;;1.234,50;1.234,50\n05/02/26;B;4,50;;1.230,00\n"
                        .getBytes(StandardCharsets.UTF_8));
        for (int round = 0; round < 600; round++) {
            byte[] bytes = wholes.get(round % wholes.size()).clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Reading<List<BankStatement>> read = samples.read(bytes);

            assertThat(read.isRead() || !read.findings().isEmpty())
                    .as("seed %d, round %d", seed, round)
                    .isTrue();
            said(read);
        }
    }

    /** Every finding has its sentence in both languages. */
    private static void said(Reading<?> read) {
        for (Finding finding : read.findings()) {
            assertThat(finding.message().in(Locale.FRENCH)).isNotBlank();
            assertThat(finding.message().in(Locale.ENGLISH)).isNotBlank();
        }
    }

    static String ofx(String account, String movements) {
        return """
                OFXHEADER:100
                DATA:OFXSGML

                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
                <BANKACCTFROM>%s</BANKACCTFROM>
                <BANKTRANLIST><DTSTART>20260201<DTEND>20260228
                %s
                </BANKTRANLIST>
                <LEDGERBAL><BALAMT>10.00<DTASOF>20260228</LEDGERBAL>
                </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
                """.formatted(account, movements);
    }

    private static Money euros(String amount) {
        return Money.parse(CurrencyUnit.EUR + " " + amount);
    }
}
