package org.subsidia.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.subsidia.io.fec.FecFile;
import org.subsidia.io.fec.FecVerdict;
import org.subsidia.law.LawBase;

/**
 * A FEC of a gigabyte, judged by one process: {@code FecStream FOLDER [MEGABYTES]} writes the file and judges it. Run it with the
 * heap that it shall prove to be enough ({@code -Xmx384m}).
 */
public final class FecStream {
    private FecStream() {}

    /**
     * Writes and judges.
     *
     * @param args the folder for the file, and how many megabytes it shall have (1,000 without)
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        long megabytes = args.length > 1 ? Long.parseLong(args[1]) : 1_000;
        Path file = Path.of(args[0]).resolve("999900111FEC20251231.txt");
        write(file, megabytes * 1_000_000);
        FecFile opened = FecFile.open(file).get();
        for (int run = 1; run <= 3; run++) {
            System.gc();
            long start = System.nanoTime();
            long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            FecVerdict verdict = FecVerdict.of(opened, LawBase.standard(), null, LocalDate.of(2026, 9, 30));
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "run %d: %d lines, %d entries, conform %s, %d MB in %.1f s (%.1f s of the processor), %.0f MB a processor second, heap limit %d MB%n",
                    run,
                    verdict.lines(),
                    verdict.entries(),
                    verdict.isConform(),
                    Files.size(file) / 1_000_000,
                    seconds,
                    busy,
                    Files.size(file) / 1e6 / busy,
                    Runtime.getRuntime().maxMemory() / 1_000_000);
        }
        Files.delete(file);
    }

    private static void write(Path file, long bytes) throws IOException {
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t"
                            + "PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n");
            out.write(
                    "AN\tÀ nouveaux\t0\t20250101\t512000\tBanque\t\t\tRAN\t20250101\tReprise\t1,00\t0,00\t\t\t20250131\t\t\n");
            out.write(
                    "AN\tÀ nouveaux\t0\t20250101\t102000\tFonds\t\t\tRAN\t20250101\tReprise\t0,00\t1,00\t\t\t20250131\t\t\n");
            for (long number = 1; written < bytes; number++) {
                String day = String.format(Locale.ROOT, "2025%02d%02d", 1 + number % 12, 1 + number % 28);
                long gross = 1_200 + number % 90_000;
                long tax = gross / 6;
                written += line(out, number, day, "411000", "Clients", "C" + number % 4_000, gross, 0);
                written += line(out, number, day, "706000", "Prestations", "", 0, gross - tax);
                written += line(out, number, day, "445710", "TVA collectée", "", 0, tax);
            }
        }
    }

    private static int line(
            BufferedWriter out,
            long number,
            String day,
            String account,
            String label,
            String aux,
            long debit,
            long credit)
            throws IOException {
        String text = "VE\tVentes\t" + number + '\t' + day + '\t' + account + '\t' + label + '\t' + aux + '\t'
                + (aux.isEmpty() ? "" : "Client " + aux) + "\tF" + number + '\t' + day + "\tFacture numéro " + number
                + '\t'
                + euros(debit) + '\t' + euros(credit) + "\t\t\t20260131\t\t\n";
        out.write(text);
        return text.length();
    }

    private static String euros(long cents) {
        return cents / 100 + "," + cents / 10 % 10 + cents % 10;
    }
}
