package org.subsidia.stateaid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

/**
 * Aid to an innovation cluster under article 27 of regulation 651/2014: half of the eligible costs over the whole aid period,
 * ten years over all labels and funders, a ceiling a cluster, investment aid with a bonus by area.
 *
 * <p>Eligible operating costs are staff and administration: the budget’s staff, premises, external costs, travel and events,
 * actual where the year has actual lines and planned elsewhere. Activities that are not economic lie outside: {@link
 * #withEconomicShare} takes the key of the analytic accounts, {@link #withEligibleCosts} the certified figure itself. Years run
 * on through mergers from the oldest cluster, which is an assumption. Immutable.
 */
public final class ClusterAid {
    private static final Pattern ARTICLE = Pattern.compile("(?i)(art(icle|\\.)?\\s*)?27");
    private static final Set<BudgetKind> ELIGIBLE =
            EnumSet.of(BudgetKind.STAFF, BudgetKind.PREMISES, BudgetKind.EXTERNAL, BudgetKind.TRAVEL_AND_EVENTS);
    private static final int PLACES = 6;

    private final AidAwards awards;
    private final Structure structure;
    private final LawBase lawBase;
    private final @Nullable Money eligibleCosts;
    private final Fraction economicShare;
    private final @Nullable RegionalZone zone;

    private ClusterAid(
            AidAwards awards,
            Structure structure,
            LawBase lawBase,
            @Nullable Money eligibleCosts,
            Fraction economicShare,
            @Nullable RegionalZone zone) {
        this.awards = awards;
        this.structure = structure;
        this.lawBase = lawBase;
        this.eligibleCosts = eligibleCosts;
        this.economicShare = economicShare;
        this.zone = zone;
    }

    /**
     * The aid of a cluster.
     *
     * @param portfolio where awards and budgets are read
     * @param structure the cluster
     * @param law the law of all days
     * @return the aid
     */
    public static ClusterAid of(Portfolio portfolio, Structure structure, LawBase law) {
        return of(AidAwards.of(portfolio), structure, law);
    }

    /**
     * The same from awards that are already read.
     *
     * @param awards the awards
     * @param structure the cluster
     * @param law the law of all days
     * @return the aid
     */
    public static ClusterAid of(AidAwards awards, Structure structure, LawBase law) {
        return new ClusterAid(awards, structure, law, null, Fraction.ONE, null);
    }

    /**
     * The same with eligible operating costs that are known from elsewhere.
     *
     * @param costs of the whole aid period, in euros
     * @return the aid
     */
    public ClusterAid withEligibleCosts(Money costs) {
        return new ClusterAid(awards, structure, lawBase, costs, economicShare, zone);
    }

    /**
     * The same where only a share of the budget’s costs belongs to economic activities.
     *
     * @param share the key of the analytic accounts
     * @return the aid
     */
    public ClusterAid withEconomicShare(Fraction share) {
        return new ClusterAid(awards, structure, lawBase, eligibleCosts, share, zone);
    }

    /**
     * The same with the area of the investments.
     *
     * @param area of the regional aid map
     * @return the aid
     */
    public ClusterAid withZone(RegionalZone area) {
        return new ClusterAid(awards, structure, lawBase, eligibleCosts, economicShare, area);
    }

    /**
     * Operating aid that is known, by day.
     *
     * @param awards the awards of the portfolio
     * @param structure the cluster
     * @param without a grant that is left out, or null
     * @return the history; none where an award has no regime, or one that counts lacks its day or amount
     */
    public static Optional<AidHistory> history(AidAwards awards, Structure structure, @Nullable GrantId without) {
        List<AidHistory.Aid> aids = new ArrayList<>();
        for (AidAward award : awards.of(structure.id())) {
            LocalDate day = award.day();
            Money amount = award.amount();
            if (award.grant().id().equals(without)) {
                continue;
            }
            if (!award.isDetermined() || (isOperating(award) && (day == null || amount == null))) {
                return Optional.empty();
            }
            if (isOperating(award) && day != null && amount != null) {
                aids.add(new AidHistory.Aid(day, amount, award.id()));
            }
        }
        return Optional.of(AidHistory.of(aids));
    }

