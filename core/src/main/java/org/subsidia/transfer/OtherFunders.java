package org.subsidia.transfer;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.subsidia.explain.RuleReference;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.territory.CategoryRule;
import org.subsidia.territory.Departement;
import org.subsidia.territory.EuPeriod;
import org.subsidia.territory.Region;
import org.subsidia.territory.RegionCategory;

/** Step 6: what the other funders do. Amounts by level and structure are changed in place, in the order of the measures. */
final class OtherFunders {
    private static final Set<FunderLevel> UNION = EnumSet.of(FunderLevel.EU_SHARED, FunderLevel.EU_DIRECT);

    private static final EuPeriod PERIOD = EuPeriod.of("2021-2027");

    /** The tables of territories do not change while the program runs, and looking through them takes long. */
    private static final Map<String, List<RegionCategory>> CATEGORIES = new ConcurrentHashMap<>();

    private final Frame frame;
    private final int year;
    private final Map<FunderLevel, long[]> before;
    private final Map<FunderLevel, long[]> after;
    private final Map<Fraction, Fraction> multiples = new HashMap<>();

    OtherFunders(Frame frame, int year, Map<FunderLevel, long[]> before, Map<FunderLevel, long[]> after) {
        this.frame = frame;
        this.year = year;
        this.before = before;
        this.after = after;
    }

    void act() {
        for (Measure measure : frame.scenario.measures()) {
            if (measure.isIn(year)) {
                switch (measure.model()) {
                    case WITHDRAWAL -> withdraw(measure);
                    case HARMONISE -> harmonise(measure);
                    default -> {}
                }
            }
        }
        frame.of(Model.EU_MATCH, year).forEach(this::match);
    }

    private void withdraw(Measure measure) {
        FunderLevel level = FunderLevel.valueOf(measure.word("level"));
        FunderLevel by = FunderLevel.valueOf(measure.word("by"));
        long[] amounts = after.get(level);
        if (amounts == null) {
            return;
        }
        for (int p = 0; p < amounts.length; p++) {
            if (measure.concerns(frame.recipients.get(p))) {
                long own =
                        level == successor() ? Math.min(amounts[p], YearResult.amounts(before, level)[p]) : amounts[p];
                long lost = own - Cents.share(measure.number("kept", year, Fraction.ZERO), own);
                amounts[p] -= lost;
                long[] others = YearResult.amounts(after, by);
                others[p] =
                        Math.addExact(others[p], Cents.share(measure.number("recovery", year, Fraction.ZERO), lost));
            }
        }
    }

    private FunderLevel successor() {
        Line line = frame.scenario.line();
        return line == null ? FunderLevel.UNKNOWN : line.successor();
    }

    /** Within each merged region, the regional aid of each former region is brought to one level by key. */
    private void harmonise(Measure measure) {
        long[] own = before.get(FunderLevel.REGION);
        long[] amounts = after.get(FunderLevel.REGION);
        if (own == null || amounts == null) {
            return;
        }
        Map<String, Map<String, List<Integer>>> groups = new TreeMap<>();
        for (int p = 0; p < own.length; p++) {
            Recipient recipient = frame.recipients.get(p);
            Optional<String> former = former(recipient);
            if (former.isPresent() && measure.concerns(recipient)) {
                groups.computeIfAbsent(recipient.seat().orElse(Frame.NO_REGION), code -> new TreeMap<>())
                        .computeIfAbsent(former.get(), code -> new ArrayList<>())
                        .add(p);
            }
        }
        groups.values().stream()
                .filter(region -> region.size() > 1)
                .forEach(region -> harmonise(measure, region.values(), own, amounts));
    }

