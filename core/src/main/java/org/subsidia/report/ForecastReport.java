package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashKind;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.CashSimulation;
import org.subsidia.cashflow.DayCash;
import org.subsidia.cashflow.MonthCash;
import org.subsidia.cashflow.NotForecast;
import org.subsidia.cashflow.SimulationWhy;
import org.subsidia.cashflow.StressCase;
import org.subsidia.cashflow.StressWhy;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;

/** The cash forecast of a structure: its months with their band, its lines and why each comes on its day, and what stress does. */
public final class ForecastReport {
    private final Portfolio portfolio;
    private final StressCase base;
    private final StressCase unstressed;
    private final List<StressCase> cases;
    private final boolean narrow;
    private final @Nullable YearMonth readBack;

    private ForecastReport(Portfolio portfolio, List<StressCase> cases, boolean narrow, @Nullable YearMonth readBack) {
        this.portfolio = portfolio;
        this.narrow = narrow;
        this.readBack = readBack;
        this.base = cases.get(0);
        this.unstressed = unstressed(cases);
        this.cases = cases;
    }

    /**
     * The report of a forecast.
     *
     * @param portfolio knows the names of funders
     * @param cases the base first, then what it is compared with
     * @param daily whether every day is shown too
     * @return key figures, chart, months, comparison, lines, what is missing, and where every figure comes from
     */
    public static Report of(Portfolio portfolio, List<StressCase> cases, boolean daily) {
        return of(portfolio, cases, daily, null);
    }

    /**
     * The report of a forecast, with the runs of one month read back.
     *
     * @param portfolio knows the names of funders
     * @param cases the base first, then what it is compared with
     * @param daily whether every day is shown too
     * @param readBack of which month the run at each quantile is shown payment by payment; null: of none
     * @return the report
     */
    public static Report of(Portfolio portfolio, List<StressCase> cases, boolean daily, @Nullable YearMonth readBack) {
        return new ForecastReport(portfolio, cases, false, readBack).report(daily);
    }

    /**
     * The same report for a narrow page: its table {@code lines} holds the money of funders alone, and tables have fewer columns.
     *
     * @param portfolio knows the names of funders
     * @param cases the base first, then what it is compared with
     * @param daily whether every day is shown too
     * @param readBack of which month the run at each quantile is shown payment by payment; null: of none
     * @return the report
     */
    public static Report narrow(
            Portfolio portfolio, List<StressCase> cases, boolean daily, @Nullable YearMonth readBack) {
        return new ForecastReport(portfolio, cases, true, readBack).report(daily);
    }

    /**
     * The case that others are compared with.
     *
     * @param cases at least one
     * @return the first without stress, else the first
     */
    public static StressCase unstressed(List<StressCase> cases) {
        return cases.stream()
                .filter(one -> one.stresses().isEmpty())
                .findFirst()
                .orElse(cases.get(0));
    }

    private static boolean isOfFunders(CashLine line) {
        return line.kind() != CashKind.PRODUCT && line.kind() != CashKind.COST;
    }

