package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.BookedIncome;
import org.subsidia.accounts.FunderDebt;
import org.subsidia.accounts.GrantAccounts;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.NamedFunder;
import org.subsidia.accounts.RollForward;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;

/** What the accounts say about subsidies and about dependence. */
public final class AccountsReport {
    private AccountsReport() {}

    /**
     * The subsidies of some years, grant by grant.
     *
     * @param years the accounts of each year
     * @param findings of reading
     * @param asOf the day of the report
     * @return the report; its table {@code lines} has a row a line that touches subsidies, {@code unresolved} those of no grant,
     *     {@code rollForward} a row a grant and family, {@code income} a row a grant
     */
    public static Report grants(List<GrantAccounts> years, List<Finding> findings, LocalDate asOf) {
        return grants(years, Optional.empty(), List.of(), findings, asOf);
    }

    /**
     * The subsidies of some years, grant by grant, and what funders may claim back at the end of each.
     *
     * @param years the accounts of each year
     * @param debts of all grants at the end of each of these years
     * @param portfolio knows the names of funders
     * @param findings of reading
     * @param asOf the day of the report
     * @return the report; its table {@code debts} has a row a grant that owes something, or may
     */
    public static Report grants(
            List<GrantAccounts> years,
            List<FunderDebt> debts,
            Portfolio portfolio,
            List<Finding> findings,
            LocalDate asOf) {
        return grants(
                years,
                Optional.of(DebtTable.section(debts, portfolio, Message.of("REPORT-ACC-DEBTS"))),
                DebtTable.explanations(debts),
                findings,
                asOf);
    }

