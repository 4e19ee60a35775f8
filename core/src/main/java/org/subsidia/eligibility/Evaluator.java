package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subsidia.law.Law;
import org.subsidia.territory.TerritoryCode;

/**
 * A rule set under the law of a day, ready for many verdicts. Immutable; any number of threads may use one.
 *
 * <p>The promise is Kleene’s logic: a condition with a missing fact is unknown, a conjunction is false as soon as one part is.
 * A known answer therefore holds whatever the missing facts turn out to be. It is weaker than trying all completions: {@code
 * x below 5 or x at least 5} stays unknown while {@code x} is; where every fact stands in one condition only, both agree.
 */
public final class Evaluator {
    private final RuleSet rules;
    private final LawSource law;
    private final LocalDate date;
    private final Node root;

    private Evaluator(RuleSet rules, LawSource law, LocalDate date) {
        this.rules = rules;
        this.law = law;
        this.date = date;
        this.root = node(rules.root());
    }

    /**
     * Prepares a rule set.
     *
     * @param rules the rule set
     * @param law the law of the day for which verdicts are asked
     * @return the evaluator
     */
    public static Evaluator of(RuleSet rules, Law law) {
        return new Evaluator(rules, LawSource.of(law), law.date());
    }

    static Evaluator of(RuleSet rules, LawSource law, LocalDate date) {
        return new Evaluator(rules, law, date);
    }

    /** {@return the rule set} */
    public RuleSet rules() {
        return rules;
    }

    /** {@return the day of the law} */
    public LocalDate date() {
        return date;
    }

    /**
     * The answer alone: as fast as can be, without new objects.
     *
     * @param row facts at the positions of the rule set’s catalogue
     * @return whether the conditions are met
     */
    public Truth evaluate(FactRow row) {
        return Truth.of(root.eval(row));
    }

    /**
     * The answer with all that can be asked about it; explanations are made when they are asked for.
     *
     * @param facts what is known; their day may be another than that of the law, which then follows it
     * @return the verdict
     */
    public Verdict verdict(Facts facts) {
        return new Verdict(at(facts.date()), facts);
    }

    /** The same rule set under the law of another day. */
    Evaluator at(LocalDate day) {
        return day.equals(date) ? this : new Evaluator(rules, law.at(day), day);
    }

    FactRow row(Facts facts) {
        return FactRow.of(rules.catalogue(), facts);
    }

    Truth evaluate(Facts facts) {
        return at(facts.date()).evaluate(row(facts));
    }

    Node root() {
        return root;
    }

    LawSource law() {
        return law;
    }

    private Node node(Condition condition) {
        FactCatalogue catalogue = rules.catalogue();
        List<LawRef> missing = new ArrayList<>();
        Optional<? extends Node> node;
        if (condition instanceof Condition.Group group) {
            List<Node> parts = new ArrayList<>();
            group.parts().forEach(part -> parts.add(node(part)));
            node = Optional.of(new Node.Group(group, parts));
        } else if (condition instanceof Condition.Comparison c) {
            node = c.left().type() == FactType.DAY
                    ? day(c.left(), missing)
                            .flatMap(a -> day(c.right(), missing).map(b -> new Node.Days(c, a, b)))
                    : Linear.of(catalogue, law, c.left(), c.right(), missing).map(l -> new Node.Numbers(c, l));
        } else if (condition instanceof Condition.OneOf one) {
            node = choice(one, missing)
                    .map(words ->
                            new Node.OneOf(one, catalogue.position(one.fact().id()), words));
        } else if (condition instanceof Condition.InTerritory in) {
            node = Optional.of(new Node.InTerritory(
                    in, catalogue.position(in.fact().id()), located(in.within()), located(in.except())));
        } else if (condition instanceof Condition.HoldsLabel holds) {
            node = day(holds.at(), missing)
                    .map(at -> new Node.HoldsLabel(
                            holds, catalogue.position(holds.fact().id()), at));
        } else if (condition instanceof Condition.AidSum sum) {
            node = aid(sum, missing);
        } else if (condition instanceof Condition.OfSize size) {
            node = Node.OfSize.of(size, catalogue, law, missing);
        } else if (condition instanceof Condition.Given given) {
            node = Optional.of(
                    new Node.Presence(given, catalogue.position(given.fact().id()), FactRow.KNOWN));
        } else if (condition instanceof Condition.Missing absent) {
            node = Optional.of(
                    new Node.Presence(absent, catalogue.position(absent.fact().id()), FactRow.ABSENT));
        } else {
            Condition.Is is = (Condition.Is) condition;
            node = Optional.of(new Node.Is(is, catalogue.position(is.fact().id())));
        }
        return node.isPresent() ? node.get() : new Node.Lawless(condition, missing);
    }

    private Optional<DayForm> day(Expression expression, List<LawRef> missing) {
        return DayForm.of(rules.catalogue(), law, expression, missing);
    }

    private Optional<Set<String>> choice(Condition.OneOf one, List<LawRef> missing) {
        LawRef ref = one.law();
        if (ref == null) {
            return Optional.of(Set.copyOf(new HashSet<>(one.choice())));
        }
        Optional<LawSource.Found> found = law.find(ref).filter(f -> f.value() instanceof List);
        if (found.isEmpty()) {
            missing.add(ref);
        }
        return found.map(f -> {
            Set<String> words = new HashSet<>();
            ((List<?>) f.value()).forEach(word -> words.add(String.valueOf(word)));
            return words;
        });
    }

    private Optional<Node> aid(Condition.AidSum sum, List<LawRef> missing) {
        Expression plus = sum.plus();
        Expression none = new Expression(FactType.MONEY, "EUR", List.of(), List.of(), "");
        Optional<Linear> excess = Linear.of(rules.catalogue(), law, plus == null ? none : plus, sum.ceiling(), missing);
        Optional<DayForm> from = day(sum.from(), missing);
        Optional<DayForm> to = day(sum.at(), missing);
        return excess.flatMap(e -> from.flatMap(first -> to.map(last ->
                new Node.AidSum(sum, rules.catalogue().position(sum.fact().id()), e, first, last))));
    }

    private Located[] located(List<TerritoryCode> places) {
        return places.stream().map(place -> Located.of(place, date)).toArray(Located[]::new);
    }
}
