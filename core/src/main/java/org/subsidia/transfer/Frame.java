package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** What every step reads: the scenario with its measures by year, and the ground on which it runs. */
final class Frame {
    /** Stands for the region of structures whose region is not known. */
    static final String NO_REGION = Ground.NO_REGION;

    final Scenario scenario;
    final Ground ground;
    final Population population;
    final LawBase laws;
    final List<Recipient> recipients;
    final List<String> regions;
    final Map<Integer, Long> line;
    final Neutrality neutrality;
    final Keys keys;
    private final List<Map<Model, List<Measure>>> measures = new ArrayList<>();
    private final List<List<Income>> incomes = new ArrayList<>();
    private final List<List<Saving>> savings = new ArrayList<>();
    private final List<FunderLevel> levels;

    /** Whom a measure concerns. */
    record Whom(Measure measure, boolean everybody) {
        static Whom of(Measure measure) {
            return new Whom(
                    measure, measure.structures().isEmpty() && measure.regions().isEmpty());
        }

        boolean isOne(Recipient recipient) {
            return everybody || measure.concerns(recipient);
        }
    }

    /** How private income moves in a year. */
    record Income(
            Whom whom,
            int lag,
            Fraction elasticity,
            Fraction increase,
            @Nullable Fraction ceiling) {
        boolean concerns(Recipient recipient) {
            return whom.isOne(recipient);
        }
    }

    /** How costs move in a year, from so many months after the transfer on. */
    record Saving(Whom whom, int notice, Fraction cut, Fraction follow) {
        boolean concerns(Recipient recipient) {
            return whom.isOne(recipient);
        }
    }

    private Frame(Scenario scenario, Ground ground, Neutrality neutrality) {
        this.scenario = scenario;
        this.ground = ground;
        this.population = ground.population;
        this.laws = ground.laws;
        this.recipients = ground.recipients;
        this.regions = ground.regions;
        this.line = ground.line;
        this.neutrality = neutrality;
        this.keys = new Keys(this);
        for (int year : scenario.years()) {
            Map<Model, List<Measure>> byModel = new EnumMap<>(Model.class);
            for (Measure each : scenario.measures()) {
                if (each.isIn(year)) {
                    byModel.computeIfAbsent(each.model(), model -> new ArrayList<>())
                            .add(each);
                }
            }
            measures.add(byModel);
            incomes.add(of(Model.PRIVATE, year).stream()
                    .map(each -> income(each, year))
                    .toList());
            savings.add(of(Model.COSTS, year).stream()
                    .map(each -> saving(each, year))
                    .toList());
        }
        this.levels = allLevels();
    }

    /** The frame of a scenario on its ground; findings tell why there is none, if one of them is an error. */
    static Frame of(Scenario scenario, Ground ground, List<Finding> findings) {
        return new Frame(scenario, ground, Neutrality.of(scenario, ground.laws, findings));
    }

    private static Income income(Measure measure, int year) {
        return new Income(
                Whom.of(measure),
                measure.count("lag", 0),
                measure.number("elasticity", year, Fraction.ZERO),
                measure.number("increase", year, Fraction.ZERO),
                measure.gives("ceiling") ? measure.number("ceiling", year, Fraction.ZERO) : null);
    }

    private static Saving saving(Measure measure, int year) {
        return new Saving(
                Whom.of(measure),
                measure.count("notice", 0),
                measure.number("cut", year, Fraction.ZERO),
                measure.number("follow", year, Fraction.ZERO));
    }

    /** The measures of a model that hold in a year of the results, in their order. */
    List<Measure> of(Model model, int year) {
        return measures.get(year - scenario.first()).getOrDefault(model, List.of());
    }

    /** The last measure of a model that holds in a year of the results. */
    Optional<Measure> last(Model model, int year) {
        List<Measure> all = of(model, year);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<Income> incomes(int year) {
        return incomes.get(year - scenario.first());
    }

    List<Saving> savings(int year) {
        return savings.get(year - scenario.first());
    }

    /** Whether money of some level comes late. */
    boolean isLate() {
        return scenario.measures().stream().anyMatch(each -> each.model() == Model.PAYMENT_LAG);
    }

    long referenceTotal() {
        return ground.referenceTotal;
    }

    /** Every level from which a structure of the population received anything, and those of the line. */
    List<FunderLevel> levels() {
        return levels;
    }

    private List<FunderLevel> allLevels() {
        SortedSet<FunderLevel> all = new TreeSet<>(ground.before.keySet());
        scenario.measures().stream()
                .filter(each -> each.model() == Model.WITHDRAWAL)
                .forEach(each -> all.add(FunderLevel.valueOf(each.word("by"))));
        return List.copyOf(all);
    }
}
