package org.subsidia.io.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.mapping.MappedTable;
import org.subsidia.io.mapping.Mapping;

/** Reads the statements of a file, whatever format it is in: what it holds decides, not its name. */
public final class BankFile {
    private static final int HEAD = 8_192;
    private static final Pattern CFONB = Pattern.compile("^\\s*0[1457][0-9A-Z]{5}.{4}[0-9A-Z ]{5}", Pattern.DOTALL);

    private BankFile() {}

    /**
     * Whether a file looks like statements of a bank; of a table only the head is read.
     *
     * @param path any file
     * @return whether it is one of the formats of banks, or a table whose columns name a day and an amount
     */
    public static boolean recognises(Path path) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > BankText.MOST_BYTES) {
                return false;
            }
            byte[] head = head(path);
            String start = new String(head, StandardCharsets.ISO_8859_1);
            return isOfx(start)
                    || CFONB.matcher(start).find()
                    || (looksLikeXml(head) ? start.contains("camt.05") : CsvStatement.recognises(path));
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean isOfx(String start) {
        String upper = start.toUpperCase(Locale.ROOT);
        return upper.contains("<OFX>") || upper.startsWith("OFXHEADER") || upper.contains("<?OFX");
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its statements and what was found in them; refused where it is no bank file or nothing of it can be used
     */
    public static Reading<List<BankStatement>> read(Path path) {
        return read(path, Optional.empty());
    }

    /**
     * Reads a file, which may be a table with columns of its own.
     *
     * @param path the file
     * @param mapping which column of a table of {@link org.subsidia.io.mapping.TableKind#MOVEMENTS movements} is which field; empty:
     *     its headers say so; other formats need none
     * @return its statements and what was found in them
     */
    public static Reading<List<BankStatement>> read(Path path, Optional<Mapping> mapping) {
        Place place = Place.file(String.valueOf(path.getFileName()));
        try {
            return read(path, place, mapping);
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(path, e));
        }
    }

    private static Reading<List<BankStatement>> read(Path path, Place place, Optional<Mapping> mapping)
            throws IOException {
        Optional<Finding> missing = FileFindings.missing(path);
        if (missing.isPresent()) {
            return Reading.refused(missing.get());
        }
        byte[] head = head(path);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        List<Finding> findings = new ArrayList<>();
        List<BankStatement> statements;
        if (start.isBlank()) {
            return Reading.refused(Finding.error(place, "TAB-KIND-EMPTY"));
        } else if (isOfx(start)) {
            statements = text(path, place, findings, (text, found) -> new OfxReader(place, found).read(text));
        } else if (looksLikeXml(head)) {
            try (InputStream in = Files.newInputStream(path)) {
                statements = new CamtReader(place, findings).read(in);
            }
        } else if (start.indexOf('\0') >= 0 && !start.startsWith("PK")) {
            return Reading.refused(Finding.error(place, "BANK-BINARY"));
        } else if (CFONB.matcher(start).find()) {
            statements = text(path, place, findings, (text, found) -> new CfonbReader(place, found).read(text));
        } else {
            return CsvStatement.read(path, mapping);
        }
        boolean failed = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (statements.isEmpty()) {
            if (!failed) {
                findings.add(Finding.error(place, "BANK-NO-STATEMENT"));
            }
            return Reading.refused(findings);
        }
        return Reading.of(statements, findings);
    }

    /**
     * By which mapping a table is read when none is given.
     *
     * @param path the file
     * @return the mapping that its headers suggest, with what its cells decide; refused where it is no table of movements
     */
    public static Reading<Mapping> mapping(Path path) {
        return CsvStatement.table(path, Optional.empty()).map(MappedTable::mapping);
    }

    private interface TextReader {
        List<BankStatement> read(String text, List<Finding> findings);
    }

    private static List<BankStatement> text(Path path, Place place, List<Finding> findings, TextReader reader)
            throws IOException {
        Reading<String> text = BankText.read(path, place);
        findings.addAll(text.findings());
        return text.value().map(all -> reader.read(all, findings)).orElse(List.of());
    }

    /** In UTF-8, in UTF-16, or with a mark. */
    private static boolean looksLikeXml(byte[] head) {
        for (byte b : head) {
            if (b == '<') {
                return true;
            }
            boolean mark = b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf || b == -1 || b == -2 || b == 0;
            if (!mark && b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return false;
    }
}