    static boolean isCluster(AidAward award) {
        return award.regime() != null
                && award.regime().kind() == RegimeKind.GBER
                && award.regime().article() != null
                && ARTICLE.matcher(award.regime().article()).matches();
    }

    private static boolean isOperating(AidAward award) {
        return isCluster(award) && award.grant().spending() != SpendingKind.INVESTMENT;
    }

    private static boolean mayBeOperating(AidAward award) {
        return !award.isDetermined() && award.grant().spending() != SpendingKind.INVESTMENT;
    }

    /** {@return whether any award says that it stands under the article} */
    public boolean isAided() {
        return awards.of(structure.id()).stream().anyMatch(ClusterAid::isCluster);
    }

    /**
     * The position on a day, all awards of that day and before it counted, whatever year they are for.
     *
     * @param day the day
     * @return the position
     */
    public ClusterPosition on(LocalDate day) {
        List<AidAward> all = awards.of(structure.id()).stream()
                .filter(award -> award.day() == null || !award.day().isAfter(day))
                .toList();
        Law law = lawBase.at(day);
        SortedSet<Integer> years = new TreeSet<>();
        all.stream().filter(ClusterAid::isOperating).forEach(award -> years.addAll(years(award.grant())));
        Explanation room = Amounts.unknown(Message.of("AID-27-ROOM"), Message.of("AID-27-NOAID"));
        AidVerdict intensity = nothing("AID-27-INTENSITY");
        if (!years.isEmpty() || eligibleCosts != null) {
            Explanation costs = costs(years);
            room = room(all, costs, law);
            intensity = intensity(all, costs, years, law);
        }
        List<AidVerdict> investments = all.stream()
                .filter(award -> isCluster(award) && !isOperating(award))
                .map(award -> investment(award, law))
                .toList();
        return new ClusterPosition(
                day, intensity, years(day, law), lastYear(day, law), ceiling(all, law), room, investments);
    }

    private static AidVerdict nothing(String condition) {
        return AidVerdict.of(Message.of(condition), AidAnswer.YES, Message.of("AID-27-NOAID"), List.of(), List.of());
    }

    private static AidVerdict noLaw(String condition, Law law, String rule) {
        Message why = law.whyMissing(rule);
        return AidVerdict.of(
                Message.of(condition),
                AidAnswer.UNKNOWN,
                Message.of("AID-27-NOLAW", why),
                List.of(new MissingFact("", why)),
                List.of());
    }

    // Operating aid over eligible costs

    private AidVerdict intensity(List<AidAward> all, Explanation costs, SortedSet<Integer> years, Law law) {
        String id = "gber.27.operating.intensity";
        Optional<Rule<Fraction>> limit = law.find(Kind.SHARE, id);
        if (limit.isEmpty()) {
            return noLaw("AID-27-INTENSITY", law, id);
        }
        List<MissingFact> missing = new ArrayList<>();
        Explanation sure = sum("AID-27-OPERATING", all, ClusterAid::isOperating, missing);
        Explanation open = sum("AID-OPEN", all, ClusterAid::mayBeOperating, missing);
        Explanation known = Amounts.of(costs).isPresent() ? costs : knownCosts(years);
        Optional<Money> least = amounts(all, ClusterAid::isOperating);
        Optional<Money> cost = Amounts.of(known);
        boolean whole = Amounts.of(costs).isPresent();
        if (!whole) {
            missingBudgets(years)
                    .forEach(year -> missing.add(new MissingFact(
                            structure.id().value(), Message.of("AID-MISSING-BUDGET", Integer.toString(year)))));
        }
        Message name = Message.of("AID-27-LIMIT");
        List<Explanation> parts = new ArrayList<>();
        Money aid = least.orElse(Money.zero(CurrencyUnit.EUR));
        if (cost.isPresent() && cost.get().isPositive() && sure.value().isKnown()) {
            BigDecimal share = Fraction.ratio(aid, cost.get()).value(PLACES);
            parts.add(Explanation.of(
                    Message.of(whole ? "AID-27-SHARE" : "AID-27-SHARE-ATMOST"),
                    new Value.Share(share),
                    Step.RATIO,
                    List.of(sure, known)));
        } else {
            parts.add(sure);
            parts.add(costs);
        }
        if (!open.children().isEmpty()) {
            parts.add(open);
        }
        parts.add(Amounts.share(name, limit.get().value())
                .withRules(List.of(limit.get().reference())));
        Money bound = cost.map(money -> limit.get().value().times(money, RoundingMode.DOWN))
                .orElse(Money.zero(CurrencyUnit.EUR));
        boolean holdsAll = Amounts.of(sure).isPresent()
                && Amounts.of(open).isPresent()
                && !aid.plus(Amounts.of(open).get()).isGreaterThan(bound);
        AidAnswer answer =
                holdsAll ? AidAnswer.YES : whole && aid.isGreaterThan(bound) ? AidAnswer.NO : AidAnswer.UNKNOWN;
        Message conclusion = whole && cost.isPresent() && cost.get().isPositive()
                ? Message.of(
                        "AID-27-INTENSITY-" + answer,
                        aid,
                        cost.get(),
                        percent(limit.get().value()))
                : Message.of("AID-27-INTENSITY-OPEN", aid, percent(limit.get().value()));
        return AidVerdict.of(Message.of("AID-27-INTENSITY"), answer, conclusion, missing, parts);
    }

