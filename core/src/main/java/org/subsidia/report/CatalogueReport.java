package org.subsidia.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.catalogue.CatalogueFigure;
import org.subsidia.catalogue.CatalogueKind;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.BudgetValue;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Source;

/** Programmes and calls of a catalogue, with what is known of their money. */
public final class CatalogueReport {
    /** With more entries than this a narrow page leaves their figures out. */
    private static final int DETAILED = 12;

    private CatalogueReport() {}

    /**
     * The report of some entries.
     *
     * @param entries in the order in which they are shown
     * @param asOf the day at which they are looked at
     * @return the report, with a table {@code programmes}, {@code calls}, {@code funders}, {@code values} and {@code figures},
     *     as far as there is anything to show
     */
    public static Report of(List<CatalogueEntry> entries, LocalDate asOf) {
        return report(entries, asOf, true);
    }

    /**
     * The same report for a narrow page.
     *
     * @param entries in the order in which they are shown
     * @param asOf the day at which they are looked at
     * @return the report, without sources, and without values and figures where there are many entries
     */
    public static Report narrow(List<CatalogueEntry> entries, LocalDate asOf) {
        return report(entries, asOf, false);
    }

    private static Report report(List<CatalogueEntry> entries, LocalDate asOf, boolean wide) {
        List<Table> tables = new ArrayList<>();
        tables.add(programmes(entries, wide ? 12 : 5));
        tables.add(calls(entries, wide ? 14 : 5));
        tables.add(funders(entries));
        if (wide || entries.size() <= DETAILED) {
            tables.add(values(entries, wide ? 7 : 5));
            tables.add(figures(entries, wide ? 8 : 4));
        }
        List<Section> sections = new ArrayList<>();
        for (Table table : tables) {
            if (!table.rows().isEmpty()) {
                sections.add(Section.of(
                        table.id(), Message.of("CAT-REPORT-" + table.id().toUpperCase(Locale.ROOT)), table));
            }
        }
        if (sections.isEmpty()) {
            sections.add(Section.of("programmes", Message.of("CAT-REPORT-NONE"), programmes(entries, wide ? 12 : 5)));
        }
        return new Report(
                "catalogue",
                Message.of("CAT-REPORT-TITLE"),
                Message.of("CAT-REPORT-COUNT", entries.size()),
                asOf,
                sections);
    }

