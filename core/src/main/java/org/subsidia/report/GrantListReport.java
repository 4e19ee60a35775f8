package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Structure;

/** Grants as a list: whom, from whom, how much, when, and what is still to come. */
public final class GrantListReport {
    private static final int NARROW = 7;
    /** Columns of amounts, which are added up. */
    private static final List<String> SUMMED = List.of("requested", "awarded", "received", "remaining");

    private GrantListReport() {}

    /**
     * The list of grants.
     *
     * @param portfolio whose grants
     * @param query which of them, in which order, and at which day
     * @param name what the portfolio is called
     * @return the report; its table {@code grants} has a row for each grant, and sums where all amounts are of one currency
     */
    public static Report of(Portfolio portfolio, GrantListQuery query, String name) {
        return report(portfolio, query, name, Integer.MAX_VALUE);
    }

    /**
     * The same list for a narrow page.
     *
     * @param portfolio whose grants
     * @param query which of them, in which order, and at which day
     * @param name what the portfolio is called
     * @return the report, with structure, funder, year, state and amounts only
     */
    public static Report narrow(Portfolio portfolio, GrantListQuery query, String name) {
        return report(portfolio, query, name, NARROW);
    }

    private static Report report(Portfolio portfolio, GrantListQuery query, String name, int most) {
        List<GrantLine> lines = query.of(portfolio);
        Message title = Message.of("GRANT-REPORT-TITLE");
        Table table = table(lines, portfolio, most);
        return new Report(
                "grants",
                title,
                Words.verbatim(name),
                query.asOf(),
                List.of(Section.of("grants", Message.of("GRANT-REPORT-HEADING"), table)));
    }

    private static Table table(List<GrantLine> lines, Portfolio portfolio, int most) {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("structure", "funder", "year", "state")) {
            columns.add(column(name, Column.Type.TEXT));
        }
        for (String name : List.of("awarded", "received", "remaining", "requested")) {
            columns.add(column(name, Column.Type.MONEY));
        }
        for (String name : List.of("request", "decision", "notification", "convention", "start", "end", "lastClaim")) {
            columns.add(column(name, Column.Type.DATE));
        }
        for (String name : List.of("purpose", "programme", "reference", "id")) {
            columns.add(column(name, Column.Type.TEXT));
        }
        List<Column> shown = columns.subList(0, Math.min(most, columns.size()));
        List<List<Cell>> rows = lines.stream()
                .map(line -> row(line, portfolio).subList(0, shown.size()))
                .toList();
        return new Table(
                "grants",
                Message.of("GRANT-REPORT-COUNT", lines.size()),
                shown,
                rows,
                lines.isEmpty() ? null : sums(shown, rows));
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("GRANT-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }

    private static List<Cell> row(GrantLine line, Portfolio portfolio) {
        Grant grant = line.grant();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(portfolio
                        .structure(grant.structure())
                        .map(Structure::name)
                        .orElse(grant.structure().value())),
                funder(grant, portfolio),
                line.year().map(year -> Cell.of(Integer.toString(year))).orElse(Cell.EMPTY),
                Cell.of(grant.state().label()),
                money(grant.amountOn(AmountStage.AWARDED, line.asOf())),
                Cell.of(line.paid()),
                line.remaining().map(Cell::of).orElse(Cell.EMPTY),
                money(grant.amountOn(AmountStage.REQUESTED, line.asOf()))));
        row.addAll(List.of(
                day(grant.dates().request()),
                day(grant.dates().decision()),
                day(grant.dates().notification()),
                day(grant.dates().convention()),
                day(grant.dates().start()),
                day(grant.dates().end()),
                day(grant.dates().lastClaim()),
                Cell.of(grant.purpose()),
                Optional.ofNullable(grant.programme())
                        .map(id -> Cell.of(
                                portfolio.programme(id).map(Programme::name).orElse(id.value())))
                        .orElse(Cell.EMPTY),
                grant.reference() == null ? Cell.EMPTY : Cell.of(grant.reference()),
                Cell.of(grant.id().value())));
        return row;
    }

    private static Cell funder(Grant grant, Portfolio portfolio) {
        return grant.funders().stream()
                .findFirst()
                .map((FunderId id) ->
                        Cell.of(portfolio.funder(id).map(Funder::name).orElse(id.value())))
                .orElse(Cell.EMPTY);
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.EMPTY : Cell.of(day);
    }

    private static Cell money(Optional<Money> amount) {
        return amount.map(Cell::of).orElse(Cell.EMPTY);
    }

    private static List<Cell> sums(List<Column> columns, List<List<Cell>> rows) {
        List<Cell> sums = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            sums.add(
                    c == 0
                            ? Cell.of(Message.of("REPORT-TOTAL"))
                            : SUMMED.contains(columns.get(c).name()) ? sum(c, rows) : Cell.EMPTY);
        }
        return sums;
    }

    private static Cell sum(int column, List<List<Cell>> rows) {
        List<Money> amounts = new ArrayList<>();
        for (List<Cell> row : rows) {
            if (row.get(column) instanceof Cell.Amount amount) {
                amounts.add(amount.money());
            }
        }
        long currencies =
                amounts.stream().map(Money::getCurrencyUnit).distinct().count();
        return currencies == 0
                ? Cell.EMPTY
                : currencies == 1
                        ? Cell.of(Money.total(amounts))
                        : Cell.of((Value) new Value.Unknown(Message.of("GRANT-REPORT-CURRENCIES")));
    }
}