    private Explanation room(List<AidAward> all, Explanation costs, Law law) {
        Message label = Message.of("AID-27-ROOM");
        Optional<Rule<Fraction>> limit = law.find(Kind.SHARE, "gber.27.operating.intensity");
        if (limit.isEmpty()) {
            return Amounts.unknown(label, law.whyMissing("gber.27.operating.intensity"));
        }
        Explanation most = Amounts.share(
                        Message.of("AID-27-MOST"),
                        Message.of("AID-27-LIMIT"),
                        limit.get().value(),
                        costs)
                .withRules(List.of(limit.get().reference()));
        List<MissingFact> missing = new ArrayList<>();
        Explanation sure = sum("AID-27-OPERATING", all, ClusterAid::isOperating, missing);
        Explanation open = sum("AID-OPEN", all, ClusterAid::mayBeOperating, missing);
        return open.children().isEmpty()
                ? Amounts.difference(label, most, sure)
                : Amounts.difference(label, most, sure, open);
    }

    private static Optional<Money> amounts(List<AidAward> all, Predicate<AidAward> counts) {
        return all.stream()
                .filter(counts)
                .flatMap(award -> Optional.ofNullable(award.amount()).stream())
                .reduce(Money::plus);
    }

    private static Explanation sum(
            String label, List<AidAward> all, Predicate<AidAward> counts, List<MissingFact> missing) {
        List<Explanation> lines = new ArrayList<>();
        for (AidAward award : all) {
            if (!counts.test(award)) {
                continue;
            }
            Money amount = award.amount();
            Message none = Message.of("AID-MISSING-AMOUNT", award.name());
            if (amount == null) {
                missing.add(new MissingFact(award.id(), none));
            }
            if (!award.isDetermined()) {
                missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-REGIME", award.name())));
            }
            lines.add((amount == null ? Amounts.unknown(award.name(), none) : Amounts.given(award.name(), amount))
                    .withRecords(List.of(award.id())));
        }
        return Amounts.sum(Message.of(label), CurrencyUnit.EUR, lines);
    }

    private Explanation costs(SortedSet<Integer> years) {
        Message label = Message.of("AID-27-COSTS");
        if (eligibleCosts != null) {
            return Amounts.given(label, eligibleCosts);
        }
        List<Integer> without = missingBudgets(years);
        return without.isEmpty()
                ? knownCosts(years)
                : Amounts.unknown(
                        label, Message.of("AID-27-NOBUDGET", Integer.toString(without.get(0)), without.size()));
    }