    private static Column text(String name) {
        return column(name, Column.Type.TEXT);
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("CAT-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }

    private static Table table(String id, List<Column> columns, List<List<Cell>> rows, int most) {
        int shown = Math.min(most, columns.size());
        return new Table(
                id,
                Message.of("CAT-REPORT-ROWS", rows.size()),
                columns.subList(0, shown),
                rows.stream().map(row -> row.subList(0, shown)).toList(),
                null);
    }

    private static Table programmes(List<CatalogueEntry> entries, int most) {
        List<Column> columns = List.of(
                text("id"),
                text("name"),
                column("from", Column.Type.DATE),
                column("to", Column.Type.DATE),
                column("rate", Column.Type.SHARE),
                text("confidence"),
                text("kind"),
                text("code"),
                text("fund"),
                text("parent"),
                text("source"),
                text("note"));
        return table("programmes", columns, rows(entries, CatalogueReport::programme), most);
    }

    private static Optional<List<Cell>> programme(CatalogueEntry entry) {
        return entry.programme().map(programme -> {
            DateWindow period = programme.period();
            return List.of(
                    Cell.of(programme.id().value()),
                    Cell.of(programme.name()),
                    day(period == null ? null : period.first()),
                    day(period == null ? null : period.last()),
                    programme.rate() == null ? Cell.EMPTY : Cell.of(programme.rate()),
                    confidence(programme.source()),
                    Cell.of(entry.kind().label()),
                    words(programme.code()),
                    words(programme.fund()),
                    programme.parent() == null
                            ? Cell.EMPTY
                            : Cell.of(programme.parent().value()),
                    source(programme.source()),
                    words(programme.note()));
        });
    }

    private static Table calls(List<CatalogueEntry> entries, int most) {
        List<Column> columns = List.of(
                text("id"),
                text("name"),
                text("state"),
                column("opens", Column.Type.DATE),
                column("closes", Column.Type.DATE),
                column("rate", Column.Type.SHARE),
                column("preDeposit", Column.Type.DATE),
                text("cutOffs"),
                column("decision", Column.Type.DATE),
                text("recurrence"),
                column("maximum", Column.Type.MONEY),
                text("programme"),
                text("confidence"),
                text("source"));
        return table("calls", columns, rows(entries, CatalogueReport::call), most);
    }

    private static Optional<List<Cell>> call(CatalogueEntry entry) {
        return entry.call()
                .map(call -> List.of(
                        Cell.of(call.id().value()),
                        Cell.of(call.name()),
                        Cell.of(call.state().label()),
                        day(call.opens()),
                        day(call.closes()),
                        call.rate() == null ? Cell.EMPTY : Cell.of(call.rate()),
                        day(call.preDeposit()),
                        words(String.join(
                                ", ",
                                call.cutOffs().stream().map(LocalDate::toString).toList())),
                        day(call.decision()),
                        call.recurrence() == null
                                ? Cell.EMPTY
                                : Cell.of(call.recurrence().toString()),
                        money(call.maximum()),
                        call.programme() == null
                                ? Cell.EMPTY
                                : Cell.of(call.programme().value()),
                        confidence(call.source()),
                        source(call.source())));
    }

    private static Table funders(List<CatalogueEntry> entries) {
        List<Column> columns = List.of(text("id"), text("name"), text("level"), text("territory"));
        return table(
                "funders",
                columns,
                rows(entries, entry -> entry.funder().map(CatalogueReport::funder)),
                columns.size());
    }

    private static List<Cell> funder(Funder funder) {
        return List.of(
                Cell.of(funder.id().value()),
                Cell.of(funder.name()),
                Cell.of(funder.level().label()),
                words(funder.territory()));
    }

    private static Table values(List<CatalogueEntry> entries, int most) {
        List<Column> columns = List.of(
                text("year"),
                text("stage"),
                column("commitment", Column.Type.MONEY),
                column("payment", Column.Type.MONEY),
                text("confidence"),
                text("source"),
                text("programme"));
        List<List<Cell>> rows = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            entry.programme()
                    .ifPresent(programme -> programme.values().forEach(value -> rows.add(value(programme, value))));
        }
        return table("values", columns, rows, most);
    }

    private static List<Cell> value(Programme programme, BudgetValue value) {
        return List.of(
                Cell.of(Integer.toString(value.year())),
                Cell.of(value.stage().label()),
                money(value.commitment()),
                money(value.payment()),
                confidence(value.source()),
                source(value.source()),
                Cell.of(programme.id().value()));
    }

    private static Table figures(List<CatalogueEntry> entries, int most) {
        List<Column> columns = List.of(
                text("entry"),
                text("figure"),
                text("value"),
                text("confidence"),
                column("amount", Column.Type.MONEY),
                column("number", Column.Type.NUMBER),
                text("source"),
                text("kind"));
        List<List<Cell>> rows = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            entry.figures().forEach(figure -> rows.add(figure(entry, figure)));
        }
        return table("figures", columns, rows, most);
    }

    private static List<Cell> figure(CatalogueEntry entry, CatalogueFigure figure) {
        CatalogueKind kind = entry.kind();
        return List.of(
                Cell.of(entry.id().value()),
                Cell.of(figure.name()),
                Cell.of(shown(figure.value())),
                confidence(figure.source()),
                figure.value() instanceof Value.Amount amount ? Cell.of(amount.money()) : Cell.EMPTY,
                figure.value() instanceof Value.Amount
                        ? Cell.EMPTY
                        : figure.value().number().map(Cell::of).orElse(Cell.EMPTY),
                Cell.of(figure.source().text()),
                Cell.of(kind.label()));
    }

    private static Message shown(Value value) {
        if (value instanceof Value.Amount amount) {
            return Message.of("CAT-VALUE-AMOUNT", amount.money());
        } else if (value instanceof Value.Share share) {
            return Message.of("CAT-VALUE-SHARE", percent(share.share()));
        } else if (value instanceof Value.Quantity quantity) {
            return Message.of("CAT-VALUE-QUANTITY", quantity.amount(), quantity.unit());
        } else if (value instanceof Value.Day day) {
            return Message.of("CAT-VALUE-DAY", day.date());
        }
        return Words.verbatim(value.toString());
    }

    private static BigDecimal percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0, RoundingMode.UNNECESSARY) : percent;
    }

    private static List<List<Cell>> rows(
            List<CatalogueEntry> entries, Function<CatalogueEntry, Optional<List<Cell>>> row) {
        return entries.stream().flatMap(entry -> row.apply(entry).stream()).toList();
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.EMPTY : Cell.of(day);
    }

    private static Cell words(@Nullable String text) {
        return text == null || text.isEmpty() ? Cell.EMPTY : Cell.of(text);
    }

    private static Cell money(@Nullable Money amount) {
        return amount == null ? Cell.EMPTY : Cell.of(amount);
    }

    private static Cell confidence(@Nullable Source source) {
        return source == null ? Cell.EMPTY : Cell.of(Message.of("EXPLAIN-CONFIDENCE-" + source.confidence()));
    }

    private static Cell source(@Nullable Source source) {
        return source == null ? Cell.EMPTY : Cell.of(source.text());
    }
}
