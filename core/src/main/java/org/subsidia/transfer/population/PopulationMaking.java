package org.subsidia.transfer.population;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;
import org.subsidia.transfer.CounterRandom;
import org.subsidia.transfer.Distribution;
import org.subsidia.transfer.PoleClass;
import org.subsidia.transfer.Recipient;

/** Makes the structures of one plan; every draw is a function of seed, structure and what is drawn. */
final class PopulationMaking {
    private static final Fraction HUNDRED = Fraction.of(100);
    private static final Fraction TWELVE = Fraction.of(12);
    /** Years of the labels of phase V, in the order of their figures. */
    private static final int[] LABEL_YEARS = {4, 2, 1, 2};
    /** Numbers of kinds lie so far apart that no two structures share their draws. */
    private static final long KIND_STEP = 1L << 20;

    private final PopulationPlan plan;
    private final Calibration calibration;
    private final CounterRandom random;
    private final Map<String, Distribution> spreads = new HashMap<>();
    private final Map<String, List<Departement>> departements = new HashMap<>();
    private final List<Recipient> made = new ArrayList<>();

    /** What is drawn for a structure. */
    private enum Draw {
        STAFF(1),
        MEMBERS(2),
        PROJECTS(3),
        DEPARTEMENT(4),
        SECOND(5),
        SECOND_REGION(6),
        LABEL(7),
        LOCAL(8),
        UNION(9),
        SHARE(10),
        FIXED(11),
        CASH(12),
        WINNER(13);

        private final int number;

        Draw(int number) {
            this.number = number;
        }
    }

    PopulationMaking(PopulationPlan plan, Calibration calibration) {
        this.plan = plan;
        this.calibration = calibration;
        this.random = new CounterRandom(plan.seed());
    }

    List<Recipient> recipients() {
        poles();
        others(StructureKind.CLUSTER, plan.clusters(), "C", "Cluster fictif", "cluster-staff");
        others(StructureKind.PTCE, plan.ptce(), "T", "PTCE fictif", "ptce-staff");
        return made;
    }

    /** A structure under way: what its money depends on. */
    private record Started(Recipient.Builder builder, long number, Fraction staff) {}

    private Started start(StructureKind kind, int index, String letter, String name, String staffTable, String region) {
        long number = letter.charAt(0) * KIND_STEP + index;
        String digits = String.format(Locale.ROOT, "%06d", index + 1);
        Fraction staff = rounded(draw(staffTable, number, Draw.STAFF), 1);
        Fraction perPost = calibration.number("structure-members").dividedBy(calibration.number("structure-team"));
        Fraction members = perPost.times(staff).times(draw("around", number, Draw.MEMBERS));
        Fraction projects = calibration.number("projects").times(staff).times(draw("around", number, Draw.PROJECTS));
        Recipient.Builder builder = Recipient.builder(letter + digits, name + ' ' + digits)
                .kind(kind)
                .departement(departement(region, number))
                .key("fte", staff)
                .key("members", atLeastOne(rounded(members, 0)))
                .key("projects", rounded(projects, 0));
        return new Started(builder, number, staff);
    }

