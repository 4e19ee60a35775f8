package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.Stranger;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;

/** What becomes of an exchange file on its way into a portfolio. */
public final class IntakeReport {
    private static final long MOST_STRANGERS = 100;

    private IntakeReport() {}

    /**
     * The review of an import, before or after its edit is applied.
     *
     * @param intake the import
     * @param file the name of the file
     * @param asOf the day of the import
     * @param everyone whether all beneficiaries are listed that are none of the portfolio’s; else those of the largest sums
     * @return the report; its table {@code outcomes} counts records, {@code taken} lists those of the portfolio’s structures,
     *     {@code review} the beneficiaries of which a person must say who they are, {@code strangers} those that are none of the
     *     portfolio’s structures, {@code refused} says why
     */
    public static Report of(Intake intake, String file, LocalDate asOf, boolean everyone) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("outcomes", Message.of("REPORT-INTAKE-OUTCOMES"), outcomes(intake)));
        List<List<Cell>> taken = intake.taken().stream()
                .filter(one -> one.record() != null)
                .map(IntakeReport::row)
                .toList();
        if (!taken.isEmpty()) {
            sections.add(Section.of("taken", Message.of("REPORT-INTAKE-TAKEN"), taken(taken)));
        }
        List<List<Cell>> review = review(intake);
        if (!review.isEmpty()) {
            sections.add(Section.of(
                    "review",
                    Message.of("REPORT-INTAKE-REVIEW"),
                    new Table("review", Message.of("REPORT-INTAKE-REVIEW"), reviewColumns(), review, null),
                    new Paragraph(Message.of("REPORT-INTAKE-HOW"))));
        }
        if (!intake.strangers().isEmpty()) {
            sections.add(Section.of(
                    "strangers",
                    Message.of("REPORT-INTAKE-STRANGERS"),
                    strangers(intake.strangers(), everyone ? Long.MAX_VALUE : MOST_STRANGERS),
                    new Paragraph(Message.of("REPORT-INTAKE-STRANGERS-HOW"))));
        }
        List<List<Cell>> refused =
                intake.taken().stream().flatMap(IntakeReport::refused).toList();
        if (!refused.isEmpty()) {
            sections.add(Section.of(
                    "refused",
                    Message.of("REPORT-INTAKE-REFUSED"),
                    new Table("refused", Message.of("REPORT-INTAKE-REFUSED"), refusedColumns(), refused, null)));
        }
        List<Finding> findings = Stream.concat(
                        intake.findings().stream(), intake.taken().stream().flatMap(one -> one.findings().stream()))
                .toList();
        sections.add(Section.of("findings", Message.of("REPORT-INTAKE-FINDINGS"), Findings.of(findings)));
        return new Report("intake", Message.of("REPORT-INTAKE"), Words.verbatim(file), asOf, sections);
    }

    private static Table outcomes(Intake intake) {
        List<Column> columns = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        for (Taken.Kind kind : Taken.Kind.values()) {
            columns.add(Column.of(kind.name().toLowerCase(Locale.ROOT), Column.Type.COUNT, kind.label()));
            row.add(Cell.of(intake.count(kind)));
        }
        return new Table("outcomes", Message.of("REPORT-INTAKE-OUTCOMES"), columns, List.of(row), null);
    }

    /** The sheet and the day to cover it by are told where any row has one. */
    private static Table taken(List<List<Cell>> rows) {
        return new Table("taken", Message.of("REPORT-INTAKE-TAKEN"), takenColumns(), rows, null)
                .withoutEmpty("sheet", "deadline");
    }

    private static List<Column> takenColumns() {
        return List.of(
                Column.of("line", Column.Type.COUNT, Message.of("REPORT-INTAKE-LINE")),
                text("sheet", "REPORT-INTAKE-SHEET"),
                text("outcome", "REPORT-INTAKE-OUTCOME"),
                text("structure", "REPORT-INTAKE-STRUCTURE"),
                Column.of("score", Column.Type.COUNT, Message.of("REPORT-INTAKE-SCORE")),
                text("purpose", "REPORT-INTAKE-PURPOSE"),
                Column.of("amount", Column.Type.MONEY, Message.of("REPORT-INTAKE-AMOUNT")),
                Column.of("deadline", Column.Type.DATE, Message.of("REPORT-INTAKE-DEADLINE")),
                text("record", "REPORT-INTAKE-RECORD"));
    }

    private static List<Cell> row(Taken one) {
        Money amount = one.amount();
        LocalDate deadline = one.deadline();
        RecordId record = one.record();
        return List.of(
                Cell.of(one.line()),
                one.sheet().isEmpty() ? Cell.EMPTY : Cell.of(one.sheet()),
                Cell.of(one.kind().label()),
                one.whose().map(StructureId::value).map(Cell::of).orElse(Cell.EMPTY),
                Cell.of(one.score()),
                Cell.of(one.purpose()),
                amount == null ? Cell.EMPTY : Cell.of(amount),
                deadline == null ? Cell.EMPTY : Cell.of(deadline),
                record == null ? Cell.EMPTY : Cell.of(record.value()));
    }

    private static List<Column> reviewColumns() {
        return List.of(
                text("beneficiary", "REPORT-INTAKE-BENEFICIARY"),
                text("postcode", "REPORT-INTAKE-POSTCODE"),
                text("structure", "REPORT-INTAKE-STRUCTURE"),
                Column.of("score", Column.Type.COUNT, Message.of("REPORT-INTAKE-SCORE")),
                Column.of("rows", Column.Type.COUNT, Message.of("REPORT-INTAKE-ROWS")));
    }

    /** One row a beneficiary, the surest first. */
    private static List<List<Cell>> review(Intake intake) {
        Map<List<String>, List<Taken>> names = new LinkedHashMap<>();
        intake.taken().stream()
                .filter(one -> one.kind() == Taken.Kind.REVIEW)
                .sorted((a, b) -> Integer.compare(b.score(), a.score()))
                .forEach(one -> names.computeIfAbsent(
                                List.of(one.beneficiary(), one.postcode()), key -> new ArrayList<>())
                        .add(one));
        List<List<Cell>> rows = new ArrayList<>();
        names.forEach((key, all) -> rows.add(List.of(
                Cell.of(key.get(0)),
                Cell.of(key.get(1)),
                Cell.of(all.get(0).whose().map(StructureId::value).orElse("")),
                Cell.of(all.get(0).score()),
                Cell.of(all.size()))));
        return rows;
    }

    /** The largest ones; the caption counts all. */
    private static Table strangers(List<Stranger> all, long most) {
        List<List<Cell>> rows = all.stream().limit(most).map(IntakeReport::row).toList();
        List<Column> columns = List.of(
                text("beneficiary", "REPORT-INTAKE-BENEFICIARY"),
                text("postcode", "REPORT-INTAKE-POSTCODE"),
                text("number", "REPORT-INTAKE-NUMBER"),
                text("structure", "REPORT-INTAKE-STRUCTURE"),
                Column.of("rows", Column.Type.COUNT, Message.of("REPORT-INTAKE-ROWS")),
                Column.of("sum", Column.Type.MONEY, Message.of("REPORT-INTAKE-SUM")));
        return new Table(
                "strangers", Message.of("REPORT-INTAKE-STRANGERS-SHOWN", all.size(), rows.size()), columns, rows, null);
    }

    private static List<Cell> row(Stranger one) {
        Money sum = one.sum();
        return List.of(
                Cell.of(one.beneficiary().name()),
                Cell.of(one.beneficiary().postcode()),
                Cell.of(one.number()),
                Cell.EMPTY,
                Cell.of(one.rows()),
                sum == null ? new Cell.Unknown(Message.of("REPORT-INTAKE-NO-AMOUNT")) : Cell.of(sum));
    }

    private static List<Column> refusedColumns() {
        return List.of(
                Column.of("line", Column.Type.COUNT, Message.of("REPORT-INTAKE-LINE")),
                text("column", "REPORT-INTAKE-COLUMN"),
                text("reason", "REPORT-INTAKE-REASON"));
    }

    private static Stream<List<Cell>> refused(Taken one) {
        return one.findings().stream()
                .filter(why -> one.kind() == Taken.Kind.REFUSED && why.severity() == Severity.ERROR)
                .map(why -> {
                    String field = why.place().field();
                    return List.of(
                            Cell.of(one.line()), field == null ? Cell.EMPTY : Cell.of(field), Cell.of(why.message()));
                });
    }

    private static Column text(String name, String code) {
        return Column.of(name, Column.Type.TEXT, Message.of(code));
    }
}
