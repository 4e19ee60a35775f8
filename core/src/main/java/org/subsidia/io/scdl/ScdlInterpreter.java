package org.subsidia.io.scdl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.TabularFormat;
import org.subsidia.money.Fraction;

/**
 * Turns the cells of one record into a row, or says why they cannot be trusted. A pure function of header, line and cells;
 * any thread may use it.
 *
 * <p>A row is refused (its findings hold an error) when
 *
 * <ul>
 *   <li>its amount is missing or cannot be read without a guess, or two amount columns contradict each other;
 *   <li>its share is negative, above the whole, or no number: the attributed amount would be a guess;
 *   <li>its cells are shifted and there is not exactly one way to put them right, or it was cut before its last required cell;
 *   <li>neither name nor usable number tells who receives, or neither tells who grants although the file has such columns;
 *   <li>it is a total, a repeated header, or a request that was not granted.
 * </ul>
 *
 * <p>Everything else that is missing or unusable leaves the row standing: a number that a spreadsheet destroyed (the name
 * remains), all dates (the year is then unknown), nature, conditions, payment period, notification, register number. Each
 * such loss is a warning, each repair an information with the value as it stood and as it was read.
 */
public final class ScdlInterpreter {
    /** Above this a published subsidy is probably a mistake of unit; it is kept, with a warning. */
    private static final BigDecimal SUSPICIOUS = new BigDecimal("100000000");

    private static final int STANDARD_LENGTH = 256;
    private static final int RAE_LENGTH = 5;

    private final ScdlHeader header;
    private final Place file;
    private final boolean workbook;
    private final RowShape shape;

    private ScdlInterpreter(ScdlHeader header, Place file, TabularFormat format) {
        this.header = header;
        this.file = file;
        this.workbook = format == TabularFormat.XLSX;
        this.shape = new RowShape(header);
    }

    /**
     * An interpreter of the records below a header.
     *
     * @param header which column holds what
     * @param file the place of findings
     * @param format numbers of a workbook need no interpretation of separators
     * @return the interpreter
     */
    public static ScdlInterpreter of(ScdlHeader header, Place file, TabularFormat format) {
        return new ScdlInterpreter(header, file, format);
    }

    /** {@return the header that decides which cell is what} */
    public ScdlHeader header() {
        return header;
    }

    /**
     * Interprets one record.
     *
     * @param line the line on which it starts, from 1
     * @param fields its cells, as many as there are
     * @return the row and its repairs, or why it is kept out
     */
    public Reading<ScdlRow> interpret(long line, List<String> fields) {
        Place place = file.line(line);
        List<Finding> findings = new ArrayList<>(2);
        boolean[] person = new boolean[1];
        List<String> clean = RecordCells.withoutPersons(header, place, fields, findings, person);
        Reading<List<String>> shaped = shape.read(place, clean);
        findings.addAll(shaped.findings());
        if (!shaped.isRead()) {
            return Reading.refused(findings);
        }
        if (clean.stream().allMatch(String::isBlank)) {
            findings.add(Finding.error(place, "SCDL-ROW-BLANK", line));
            return Reading.refused(findings);
        }
        if (isHeaderAgain(shaped.get())) {
            findings.add(Finding.error(place, "SCDL-ROW-HEADER", line));
            return Reading.refused(findings);
        }
        return read(RecordCells.of(header, place, shaped.get(), findings), person[0]);
    }

    private Reading<ScdlRow> read(RecordCells cells, boolean person) {
        List<Finding> findings = cells.findings();
        String status = cells.text(ScdlColumn.STATUT_LABEL);
        if (ScdlWords.isNotGranted(status)) {
            cells.add(Finding.error(cells.place(ScdlColumn.STATUT_LABEL), "SCDL-ROW-NOT-GRANTED", status));
        }
        ScdlParty beneficiary = ScdlParties.beneficiary(cells, person);
        ScdlParty funder = ScdlParties.funder(cells);
        Optional<ScdlDate> convention = date(cells, ScdlColumn.DATE_CONVENTION);
        Optional<ScdlDate> decision = date(cells, ScdlColumn.DATE_DECISION);
        identities(cells, funder, beneficiary, convention.isPresent());
        Optional<Money> amount = amount(cells);
        Optional<Fraction> share = share(cells);
        if (amount.isEmpty() || share.isEmpty() || findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return Reading.refused(findings);
        }
        ScdlRow row = new ScdlRow(
                cells.line().line(),
                funder,
                beneficiary,
                convention,
                decision,
                cells.words(ScdlColumn.REFERENCE_DECISION),
                limited(cells, ScdlColumn.OBJET),
                amount.get(),
                share.get(),
                nature(cells),
                limited(cells, ScdlColumn.CONDITIONS_VERSEMENT),
                period(cells),
                idRae(cells),
                notified(cells),
                cells.words(ScdlColumn.DISPOSITIF_AIDE),
                extended(cells));
        if (row.year().isEmpty()) {
            cells.add(Finding.warning(cells.line(), "SCDL-DATE-NONE", row.line()));
        }
        return Reading.of(row, findings);
    }

    private boolean isHeaderAgain(List<String> cells) {
        int same = 0;
        for (int i = 0; i < header.width(); i++) {
            same += !cells.get(i).isBlank()
                            && cells.get(i).strip().equals(header.names().get(i).strip())
                    ? 1
                    : 0;
        }
        return same >= 3;
    }