    private Explanation knownCosts(SortedSet<Integer> years) {
        List<Explanation> lines = new ArrayList<>();
        for (int year : period(years)) {
            List<BudgetLine> budget = budget(year);
            if (!budget.isEmpty()) {
                lines.add(Amounts.sum(
                        Message.of("AID-27-YEAR", Integer.toString(year)),
                        CurrencyUnit.EUR,
                        budget.stream()
                                .map(line -> Amounts.given(
                                                Message.of("AID-27-COST-"
                                                        + line.kind().name().replace('_', '-')),
                                                line.amount())
                                        .withRecords(List.of(line.id().value())))
                                .toList()));
            }
        }
        Message label = Message.of("AID-27-COSTS");
        Explanation all = Amounts.sum(label, CurrencyUnit.EUR, lines);
        return economicShare.equals(Fraction.ONE)
                ? all
                : Amounts.share(
                        label,
                        Message.of("AID-27-ECONOMIC"),
                        economicShare,
                        Amounts.same(Message.of("AID-27-ALLCOSTS"), all));
    }

    private List<Integer> missingBudgets(SortedSet<Integer> years) {
        return eligibleCosts != null
                ? List.of()
                : period(years).stream().filter(year -> budget(year).isEmpty()).toList();
    }

    private static List<Integer> period(SortedSet<Integer> years) {
        return years.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(years.first(), years.last()).boxed().toList();
    }

    /** Actual lines where the year has some, else the plan. */
    private List<BudgetLine> budget(int year) {
        List<BudgetLine> lines = awards.portfolio().budgetOf(structure.id(), year).stream()
                .filter(line -> ELIGIBLE.contains(line.kind())
                        && line.amount().getCurrencyUnit().equals(CurrencyUnit.EUR))
                .toList();
        List<BudgetLine> actual = lines.stream()
                .filter(line -> line.basis() == BudgetBasis.ACTUAL)
                .toList();
        return actual.isEmpty() ? lines : actual;
    }

    // Years

