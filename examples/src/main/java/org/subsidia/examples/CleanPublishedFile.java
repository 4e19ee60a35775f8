package org.subsidia.examples;

import java.nio.file.Path;
import java.util.Locale;
import org.subsidia.finding.Reading;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.scdl.ScdlSummary;

/** Reads a published file of subsidies, however dirty, and prints its rows clean and what had to be repaired. */
public final class CleanPublishedFile {
    private CleanPublishedFile() {}

    /**
     * Reads one file.
     *
     * @param args the file, CSV or XLSX
     */
    public static void main(String[] args) {
        Reading<ScdlFile> opened = ScdlFile.open(Path.of(args[0]), ScdlOptions.standard());
        if (!opened.isRead()) {
            // something else than a file of subsidies: the findings say what it is, in one sentence
            opened.findings()
                    .forEach(finding -> System.err.println(finding.message().in(Locale.FRENCH)));
            return;
        }
        ScdlSummary summary = opened.get()
                .rows(
                        row -> System.out.println(row.line() + "\t"
                                + row.beneficiary().name().orElse("?") + "\t" + row.attributedAmount()),
                        finding -> {});
        System.out.println(summary.read() + " rows, " + summary.refused() + " kept out, " + summary.published());
        summary.findings()
                .forEach(found -> System.out.println(
                        found.count() + " × " + found.examples().get(0)));
    }
}
