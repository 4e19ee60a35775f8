package org.subsidia.rcp.analysis.dependence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.subsidia.dependence.Bridge;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.FunderExit;
import org.subsidia.dependence.FunderLoss;
import org.subsidia.dependence.FunderShares;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.Norm;
import org.subsidia.dependence.NormFigure;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.dependence.RatioFigure;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.report.Cell;
import org.subsidia.report.DependenceReport;
import org.subsidia.report.Paragraph;
import org.subsidia.report.Report;
import org.subsidia.report.Section;
import org.subsidia.report.Table;

/**
 * The dependence of one structure as it is shown.
 *
 * @param dependence its years
 * @param options what is shown of them; null: no year is known
 * @param report the same to be read
 */
public record DependenceAnswer(Dependence dependence, DependenceReport.Options options, Report report) {
    private static final int YEARS_BEFORE = 2;
    private static final Fraction HALF = Fraction.of(1, 2);

    /**
     * What the user has chosen.
     *
     * @param years how many years after the current one are looked at closely; negative: before
     * @param view on which side funders are looked at
     * @param from the ratio at which the bridge begins
     * @param to the ratio at which it ends
     * @param fromYear the year of the first; none: the year that is looked at
     * @param toYear the year of the second; none: the year that is looked at
     * @param leaving the funder that leaves; none: each in turn
     * @param leavesOn the day on which it leaves; none: the day of looking
     */
    public record Choice(
            int years,
            FunderView view,
            Ratio from,
            Ratio to,
            Optional<Integer> fromYear,
            Optional<Integer> toYear,
            Optional<Party> leaving,
            Optional<LocalDate> leavesOn) {}