    private static Report grants(
            List<GrantAccounts> years,
            Optional<Section> owed,
            List<Explanation> ofDebts,
            List<Finding> findings,
            LocalDate asOf) {
        List<Match> matches =
                years.stream().flatMap(year -> year.matches().stream()).toList();
        List<Match> open =
                years.stream().flatMap(year -> year.unresolved().stream()).toList();
        List<Explanation> why = new ArrayList<>();
        years.forEach(year -> {
            why.addAll(year.reconciliations().values());
            year.rolls().forEach(roll -> why.add(roll.closing()));
            year.rolls().stream().filter(roll -> roll.grant() != null).forEach(roll -> why.add(roll.difference()));
            year.incomes().forEach(income -> why.add(income.difference()));
        });
        why.addAll(ofDebts);
        List<Finding> all = new ArrayList<>(findings);
        open.forEach(match -> all.add(Finding.warning(
                match.posting().place(),
                "ACC-UNRESOLVED-LINE",
                match.posting().amount().abs(),
                match.posting().line().account(),
                match.posting().line().label(),
                match.reason())));
        years.forEach(year -> all.addAll(year.conditions()));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "rollForward",
                Message.of("REPORT-ACC-ROLL"),
                new Paragraph(
                        Message.of("REPORT-ACC-SPLIT", years.get(0).usual().label())),
                rolls(years)));
        sections.add(Section.of("income", Message.of("REPORT-ACC-INCOME"), incomes(years)));
        owed.ifPresent(sections::add);
        sections.add(Section.of("unresolved", Message.of("REPORT-ACC-UNRESOLVED"), lines("unresolved", open)));
        sections.add(Section.of("lines", Message.of("REPORT-ACC-LINES"), lines("lines", matches)));
        if (!all.isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-FEC-DETAIL"), Findings.of(all)));
        }
        sections.add(Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), new Explanations(why)));
        return new Report("fecGrants", Message.of("REPORT-ACC-GRANTS"), name(years), asOf, sections);
    }

    private static Message name(List<GrantAccounts> years) {
        return Words.verbatim(String.join(
                ", ", years.stream().map(year -> year.books().name()).toList()));
    }

    private static Cell grant(@Nullable Grant grant) {
        return grant == null
                ? Cell.of(Message.of("ACC-OF-NONE"))
                : Cell.of(grant.id().value());
    }

    private static Table rolls(List<GrantAccounts> years) {
        List<List<Cell>> rows = new ArrayList<>();
        for (GrantAccounts year : years) {
            for (RollForward roll : year.rolls()) {
                rows.add(List.of(
                        Cell.of(year.books().closing()),
                        Cell.of(Message.of("ACC-SHORT-" + roll.family())),
                        grant(roll.grant()),
                        Cell.of(roll.opening()),
                        Cell.of(roll.increase()),
                        Cell.of(roll.cash()),
                        Cell.of(roll.decrease()),
                        Cell.of(roll.balance()),
                        Cell.of(roll.expected().closing().value()),
                        Cell.of(roll.difference().value())));
            }
        }
        return withoutSingleYear(
                years,
                new Table(
                        "rollForward",
                        Message.of("REPORT-ACC-ROLL"),
                        List.of(
                                column("closingDay", Column.Type.DATE, "REPORT-FEC-CLOSING"),
                                column("family", Column.Type.TEXT, "REPORT-ACC-FAMILY"),
                                column("grant", Column.Type.TEXT, "REPORT-ACC-GRANT"),
                                column("opening", Column.Type.MONEY, "REPORT-ACC-OPENING"),
                                column("increase", Column.Type.MONEY, "REPORT-ACC-INCREASE"),
                                column("cash", Column.Type.MONEY, "REPORT-ACC-CASH"),
                                column("decrease", Column.Type.MONEY, "REPORT-ACC-DECREASE"),
                                column("closing", Column.Type.MONEY, "REPORT-ACC-CLOSING"),
                                column("expected", Column.Type.MONEY, "REPORT-ACC-EXPECTED"),
                                column("difference", Column.Type.MONEY, "REPORT-ACC-DIFFERENCE")),
                        rows,
                        null));
    }

    /** People need no column that says the same in every row; the subtitle names the file. */
    private static Table withoutSingleYear(List<GrantAccounts> years, Table table) {
        return years.size() > 1
                ? table
                : new Table(
                        table.id(),
                        table.caption(),
                        table.columns().subList(1, table.columns().size()),
                        table.rows().stream()
                                .map(row -> row.subList(1, row.size()))
                                .toList(),
                        null);
    }

    private static Table incomes(List<GrantAccounts> years) {
        List<List<Cell>> rows = new ArrayList<>();
        for (GrantAccounts year : years) {
            for (BookedIncome income : year.incomes()) {
                rows.add(List.of(
                        Cell.of(year.books().closing()),
                        grant(income.grant()),
                        Cell.of(income.booked().value()),
                        Cell.of(income.expected().value()),
                        Cell.of(income.difference().value())));
            }
        }
        return new Table(
                "income",
                Message.of("REPORT-ACC-INCOME"),
                List.of(
                        column("closingDay", Column.Type.DATE, "REPORT-FEC-CLOSING"),
                        column("grant", Column.Type.TEXT, "REPORT-ACC-GRANT"),
                        column("booked", Column.Type.MONEY, "REPORT-ACC-BOOKED"),
                        column("expected", Column.Type.MONEY, "REPORT-ACC-EXPECTED"),
                        column("difference", Column.Type.MONEY, "REPORT-ACC-DIFFERENCE")),
                rows,
                null);
    }

    private static Table lines(String id, List<Match> matches) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Match match : matches) {
            NamedFunder named = match.named();
            rows.add(List.of(
                    Cell.of(match.posting().entry().file()),
                    Cell.of(match.posting().line().line()),
                    Cell.of(match.posting().entry().date()),
                    Cell.of(match.posting().line().account()),
                    Cell.of(match.posting().role().label()),
                    Cell.of(match.posting().line().label()),
                    Cell.of(match.posting().amount()),
                    named == null ? Cell.EMPTY : Cell.of(named.words()),
                    named == null ? Cell.EMPTY : Cell.of(named.level().label()),
                    named == null || named.payer() == null ? Cell.EMPTY : Cell.of(named.payer()),
                    match.grant() == null
                            ? Cell.EMPTY
                            : Cell.of(match.grant().id().value()),
                    Cell.of(match.how().label()),
                    Cell.of(match.reason())));
        }
        return new Table(
                id,
                Message.of(rows.isEmpty() ? "REPORT-ACC-NO-LINES" : "REPORT-ACC-LINE-COUNT", rows.size()),
                List.of(
                        column("file", Column.Type.TEXT, "REPORT-FEC-FILE"),
                        column("line", Column.Type.COUNT, "REPORT-FEC-LINE"),
                        column("date", Column.Type.DATE, "REPORT-ACC-DATE"),
                        column("account", Column.Type.TEXT, "REPORT-ACC-ACCOUNT"),
                        column("role", Column.Type.TEXT, "REPORT-ACC-ROLE"),
                        column("label", Column.Type.TEXT, "REPORT-FEC-LABEL"),
                        column("amount", Column.Type.MONEY, "REPORT-ACC-AMOUNT"),
                        column("funder", Column.Type.TEXT, "REPORT-ACC-FUNDER"),
                        column("level", Column.Type.TEXT, "REPORT-ACC-LEVEL"),
                        column("payer", Column.Type.TEXT, "REPORT-ACC-PAYER"),
                        column("grant", Column.Type.TEXT, "REPORT-ACC-GRANT"),
                        column("how", Column.Type.TEXT, "REPORT-ACC-HOW"),
                        column("reason", Column.Type.TEXT, "REPORT-ACC-REASON")),
                rows,
                null);
    }

    /**
     * The ratios of dependence out of the accounts, with what was found on the way.
     *
     * @param ratios the report of the ratios
     * @param findings of reading
     * @return the report of the ratios, the findings behind it
     */
    public static Report withFindings(Report ratios, List<Finding> findings) {
        if (findings.isEmpty()) {
            return ratios;
        }
        List<Section> sections = new ArrayList<>(ratios.sections());
        sections.add(Section.of("findings", Message.of("REPORT-FEC-DETAIL"), Findings.of(findings)));
        return new Report(ratios.id(), ratios.title(), ratios.subtitle(), ratios.asOf(), sections);
    }

    private static Column column(String name, Column.Type type, String header) {
        return Column.of(name, type, Message.of(header));
    }
}
