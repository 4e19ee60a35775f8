package org.subsidia.io.scdl;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siret;
import org.subsidia.io.tabular.FormulaGuard;
import org.subsidia.money.Fraction;

/**
 * Writes rows after schema 2.1.1, strictly: its sixteen columns in their order, comma, CR LF, ISO dates, a decimal point. The
 * caller's {@link Writer} is to encode UTF-8.
 *
 * <p>A row that lacks what the schema requires is not written, and each lack is an error. A value that the schema forbids but
 * does not require is left out, with a warning. A text that a spreadsheet would compute gets an apostrophe in front of it,
 * which {@link ScdlInterpreter} takes away again; numbers stay numbers. What the standard has no column for (decision date,
 * extended columns) is not written.
 */
public final class ScdlWriter {
    private static final int TEXT_LENGTH = 256;
    private static final int RAE_LENGTH = 5;
    private static final int SHARE_PLACES = 10;

    private final CSVPrinter printer;
    private final Place place;
    private final Consumer<? super Finding> findings;
    private long line = 1;
    private long written;

    private ScdlWriter(CSVPrinter printer, Place place, Consumer<? super Finding> findings) {
        this.printer = printer;
        this.place = place;
        this.findings = findings;
    }

    /**
     * Starts a file with its header.
     *
     * @param out where to write; the caller closes it
     * @param file the file's name, for findings
     * @param findings takes what the schema forbids
     * @return the writer
     * @throws IOException if the header cannot be written
     */
    public static ScdlWriter to(Writer out, String file, Consumer<? super Finding> findings) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        ScdlColumn.standard().stream().map(ScdlColumn::header).toArray(String[]::new))
                .get();
        return new ScdlWriter(new CSVPrinter(out, format), Place.file(file), findings);
    }

    /**
     * Writes a row, if the schema allows it.
     *
     * @param row the row
     * @return whether it was written
     * @throws IOException if it cannot be written
     */
    public boolean write(ScdlRow row) throws IOException {
        line++;
        List<Finding> found = new ArrayList<>();
        List<String> cells = cells(row, new Sink(place.line(line), found));
        found.forEach(findings);
        if (found.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            line--;
            return false;
        }
        printer.printRecord(cells);
        written++;
        return true;
    }

    /** {@return how many rows were written} */
    public long written() {
        return written;
    }

    private record Sink(Place line, List<Finding> findings) {
        Place of(ScdlColumn column) {
            return line.column(ScdlColumn.standard().indexOf(column) + 1, column.header());
        }

        String missing(ScdlColumn column) {
            findings.add(Finding.error(of(column), "SCDL-OUT-MISSING", column.header()));
            return "";
        }

        void warn(ScdlColumn column, String code, Object... arguments) {
            findings.add(Finding.warning(of(column), code, arguments));
        }
    }

    private static List<String> cells(ScdlRow row, Sink sink) {
        List<String> cells = new ArrayList<>(ScdlColumn.standard().size());
        cells.add(name(row.funder(), ScdlColumn.NOM_ATTRIBUANT, sink));
        cells.add(row.funder()
                .id()
                .filter(Siret.class::isInstance)
                .map(OrganisationId::value)
                .orElseGet(() -> sink.missing(ScdlColumn.ID_ATTRIBUANT)));
        cells.add(row.conventionDate()
                .flatMap(ScdlDate::day)
                .map(Object::toString)
                .orElseGet(() -> sink.missing(ScdlColumn.DATE_CONVENTION)));
        cells.add(text(row.reference()));
        cells.add(name(row.beneficiary(), ScdlColumn.NOM_BENEFICIAIRE, sink));
        beneficiary(row.beneficiary(), cells, sink);
        cells.add(required(row.purpose(), ScdlColumn.OBJET, sink));
        cells.add(row.publishedAmount().getAmount().toPlainString());
        cells.add(row.nature().isEmpty() ? sink.missing(ScdlColumn.NATURE) : nature(row.nature()));
        cells.add(required(row.conditions(), ScdlColumn.CONDITIONS_VERSEMENT, sink));
        cells.add(period(row, sink));
        cells.add(rae(row, sink));
        cells.add(row.notified()
                .map(notified -> notified ? "oui" : "non")
                .orElseGet(() -> sink.missing(ScdlColumn.NOTIFICATION_UE)));
        cells.add(share(row.share(), sink));
        cells.add(text(row.scheme()));
        return cells;
    }

    private static String name(ScdlParty party, ScdlColumn column, Sink sink) {
        return party.name().map(FormulaGuard::guarded).orElseGet(() -> sink.missing(column));
    }

    private static void beneficiary(ScdlParty party, List<String> cells, Sink sink) {
        Optional<OrganisationId> siret = party.id().filter(Siret.class::isInstance);
        Optional<Rna> rna = party.rna();
        if (siret.isEmpty() && rna.isEmpty()) {
            sink.missing(ScdlColumn.ID_BENEFICIAIRE);
        }
        cells.add(siret.map(OrganisationId::value).orElse(""));
        Optional<Rna> allowed =
                rna.filter(number -> number.value().chars().skip(1).allMatch(Character::isDigit));
        if (rna.isPresent() && allowed.isEmpty()) {
            sink.warn(ScdlColumn.RNA_BENEFICIAIRE, "SCDL-OUT-RNA", rna.get().value());
            if (siret.isEmpty()) {
                sink.missing(ScdlColumn.RNA_BENEFICIAIRE);
            }
        }
        cells.add(allowed.map(Rna::value).orElse(""));
    }

    private static String required(Optional<String> text, ScdlColumn column, Sink sink) {
        if (text.isEmpty()) {
            return sink.missing(column);
        }
        String guarded = FormulaGuard.guarded(text.get());
        if (guarded.length() > TEXT_LENGTH) {
            sink.findings.add(
                    Finding.error(sink.of(column), "SCDL-OUT-LONG", column.header(), guarded.length(), TEXT_LENGTH));
        }
        return guarded;
    }

    private static String text(Optional<String> text) {
        return text.map(FormulaGuard::guarded).orElse("");
    }

    private static String period(ScdlRow row, Sink sink) {
        Optional<ScdlPeriod> period = row.paymentPeriod();
        boolean whole = period.isPresent()
                && period.get().start().isPresent()
                && period.get().end().isPresent();
        return whole ? period.get().toString() : sink.missing(ScdlColumn.DATES_PERIODE_VERSEMENT);
    }

    private static String rae(ScdlRow row, Sink sink) {
        Optional<String> rae = row.idRae();
        if (rae.isPresent() && rae.get().length() > RAE_LENGTH) {
            sink.warn(ScdlColumn.ID_RAE, "SCDL-OUT-RAE", rae.get());
            return "";
        }
        return text(rae);
    }

    private static String share(Fraction share, Sink sink) {
        BigDecimal value = share.value(SHARE_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        String text = (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
        if (share.compareTo(Fraction.of(1, 100)) < 0) {
            sink.findings.add(
                    Finding.error(sink.of(ScdlColumn.POURCENTAGE_SUBVENTION), "SCDL-OUT-SHARE", share.toString()));
        } else if (!Fraction.of(value).equals(share)) {
            sink.warn(ScdlColumn.POURCENTAGE_SUBVENTION, "SCDL-OUT-INEXACT", share.toString(), text);
        }
        return text;
    }

    static String nature(Set<ScdlNature> nature) {
        return nature.stream().sorted().map(ScdlNature::label).collect(Collectors.joining(";"));
    }
}