    private void identities(RecordCells cells, ScdlParty funder, ScdlParty beneficiary, boolean dated) {
        long line = cells.line().line();
        boolean total = beneficiary.id().isEmpty()
                && !dated
                && (beneficiary.name().filter(ScdlWords::isTotal).isPresent()
                        || funder.name().filter(ScdlWords::isTotal).isPresent());
        if (total) {
            cells.add(Finding.error(cells.line(), "SCDL-ROW-TOTAL", line));
        } else if (beneficiary.isUnknown()) {
            cells.add(Finding.error(cells.line(), "SCDL-ROW-NO-BENEFICIARY", line));
        }
        boolean named = cells.has(ScdlColumn.NOM_ATTRIBUANT) || cells.has(ScdlColumn.ID_ATTRIBUANT);
        if (named && funder.isUnknown()) {
            cells.add(Finding.error(cells.line(), "SCDL-ROW-NO-FUNDER", line));
        }
    }

    private Optional<Money> amount(RecordCells cells) {
        String text = cells.text(ScdlColumn.MONTANT);
        Place place = cells.place(ScdlColumn.MONTANT);
        if (text.isEmpty()) {
            cells.add(Finding.error(place, "SCDL-AMT-MISSING", cells.line().line()));
            return Optional.empty();
        }
        if (cells.isAmountInConflict()) {
            cells.add(Finding.error(place, "SCDL-AMT-CONFLICT", cells.line().line()));
            return Optional.empty();
        }
        Optional<Money> amount = cells.required(ScdlColumn.MONTANT, ScdlAmounts.read(text, workbook));
        amount.ifPresent(money -> {
            if (money.isZero()) {
                cells.add(Finding.warning(place, "SCDL-AMT-ZERO", cells.line().line()));
            } else if (money.getAmount().abs().compareTo(SUSPICIOUS) > 0) {
                cells.add(Finding.warning(place, "SCDL-AMT-HUGE", money));
            }
        });
        return amount;
    }

    private static Optional<Fraction> share(RecordCells cells) {
        if (!cells.has(ScdlColumn.POURCENTAGE_SUBVENTION)) {
            return Optional.of(Fraction.ONE);
        }
        String text = cells.text(ScdlColumn.POURCENTAGE_SUBVENTION);
        if (text.isEmpty()) {
            cells.add(Finding.info(cells.place(ScdlColumn.POURCENTAGE_SUBVENTION), "SCDL-SHARE-EMPTY"));
            return Optional.of(Fraction.ONE);
        }
        return cells.required(ScdlColumn.POURCENTAGE_SUBVENTION, ScdlShares.read(text));
    }

    private static Optional<ScdlDate> date(RecordCells cells, ScdlColumn column) {
        String text = cells.text(column);
        if (text.isEmpty() || ScdlWords.isNothing(text)) {
            return Optional.empty();
        }
        return cells.optional(column, ScdlDates.read(text));
    }

    private static Optional<ScdlPeriod> period(RecordCells cells) {
        String text = cells.text(ScdlColumn.DATES_PERIODE_VERSEMENT);
        if (text.isEmpty() || ScdlWords.isNothing(text)) {
            return Optional.empty();
        }
        return cells.optional(ScdlColumn.DATES_PERIODE_VERSEMENT, ScdlPeriods.read(text));
    }

    private static Set<ScdlNature> nature(RecordCells cells) {
        String text = cells.text(ScdlColumn.NATURE);
        if (text.isEmpty()) {
            return Set.of();
        }
        Set<ScdlNature> nature = ScdlWords.nature(text);
        Place place = cells.place(ScdlColumn.NATURE);
        if (nature.isEmpty()) {
            cells.add(Finding.warning(place, "SCDL-NATURE-UNKNOWN", text));
        } else if (!ScdlWords.isStandardNature(text)) {
            cells.add(Finding.info(place, "SCDL-NATURE-FORM", text, ScdlWriter.nature(nature)));
        }
        return nature;
    }

    private static Optional<Boolean> notified(RecordCells cells) {
        String text = cells.text(ScdlColumn.NOTIFICATION_UE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> flag = ScdlWords.flag(text);
        Place place = cells.place(ScdlColumn.NOTIFICATION_UE);
        if (flag.isEmpty()) {
            cells.add(Finding.warning(place, "SCDL-EU-UNKNOWN", text));
        } else if (!text.equals("oui") && !text.equals("non")) {
            cells.add(Finding.info(place, "SCDL-EU-FORM", text, flag.get() ? "oui" : "non"));
        }
        return flag;
    }

    private static Optional<String> idRae(RecordCells cells) {
        String text = cells.text(ScdlColumn.ID_RAE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (ScdlWords.isNothing(text)) {
            cells.add(Finding.info(cells.place(ScdlColumn.ID_RAE), "SCDL-RAE-NONE", text));
            return Optional.empty();
        }
        if (text.length() > RAE_LENGTH) {
            cells.add(Finding.warning(cells.place(ScdlColumn.ID_RAE), "SCDL-RAE-LONG", text));
        }
        return Optional.of(text);
    }

    private static Optional<String> limited(RecordCells cells, ScdlColumn column) {
        String text = cells.text(column);
        if (text.length() > STANDARD_LENGTH) {
            cells.add(Finding.warning(
                    cells.place(column), "SCDL-TEXT-LONG", column.header(), text.length(), STANDARD_LENGTH));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Map<ScdlColumn, String> extended(RecordCells cells) {
        Map<ScdlColumn, String> extended = new EnumMap<>(ScdlColumn.class);
        for (ScdlColumn column : header.columns()) {
            if (column.isExtended() && column != ScdlColumn.DATE_DECISION) {
                cells.words(column).ifPresent(text -> extended.put(column, text));
            }
        }
        return extended;
    }
}