    private void poles() {
        int count = plan.poles();
        if (count == 0) {
            return;
        }
        List<String> regions = regions(count);
        List<Started> poles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Started pole = start(StructureKind.POLE_COMPETITIVITE, i, "P", "Pôle fictif", "pole-staff", regions.get(i));
            place(pole, regions.get(i));
            poles.add(pole);
        }
        labels(poles);
        List<Fraction> stateWeights = stateWeights(poles);
        List<Fraction> localWeights = poles.stream()
                .map(pole -> pole.staff().times(draw("around", pole.number(), Draw.LOCAL)))
                .toList();
        long[] local = Allocation.split(cents(calibration.number("local-support")), localWeights);
        NavigableMap<Integer, Money> line = calibration.line();
        List<Budget> budgets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Budget budget = new Budget(plan.fromYear(), plan.toYear());
            budget.each(local[i], calibration.weights("local-levels"));
            Fraction union = draw("pole-union", poles.get(i).number(), Draw.UNION);
            budget.each(FunderLevel.EU_SHARED, union.times(local[i], RoundingMode.HALF_UP));
            budgets.add(budget);
        }
        line.subMap(plan.fromYear(), true, plan.toYear(), true).forEach((year, amount) -> {
            long[] state = Allocation.split(amount.getAmountMinorLong(), stateWeights);
            for (int i = 0; i < count; i++) {
                budgets.get(i).add(FunderLevel.STATE, year, state[i]);
            }
        });
        for (int i = 0; i < count; i++) {
            Fraction share = draw("pole-private", poles.get(i).number(), Draw.SHARE);
            Fraction ratio = share.dividedBy(Fraction.ONE.minus(share));
            long income = ratio.times(budgets.get(i).total(plan.toYear()), RoundingMode.HALF_UP);
            finish(poles.get(i), budgets.get(i), income);
        }
    }

    private void place(Started pole, String region) {
        boolean second =
                random.share(pole.number(), Draw.SECOND.number).compareTo(calibration.number("second-region")) < 0;
        pole.builder().region(region, second ? Fraction.of(2) : Fraction.ONE);
        if (second) {
            List<String> others = calibration.weights("regions").keySet().stream()
                    .filter(each -> !each.equals(region))
                    .toList();
            int other = random.below(others.size(), pole.number(), Draw.SECOND_REGION.number);
            pole.builder().region(others.get(other), Fraction.ONE);
        }
    }

    private void labels(List<Started> poles) {
        long[] counts = Allocation.split(
                poles.size(),
                List.of(
                        calibration.number("label-4-years"),
                        calibration.number("label-2-years"),
                        calibration.number("label-1-year"),
                        calibration.number("label-new")));
        int[] groups = groups(counts);
        List<Started> order =
                ordered(poles, Comparator.comparing(pole -> random.share(pole.number(), Draw.LABEL.number)));
        for (int i = 0; i < order.size(); i++) {
            LocalDate end =
                    calibration.phaseStart().plusYears(LABEL_YEARS[groups[i]]).minusDays(1);
            order.get(i).builder().labels(List.of(new Label(LabelKind.POLE, null, null, end, null, null)));
        }
    }

    /** Sets the classes, the largest teams first, and weighs the pôles for the State's line. */
    private List<Fraction> stateWeights(List<Started> poles) {
        SortedMap<String, Fraction> shares = calibration.weights("classes");
        SortedMap<String, Fraction> money = calibration.weights("class-money");
        PoleClass[] classes = PoleClass.values();
        int[] groups = groups(Allocation.split(
                poles.size(),
                Arrays.stream(classes)
                        .map(each -> shares.getOrDefault(each.name(), Fraction.ZERO))
                        .toList()));
        List<Started> order =
                ordered(poles, Comparator.comparing(Started::staff).reversed());
        Map<Long, Fraction> weights = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Started pole = order.get(i);
            PoleClass poleClass = classes[groups[i]];
            pole.builder().poleClass(poleClass);
            weights.put(pole.number(), pole.staff().times(money.getOrDefault(poleClass.name(), Fraction.ONE)));
        }
        return poles.stream()
                .map(pole -> weights.getOrDefault(pole.number(), Fraction.ZERO))
                .toList();
    }

    private static List<Started> ordered(List<Started> poles, Comparator<Started> order) {
        return poles.stream().sorted(order.thenComparing(Started::number)).toList();
    }

    /** Which group the first, the second, … belong to. */
    private static int[] groups(long[] counts) {
        return IntStream.range(0, counts.length)
                .flatMap(group ->
                        IntStream.range(0, Math.toIntExact(counts[group])).map(i -> group))
                .toArray();
    }

    private void others(StructureKind kind, int count, String letter, String name, String staffTable) {
        List<String> regions = regions(count);
        Fraction perPost = calibration.number("structure-budget").dividedBy(calibration.number("structure-team"));
        List<Started> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Started one = start(kind, i, letter, name, staffTable, regions.get(i));
            one.builder().region(regions.get(i), Fraction.ONE);
            all.add(one);
        }
        Map<Long, Integer> aided = kind == StructureKind.PTCE ? aided(all) : Map.of();
        for (Started one : all) {
            long whole = cents(perPost.times(one.staff()));
            Fraction share = draw("cluster-public", one.number(), Draw.SHARE);
            long publicMoney = share.times(whole, RoundingMode.HALF_UP);
            Budget budget = new Budget(plan.fromYear(), plan.toYear());
            budget.each(publicMoney, calibration.weights("cluster-levels"));
            Integer start = aided.get(one.number());
            if (start != null) {
                Fraction aid = calibration.number("ptce-envelope").dividedBy(calibration.number("ptce-winners"));
                long[] halves = Allocation.split(cents(aid), 1, 1);
                budget.add(FunderLevel.STATE, start, halves[0]);
                budget.add(FunderLevel.STATE, start + 1, halves[1]);
            }
            finish(one, budget, whole - publicMoney);
        }
    }

    /** The PTCE that the State aids, with the first year. */
    private Map<Long, Integer> aided(List<Started> all) {
        Fraction share = calibration.number("ptce-winners").dividedBy(calibration.number("ptce-known"));
        long winners = share.times(all.size(), RoundingMode.HALF_UP);
        SortedMap<String, Fraction> starts = calibration.weights("ptce-starts");
        List<String> years = List.copyOf(starts.keySet());
        int[] groups = groups(Allocation.split(winners, List.copyOf(starts.values())));
        List<Started> order = ordered(all, Comparator.comparing(one -> random.share(one.number(), Draw.WINNER.number)));
        Map<Long, Integer> aided = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            aided.put(order.get(i).number(), Integer.valueOf(years.get(groups[i])));
        }
        return aided;
    }

    private void finish(Started one, Budget budget, long income) {
        Fraction fixed = draw("fixed-costs", one.number(), Draw.FIXED);
        Recipient.Builder builder = one.builder();
        budget.fill(builder);
        long costs = 0;
        for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
            costs = Math.addExact(budget.total(year), income);
            long fixedCosts = fixed.times(costs, RoundingMode.HALF_UP);
            builder.privateIncome(year, Budget.money(income));
            builder.fixedCost(year, Budget.money(fixedCosts));
            builder.variableCost(year, Budget.money(costs - fixedCosts));
        }
        Fraction months = draw("cash-months", one.number(), Draw.CASH).dividedBy(TWELVE);
        builder.openingCash(Budget.money(months.times(costs, RoundingMode.HALF_UP)));
        made.add(builder.build());
    }

    /** The region of each of some structures. */
    private List<String> regions(int count) {
        SortedMap<String, Fraction> weights = calibration.weights("regions");
        long first = count >= weights.size() ? 1 : 0;
        long[] counts = Allocation.split(count - first * weights.size(), List.copyOf(weights.values()));
        List<String> codes = List.copyOf(weights.keySet());
        int[] groups = groups(Arrays.stream(counts).map(each -> each + first).toArray());
        return Arrays.stream(groups).mapToObj(codes::get).toList();
    }

    private String departement(String region, long number) {
        List<Departement> all = departements.computeIfAbsent(
                region, code -> Region.of(code).departements(LocalDate.of(plan.toYear(), 12, 31)));
        return all.get(random.below(all.size(), number, Draw.DEPARTEMENT.number))
                .code();
    }

    private Fraction draw(String table, long number, Draw what) {
        return spreads.computeIfAbsent(table, calibration::spread).at(random.share(number, what.number));
    }

    private static Fraction rounded(Fraction number, int places) {
        return Fraction.of(number.value(places, RoundingMode.HALF_UP));
    }

    private static Fraction atLeastOne(Fraction number) {
        return number.compareTo(Fraction.ONE) < 0 ? Fraction.ONE : number;
    }

    private static long cents(Fraction euros) {
        return euros.times(HUNDRED).times(1, RoundingMode.HALF_UP);
    }

    /** Public money of a structure in cents, by level and year. */
    private record Budget(int from, int to, Map<FunderLevel, long[]> levels) {
        Budget(int from, int to) {
            this(from, to, new EnumMap<>(FunderLevel.class));
        }

        static Money money(long cents) {
            return Money.ofMinor(CurrencyUnit.EUR, cents);
        }

        void add(FunderLevel level, int year, long cents) {
            if (year >= from && year <= to) {
                levels.computeIfAbsent(level, key -> new long[to - from + 1])[year - from] += cents;
            }
        }

        void each(FunderLevel level, long cents) {
            for (int year = from; year <= to; year++) {
                add(level, year, cents);
            }
        }

        void each(long cents, SortedMap<String, Fraction> weights) {
            long[] parts = Allocation.split(cents, List.copyOf(weights.values()));
            int i = 0;
            for (String level : weights.keySet()) {
                each(FunderLevel.valueOf(level), parts[i++]);
            }
        }

        long total(int year) {
            return levels.values().stream()
                    .mapToLong(cents -> cents[year - from])
                    .reduce(0, Math::addExact);
        }

        /** A level that never gives is left out; one that gives in some years gives zero in the others, else it would go on. */
        void fill(Recipient.Builder builder) {
            levels.forEach((level, cents) -> {
                boolean gives = Arrays.stream(cents).anyMatch(each -> each != 0);
                for (int year = from; gives && year <= to; year++) {
                    builder.received(level, year, money(cents[year - from]));
                }
            });
        }
    }
}
