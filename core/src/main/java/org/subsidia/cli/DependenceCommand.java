package org.subsidia.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.FunderExit;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.AmountReader;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.DependenceReport;
import org.subsidia.report.DependenceTableReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia dependence P}: how much structures depend on public money, by every definition in use. */
@Command(name = "dependence")
final class DependenceCommand implements Runnable {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
    private static final int MOST_YEARS = 40;
    /** As many as the mean of three years needs. */
    private static final int YEARS_BEFORE = 2;

    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "dependenceStructure")
    private @Nullable String structure;

    @Option(names = "--ratio", paramLabel = "RATIO", split = ",", descriptionKey = "dependenceRatio")
    private List<Ratio> ratios = new ArrayList<>();

    @Mixin
    private final BridgeOption bridge = new BridgeOption();

    @Option(names = "--years", paramLabel = "YEARS", descriptionKey = "dependenceYears")
    private @Nullable String years;

    @Option(names = "--leaves", paramLabel = "FUNDER", descriptionKey = "dependenceLeaves")
    private @Nullable String leaves;

    @Option(names = "--leaves-on", paramLabel = "DATE", descriptionKey = "dependenceLeavesOn")
    private @Nullable LocalDate leavesOn;

    @Option(names = "--target", paramLabel = "SHARE", descriptionKey = "dependenceTarget")
    private String target = "50 %";

    @Option(names = "--by", paramLabel = "VIEW", split = ",", descriptionKey = "dependenceBy")
    private List<FunderView> views = new ArrayList<>();

    @Option(names = "--cash", paramLabel = "AMOUNT", descriptionKey = "dependenceCash")
    private @Nullable String cash;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    DependenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LawBase laws = LawBase.standard();
        Portfolio portfolio = PortfolioFile.open(console, file);
        PortfolioFigures figures = new PortfolioFigures(portfolio, laws, at.day())
                .withTreasury(cash())
                .withForecast();
        List<FunderView> sides = views.isEmpty() ? List.of(FunderView.ORIGIN, FunderView.PAYER) : views;
        List<Ratio> shown = ratios.isEmpty() ? Arrays.asList(Ratio.values()) : ratios;
        StructureId wanted = RecordChoice.structure(structure, portfolio);
        if (wanted == null) {
            table(portfolio, figures, sides.get(0), shown);
            return;
        }
        Structure one = portfolio.structure(wanted).orElseThrow();
        int current = figures.currentYear(one);
        BridgeOption.Ends ends = bridge.ends();
        Range range = range(current).with(ends.years());
        Dependence dependence = figures.dependence(one, range.from - YEARS_BEFORE, range.to);
        if (dependence.years().tailMap(range.from).isEmpty()) {
            throw unusable("CLI-DEP-NO-YEARS", one.name(), range.toString());
        }
        int close = dependence.years().tailMap(range.from).containsKey(current)
                ? current
                : dependence.years().lastKey();
        bridge.require(ends, dependence.years().keySet());
        Party leaving = leaving(portfolio);
        List<Party> parties = leaving == null
                ? dependence
                        .shares(close, sides.get(0))
                        .map(shares -> List.copyOf(shares.parties().keySet()))
                        .orElse(List.of())
                : List.of(leaving);
        output.write(
                console,
                DependenceReport.of(
                        dependence,
                        new DependenceReport.Options(
                                laws,
                                at.day(),
                                range.from,
                                close,
                                sides,
                                shown,
                                ends.from().ratio(),
                                ends.to().ratio(),
                                ends.from().yearOr(close),
                                ends.to().yearOr(close),
                                leaving,
                                target(),
                                FunderExit.of(
                                        portfolio,
                                        wanted,
                                        laws,
                                        at.day(),
                                        leavesOn == null ? at.day() : leavesOn,
                                        parties))));
    }

    private void table(Portfolio portfolio, PortfolioFigures figures, FunderView side, List<Ratio> shown) {
        if (portfolio.structures().isEmpty()) {
            throw unusable("CLI-DEP-NO-STRUCTURES", file.name());
        }
        Range range = range(at.day().getYear());
        int year = years == null ? at.day().getYear() : range.to;
        List<Dependence> all = portfolio.structures().stream()
                .map(each -> figures.dependence(each, year, year))
                .toList();
        output.write(console, DependenceTableReport.of(all, year, side, shown, file.name(), at.day()));
    }

    private record Range(int from, int to) {
        /** With these years, as far as a reasonable range reaches. */
        Range with(IntStream years) {
            int[] all = IntStream.concat(IntStream.of(from, to), years).sorted().toArray();
            Range wider = new Range(all[0], all[all.length - 1]);
            return wider.to - wider.from >= MOST_YEARS ? this : wider;
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    private Range range(int current) {
        String text = years;
        if (text == null) {
            return new Range(current - YEARS_BEFORE, current + 1);
        }
        Matcher matcher = YEARS.matcher(text.strip());
        if (!matcher.matches()) {
            throw unusable("CLI-DEP-YEARS", text);
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        if (to < from || to - from >= MOST_YEARS) {
            throw unusable("CLI-DEP-YEARS", text);
        }
        return new Range(from, to);
    }

    private @Nullable Party leaving(Portfolio portfolio) {
        FunderId id = RecordChoice.funder(leaves, portfolio);
        if (id == null) {
            return null;
        }
        Funder funder = portfolio.funder(id).orElseThrow();
        return new Party(id.value(), funder.name(), funder.level());
    }

    private Fraction target() {
        try {
            Fraction share = Fraction.parse(target.strip());
            if (share.isShare() && share.compareTo(Fraction.ONE) < 0) {
                return share;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw unusable("CLI-DEP-TARGET", target);
    }

    private @Nullable Money cash() {
        String text = cash;
        if (text == null) {
            return null;
        }
        Reading<Money> amount = AmountReader.read(text);
        if (!amount.isRead()) {
            throw new UnusableInput(amount.findings());
        }
        return amount.get();
    }

    private static UnusableInput unusable(String code, Object... arguments) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, arguments)));
    }
}