    private Report report(boolean daily) {
        CashForecast forecast = base.forecast();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), figures()));
        List<Block> monthly = new ArrayList<>(ForecastCharts.of(base).stream().toList());
        monthly.add(months());
        sections.add(new Section("months", Message.of("REPORT-CASH-MONTHS"), monthly));
        YearMonth month = readBack;
        if (month != null && base.simulation().isPresent()) {
            sections.add(readBack(month));
        }
        if (!narrow) {
            base.simulation()
                    .map(simulation -> new ForecastDraws(portfolio, simulation).table())
                    .ifPresent(draws -> sections.add(Section.of("draws", Message.of("REPORT-CASH-DRAWS"), draws)));
        }
        if (cases.size() > 1) {
            Table compared =
                    narrow ? stress().only(List.of("case", "lowest", "lowestDay", "need", "everBelow")) : stress();
            sections.add(Section.of("stress", Message.of("REPORT-CASH-STRESS"), compared));
            Table changed = effects();
            sections.add(Section.of(
                    "effects",
                    changed.caption(),
                    changed.rows().isEmpty()
                            ? new Paragraph(Message.of("REPORT-CASH-EFFECTS-NONE"))
                            : narrow
                                    ? changed.only(List.of("subject", "expected", "day", "change", "case"))
                                    : changed));
        }
        Table moved = narrow ? lines().only(List.of("day", "amount", "subject", "step", "why")) : lines();
        sections.add(Section.of("lines", moved.caption(), moved));
        if (!notForecast().isEmpty()) {
            sections.add(Section.of("missing", Message.of("REPORT-CASH-MISSING"), missing()));
        }
        if (daily && !forecast.byDay().isEmpty()) {
            sections.add(Section.of("days", Message.of("REPORT-CASH-DAYS"), days()));
        }
        List<Finding> findings = new ArrayList<>(forecast.findings());
        base.simulation().ifPresent(simulation -> simulation
                .rules()
                .forEach(rule -> findings.add(Finding.info(
                        Place.NOWHERE, "REPORT-CASH-ASSUMED", rule.id(), percent(simulation.correlation())))));
        if (!findings.isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-CASH-FINDINGS"), Findings.of(findings)));
        }
        sections.add(Section.of("explanations", Message.of("REPORT-CASH-WHY"), new Explanations(explanations())));
        return new Report(
                "forecast",
                Message.of("REPORT-CASH-TITLE"),
                Words.verbatim(forecast.structure().name()),
                forecast.options().asAt(),
                sections);
    }

    private KeyFigures figures() {
        CashForecast forecast = base.forecast();
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                "opening",
                forecast.opening().label(),
                Cell.of(forecast.opening().value()),
                null));
        Optional<DayCash> lowest = forecast.lowest();
        figures.add(new KeyFigure(
                "lowest",
                Message.of("REPORT-CASH-LOWEST"),
                lowest.map(day -> Cell.of(day.balance()))
                        .orElse(Cell.of(forecast.opening().value())),
                lowest.map(day -> Message.of("REPORT-CASH-ON", day.day())).orElse(null)));
        figures.add(figure("need", forecast.financingNeed()));
        figures.add(figure("bridging", forecast.bridgingCost()));
        figures.add(new KeyFigure("runway", Message.of("REPORT-CASH-RUNWAY"), runway(forecast), null));
        base.simulation().ifPresent(simulation -> {
            figures.add(new KeyFigure(
                    "everBelow",
                    Message.of("REPORT-CASH-EVER"),
                    Cell.of(simulation.everBelowZero()),
                    Message.of(
                            "REPORT-CASH-RUNS",
                            simulation.options().runs(),
                            Long.toString(simulation.options().seed()))));
            figures.add(new KeyFigure(
                    "lowestLow",
                    Message.of("REPORT-CASH-LOWEST-AT", quantile(simulation, 0)),
                    Cell.of(simulation.lowest(0)),
                    Message.of("REPORT-CASH-MOSTLY", month(simulation.lowestMonth()))));
            figures.add(new KeyFigure(
                    "needLow",
                    Message.of("REPORT-CASH-NEED-AT", quantile(simulation, 0)),
                    Cell.of(simulation.financingNeed(0)),
                    null));
            figures.add(new KeyFigure(
                    "bridgingHigh",
                    Message.of("CASH-SIM-BRIDGING", quantile(simulation, 0)),
                    Cell.of(simulation.bridgingCost(0)),
                    null));
        });
        return new KeyFigures(figures);
    }

    private static KeyFigure figure(String id, Explanation figure) {
        return new KeyFigure(id, figure.label(), Cell.of(figure.value()), null);
    }

    private static Cell runway(CashForecast forecast) {
        if (forecast.byDay().isEmpty()) {
            return Cell.of(forecast.opening().value());
        }
        return forecast.runwayEnd()
                .map(Cell::of)
                .orElse(Cell.of(
                        Message.of("REPORT-CASH-HOLDS", month(forecast.axis().last()))));
    }

    static Message month(YearMonth month) {
        return Message.of("TIME-MONTH", month);
    }

    static String quantile(CashSimulation simulation, int index) {
        return percent(simulation.options().quantiles().get(index)).toPlainString();
    }

    private static BigDecimal percent(Fraction share) {
        BigDecimal percent = share.times(Fraction.of(100)).value(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    private Table months() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("month", Column.Type.MONTH, Message.of("REPORT-CASH-MONTH")),
                Column.of("in", Column.Type.MONEY, Message.of("REPORT-CASH-IN")),
                Column.of("out", Column.Type.MONEY, Message.of("REPORT-CASH-OUT")),
                Column.of("balance", Column.Type.MONEY, Message.of("REPORT-CASH-BALANCE"))));
        Optional<CashSimulation> simulation = base.simulation();
        List<List<Money>> bands = new ArrayList<>();
        simulation.ifPresent(drawn -> {
            for (int q = 0; q < drawn.options().quantiles().size(); q++) {
                bands.add(drawn.band(q));
                String name = quantile(drawn, q);
                columns.add(Column.of(
                        "p" + name.replace(".", "point"), Column.Type.MONEY, Message.of("REPORT-CASH-QUANTILE", name)));
            }
            columns.add(Column.of("belowZero", Column.Type.SHARE, Message.of("REPORT-CASH-BELOW")));
        });
        List<List<Cell>> rows = new ArrayList<>();
        for (int m = 0; m < base.forecast().byMonth().size(); m++) {
            MonthCash month = base.forecast().byMonth().get(m);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(month.month()),
                    Cell.of(month.in()),
                    Cell.of(month.out()),
                    Cell.of(month.closing().value())));
            int at = m;
            bands.forEach(band -> row.add(Cell.of(band.get(at))));
            simulation.ifPresent(drawn -> row.add(Cell.of(drawn.belowZero().get(at))));
            rows.add(row);
        }
        return new Table("months", Message.of("REPORT-CASH-MONTHS"), columns, rows, null);
    }

    private Table lines() {
        List<List<Cell>> rows = new ArrayList<>();
        for (CashLine line : base.forecast().lines()) {
            if (narrow && !isOfFunders(line)) {
                continue;
            }
            rows.add(List.of(
                    Cell.of(line.day()),
                    Cell.of(line.money()),
                    Cell.of(line.subject()),
                    text(line.step()),
                    Cell.of(line.kind().label()),
                    funder(line),
                    line.delay()
                            .map(lag -> Cell.of(lag.source().label()))
                            .orElse(Cell.of(
                                    line.why().children().isEmpty()
                                            ? line.why().label()
                                            : line.why().children().get(0).label())),
                    line.delay().map(lag -> Cell.of(lag.middle())).orElse(Cell.EMPTY),
                    line.delay().map(lag -> Cell.of(lag.observations())).orElse(Cell.EMPTY),
                    line.grant() == null ? Cell.EMPTY : Cell.of(line.grant().value())));
        }
        return new Table(
                "lines",
                Message.of(narrow ? "REPORT-CASH-LINES-FUNDERS" : "REPORT-CASH-LINES"),
                List.of(
                        Column.of("day", Column.Type.DATE, Message.of("REPORT-CASH-DAY")),
                        Column.of("amount", Column.Type.MONEY, Message.of("REPORT-CASH-AMOUNT")),
                        Column.of("subject", Column.Type.TEXT, Message.of("REPORT-CASH-SUBJECT")),
                        Column.of("step", Column.Type.TEXT, Message.of("REPORT-CASH-STEP")),
                        Column.of("kind", Column.Type.TEXT, Message.of("REPORT-CASH-KIND")),
                        Column.of("funder", Column.Type.TEXT, Message.of("REPORT-CASH-FUNDER")),
                        Column.of("why", Column.Type.TEXT, Message.of("REPORT-CASH-DELAY")),
                        Column.of("delay", Column.Type.COUNT, Message.of("REPORT-CASH-LAG"))
                                .in(Message.of("CASH-UNIT-DAYS")),
                        Column.of("observations", Column.Type.COUNT, Message.of("REPORT-CASH-SEEN")),
                        Column.of("grant", Column.Type.TEXT, Message.of("REPORT-CASH-GRANT"))),
                rows,
                null);
    }

    private static Cell text(@Nullable String step) {
        return step == null ? Cell.EMPTY : Cell.of(step);
    }

    private Cell funder(CashLine line) {
        return Optional.ofNullable(line.funder())
                .map(id -> Cell.of(portfolio.funder(id).map(Funder::name).orElse(id.value())))
                .orElse(Cell.EMPTY);
    }

    /** Of every case, once: a stress whose effect is not known says why. */
    private List<NotForecast> notForecast() {
        return cases.stream()
                .flatMap(one -> one.forecast().missing().stream())
                .distinct()
                .toList();
    }

    private Table missing() {
        List<List<Cell>> rows = new ArrayList<>();
        for (NotForecast one : notForecast()) {
            rows.add(List.of(
                    Cell.of(one.grant().value()), Cell.of(one.subject()), text(one.step()), Cell.of(one.reason())));
        }
        return new Table(
                "missing",
                Message.of("REPORT-CASH-MISSING"),
                List.of(
                        Column.of("grant", Column.Type.TEXT, Message.of("REPORT-CASH-GRANT")),
                        Column.of("subject", Column.Type.TEXT, Message.of("REPORT-CASH-SUBJECT")),
                        Column.of("step", Column.Type.TEXT, Message.of("REPORT-CASH-STEP")),
                        Column.of("reason", Column.Type.TEXT, Message.of("REPORT-CASH-REASON"))),
                rows,
                null);
    }

    private Table days() {
        List<List<Cell>> rows = base.forecast().byDay().stream()
                .map(day -> List.of(Cell.of(day.day()), Cell.of(day.net()), Cell.of(day.balance())))
                .toList();
        return new Table(
                "days",
                Message.of("REPORT-CASH-DAYS"),
                List.of(
                        Column.of("day", Column.Type.DATE, Message.of("REPORT-CASH-DAY")),
                        Column.of("net", Column.Type.MONEY, Message.of("REPORT-CASH-NET")),
                        Column.of("balance", Column.Type.MONEY, Message.of("REPORT-CASH-BALANCE"))),
                rows,
                null);
    }

    private Table stress() {
        boolean drawn = base.simulation().isPresent();
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("case", Column.Type.TEXT, Message.of("REPORT-CASH-CASE")),
                Column.of("closing", Column.Type.MONEY, Message.of("REPORT-CASH-END")),
                Column.of("lowest", Column.Type.MONEY, Message.of("REPORT-CASH-LOWEST")),
                Column.of("lowestDay", Column.Type.DATE, Message.of("REPORT-CASH-LOWEST-DAY")),
                Column.of("need", Column.Type.MONEY, Message.of("CASH-NEED")),
                Column.of("bridging", Column.Type.MONEY, Message.of("CASH-BRIDGING")),
                Column.of("runway", Column.Type.DATE, Message.of("REPORT-CASH-RUNWAY"))));
        base.simulation().ifPresent(simulation -> {
            columns.add(Column.of("everBelow", Column.Type.SHARE, Message.of("REPORT-CASH-EVER")));
            columns.add(Column.of(
                    "lowestLow", Column.Type.MONEY, Message.of("REPORT-CASH-LOWEST-AT", quantile(simulation, 0))));
        });
        List<List<Cell>> rows = new ArrayList<>();
        for (StressCase one : cases) {
            CashForecast forecast = one.forecast();
            Cell unknown = Cell.of(forecast.opening().value());
            Optional<DayCash> lowest = forecast.lowest();
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(one.words(portfolio)),
                    Cell.of(forecast.byMonth()
                            .get(forecast.byMonth().size() - 1)
                            .closing()
                            .value()),
                    lowest.map(day -> Cell.of(day.balance())).orElse(unknown),
                    lowest.map(day -> Cell.of(day.day())).orElse(Cell.EMPTY),
                    Cell.of(forecast.financingNeed().value()),
                    Cell.of(forecast.bridgingCost().value()),
                    forecast.runwayEnd().map(Cell::of).orElse(Cell.EMPTY)));
            if (drawn) {
                row.add(one.simulation()
                        .map(simulation -> Cell.of(simulation.everBelowZero()))
                        .orElse(Cell.EMPTY));
                row.add(one.simulation()
                        .map(simulation -> Cell.of(simulation.lowest(0)))
                        .orElse(Cell.EMPTY));
            }
            rows.add(row);
        }
        return new Table("stress", Message.of("REPORT-CASH-STRESS"), columns, rows, null);
    }

    /** Payment by payment, what each case changes in the balance at the end of the forecast. */
    private Table effects() {
        List<List<Cell>> rows = new ArrayList<>();
        for (StressCase one : cases) {
            LocalDate last = one.forecast().axis().last().atEndOfMonth();
            for (StressWhy.Effect effect : one.why(portfolio, unstressed).effects()) {
                rows.add(List.of(
                        Cell.of(effect.subject()),
                        effect.expected().map(line -> Cell.of(line.day())).orElse(Cell.EMPTY),
                        effect.expected().map(line -> Cell.of(line.money())).orElse(Cell.EMPTY),
                        effect.day().map(Cell::of).orElse(Cell.EMPTY),
                        effect.left().map(line -> Cell.of(line.money())).orElse(Cell.EMPTY),
                        Cell.of(effect.change(last).value()),
                        Cell.of(one.words(portfolio)),
                        Cell.of(effect.why()),
                        Cell.of(effect.grant().value())));
            }
        }
        return new Table(
                "effects",
                Message.of("REPORT-CASH-EFFECTS"),
                List.of(
                        Column.of("subject", Column.Type.TEXT, Message.of("REPORT-CASH-SUBJECT")),
                        Column.of("expected", Column.Type.DATE, Message.of("REPORT-CASH-EXPECTED")),
                        Column.of("amount", Column.Type.MONEY, Message.of("REPORT-CASH-AMOUNT")),
                        Column.of("day", Column.Type.DATE, Message.of("REPORT-CASH-COMES")),
                        Column.of("left", Column.Type.MONEY, Message.of("REPORT-CASH-LEFT")),
                        Column.of("change", Column.Type.MONEY, Message.of("REPORT-CASH-CHANGE")),
                        Column.of("case", Column.Type.TEXT, Message.of("REPORT-CASH-CASE")),
                        Column.of("cause", Column.Type.TEXT, Message.of("REPORT-CASH-CAUSE")),
                        Column.of("grant", Column.Type.TEXT, Message.of("REPORT-CASH-GRANT"))),
                rows,
                null);
    }

    /** The run at each quantile of a month, of each case. */
    private Section readBack(YearMonth month) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (StressCase one : cases) {
            one.simulation().ifPresent(simulation -> {
                Table runs = new ForecastDraws(portfolio, simulation).readBack(month);
                if (columns.isEmpty()) {
                    columns.addAll(runs.columns());
                }
                runs.rows().forEach(row -> {
                    List<Cell> cells = new ArrayList<>(row);
                    cells.add(0, Cell.of(one.words(portfolio)));
                    rows.add(cells);
                });
            });
        }
        columns.add(0, Column.of("case", Column.Type.TEXT, Message.of("REPORT-CASH-CASE")));
        Table table = new Table("readBack", Message.of("REPORT-CASH-READ-BACK", month(month)), columns, rows, null);
        List<String> few = new ArrayList<>(List.of("quantile", "day", "expected", "amount", "subject", "state"));
        if (cases.size() > 1) {
            few.add(0, "case");
        }
        return Section.of("readBack", table.caption(), narrow ? table.only(few) : table);
    }

    /** Months and their lines, what follows from them, and the day of each payment; on a narrow page those of one month, if asked. */
    private List<Explanation> explanations() {
        if (narrow && readBack != null) {
            return monthly().toList();
        }
        CashForecast forecast = base.forecast();
        return Stream.of(
                        Stream.of(forecast.financingNeed(), forecast.bridgingCost()),
                        monthly(),
                        compared(),
                        base.simulation().map(CashSimulation::why).stream().flatMap(this::simulated),
                        forecast.byMonth().stream().map(MonthCash::closing),
                        forecast.lines().stream()
                                .filter(line -> line.kind() == CashKind.GRANT || line.kind() == CashKind.APPLICATION)
                                .map(ForecastReport::day))
                .flatMap(stream -> stream)
                .toList();
    }

    /** The balances of the month that was asked for, forecast and simulated, and its risk, in each case. */
    private Stream<Explanation> monthly() {
        YearMonth month = readBack;
        if (month == null) {
            return Stream.of();
        }
        int at = (int) base.forecast().axis().position(month);
        return cases.stream().flatMap(one -> {
            Stream<Explanation> compared = cases.size() == 1
                    ? Stream.of()
                    : Stream.of(one.why(portfolio, unstressed).closing(at));
            Stream<Explanation> drawn = one.simulation().map(CashSimulation::why).stream()
                    .flatMap(why -> Stream.concat(
                            IntStream.range(
                                            0,
                                            base.simulation()
                                                    .map(all -> all.options()
                                                            .quantiles()
                                                            .size())
                                                    .orElse(0))
                                    .mapToObj(q -> why.balance(q, at)),
                            Stream.of(why.belowZero(at))));
            return Stream.concat(compared, drawn).map(figure -> in(one, figure));
        });
    }

    /** A figure of one of several cases says of which. */
    private Explanation in(StressCase one, Explanation figure) {
        return cases.size() == 1
                ? figure
                : Amounts.same(Message.of("CASH-IN-CASE", one.words(portfolio), figure.label()), figure);
    }

    /** Every figure of the comparison. */
    private Stream<Explanation> compared() {
        return cases.size() == 1
                ? Stream.of()
                : cases.stream().flatMap(one -> {
                    StressWhy why = one.why(portfolio, unstressed);
                    return Stream.concat(
                                    Stream.of(
                                            why.closing(one.forecast().byMonth().size() - 1),
                                            why.lowest(),
                                            why.lowestDay(),
                                            why.financingNeed(),
                                            why.bridgingCost(),
                                            why.runway()),
                                    one.simulation().map(CashSimulation::why).stream()
                                            .flatMap(drawn -> Stream.of(drawn.everBelowZero(), drawn.lowest(0))))
                            .map(figure -> in(one, figure));
                });
    }

    private Stream<Explanation> simulated(SimulationWhy why) {
        int months = base.forecast().byMonth().size();
        return Stream.of(
                        Stream.of(
                                why.everBelowZero(),
                                why.lowest(0),
                                why.financingNeed(0),
                                why.bridgingCost(0),
                                why.runway(0)),
                        IntStream.range(0, months).mapToObj(why::belowZero),
                        why.drawn().stream().map(SimulationWhy.Draw::why))
                .flatMap(stream -> stream);
    }

    private static Explanation day(CashLine line) {
        Message label = Message.of("REPORT-CASH-DAY-OF", line.amount().label());
        return new Explanation(
                label,
                line.why().value(),
                line.why().step(),
                line.why().children(),
                line.why().rules(),
                line.amount().records());
    }
}
