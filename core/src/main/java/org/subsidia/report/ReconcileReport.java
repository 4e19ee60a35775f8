package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.reconcile.BankBalance;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.BookedEntry;
import org.subsidia.cashflow.reconcile.ExpectedPayment;
import org.subsidia.cashflow.reconcile.Match;
import org.subsidia.cashflow.reconcile.Reconciliation;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;

/** What the movements of bank statements are, and what becomes of them. */
public final class ReconcileReport {
    private ReconcileReport() {}

    /**
     * The report of a reconciliation.
     *
     * @param found the reconciliation
     * @param applied whether its accepted matches were booked
     * @param more findings made on the way to it, such as those of reading the files
     * @param name what the portfolio is called
     * @param asOf the day of the reconciliation
     * @return the report; its table {@code statements} has a row a statement, {@code matches} one a match, {@code booked} one a
     *     movement that is a receipt already, {@code unmatched} one a movement that is no expected payment, {@code expected} one a
     *     payment that was expected by the last day and did not come
     */
    public static Report of(Reconciliation found, boolean applied, List<Finding> more, String name, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        int accepted = found.accepted().size();
        sections.add(Section.of(
                "summary",
                Message.of("BANK-REPORT-SUMMARY"),
                new KeyFigures(List.of(
                        figure("accepted", accepted),
                        figure("proposed", found.matches().size() - accepted),
                        figure("booked", found.booked().size()),
                        figure("unmatched", found.unmatched().size()))),
                new Paragraph(Message.of(applied ? "BANK-REPORT-APPLIED" : "BANK-REPORT-NOT-APPLIED", accepted))));
        sections.add(section("statements", statements(found.book().statements())));
        sections.add(
                found.matches().isEmpty()
                        ? Section.of(
                                "none",
                                Message.of("BANK-REPORT-MATCHES"),
                                new Paragraph(Message.of("BANK-REPORT-NO-MATCHES")))
                        : section("matches", matches(found.matches())));
        Optional<LocalDate> last =
                found.book().entries().stream().map(BankEntry::date).max(LocalDate::compareTo);
        List<ExpectedPayment> late = found.stillExpected().stream()
                .filter(payment -> last.isPresent() && !payment.day().isAfter(last.get()))
                .toList();
        Stream.of(booked(found.booked()), unmatched(found.unmatched()), expected(late))
                .filter(table -> !table.rows().isEmpty())
                .forEach(table -> sections.add(section(table.id(), table)));
        List<Finding> findings = new ArrayList<>(more);
        findings.addAll(found.book().findings());
        sections.add(Section.of("findings", Message.of("REPORT-TABLE-FINDINGS"), Findings.of(findings)));
        List<Explanation> trees = Stream.concat(
                        found.matches().stream().map(Match::score),
                        found.book().statements().stream().map(BankStatement::computedClosing))
                .toList();
        sections.add(Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), new Explanations(trees)));
        return new Report("reconcile", Message.of("BANK-REPORT-TITLE"), Words.verbatim(name), asOf, sections);
    }

    private static KeyFigure figure(String id, int count) {
        return new KeyFigure(id, Message.of("BANK-FIGURE-" + id.toUpperCase(Locale.ROOT)), Cell.of(count), null);
    }

    private static Section section(String id, Table table) {
        return Section.of(id, table.caption(), table);
    }

    private static Table table(String id, List<Column> columns, List<List<Cell>> rows) {
        return new Table(id, Message.of("BANK-REPORT-" + id.toUpperCase(Locale.ROOT)), columns, rows, null);
    }

    private static Table statements(List<BankStatement> statements) {
        List<List<Cell>> rows = new ArrayList<>();
        for (BankStatement one : statements) {
            String verdict = one.balanced()
                    .map(right -> right ? "BANK-VERDICT-RIGHT" : "BANK-VERDICT-WRONG")
                    .orElse("BANK-VERDICT-UNKNOWN");
            rows.add(List.of(
                    text(one.place().file()),
                    Cell.of(one.format().toString()),
                    Cell.of(one.account().shown()),
                    text(one.number()),
                    day(one.first()),
                    day(one.last()),
                    balance(one.opening()),
                    Cell.of(one.movements()),
                    balance(one.closing()),
                    Cell.of(Message.of(verdict))));
        }
        return table(
                "statements",
                List.of(
                        column("file", Column.Type.TEXT),
                        column("format", Column.Type.TEXT),
                        column("account", Column.Type.TEXT),
                        column("number", Column.Type.TEXT),
                        column("from", Column.Type.DATE),
                        column("to", Column.Type.DATE),
                        column("opening", Column.Type.MONEY),
                        column("movements", Column.Type.MONEY),
                        column("closing", Column.Type.MONEY),
                        column("verdict", Column.Type.TEXT)),
                rows);
    }

    private static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? Cell.EMPTY : Cell.of(text);
    }

    private static Cell day(Optional<LocalDate> day) {
        return day.map(Cell::of).orElseGet(() -> new Cell.Unknown(Message.of("BANK-NO-DAY")));
    }

    private static Cell balance(Optional<BankBalance> balance) {
        return balance.map(one -> Cell.of(one.amount()))
                .orElseGet(() -> new Cell.Unknown(Message.of("BANK-NO-BALANCE")));
    }

    private static Table matches(List<Match> matches) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Match match : matches) {
            rows.add(List.of(
                    Cell.of(match.state().label()),
                    Cell.of(match.points()),
                    Cell.of(match.entries().get(0).date()),
                    Cell.of(match.paid()),
                    Cell.of(joined(match.entries().stream().map(ReconcileReport::label))),
                    Cell.of(joined(match.payments().stream()
                            .map(payment -> payment.grant().id().value()))),
                    text(joined(match.payments().stream().map(ExpectedPayment::step))),
                    Cell.of(match.expected()),
                    Cell.of(match.payments().get(0).day()),
                    Cell.of(match.why())));
        }
        return table(
                "matches",
                List.of(
                        column("state", Column.Type.TEXT),
                        column("points", Column.Type.COUNT),
                        column("date", Column.Type.DATE),
                        column("amount", Column.Type.MONEY),
                        column("label", Column.Type.TEXT),
                        column("grant", Column.Type.TEXT),
                        column("step", Column.Type.TEXT),
                        column("expected", Column.Type.MONEY),
                        column("day", Column.Type.DATE),
                        column("why", Column.Type.TEXT)),
                rows);
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(" + "));
    }

    /** The other side and what is said, without saying it twice. */
    private static String label(BankEntry entry) {
        String party = entry.counterparty();
        return party == null || entry.label().contains(party)
                ? entry.label()
                : entry.label().isEmpty() ? party : party + " · " + entry.label();
    }

    private static Table booked(List<BookedEntry> booked) {
        List<List<Cell>> rows = new ArrayList<>();
        for (BookedEntry one : booked) {
            rows.add(List.of(
                    Cell.of(one.entry().date()),
                    Cell.of(one.entry().amount()),
                    Cell.of(label(one.entry())),
                    Cell.of(one.grant().value()),
                    Cell.of(one.receipt()),
                    Cell.of(Message.of(one.imported() ? "BANK-HOW-IMPORTED" : "BANK-HOW-ALIKE"))));
        }
        return table(
                "booked",
                List.of(
                        column("date", Column.Type.DATE),
                        column("amount", Column.Type.MONEY),
                        column("label", Column.Type.TEXT),
                        column("grant", Column.Type.TEXT),
                        column("receipt", Column.Type.TEXT),
                        column("how", Column.Type.TEXT)),
                rows);
    }

    private static Table unmatched(List<BankEntry> entries) {
        List<List<Cell>> rows = new ArrayList<>();
        entries.forEach(one -> rows.add(List.of(Cell.of(one.date()), Cell.of(one.amount()), Cell.of(label(one)))));
        return table(
                "unmatched",
                List.of(
                        column("date", Column.Type.DATE),
                        column("amount", Column.Type.MONEY),
                        column("label", Column.Type.TEXT)),
                rows);
    }

    private static Table expected(List<ExpectedPayment> payments) {
        List<List<Cell>> rows = new ArrayList<>();
        payments.forEach(one -> rows.add(List.of(
                Cell.of(one.day()),
                Cell.of(one.amount()),
                Cell.of(one.grant().id().value()),
                text(one.step()))));
        return table(
                "expected",
                List.of(
                        column("day", Column.Type.DATE),
                        column("amount", Column.Type.MONEY),
                        column("grant", Column.Type.TEXT),
                        column("step", Column.Type.TEXT)),
                rows);
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("BANK-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }
}
