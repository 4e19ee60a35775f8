package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.ledger.AmountBasis;
import org.subsidia.ledger.Concentration;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingLine;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingTable;
import org.subsidia.ledger.FundingYear;

/** The tables of a funding picture. Both amounts stand in each; the shares are of the one that the query counts. */
final class FundingTables {
    private final FundingPicture picture;
    private final AmountBasis basis;
    private final Money total;

    FundingTables(FundingPicture picture) {
        this.picture = picture;
        this.basis = picture.query().basis();
        this.total = basis == AmountBasis.PUBLISHED ? picture.published() : picture.attributed();
    }

    Table years() {
        List<List<Cell>> rows = new ArrayList<>();
        Money published = Money.zero(CurrencyUnit.EUR);
        Money attributed = Money.zero(CurrencyUnit.EUR);
        for (FundingYear year : picture.evolution()) {
            rows.add(List.of(
                    Cell.of(Integer.toString(year.year())),
                    Cell.of(year.attributed()),
                    Cell.of(year.published()),
                    Cell.of(year.grants()),
                    Cell.share(basis == AmountBasis.PUBLISHED ? year.published() : year.attributed(), total),
                    Cell.of(year.change().value())));
            published = published.plus(year.published());
            attributed = attributed.plus(year.attributed());
        }
        if (picture.undated() > 0) {
            Money restPublished = picture.published().minus(published);
            Money restAttributed = picture.attributed().minus(attributed);
            rows.add(List.of(
                    Cell.of(Message.of("LEDGER-YEAR-UNKNOWN")),
                    Cell.of(restAttributed),
                    Cell.of(restPublished),
                    Cell.of(picture.undated()),
                    Cell.share(basis == AmountBasis.PUBLISHED ? restPublished : restAttributed, total),
                    Cell.EMPTY));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("year", Column.Type.TEXT, FundingDimension.YEAR.label()));
        columns.addAll(amounts());
        columns.add(Column.of("change", Column.Type.SHARE, Message.of("REPORT-FUNDING-CHANGE")));
        List<Cell> totals = new ArrayList<>(totals());
        totals.add(0, Cell.of(Message.of("REPORT-TOTAL")));
        totals.add(Cell.EMPTY);
        return new Table("year", Message.of("REPORT-FUNDING-YEARS-CAPTION"), columns, rows, totals);
    }

    Table dimension(FundingTable table) {
        boolean parties = isParty(table.dimension());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("name", Column.Type.TEXT, table.dimension().label()));
        if (parties) {
            columns.add(Column.of("identifier", Column.Type.TEXT, Message.of("REPORT-IDENTIFIER")));
        }
        columns.addAll(amounts());
        List<List<Cell>> rows = new ArrayList<>();
        for (FundingLine line : table.lines()) {
            rows.add(line(line, name(line, table.dimension()), parties));
        }
        table.others()
                .ifPresent(rest -> rows.add(line(
                        rest,
                        Cell.of(Message.of(
                                "LEDGER-LINE-OTHERS",
                                table.groups() - table.lines().size())),
                        parties)));
        List<Cell> totals = new ArrayList<>(totals());
        totals.add(0, Cell.of(Message.of("REPORT-TOTAL")));
        if (parties) {
            totals.add(1, Cell.EMPTY);
        }
        Message caption = table.others().isPresent()
                ? Message.of(
                        "REPORT-FUNDING-TOP-CAPTION",
                        table.dimension().label(),
                        table.lines().size(),
                        table.groups())
                : Message.of("REPORT-FUNDING-ALL-CAPTION", table.dimension().label(), table.groups());
        return new Table(FundingReport.tableId(table.dimension()), caption, columns, rows, totals);
    }

    private static List<Cell> lineStart(FundingLine line, Cell name, boolean parties) {
        List<Cell> cells = new ArrayList<>();
        cells.add(name);
        if (parties) {
            cells.add(line.identified() ? Cell.of(line.key()) : Cell.EMPTY);
        }
        return cells;
    }

    private static List<Cell> line(FundingLine line, Cell name, boolean parties) {
        List<Cell> cells = lineStart(line, name, parties);
        cells.add(Cell.of(line.attributed()));
        cells.add(Cell.of(line.published()));
        cells.add(Cell.of(line.grants()));
        cells.add(Cell.of(line.share().value()));
        return cells;
    }

    private List<Column> amounts() {
        return List.of(
                Column.of("attributed", Column.Type.MONEY, AmountBasis.ATTRIBUTED.label()),
                Column.of("published", Column.Type.MONEY, AmountBasis.PUBLISHED.label())
                        .repeating("attributed"),
                Column.of("grants", Column.Type.COUNT, Message.of("REPORT-FUNDING-GRANTS")),
                Column.of("share", Column.Type.SHARE, Message.of("REPORT-SHARE"))
                        .of(basis == AmountBasis.PUBLISHED ? "published" : "attributed", null));
    }

    private List<Cell> totals() {
        return List.of(
                Cell.of(picture.attributed()),
                Cell.of(picture.published()),
                Cell.of(picture.grants()),
                Cell.share(total, total));
    }

    Table concentration() {
        return new Table(
                "concentration",
                Message.of("REPORT-FUNDING-CONCENTRATION-CAPTION"),
                List.of(
                        Column.of("of", Column.Type.TEXT, Message.of("REPORT-FUNDING-OF")),
                        Column.of("parties", Column.Type.COUNT, Message.of("REPORT-FUNDING-PARTIES")),
                        Column.of("firstShare", Column.Type.SHARE, Message.of("REPORT-FUNDING-FIRST-SHORT")),
                        Column.of("partiesFor80", Column.Type.COUNT, Message.of("REPORT-FUNDING-FOR80")),
                        Column.of("herfindahl", Column.Type.NUMBER, Message.of("REPORT-FUNDING-HERFINDAHL")),
                        Column.of("gini", Column.Type.NUMBER, Message.of("REPORT-FUNDING-GINI"))),
                List.of(row(picture.ofBeneficiaries()), row(picture.ofFunders())),
                null);
    }

    private static List<Cell> row(Concentration of) {
        Value for80 = of.partiesFor80().value();
        return List.of(
                Cell.of(of.dimension().label()),
                Cell.of(of.parties()),
                Cell.of(of.firstShare().value()),
                for80.number()
                        .<Cell>map(number -> new Cell.Count(number.longValueExact()))
                        .orElseGet(() -> Cell.of(for80)),
                number(of.herfindahl()),
                number(of.gini()));
    }

    /** An index without unit. */
    static Cell number(Explanation figure) {
        return figure.value().number().map(Cell::of).orElseGet(() -> Cell.of(figure.value()));
    }

    /** The greatest beneficiary, where the query asked for beneficiaries. */
    Optional<Message> firstName() {
        return picture.table(FundingDimension.BENEFICIARY)
                .flatMap(table -> table.lines().stream().findFirst())
                .filter(line -> !line.name().isEmpty())
                .map(line -> Words.verbatim(line.name()));
    }

    static boolean isParty(FundingDimension dimension) {
        return dimension == FundingDimension.BENEFICIARY || dimension == FundingDimension.FUNDER;
    }

    private static Cell name(FundingLine line, FundingDimension dimension) {
        return line.name().isEmpty()
                ? Cell.of(Message.of("LEDGER-LINE-UNKNOWN", dimension.label()))
                : Cell.of(line.name());
    }
}
