package org.subsidia.io.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

/** Statements written by hand, and what reading them says. */
final class BankSamples {
    private final Path folder;

    BankSamples(Path folder) {
        this.folder = folder;
    }

    Reading<List<BankStatement>> read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    Reading<List<BankStatement>> read(String text, Charset charset) {
        return read(text.getBytes(charset));
    }

    Reading<List<BankStatement>> read(byte[] bytes) {
        try {
            return BankFile.read(Files.write(folder.resolve("statement"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> codes(Reading<?> reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }

    static String camt(String version, String statement) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s">
                <BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
                <Stmt><Id>S-1</Id><Acct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id><Ccy>EUR</Ccy></Acct>
                %s
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(version, statement);
    }

    static String balance(String code, String amount, String day) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(code, amount, day);
    }

    static String entry(String amount, String sign, String day, String details) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>B%s</AcctSvcrRef>%s</Ntry>
                """.formatted(amount, sign, day, amount, details);
    }

    static String cfonb(String... lines) {
        return String.join("\n", lines) + '\n';
    }

    /** A line of 120 characters of the account 20041 01005 0500013M026. */
    static String cfonbBalance(String record, String day, String amount) {
        return pad(record + "20041    01005EUR2 0500013M026  " + day + " ".repeat(50) + amount);
    }

    static String cfonbMovement(String day, String label, String amount, String reference) {
        String start = "0420041B10401005EUR2 0500013M02605" + day + "  " + day;
        return pad(start + (label + " ".repeat(31)).substring(0, 31) + "  0000000  " + amount + reference);
    }

    static String cfonbDetail(String day, String qualifier, String info) {
        return pad("0520041B10401005EUR2 0500013M02605" + day + "     " + qualifier + info);
    }

    private static String pad(String line) {
        return (line + " ".repeat(120)).substring(0, 120);
    }
}
