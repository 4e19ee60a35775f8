package org.subsidia.rcp.analysis.dependence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.subsidia.dependence.Bridge;
import org.subsidia.dependence.Dependence;
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
     */
    public record Choice(int years, FunderView view, Ratio from, Ratio to) {}

    /** What is shown until the user chooses. */
    static final Choice USUAL = new Choice(0, FunderView.ORIGIN, Ratio.R1, Ratio.R5);

    /**
     * The dependence in the current year.
     *
     * @param structure the structure
     * @param question the portfolio, the law and the day
     * @return the answer
     */
    public static DependenceAnswer of(Structure structure, Question question) {
        return of(structure, question, USUAL);
    }

    /** Two years before the one that is looked at count in means and trends besides. */
    static DependenceAnswer of(Structure structure, Question question, Choice choice) {
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
        DependenceReport.Options options = new DependenceReport.Options(
                question.law(),
                question.at(),
                first,
                year,
                List.of(choice.view()),
                List.of(Ratio.values()),
                choice.from(),
                choice.to(),
                null,
                HALF);
        return new DependenceAnswer(dependence, options, DependenceReport.of(dependence, options));
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
            case "bridge" -> bridge(row);
            case "concentration" -> concentration(row, column);
            case "losses" -> loss(row, column);
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

    private Optional<Explanation> bridge(int row) {
        Optional<Bridge> bridge = dependence.bridge(options.from(), options.to(), options.year());
        int steps = bridge.map(one -> one.steps().size()).orElse(0);
        return row == 0 || row > steps
                ? dependence
                        .ratio(row == 0 ? options.from() : options.to(), options.year())
                        .map(RatioFigure::explanation)
                : bridge.map(Bridge::explanation);
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
        List<Party> parties = shares.parties().keySet().stream()
                .filter(party -> !party.equals(Party.UNKNOWN))
                .toList();
        FunderLoss loss = FunderLoss.of(shares, parties.get(row), options.target());
        return switch (column) {
            case "lost" -> Optional.of(loss.lost());
            case "result" -> Optional.of(loss.result());
            case "gap" -> Optional.of(loss.gap());
            case "runway" -> Optional.of(loss.runway());
            case "majority" -> Optional.of(loss.majority());
            default -> Optional.empty();
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
        Optional<FunderShares> shares =
                yearOf(column).map(dependence.years()::get).map(this::shares);
        if (row >= table.rows().size()) {
            return shares.map(FunderShares::total);
        }
        Cell name = table.rows().get(row).get(0);
        return shares.flatMap(one -> Stream.of(FunderLevel.values())
                .filter(level -> Cell.of(level.label()).equals(name))
                .findFirst()
                .map(one.levels()::get));
    }
}
