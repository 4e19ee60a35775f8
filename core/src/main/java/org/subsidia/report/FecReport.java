package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.subsidia.accounts.CarriedAccount;
import org.subsidia.accounts.Carryover;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.io.fec.FecCount;
import org.subsidia.io.fec.FecJournal;
import org.subsidia.io.fec.FecVerdict;
import org.subsidia.io.fec.FecYears;

/** What a FEC is worth. */
public final class FecReport {
    private FecReport() {}

    /**
     * The verdict on some files.
     *
     * @param verdicts one a file, at least one
     * @param years what the files of several years of one company say together
     * @param asOf the day of the test
     * @return the report; its table {@code files} has a row a file, {@code points} a row a kind of finding, {@code journals} a row
     *     a journal, {@code carried} a row an account that opens a year with another balance
     */
    public static Report verdict(List<FecVerdict> verdicts, List<FecYears> years, LocalDate asOf) {
        List<Block> words = new ArrayList<>();
        verdicts.forEach(verdict -> verdict.words().forEach(word -> words.add(new Paragraph(word))));
        words.add(files(verdicts));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("verdict", Message.of("REPORT-FEC-VERDICT"), words));
        sections.add(Section.of("points", Message.of("REPORT-FEC-POINTS"), points(verdicts)));
        sections.add(Section.of("journals", Message.of("REPORT-FEC-JOURNALS"), journals(verdicts)));
        if (!years.isEmpty()) {
            sections.add(new Section("carried", Message.of("REPORT-FEC-CARRIED"), carried(years)));
        }
        List<Findings.Group> groups = new ArrayList<>(verdicts.stream()
                .flatMap(verdict -> verdict.counts().stream())
                .filter(count -> !count.examples().isEmpty())
                .map(count -> new Findings.Group(count.severity(), count.code(), count.count(), count.examples()))
                .toList());
        groups.addAll(Findings.of(
                        years.stream().flatMap(each -> each.findings().stream()).toList())
                .groups());
        sections.add(Section.of("findings", Message.of("REPORT-FEC-DETAIL"), Findings.sorted(groups)));
        sections.add(Section.of(
                "limits", Message.of("REPORT-FEC-LIMITS"), new Paragraph(Message.of("REPORT-FEC-LIMITS-TEXT"))));
        List<Explanation> why = years.stream()
                .flatMap(each -> each.carried().stream())
                .map(Carryover::ownFunds)
                .toList();
        if (!why.isEmpty()) {
            sections.add(Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), new Explanations(why)));
        }
        return new Report(
                "fecVerdict",
                Message.of("REPORT-FEC-TITLE"),
                verdicts.size() == 1 ? Words.verbatim(verdicts.get(0).file()) : null,
                asOf,
                sections);
    }

    private static List<Block> carried(List<FecYears> years) {
        List<Block> blocks = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (FecYears company : years) {
            company.gaps().forEach(gap -> blocks.add(new Paragraph(gap)));
            for (Carryover year : company.carried()) {
                blocks.add(new Paragraph(year.words()));
                year.accounts().forEach(account -> rows.add(row(year, account)));
            }
        }
        blocks.add(new Table(
                "carried",
                Message.of(rows.isEmpty() ? "REPORT-FEC-CARRIED-NONE" : "REPORT-FEC-CARRIED"),
                List.of(
                        Column.of("closingDay", Column.Type.DATE, Message.of("REPORT-FEC-CLOSING")),
                        text("account", "REPORT-ACC-ACCOUNT"),
                        text("label", "REPORT-FEC-LABEL"),
                        money("closing", "REPORT-FEC-CARRIED-CLOSING"),
                        money("opening", "REPORT-FEC-CARRIED-OPENING"),
                        money("difference", "REPORT-ACC-DIFFERENCE"),
                        text("kind", "REPORT-FEC-CARRIED-KIND"),
                        text("file", "REPORT-FEC-FILE"),
                        count("line", "REPORT-FEC-LINE")),
                rows,
                null));
        return blocks;
    }

    private static List<Cell> row(Carryover year, CarriedAccount account) {
        String file = account.place().file();
        return List.of(
                Cell.of(year.before().closing()),
                Cell.of(account.account()),
                Cell.of(account.label()),
                Cell.of(account.closing()),
                Cell.of(account.opening()),
                Cell.of(account.difference()),
                Cell.of(account.kind().label()),
                file == null ? Cell.EMPTY : Cell.of(file),
                account.place().line() == 0
                        ? Cell.EMPTY
                        : Cell.of(account.place().line()));
    }

    private static Table files(List<FecVerdict> verdicts) {
        return new Table(
                "files",
                Message.of("REPORT-FEC-FILES"),
                List.of(
                        text("file", "REPORT-FEC-FILE"),
                        text("verdict", "REPORT-FEC-CONFORM"),
                        Column.of("closing", Column.Type.DATE, Message.of("REPORT-FEC-CLOSING")),
                        count("lines", "REPORT-FEC-LINES"),
                        count("entries", "REPORT-FEC-ENTRIES"),
                        count("unbalanced", "REPORT-FEC-UNBALANCED"),
                        money("debit", "REPORT-FEC-DEBIT"),
                        money("credit", "REPORT-FEC-CREDIT")),
                verdicts.stream().map(FecReport::file).toList(),
                null);
    }

    private static List<Cell> file(FecVerdict verdict) {
        LocalDate closing = verdict.closing();
        return List.of(
                Cell.of(verdict.file()),
                Cell.of(Message.of(verdict.isConform() ? "REPORT-FEC-YES" : "REPORT-FEC-NO")),
                closing == null ? new Cell.Unknown(Message.of("FEC-NO-CLOSING")) : Cell.of(closing),
                Cell.of(verdict.lines()),
                Cell.of(verdict.entries()),
                Cell.of(verdict.unbalanced()),
                Cell.of(verdict.debit()),
                Cell.of(verdict.credit()));
    }

    private static Table points(List<FecVerdict> verdicts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FecVerdict verdict : verdicts) {
            for (FecCount count : verdict.counts()) {
                rows.add(row(verdict, count));
            }
        }
        Message caption = rows.isEmpty() ? Message.of("REPORT-FEC-NOTHING") : Message.of("REPORT-FEC-POINTS");
        return new Table(
                "points",
                caption,
                List.of(
                        text("file", "REPORT-FEC-FILE"),
                        text("kind", "REPORT-FEC-KIND"),
                        text("severity", "REPORT-FEC-SEVERITY"),
                        text("code", "REPORT-FEC-CODE"),
                        count("count", "REPORT-FEC-COUNT"),
                        count("line", "REPORT-FEC-LINE"),
                        count("column", "REPORT-FEC-COLUMN"),
                        text("example", "REPORT-FEC-EXAMPLE")),
                rows,
                null);
    }

    private static List<Cell> row(FecVerdict verdict, FecCount count) {
        Stream<Finding> first = count.examples().stream().limit(1);
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(verdict.file()),
                Cell.of(Message.of("REPORT-FEC-KIND-" + count.kind())),
                Cell.of(Message.of("REPORT-SEVERITY-" + count.severity())),
                Cell.of(count.code()),
                Cell.of(count.count())));
        first.forEach(finding -> {
            Place place = finding.place();
            cells.add(place.line() == 0 ? Cell.EMPTY : Cell.of(place.line()));
            cells.add(place.column() == 0 ? Cell.EMPTY : Cell.of(place.column()));
            cells.add(Cell.of(finding.message()));
        });
        while (cells.size() < 8) {
            cells.add(Cell.EMPTY);
        }
        return cells;
    }

    private static Table journals(List<FecVerdict> verdicts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FecVerdict verdict : verdicts) {
            for (FecJournal journal : verdict.journals()) {
                rows.add(List.of(
                        Cell.of(verdict.file()),
                        Cell.of(journal.code()),
                        Cell.of(journal.label()),
                        Cell.of(journal.lines()),
                        Cell.of(journal.debit()),
                        Cell.of(journal.credit())));
            }
        }
        return new Table(
                "journals",
                Message.of("REPORT-FEC-JOURNALS"),
                List.of(
                        text("file", "REPORT-FEC-FILE"),
                        text("code", "REPORT-FEC-CODE"),
                        text("label", "REPORT-FEC-LABEL"),
                        count("lines", "REPORT-FEC-LINES"),
                        money("debit", "REPORT-FEC-DEBIT"),
                        money("credit", "REPORT-FEC-CREDIT")),
                rows,
                null);
    }

    private static Column text(String name, String header) {
        return Column.of(name, Column.Type.TEXT, Message.of(header));
    }

    private static Column count(String name, String header) {
        return Column.of(name, Column.Type.COUNT, Message.of(header));
    }

    private static Column money(String name, String header) {
        return Column.of(name, Column.Type.MONEY, Message.of(header));
    }
}
