package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.Posting;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.io.fec.FecIntake;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Structure;

/** What accounts bring into a portfolio. */
public final class FecIntakeReport {
    private static final int COLUMNS = 8;
    private static final int AMOUNT = 5;

    private FecIntakeReport() {}

    /**
     * The review of an import, before or after its edit is applied.
     *
     * @param intakes one a file, at least one
     * @param withCash whether the cash of the closing day is noted too
     * @param dryRun whether nothing was kept
     * @param asOf the day of the import
     * @return the report; its table {@code files} has a row a file, {@code receipts} the receipts that are added, {@code cash} the
     *     balances that are noted, {@code unresolved} the lines whose grant cannot be told
     */
    public static Report of(List<FecIntake> intakes, boolean withCash, boolean dryRun, LocalDate asOf) {
        List<Block> words = new ArrayList<>();
        intakes.forEach(intake -> intake.verdict().words().forEach(word -> words.add(new Paragraph(word))));
        words.add(files(intakes));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("verdict", Message.of("REPORT-FEC-VERDICT"), words));
        Table receipts = receipts(intakes, dryRun);
        sections.add(Section.of("receipts", Message.of("REPORT-FECIN-RECEIPTS"), receipts));
        if (withCash && intakes.stream().anyMatch(intake -> intake.cash() != null)) {
            sections.add(Section.of("cash", Message.of("REPORT-FECIN-CASH"), cash(intakes)));
        }
        List<Match> open = intakes.stream()
                .flatMap(intake -> intake.lines().stream())
                .filter(line -> line.kind() == FecIntake.Kind.UNRESOLVED)
                .map(FecIntake.Line::match)
                .toList();
        if (!open.isEmpty()) {
            sections.add(Section.of("unresolved", Message.of("REPORT-ACC-UNRESOLVED"), unresolved(open)));
        }
        List<Finding> findings = new ArrayList<>();
        intakes.forEach(intake -> {
            findings.addAll(intake.findings());
            intake.verdict().counts().forEach(count -> findings.addAll(count.examples()));
        });
        if (!findings.isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-FEC-DETAIL"), Findings.of(findings)));
        }
        String names = intakes.stream().map(intake -> intake.verdict().file()).collect(Collectors.joining(", "));
        return new Report("fecIntake", Message.of("REPORT-FECIN"), Words.verbatim(names), asOf, sections);
    }

    private static Table files(List<FecIntake> intakes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FecIntake intake : intakes) {
            Structure structure = intake.structure();
            rows.add(List.of(
                    Cell.of(intake.verdict().file()),
                    structure == null ? Cell.EMPTY : Cell.of(structure.name()),
                    Cell.of(count(intake, FecIntake.Kind.RECEIPT)),
                    Cell.of(count(intake, FecIntake.Kind.KNOWN)),
                    Cell.of(count(intake, FecIntake.Kind.TOLD)),
                    Cell.of(count(intake, FecIntake.Kind.UNRESOLVED))));
        }
        return new Table(
                "files",
                Message.of("REPORT-FECIN-LINES"),
                List.of(
                        column("file", Column.Type.TEXT, Message.of("REPORT-FEC-FILE")),
                        column("structure", Column.Type.TEXT, Message.of("REPORT-INTAKE-STRUCTURE")),
                        column("added", Column.Type.COUNT, FecIntake.Kind.RECEIPT.label()),
                        column("known", Column.Type.COUNT, FecIntake.Kind.KNOWN.label()),
                        column("told", Column.Type.COUNT, FecIntake.Kind.TOLD.label()),
                        column("unresolved", Column.Type.COUNT, FecIntake.Kind.UNRESOLVED.label())),
                rows,
                null);
    }

    private static long count(FecIntake intake, FecIntake.Kind kind) {
        return intake.lines().stream().filter(line -> line.kind() == kind).count();
    }

    private static Table receipts(List<FecIntake> intakes, boolean dryRun) {
        List<List<Cell>> rows = new ArrayList<>();
        Money sum = Money.zero(CurrencyUnit.EUR);
        for (FecIntake intake : intakes) {
            for (FecIntake.Line line : intake.lines()) {
                Receipt receipt = line.receipt();
                if (receipt != null) {
                    rows.add(row(
                            line.match(),
                            receipt.amount(),
                            grant(line.match().grant()),
                            Cell.of(line.match().how().label())));
                    sum = sum.plus(receipt.amount());
                }
            }
        }
        List<Cell> totals = new ArrayList<>(List.of(Cell.of(Message.of("REPORT-TOTAL"))));
        for (int i = 1; i < COLUMNS; i++) {
            totals.add(i == AMOUNT ? Cell.of(sum) : Cell.EMPTY);
        }
        Message caption = Message.of(dryRun ? "REPORT-FECIN-WOULD" : "REPORT-FECIN-ADDED", rows.size());
        return new Table(
                "receipts",
                caption,
                columns(
                        column("grant", Column.Type.TEXT, Message.of("REPORT-ACC-GRANT")),
                        column("how", Column.Type.TEXT, Message.of("REPORT-ACC-HOW"))),
                rows,
                rows.isEmpty() ? null : totals);
    }

    private static Table cash(List<FecIntake> intakes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FecIntake intake : intakes) {
            CashBalance cash = intake.cash();
            if (cash != null) {
                rows.add(List.of(Cell.of(intake.verdict().file()), Cell.of(cash.date()), Cell.of(cash.amount())));
            }
        }
        return new Table(
                "cash",
                Message.of("REPORT-FECIN-CASH"),
                List.of(
                        column("file", Column.Type.TEXT, Message.of("REPORT-FEC-FILE")),
                        column("closingDay", Column.Type.DATE, Message.of("REPORT-FEC-CLOSING")),
                        column("balance", Column.Type.MONEY, Message.of("REPORT-ACC-CLOSING"))),
                rows,
                null);
    }

    private static Table unresolved(List<Match> open) {
        List<List<Cell>> rows = open.stream()
                .map(match -> row(match, match.posting().amount().abs(), Cell.of(match.reason())))
                .toList();
        Message caption = Message.of("REPORT-ACC-LINE-COUNT", rows.size());
        return new Table(
                "unresolved",
                caption,
                columns(column("reason", Column.Type.TEXT, Message.of("REPORT-ACC-REASON"))),
                rows,
                null);
    }

    private static List<Column> columns(Column... last) {
        List<Column> columns = new ArrayList<>(List.of(
                column("file", Column.Type.TEXT, Message.of("REPORT-FEC-FILE")),
                column("line", Column.Type.COUNT, Message.of("REPORT-FEC-LINE")),
                column("date", Column.Type.DATE, Message.of("REPORT-ACC-DATE")),
                column("account", Column.Type.TEXT, Message.of("REPORT-ACC-ACCOUNT")),
                column("label", Column.Type.TEXT, Message.of("REPORT-FEC-LABEL")),
                column("amount", Column.Type.MONEY, Message.of("REPORT-ACC-AMOUNT"))));
        columns.addAll(List.of(last));
        return columns;
    }

    private static List<Cell> row(Match match, Money amount, Cell... last) {
        Posting posting = match.posting();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(posting.entry().file()),
                Cell.of(posting.line().line()),
                Cell.of(posting.entry().date()),
                Cell.of(posting.line().account()),
                Cell.of(posting.line().label()),
                Cell.of(amount)));
        cells.addAll(List.of(last));
        return cells;
    }

    private static Cell grant(@Nullable Grant grant) {
        return grant == null ? Cell.EMPTY : Cell.of(grant.id().value());
    }

    private static Column column(String name, Column.Type type, Message header) {
        return Column.of(name, type, header);
    }
}