    private SortedSet<Integer> years(Grant grant) {
        SortedSet<Integer> years = new TreeSet<>();
        Integer one = grant.fiscalYear();
        if (one != null) {
            years.add(one);
            return years;
        }
        grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.INCOME)
                .forEach(line -> years.add(line.year()));
        LocalDate start = grant.dates().start();
        LocalDate end = grant.dates().end();
        if (years.isEmpty() && start != null && end != null && !end.isBefore(start)) {
            for (int year = accountingYear(start); year <= accountingYear(end); year++) {
                years.add(year);
            }
        }
        if (years.isEmpty()) {
            Optional.ofNullable(grant.dates().decision()).ifPresent(day -> years.add(accountingYear(day)));
        }
        return years;
    }

    private int accountingYear(LocalDate day) {
        MonthDay end = structure.fiscalYearEnd();
        return end == null
                ? day.getYear()
                : FiscalYear.containing(day, end.getMonth()).lastMonth().getYear();
    }

    /** The cluster and those whose history it took over. */
    private Set<StructureId> line() {
        Set<StructureId> line = new LinkedHashSet<>();
        List<Structure> open = new ArrayList<>(List.of(structure));
        while (!open.isEmpty()) {
            Structure next = open.remove(0);
            if (line.add(next.id())) {
                next.successions().stream()
                        .map(Succession::from)
                        .flatMap(id -> awards.portfolio().structure(id).stream())
                        .forEach(open::add);
            }
        }
        return line;
    }

    private SortedMap<Integer, List<AidAward>> byYear(LocalDate day, Predicate<AidAward> counts) {
        TreeMap<Integer, List<AidAward>> byYear = new TreeMap<>();
        for (StructureId id : line()) {
            for (AidAward award : awards.of(id)) {
                if (counts.test(award) && (award.day() == null || !award.day().isAfter(day))) {
                    years(award.grant()).forEach(year -> byYear.computeIfAbsent(year, none -> new ArrayList<>())
                            .add(award));
                }
            }
        }
        return byYear;
    }

    private AidVerdict years(LocalDate day, Law law) {
        String id = "gber.27.operating.duration";
        var limit = law.find(Kind.PERIOD, id);
        SortedMap<Integer, List<AidAward>> sure = byYear(day, ClusterAid::isOperating);
        if (sure.isEmpty()) {
            return nothing("AID-27-YEARS");
        }
        if (limit.isEmpty()) {
            return noLaw("AID-27-YEARS", law, id);
        }
        int most = limit.get().value().amount();
        List<MissingFact> missing = new ArrayList<>();
        SortedMap<Integer, List<AidAward>> all = byYear(day, award -> isOperating(award) || mayBeOperating(award));
        byYear(day, ClusterAid::mayBeOperating).values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(award ->
                        missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-REGIME", award.name()))));
        int used = sure.size();
        int span = sure.lastKey() - sure.firstKey() + 1;
        int widest = all.lastKey() - all.firstKey() + 1;
        if (span > most && used <= most) {
            missing.add(new MissingFact(structure.id().value(), Message.of("AID-27-GAPS")));
        }
        AidAnswer answer = used > most ? AidAnswer.NO : widest <= most ? AidAnswer.YES : AidAnswer.UNKNOWN;
        Message unit = Message.of("AID-UNIT-YEARS");
        List<Explanation> lines = new ArrayList<>();
        sure.forEach((year, given) -> lines.add(Explanation.leaf(
                        Message.of("AID-27-YEAR", Integer.toString(year)), new Value.Quantity(BigDecimal.ONE, unit))
                .withRecords(given.stream().map(AidAward::id).distinct().toList())));
        RuleReference rule = limit.get().reference();
        return AidVerdict.of(
                Message.of("AID-27-YEARS"),
                answer,
                Message.of(
                        "AID-27-YEARS-" + answer,
                        used,
                        Integer.toString(sure.firstKey()),
                        Integer.toString(sure.lastKey()),
                        most),
                missing,
                List.of(
                        Explanation.of(
                                Message.of("AID-27-YEARS-USED"),
                                new Value.Quantity(BigDecimal.valueOf(used), unit),
                                Step.SUM,
                                lines),
                        Explanation.leaf(
                                        Message.of("AID-27-YEARS-MOST"),
                                        new Value.Quantity(BigDecimal.valueOf(most), unit))
                                .withRules(List.of(rule))));
    }

    private @Nullable Integer lastYear(LocalDate day, Law law) {
        SortedMap<Integer, List<AidAward>> sure = byYear(day, ClusterAid::isOperating);
        return sure.isEmpty()
                ? null
                : law.find(Kind.PERIOD, "gber.27.operating.duration")
                        .map(limit -> sure.firstKey() + limit.value().amount() - 1)
                        .orElse(null);
    }

    // Ceiling

    private static AidVerdict ceiling(List<AidAward> all, Law law) {
        String id = "gber.27.ceiling";
        Optional<Rule<Money>> limit = law.find(Kind.MONEY, id);
        if (limit.isEmpty()) {
            return noLaw("AID-27-CEILING", law, id);
        }
        List<MissingFact> missing = new ArrayList<>();
        Explanation sure = sum("AID-27-ALL", all, ClusterAid::isCluster, missing);
        Explanation open = sum("AID-OPEN", all, award -> !award.isDetermined(), missing);
        Money aid = amounts(all, ClusterAid::isCluster).orElse(Money.zero(CurrencyUnit.EUR));
        Money most = limit.get().value();
        boolean holdsAll = Amounts.of(sure).isPresent()
                && Amounts.of(open)
                        .filter(more -> !aid.plus(more).isGreaterThan(most))
                        .isPresent();
        AidAnswer answer = aid.isGreaterThan(most) ? AidAnswer.NO : holdsAll ? AidAnswer.YES : AidAnswer.UNKNOWN;
        List<Explanation> parts = new ArrayList<>();
        parts.add(Amounts.difference(
                Message.of("AID-27-CEILING-LEFT"),
                Amounts.given(Message.of("AID-27-CEILING-MOST"), most)
                        .withRules(List.of(limit.get().reference())),
                sure));
        if (!open.children().isEmpty()) {
            parts.add(open);
        }
        return AidVerdict.of(
                Message.of("AID-27-CEILING"),
                answer,
                Message.of("AID-27-CEILING-" + answer, aid, most),
                missing,
                parts);
    }

    // Investment

    private AidVerdict investment(AidAward award, Law law) {
        Message condition = Message.of("AID-27-INVESTMENT", award.name());
        String id = "gber.27.investment.intensity";
        Optional<Rule<Fraction>> base = law.find(Kind.SHARE, id);
        Money cost = award.grant().eligibleBase();
        Money aid = award.amount();
        List<MissingFact> missing = new ArrayList<>();
        if (base.isEmpty()) {
            return noLaw("AID-27-INVESTMENT-CONDITION", law, id);
        }
        if (cost == null || !cost.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-BASE", award.name())));
        }
        if (aid == null) {
            missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-AMOUNT", award.name())));
        }
        if (cost == null || aid == null || !cost.isSameCurrency(aid) || !cost.isPositive()) {
            return AidVerdict.of(
                    condition,
                    AidAnswer.UNKNOWN,
                    Message.of("AID-27-INVESTMENT-OPEN", award.name()),
                    missing,
                    List.of());
        }
        Explanation least = limit(base.get(), bonus(law, zone == null ? wholeRegion(award, law) : zone));
        Explanation greatest =
                zone == null && wholeRegion(award, law) == null ? limit(base.get(), bonus(law, RegionalZone.C)) : least;
        Fraction share = Fraction.ratio(aid, cost);
        boolean surely = share.compareTo(fraction(least)) <= 0;
        boolean perhaps = share.compareTo(fraction(greatest)) <= 0;
        AidAnswer answer = surely ? AidAnswer.YES : perhaps ? AidAnswer.UNKNOWN : AidAnswer.NO;
        missing.add(new MissingFact(structure.id().value(), Message.of("AID-MISSING-ZONE")));
        return AidVerdict.of(
                condition,
                answer,
                Message.of("AID-27-INVESTMENT-" + answer, award.name(), percent(share), percent(fraction(greatest))),
                missing,
                List.of(
                        Explanation.of(
                                Message.of("AID-27-INVESTMENT-SHARE"),
                                new Value.Share(share.value(PLACES)),
                                Step.RATIO,
                                List.of(
                                        Amounts.given(award.name(), aid).withRecords(List.of(award.id())),
                                        Amounts.given(Message.of("AID-27-INVESTMENT-COST"), cost))),
                        greatest));
    }

    private @Nullable RegionalZone wholeRegion(AidAward award, Law law) {
        LocalDate day = award.day();
        return day == null
                ? null
                : structure
                        .regionOn(day)
                        .flatMap(region -> RegionalZone.wholeRegion(region, law))
                        .map(rule -> RegionalZone.A)
                        .orElse(null);
    }

    private static Optional<Rule<Fraction>> bonus(Law law, @Nullable RegionalZone area) {
        return area == null || area == RegionalZone.NONE
                ? Optional.empty()
                : law.find(
                        Kind.SHARE,
                        area == RegionalZone.A ? "gber.27.investment.bonus-a" : "gber.27.investment.bonus-c");
    }

    private static Explanation limit(Rule<Fraction> base, Optional<Rule<Fraction>> bonus) {
        List<Explanation> parts = new ArrayList<>();
        parts.add(Amounts.share(Message.of("AID-27-INVESTMENT-BASE"), base.value())
                .withRules(List.of(base.reference())));
        bonus.ifPresent(more -> parts.add(Amounts.share(Message.of("AID-27-INVESTMENT-BONUS"), more.value())
                .withRules(List.of(more.reference()))));
        BigDecimal sum =
                parts.stream().flatMap(part -> part.value().number().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Explanation.of(Message.of("AID-27-INVESTMENT-LIMIT"), new Value.Share(sum), Step.SUM, parts);
    }

    private static Fraction fraction(Explanation share) {
        return Fraction.of(share.value().number().orElseThrow());
    }

    private static BigDecimal percent(Fraction share) {
        return share.times(Fraction.of(100)).value(2).stripTrailingZeros();
    }
}