    private void harmonise(Measure measure, Iterable<List<Integer>> groups, long[] own, long[] amounts) {
        Fraction least = null;
        Fraction most = null;
        Fraction sum = Fraction.ZERO;
        Fraction all = Fraction.ZERO;
        for (List<Integer> group : groups) {
            Fraction aid = Fraction.of(group.stream().mapToLong(p -> own[p]).sum());
            Fraction key = key(measure, group);
            if (key.signum() > 0) {
                Fraction level = aid.dividedBy(key);
                least = least == null || level.compareTo(least) < 0 ? level : least;
                most = most == null || level.compareTo(most) > 0 ? level : most;
                sum = sum.plus(aid);
                all = all.plus(key);
            }
        }
        if (least == null || most == null) {
            return;
        }
        Fraction level =
                switch (measure.word("level")) {
                    case "min" -> least;
                    case "max" -> most;
                    default -> sum.dividedBy(all);
                };
        for (List<Integer> group : groups) {
            long total = level.times(key(measure, group)).times(1, RoundingMode.HALF_UP);
            List<Fraction> weights =
                    group.stream().map(p -> Fraction.of(own[p])).toList();
            if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
                weights = group.stream().map(p -> key(measure, List.of(p))).toList();
            }
            if (weights.stream().anyMatch(weight -> weight.signum() > 0)) {
                long[] parts = Allocation.split(total, weights);
                for (int i = 0; i < parts.length; i++) {
                    int p = group.get(i);
                    amounts[p] = amounts[p] - own[p] + parts[i];
                }
            }
        }
    }

    private Fraction key(Measure measure, List<Integer> group) {
        Optional<String> name = measure.name("key");
        return group.stream()
                .map(p -> name.isEmpty()
                        ? Fraction.ONE
                        : frame.recipients.get(p).key(name.get()).orElse(Fraction.ZERO))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The region before the merger of the first département. */
    private Optional<String> former(Recipient recipient) {
        LocalDate lastDay = frame.laws
                .at(LocalDate.EPOCH)
                .date("transfer.regions.merger-day")
                .value()
                .minusDays(1);
        return recipient.departements().stream()
                .findFirst()
                .flatMap(Departement::find)
                .flatMap(departement -> departement.region(lastDay))
                .map(Region::code);
    }

    private void match(Measure measure) {
        long[] union = after.get(FunderLevel.EU_SHARED);
        if (union == null) {
            return;
        }
        boolean proportional = measure.word("link").equals("proportional");
        Fraction stated = measure.gives("rate") ? measure.number("rate", year, Fraction.ZERO) : null;
        boolean everybody = measure.structures().isEmpty() && measure.regions().isEmpty();
        long[] nationalBefore = national(before, union.length);
        long[] nationalAfter = national(after, union.length);
        for (int p = 0; p < union.length; p++) {
            if (union[p] <= 0 || !(everybody || measure.concerns(frame.recipients.get(p)))) {
                continue;
            }
            Rule<Fraction> rule = stated == null ? frame.ground.unionRate(p) : null;
            Fraction rate = rule == null ? stated : rule.value();
            if (rate != null && rate.compareTo(Fraction.ONE) < 0) {
                Fraction multiple = multiples.computeIfAbsent(rate, each -> each.dividedBy(Fraction.ONE.minus(each)));
                long lost = Math.max(0, nationalBefore[p] - nationalAfter[p]);
                long allowed = proportional
                        ? union[p] - Math.min(union[p], Cents.share(multiple, lost))
                        : Math.min(union[p], Cents.share(multiple, nationalAfter[p]));
                union[p] = Math.max(0, allowed);
            }
        }
    }

    private static long[] national(Map<FunderLevel, long[]> amounts, int size) {
        long[] sums = new long[size];
        for (Map.Entry<FunderLevel, long[]> entry : amounts.entrySet()) {
            if (!UNION.contains(entry.getKey())) {
                long[] own = entry.getValue();
                for (int p = 0; p < size; p++) {
                    sums[p] = Math.addExact(sums[p], own[p]);
                }
            }
        }
        return sums;
    }

    /** The highest rate of the Union where the structure has its seat; the lowest where a region has several. */
    static Optional<Rule<Fraction>> rate(Recipient recipient, LawBase laws) {
        return recipient.seat().flatMap(code -> CATEGORIES.computeIfAbsent(code, OtherFunders::categories).stream()
                .map(category -> laws.at(PERIOD.start()).share("eu-funds.2021-2027.rate." + word(category)))
                .reduce((a, b) -> a.value().compareTo(b.value()) <= 0 ? a : b));
    }

    private static List<RegionCategory> categories(String code) {
        return Region.find(code).stream()
                .flatMap(region -> region.categories(PERIOD).values().stream())
                .map(CategoryRule::category)
                .distinct()
                .sorted()
                .toList();
    }

    private static String word(RegionCategory category) {
        return switch (category) {
            case LESS_DEVELOPED -> "less-developed";
            case TRANSITION -> "transition";
            case MORE_DEVELOPED -> "more-developed";
        };
    }

    static Optional<RuleReference> rateRule(Recipient recipient, LawBase laws) {
        return rate(recipient, laws).map(Rule::reference);
    }
}
