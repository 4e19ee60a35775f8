package org.subsidia.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderLevel;

/**
 * A scenario run on a population: what each structure would have received and what it receives, level by level and year by
 * year, down to its cash.
 *
 * <p>“Before” is what goes on if nothing is decided: the line as in the reference year, every other level as last known, both
 * without one-off grants unless the scenario carries them forward.
 * Amounts are exact to the cent at every step; see {@link #flows(int)}.
 */
public final class Simulation {
    private final Frame frame;
    private final @Nullable Compensation base;
    private final YearResult[] results;
    /** Asked for by reports, not by draws: each is worked out when it is. */
    private final @Nullable Budget[] before;

    private final Budget[] after;
    private @Nullable List<StructureResult> structures;
    private @Nullable Inequality inequality;

    private Simulation(Frame frame, @Nullable Compensation base) {
        this.frame = frame;
        this.base = base;
        List<Integer> years = frame.scenario.years();
        this.results = new YearResult[years.size()];
        for (int y = 0; y < results.length; y++) {
            results[y] = YearResult.of(frame, base, years.get(y));
        }
        int size = frame.recipients.size();
        this.before = new Budget[size];
        this.after = new Budget[size];
        for (int p = 0; p < size; p++) {
            after[p] = Budget.of(frame, results, p, true);
        }
    }

    /** One on a ground that is known, and why it cannot be run otherwise. */
    static Reading<Simulation> run(Scenario scenario, Ground ground) {
        List<Finding> findings = new ArrayList<>();
        Frame frame = Frame.of(scenario, ground, findings);
        if (findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
            return Reading.refused(findings);
        }
        if (scenario.line() == null) {
            return Reading.of(new Simulation(frame, null));
        }
        Reading<Compensation> base = Compensation.of(frame);
        return base.isRead() ? Reading.of(new Simulation(frame, base.get())) : Reading.refused(base.findings());
    }

    /**
     * Runs a scenario.
     *
     * @param scenario what is supposed
     * @param population on whom
     * @param laws the law
     * @return the results with what was not known, or why the scenario cannot be run on this population
     */
    public static Reading<Simulation> run(Scenario scenario, Population population, LawBase laws) {
        Reading<Simulation> run = new Variants(scenario, population, laws).run(scenario);
        return run.isRead() ? Reading.of(run.get(), Unknowns.of(run.get().frame)) : run;
    }

    /** {@return the scenario} */
    public Scenario scenario() {
        return frame.scenario;
    }

    /** {@return the population} */
    public Population population() {
        return frame.population;
    }

    /** {@return every level that pays somebody, before or after} */
    public List<FunderLevel> levels() {
        return frame.levels();
    }

    Frame frame() {
        return frame;
    }

    YearResult result(int year) {
        return results[year - frame.scenario.first()];
    }

    Budget budgetBefore(int p) {
        Budget known = before[p];
        if (known == null) {
            known = Budget.of(frame, results, p, false);
            before[p] = known;
        }
        return known;
    }

    Budget budgetAfter(int p) {
        return after[p];
    }

    int index(String id) {
        Integer p = frame.ground.positions.get(id);
        if (p == null) {
            throw new IllegalArgumentException("no structure " + id);
        }
        return p;
    }

    /**
     * The base of the compensation.
     *
     * @return the base and where it comes from, empty where no line moves
     */
    public Optional<Explanation> base() {
        return Optional.ofNullable(base).map(Compensation::explanation);
    }

    /**
     * What passes to the successors, all together.
     *
     * @param year a year of the results
     * @return the amount, zero before the transfer
     */
    public Money transferred(int year) {
        RegionShares regions = result(year).regions();
        return Cents.money(regions == null ? 0 : regions.total());
    }

    /**
     * What a structure would receive from a level if nothing were decided.
     *
     * @param id the structure
     * @param level who pays
     * @param year a year of the results
     * @return the amount
     */
    public Money before(String id, FunderLevel level, int year) {
        return amount(result(year).before(), level, index(id));
    }

    /**
     * What a structure receives from a level.
     *
     * @param id the structure
     * @param level who pays
     * @param year a year of the results
     * @return the amount
     */
    public Money after(String id, FunderLevel level, int year) {
        return amount(result(year).after(), level, index(id));
    }

    private static Money amount(Map<FunderLevel, long[]> byLevel, FunderLevel level, int p) {
        long[] amounts = byLevel.get(level);
        return Cents.money(amounts == null ? 0 : amounts[p]);
    }

    /**
     * All public money of a structure if nothing were decided.
     *
     * @param id the structure
     * @param year a year of the results
     * @return the amount
     */
    public Money publicBefore(String id, int year) {
        return Cents.money(result(year).publicBefore(index(id)));
    }

    /**
     * All public money of a structure.
     *
     * @param id the structure
     * @param year a year of the results
     * @return the amount
     */
    public Money publicAfter(String id, int year) {
        return Cents.money(result(year).publicAfter(index(id)));
    }

    /**
     * What all structures together receive by level.
     *
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the sums
     */
    public SortedMap<FunderLevel, Money> totals(int year, boolean withMeasures) {
        SortedMap<FunderLevel, Money> totals = new TreeMap<>();
        YearResult result = result(year);
        (withMeasures ? result.after() : result.before())
                .forEach((level, amounts) -> totals.put(level, Cents.money(Cents.sum(amounts))));
        return totals;
    }

    /**
     * What all structures together receive.
     *
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the sum
     */
    public Money total(int year, boolean withMeasures) {
        return Money.total(totals(year, withMeasures).values());
    }

