package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.accounts.FunderDebt;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;

/** What funders may claim back at the end of a year, grant by grant. */
final class DebtTable {
    private DebtTable() {}

    /** Those that are open; with unknown ones, each with its reason. */
    static Section section(List<FunderDebt> all, Portfolio portfolio, Message heading) {
        List<FunderDebt> open = open(all);
        if (open.isEmpty()) {
            return Section.of("debts", heading, new Paragraph(Message.of("REPORT-ACC-DEBTS-NONE")));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (FunderDebt debt : open) {
            rows.add(List.of(
                    Cell.of(debt.year().last()),
                    Cell.of(debt.grant().id().value()),
                    debt.grant().funders().stream()
                            .findFirst()
                            .map(id -> Cell.of(
                                    portfolio.funder(id).map(Funder::name).orElse(id.value())))
                            .orElse(Cell.EMPTY),
                    Cell.of(debt.received()),
                    Cell.of(debt.amount().value())));
        }
        return Section.of(
                "debts",
                heading,
                new Paragraph(Message.of("REPORT-ACC-DEBTS-INTRO")),
                new Table(
                        "debts",
                        heading,
                        List.of(
                                Column.of("closingDay", Column.Type.DATE, Message.of("REPORT-FEC-CLOSING")),
                                Column.of("grant", Column.Type.TEXT, Message.of("REPORT-ACC-GRANT")),
                                Column.of("funder", Column.Type.TEXT, Message.of("REPORT-CONS-COLUMN-FUNDER")),
                                Column.of("received", Column.Type.MONEY, Message.of("REPORT-ACC-RECEIVED")),
                                Column.of("debt", Column.Type.MONEY, Message.of("REPORT-ACC-DEBT"))),
                        rows,
                        null));
    }

    static List<FunderDebt> open(List<FunderDebt> all) {
        return all.stream().filter(FunderDebt::isOpen).toList();
    }

    static List<Explanation> explanations(List<FunderDebt> all) {
        return open(all).stream().map(FunderDebt::amount).toList();
    }
}
