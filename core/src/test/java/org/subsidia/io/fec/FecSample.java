package org.subsidia.io.fec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.subsidia.law.LawBase;

/** A small FEC that is right, and ways to spoil it. */
final class FecSample {
    static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    static final String NAME = "999900111FEC20251231.txt";
    static final String HEADER =
            "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
                    + "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise";

    private final List<String> lines = new ArrayList<>(List.of(
            HEADER,
            line("AN", "1", "20250101", "512000", "100,00", "0,00"),
            line("AN", "1", "20250101", "102000", "0,00", "100,00"),
            line("OD", "2", "20250408", "441700", "1500,50", "0,00"),
            line("OD", "2", "20250408", "741000", "0,00", "1500,50")));

    static String line(String journal, String number, String date, String account, String debit, String credit) {
        String label = journal.equals("AN") ? "A nouveaux" : "Journal " + journal;
        return String.join(
                "\t",
                journal,
                label,
                number,
                date,
                account,
                "Compte " + account,
                "",
                "",
                "P" + number,
                date,
                "Écriture " + number,
                debit,
                credit,
                "",
                "",
                date,
                "",
                "");
    }

    FecSample with(String more) {
        lines.add(more);
        return this;
    }

    FecSample replace(int line, String from, String to) {
        lines.set(line - 1, lines.get(line - 1).replace(from, to));
        return this;
    }

    FecSample replaceAll(String from, String to) {
        lines.replaceAll(each -> each.replace(from, to));
        return this;
    }

    FecSample cell(int line, FecField field, String value) {
        String[] cells = lines.get(line - 1).split("\t", -1);
        cells[Arrays.asList(HEADER.split("\t")).indexOf(field.header())] = value;
        lines.set(line - 1, String.join("\t", cells));
        return this;
    }

    /** Puts more cells behind the header and behind every line. */
    FecSample append(String header, String cells) {
        lines.replaceAll(each -> each + (each.startsWith("JournalCode") ? header : cells));
        return this;
    }

    List<String> lines() {
        return lines;
    }

    Path in(Path folder) {
        return in(folder, NAME, StandardCharsets.UTF_8, "\r\n");
    }

    Path in(Path folder, String name, Charset charset, String end) {
        try {
            return Files.write(folder.resolve(name), (String.join(end, lines) + end).getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FecVerdict verdict(Path folder) {
        return verdictOf(in(folder));
    }

    static FecVerdict verdictOf(Path file) {
        return FecVerdict.of(FecFile.open(file).get(), LawBase.standard(), null, DAY);
    }

    static List<String> codes(FecVerdict verdict) {
        return verdict.counts().stream().map(FecCount::code).toList();
    }

    static Path real() {
        String root = System.getenv("SUBSIDIA_REAL_DATA");
        Assumptions.assumeThat(root)
                .as("SUBSIDIA_REAL_DATA names the folder of real files")
                .isNotNull();
        Path path = Path.of(root).resolve("fec/0000000001FEC20220831.txt");
        Assumptions.assumeThat(Files.exists(path)).as("%s exists", path).isTrue();
        return path;
    }
}