    /** {@return every structure's result, the greatest loss first} */
    public List<StructureResult> structures() {
        List<StructureResult> known = structures;
        if (known == null) {
            known = List.copyOf(StructureResult.of(this));
            structures = known;
        }
        return known;
    }

    /** {@return every region's result by code} */
    public List<RegionResult> regions() {
        return RegionResult.of(this);
    }

    /**
     * From whom money came to whom in a year: rows and columns add up to the cent.
     *
     * @param year a year of the results
     * @return the flows of the line, none before the transfer
     */
    public List<Flow> flows(int year) {
        return Flow.of(this, year);
    }

    /**
     * What Regions and départements owe each other by the measures that make a transfer between them neutral.
     *
     * @param year a year of the results
     * @return one a measure in force, in their order
     */
    public List<Attribution> attributions(int year) {
        return frame.neutrality.attributions(year);
    }

    /** {@return the one-off grants in what was last known, which end with their year or go on as the scenario supposes} */
    public List<OneOffResult> oneOff() {
        return OneOffResult.of(frame);
    }

    /** {@return winners, losers, quantiles and inequality in the last year} */
    public Inequality inequality() {
        Inequality known = inequality;
        if (known == null) {
            known = Inequality.of(this, frame.scenario.last());
            inequality = known;
        }
        return known;
    }

    /**
     * The legal tests of a structure.
     *
     * @param id the structure
     * @param year a year of the results
     * @return one verdict a test that the scenario asks for, all of them where it asks for none
     */
    public List<Verdict> verdicts(String id, int year) {
        return Verdict.of(this, index(id), year);
    }

    /**
     * Where a structure's public money of a year comes from, back to the line's amounts.
     *
     * @param id the structure
     * @param year a year of the results
     * @return the explanation, whose leaves add up to the amount
     */
    public Explanation explain(String id, int year) {
        return new Explainer(this, index(id), year).explanation();
    }

    /**
     * The cash of a structure at the end of each month from the transfer on, or from the day of the forecast if that is later.
     *
     * @param id the structure
     * @param withMeasures false: if nothing were decided
     * @return the months to the end of the last year; empty where the cash is not known
     */
    public List<CashMonth> cash(String id, boolean withMeasures) {
        CashPath path = budget(id, withMeasures).cash();
        YearMonth month = YearMonth.from(path.start());
        List<CashMonth> months = new ArrayList<>();
        for (long balance : path.balance()) {
            months.add(new CashMonth(month, Cents.money(balance)));
            month = month.plusMonths(1);
        }
        return months;
    }

    /**
     * The day on which a structure's cash is gone.
     *
     * @param id the structure
     * @param withMeasures false: if nothing were decided
     * @return the first day that ends below nothing, the last of its month where years are spread evenly; empty where no day
     *     does, or the cash is not known
     */
    public Optional<LocalDate> runwayEnd(String id, boolean withMeasures) {
        return Optional.ofNullable(budget(id, withMeasures).cash().gone());
    }

    /**
     * How a structure's cash at the end of the last year comes about.
     *
     * @param id the structure
     * @return the explanation, whose leaves add up to the balance, or why it is not known
     */
    public Explanation explainCash(String id) {
        return CashExplainer.explain(frame, index(id), budget(id, true));
    }

    /**
     * How a structure's cash at the end of a month comes about.
     *
     * @param id the structure
     * @param month one of those of {@link #cash}
     * @param withMeasures false: if nothing were decided
     * @return the explanation, whose leaves add up to the balance, or why it is not known
     */
    public Explanation explainCash(String id, YearMonth month, boolean withMeasures) {
        int p = index(id);
        return CashExplainer.explain(frame, p, Budget.trailed(frame, results, p, withMeasures), month);
    }

    /**
     * The figures of a structure's year from which its ratios are made.
     *
     * @param id the structure
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the figures; what is not known tells why
     */
    public OperatingFigures figures(String id, int year, boolean withMeasures) {
        return SimulatedFigures.of(this, index(id), year, withMeasures);
    }

    /**
     * How a ratio of a structure changes.
     *
     * @param id the structure
     * @param ratio which ratio
     * @param year a year of the results
     * @return the ratio before and after, and the steps between them
     */
    public RatioChange ratio(String id, Ratio ratio, int year) {
        return RatioChange.of(this, index(id), year, ratio);
    }

    private Budget budget(String id, boolean withMeasures) {
        return withMeasures ? after[index(id)] : budgetBefore(index(id));
    }

    /** Gap of all structures over the years from the transfer on, in cents. */
    long gap() {
        long gap = 0;
        for (YearResult result : results) {
            if (result.year() > frame.scenario.reference()) {
                for (int p = 0; p < frame.recipients.size(); p++) {
                    gap = Math.addExact(gap, result.publicAfter(p) - result.publicBefore(p));
                }
            }
        }
        return gap;
    }

    /** The cash at the end of all structures whose cash is known, in cents. */
    long cash() {
        long cash = 0;
        for (Budget budget : after) {
            int months = budget.balance().length;
            cash = months == 0 ? cash : Math.addExact(cash, budget.balance()[months - 1]);
        }
        return cash;
    }

    /** How many structures run out of cash before so many months; unknown ones do not count. */
    int below(int months) {
        int count = 0;
        for (Budget budget : after) {
            count += budget.runway().filter(each -> each < months).isPresent() ? 1 : 0;
        }
        return count;
    }

    /** How many structures' cash is known. */
    int known() {
        int count = 0;
        for (Budget budget : after) {
            count += budget.balance().length > 0 ? 1 : 0;
        }
        return count;
    }
}