    /** What is shown until the user chooses. */
    static final Choice USUAL = new Choice(
            0,
            FunderView.ORIGIN,
            Ratio.R1,
            Ratio.R5,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * The dependence in the current year.
     *
     * @param structure the structure
     * @param question the portfolio, the law and the day
     * @return the answer
     */
    public static DependenceAnswer of(Structure structure, Question question) {
        return of(structure, question, USUAL, false);
    }

    /** With the cash month by month if funders leave. */
    static DependenceAnswer of(Structure structure, Question question, Choice choice) {
        return of(structure, question, choice, true);
    }

    /** Two years before the one that is looked at count in means and trends besides. */
    private static DependenceAnswer of(Structure structure, Question question, Choice choice, boolean exits) {
        PortfolioFigures figures =
                new PortfolioFigures(question.portfolio(), question.law(), question.at()).withForecast();
        int current = figures.currentYear(structure);
        int first = current - YEARS_BEFORE;
        int last = Math.max(current + 1, current + choice.years());
        Dependence dependence = figures.dependence(structure, first - YEARS_BEFORE, last);
        int wanted = current + choice.years();
        if (dependence.years().tailMap(first).isEmpty()) {
            return new DependenceAnswer(dependence, null, nothing(structure, question, first + "-" + last));
        }
        int year = dependence.years().tailMap(first).containsKey(wanted)
                ? wanted
                : dependence.years().lastKey();
        List<Party> parties = parties(dependence, year, choice.view());
        Optional<Party> leaving = choice.leaving().filter(parties::contains);
        DependenceReport.Options options = new DependenceReport.Options(
                question.law(),
                question.at(),
                first,
                year,
                List.of(choice.view()),
                List.of(Ratio.values()),
                choice.from(),
                choice.to(),
                choice.fromYear().filter(dependence.years()::containsKey).orElse(year),
                choice.toYear().filter(dependence.years()::containsKey).orElse(year),
                leaving.orElse(null),
                HALF,
                exits
                        ? FunderExit.of(
                                question.portfolio(),
                                structure.id(),
                                question.law(),
                                question.at(),
                                choice.leavesOn().orElse(question.at()),
                                leaving.map(List::of).orElse(parties))
                        : List.of());
        return new DependenceAnswer(dependence, options, DependenceReport.of(dependence, options));
    }

    private static List<Party> parties(Dependence dependence, int year, FunderView view) {
        return dependence.shares(year, view).stream()
                .flatMap(shares -> shares.parties().keySet().stream())
                .filter(party -> !party.equals(Party.UNKNOWN))
                .toList();
    }

    /** {@return who gives something in the year that is looked at; none where no year is known} */
    List<Party> parties() {
        return options == null
                ? List.of()
                : parties(dependence, options.year(), options.views().get(0));
    }

    private static Report nothing(Structure structure, Question question, String years) {
        Message why = Message.of("CLI-DEP-NO-YEARS", structure.name(), years);
        return new Report(
                "dependence",
                Message.of("REPORT-DEP-TITLE"),
                null,
                question.at(),
                List.of(Section.of("nothing", Message.of("REPORT-DEP-TITLE"), new Paragraph(why))));
    }

    /** {@return the report with the origin of its figures} */
    public Sheet sheet() {
        return new Sheet(report, this::origin);
    }

    private OperatingFigures year() {
        return dependence.years().get(options.year());
    }

    private FunderShares shares(OperatingFigures figures) {
        return FunderShares.of(figures, options.views().get(0));
    }

    private List<OperatingFigures> shown() {
        return List.copyOf(dependence.years().tailMap(options.first()).values());
    }

    private Optional<Explanation> origin(String table, int row, String column) {
        return switch (table) {
            case "keyFigures" -> keyFigure(column);
            case "ratios" -> ratio(row, column);
            case "norms" -> norm(norms(), row, column);
            case "normAmounts" ->
                norm(
                        dependence.norm(Norm.T6A, options.year(), options.laws()).stream()
                                .toList(),
                        row,
                        column);
            case "bridge" -> bridge(row, column);
            case "concentration" -> concentration(row, column);
            case "losses" -> loss(row, column);
            case "exits" -> exit(options.exits().get(row), column);
            case "exitMonths" -> exitMonth(options.exits().get(0), row, column);
            case "items" -> item(row, column);
            default -> table.startsWith("levels") ? level(table, row, column) : Optional.empty();
        };
    }

    private Optional<Explanation> keyFigure(String id) {
        return switch (id) {
            case "r1" -> dependence.ratio(Ratio.R1, options.year()).map(RatioFigure::explanation);
            case "r5" -> dependence.ratio(Ratio.R5, options.year()).map(RatioFigure::explanation);
            case "firstShare" -> Optional.of(shares(year()).firstShare());
            case "products" -> Optional.of(year().totalProducts());
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> yearOf(String column) {
        return column.matches("y\\d{4}") ? Optional.of(Integer.valueOf(column.substring(1))) : Optional.empty();
    }

    private Optional<Explanation> ratio(int row, String column) {
        Ratio ratio = options.ratios().get(row);
        return column.equals("mean")
                ? Optional.of(dependence.mean(ratio, options.year()))
                : yearOf(column).flatMap(year -> dependence.ratio(ratio, year)).map(RatioFigure::explanation);
    }

    private List<NormFigure> norms() {
        return dependence.norms(options.year(), options.laws()).stream()
                .filter(norm -> norm.norm() != Norm.T6A)
                .toList();
    }

    private Optional<Explanation> norm(List<NormFigure> norms, int row, String column) {
        NormFigure norm = norms.get(row);
        return switch (column) {
            case "measured" -> Optional.of(norm.measured());
            case "limit" -> Optional.of(norm.limit());
            case "distance" -> Optional.of(norm.distance());
            case "trend" -> Optional.of(dependence.trend(norm.norm(), options.year(), options.laws()));
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> bridge(int row, String column) {
        Optional<Bridge> bridge = dependence.bridge(options.from(), options.fromYear(), options.to(), options.toYear());
        int steps = bridge.map(one -> one.steps().size()).orElse(0);
        if (row > 0 && row <= steps) {
            return bridge.map(one -> column.equals("change") ? one.change(row - 1) : one.after(row - 1));
        }
        return (row == 0
                        ? dependence.ratio(options.from(), options.fromYear())
                        : dependence.ratio(options.to(), options.toYear()))
                .map(RatioFigure::explanation);
    }

    private Optional<Explanation> concentration(int row, String column) {
        FunderShares shares = shares(shown().get(row));
        return switch (column) {
            case "hhi" -> Optional.of(shares.herfindahl());
            case "first", "firstShare" -> Optional.of(shares.firstShare());
            case "for80" -> Optional.of(shares.fundersFor80());
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> loss(int row, String column) {
        FunderShares shares = shares(year());
        Party leaving = options.leaving();
        Party party = leaving == null ? parties().get(row) : leaving;
        FunderLoss loss = FunderLoss.of(shares, party, options.target());
        return switch (column) {
            case "lost" -> Optional.of(loss.lost());
            case "result" -> Optional.of(loss.result());
            case "gap" -> Optional.of(loss.gap());
            case "runway" -> Optional.of(loss.runway());
            case "majority" -> Optional.of(loss.majority());
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> exit(FunderExit exit, String column) {
        return switch (column) {
            case "exitLost" -> Optional.of(exit.lost());
            case "exitUnion" -> Optional.of(exit.lostOfUnion());
            case "dryAnyway" -> Optional.of(exit.dryAnyway());
            case "dry" -> Optional.of(exit.dry());
            case "need" -> Optional.of(exit.need());
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> exitMonth(FunderExit exit, int row, String column) {
        return switch (column) {
            case "balanceWithout" -> Optional.of(exit.closing(row));
            case "inWithout" -> Optional.of(exit.without().in(row));
            case "in" -> Optional.of(exit.base().in(row));
            case "change" -> Optional.of(exit.change(row));
            default -> Optional.of(exit.base().byMonth().get(row).closing());
        };
    }

    /** The total of products stands among the items, behind the last of them. */
    private Optional<Explanation> item(int row, String column) {
        List<Function<OperatingFigures, Explanation>> lines = Stream.of(OperatingItem.values())
                .flatMap(item -> item == OperatingItem.OTHER_PRODUCTS
                        ? Stream.<Function<OperatingFigures, Explanation>>of(
                                figures -> figures.item(item), OperatingFigures::totalProducts)
                        : Stream.<Function<OperatingFigures, Explanation>>of(figures -> figures.item(item)))
                .toList();
        return yearOf(column).map(dependence.years()::get).map(lines.get(row));
    }

    private Optional<Explanation> level(String id, int row, String column) {
        Table table = report.table(id).orElseThrow();
        FunderShares shares =
                yearOf(column).map(dependence.years()::get).map(this::shares).orElseGet(() -> shares(year()));
        Optional<Explanation> part = row >= table.rows().size()
                ? Optional.of(shares.total())
                : Stream.of(FunderLevel.values())
                        .filter(level -> Cell.of(level.label())
                                .equals(table.rows().get(row).get(0)))
                        .findFirst()
                        .map(shares::amountOf);
        return switch (column) {
            case "ofPublic" -> part.map(shares::ofPublic);
            case "ofProducts" -> part.map(shares::ofProducts);
            default -> part.filter(amount -> yearOf(column).isPresent());
        };
    }
}
