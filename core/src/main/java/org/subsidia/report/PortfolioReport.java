package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;

/** What the structures of a portfolio were awarded, by year and level of funder. See {@link FundingByLevel} for what counts. */
public final class PortfolioReport {
    private PortfolioReport() {}

    /**
     * The report of a portfolio.
     *
     * @param portfolio whose grants are added up
     * @param name what the portfolio is called
     * @param asOf the day at which it is read
     * @return the report; its table {@code level} has a row for each year, a column for each level
     */
    public static Report of(Portfolio portfolio, String name, LocalDate asOf) {
        List<Grant> grants = portfolio.grants();
        FundingByLevel funding = FundingByLevel.of(grants, portfolio);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), keyFigures(portfolio, funding)));
        if (!funding.amounts().isEmpty()) {
            sections.add(Section.of("charts", Message.of("REPORT-CHARTS"), figure(funding)));
            sections.add(Section.of("levels", Message.of("REPORT-FUNDING-YEARS"), table(funding)));
        }
        return new Report("portfolio", Message.of("REPORT-PORTFOLIO-TITLE"), Words.verbatim(name), asOf, sections);
    }

    /** Grants by year and level: chart and table, or nothing where none was awarded. */
    static Section levels(List<Grant> grants, Portfolio portfolio) {
        FundingByLevel funding = FundingByLevel.of(grants, portfolio);
        Message heading = Message.of("REPORT-FUNDING-YEARS");
        return funding.amounts().isEmpty()
                ? Section.of("levels", heading)
                : Section.of("levels", heading, figure(funding), table(funding));
    }

    private static KeyFigures keyFigures(Portfolio portfolio, FundingByLevel funding) {
        return new KeyFigures(List.of(
                new KeyFigure(
                        "total",
                        Message.of("REPORT-PORTFOLIO-TOTAL"),
                        Cell.of(sum(funding, funding.years(), funding.levels())),
                        funding.leftOut() == 0 ? null : Message.of("REPORT-PORTFOLIO-LEFT-OUT", funding.leftOut())),
                count("grants", "REPORT-FUNDING-GRANTS", portfolio.grants().size()),
                count(
                        "structures",
                        "REPORT-PORTFOLIO-STRUCTURES",
                        portfolio.structures().size()),
                count("funders", "REPORT-FUNDING-FUNDERS", portfolio.funders().size())));
    }

    private static KeyFigure count(String id, String code, int count) {
        return new KeyFigure(id, Message.of(code), Cell.of(count), null);
    }

    private static Figure figure(FundingByLevel funding) {
        List<Message> words = funding.years().stream()
                .map(year -> Message.of(
                        "REPORT-CHART-VALUE", Integer.toString(year), sum(funding, List.of(year), funding.levels())))
                .toList();
        return new Figure("levels", funding.chart(), Message.of("REPORT-PORTFOLIO-CHART-NOTE"), Lists.joined(words));
    }

    private static Table table(FundingByLevel funding) {
        List<FunderLevel> levels = funding.levels();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("year", Column.Type.TEXT, Message.of("REPORT-LEVELS-YEAR")));
        levels.forEach(level -> columns.add(Column.of(columnName(level), Column.Type.MONEY, level.label())));
        columns.add(Column.of("total", Column.Type.MONEY, Message.of("REPORT-TOTAL")));
        List<List<Cell>> rows = new ArrayList<>();
        for (int year : funding.years()) {
            rows.add(row(funding, Cell.of(Integer.toString(year)), List.of(year)));
        }
        return new Table(
                "level",
                Message.of("REPORT-LEVELS-TITLE"),
                columns,
                rows,
                row(funding, Cell.of(Message.of("REPORT-TOTAL")), funding.years()));
    }

    private static List<Cell> row(FundingByLevel funding, Cell head, List<Integer> years) {
        List<Cell> row = new ArrayList<>();
        row.add(head);
        funding.levels().forEach(level -> row.add(Cell.of(sum(funding, years, List.of(level)))));
        row.add(Cell.of(sum(funding, years, funding.levels())));
        return row;
    }

    private static Money sum(FundingByLevel funding, List<Integer> years, List<FunderLevel> levels) {
        Money sum = Money.zero(CurrencyUnit.EUR);
        for (int year : years) {
            for (FunderLevel level : levels) {
                sum = sum.plus(funding.amount(year, level));
            }
        }
        return sum;
    }

    /** STATE_OPERATOR becomes stateOperator. */
    private static String columnName(FunderLevel level) {
        StringBuilder name = new StringBuilder();
        boolean capital = false;
        for (char c : level.name().toCharArray()) {
            if (c == '_') {
                capital = true;
            } else {
                name.append(capital ? c : Character.toLowerCase(c));
                capital = false;
            }
        }
        return name.toString();
    }
}
