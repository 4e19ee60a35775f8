package org.subsidia.io.statepayments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;

/**
 * A file of the State's payments on its way into a portfolio: Chorus (all its sheets), FONJEP, or payments of data.subvention.
 *
 * <p>A payment belongs to the grant whose reference is its engagement juridique (EJ), else it makes one. Corrected payments
 * replace what they correct; the same file twice changes nothing. Contacts and their addresses are not looked at.
 */
public final class StatePayments {
    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(256L << 20).withMaxRows(1_000_000).withArchive(2_000, 1L << 30, 200);

    private StatePayments() {}

    /**
     * Whether a file looks like one of the State's payments; only its head is read.
     *
     * @param path any file
     * @return whether it has the columns of one of the three
     */
    public static boolean recognises(Path path) {
        return TabularFile.open(path, LIMITS)
                .value()
                .filter(file -> FonjepBook.isIn(file)
                        || IntStream.range(0, file.sheets().size())
                                .anyMatch(sheet -> layout(file, sheet).isPresent()))
                .isPresent();
    }

    /**
     * Prepares an import.
     *
     * @param path XLSX or CSV
     * @param into the portfolio that would receive it
     * @param options how structures are matched
     * @param day the day at which the seats of structures count
     * @return the edits and what became of each row, or why the file is none of the three
     */
    public static Reading<Intake> prepare(Path path, Portfolio into, MatchOptions options, LocalDate day) {
        Reading<TabularFile> opened = TabularFile.open(path, LIMITS);
        TabularFile file = opened.value().orElse(null);
        if (file == null) {
            return Reading.refused(opened.findings());
        }
        IntakeDesk desk = new IntakeDesk(file.place(), into);
        opened.findings().forEach(desk::add);
        Optional<FonjepBook> fonjep = FonjepBook.find(file);
        if (fonjep.isPresent()) {
            new FonjepDesk(desk, into, options, day).take(fonjep.get());
            return Reading.of(desk.done());
        }
        PaymentDesk payments = new PaymentDesk(desk, into, options, day);
        List<String> read = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            Optional<PaymentLayout> layout = layout(file, sheet);
            (layout.isPresent() ? read : others).add(file.sheets().get(sheet));
            layout.ifPresent(one -> one.read(payments, desk));
        }
        if (read.isEmpty()) {
            return Reading.refused(Finding.error(
                    file.place(),
                    "PAY-NO-LAYOUT",
                    String.join(", ", HeadedTable.missing(file, 0, PaymentLayout.CHORUS))));
        }
        if (!others.isEmpty()) {
            desk.add(Finding.info(file.place(), "PAY-SHEETS", String.join(", ", read), String.join(", ", others)));
        }
        payments.done();
        return Reading.of(desk.done());
    }

    private static Optional<PaymentLayout> layout(TabularFile file, int sheet) {
        String name = file.sheets().size() > 1 ? file.sheets().get(sheet) : "";
        return HeadedTable.find(file, sheet, PaymentLayout.CHORUS)
                .map(table -> new PaymentLayout(table, name, true))
                .or(() -> HeadedTable.find(file, sheet, PaymentLayout.FLAT)
                        .map(table -> new PaymentLayout(table, name, false)));
    }
}
