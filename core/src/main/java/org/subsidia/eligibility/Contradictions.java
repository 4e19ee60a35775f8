package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.money.Fraction;

/**
 * Branches that can never be met, since a condition above or beside them asks the contrary of the same fact: bounds that leave
 * no value, lists without a common word, yes and no.
 */
final class Contradictions {
    private final List<Finding> findings = new ArrayList<>();

    private Contradictions() {}

    static List<Finding> of(Condition root) {
        Contradictions contradictions = new Contradictions();
        contradictions.walk(root, new HashMap<>());
        return contradictions.findings;
    }

    /** What a fact may still be on the way down, and which condition said so last. */
    private record Domain(
            @Nullable Fraction low,
            boolean lowOpen,
            @Nullable Fraction high,
            boolean highOpen,
            @Nullable Set<String> words,
            Condition by) {

        boolean isEmpty() {
            if (words != null && words.isEmpty()) {
                return true;
            }
            if (low == null || high == null) {
                return false;
            }
            int order = low.compareTo(high);
            return order > 0 || (order == 0 && (lowOpen || highOpen));
        }

        Domain and(Domain other) {
            boolean lowIsHere = other.low == null || (low != null && low.compareTo(other.low) >= 0);
            boolean highIsHere = other.high == null || (high != null && high.compareTo(other.high) <= 0);
            Set<String> both = words;
            if (both == null) {
                both = other.words;
            } else if (other.words != null) {
                both = new HashSet<>(both);
                both.retainAll(other.words);
            }
            boolean sameLow = low != null && low.equals(other.low);
            boolean sameHigh = high != null && high.equals(other.high);
            return new Domain(
                    lowIsHere ? low : other.low,
                    sameLow ? lowOpen || other.lowOpen : lowIsHere ? lowOpen : other.lowOpen,
                    highIsHere ? high : other.high,
                    sameHigh ? highOpen || other.highOpen : highIsHere ? highOpen : other.highOpen,
                    both,
                    other.by);
        }
    }

    /** Walks down; the domains are those of all that must hold for this condition to matter. */
    private void walk(Condition condition, Map<String, Domain> above) {
        if (!(condition instanceof Condition.Group group)) {
            narrow(condition, above);
            return;
        }
        if (group.mode() == Condition.Mode.ALL) {
            for (Condition part : group.parts()) {
                if (!(part instanceof Condition.Group)) {
                    narrow(part, above);
                }
            }
            for (Condition part : group.parts()) {
                if (part instanceof Condition.Group inner) {
                    walk(inner, inner.mode() == Condition.Mode.ALL ? above : new HashMap<>(above));
                }
            }
        } else {
            group.parts().forEach(part -> walk(part, new HashMap<>(above)));
        }
    }

    private void narrow(Condition leaf, Map<String, Domain> above) {
        fact(leaf).ifPresent(id -> {
            Optional<Domain> own = domain(leaf);
            if (own.isEmpty()) {
                return;
            }
            Domain known = above.get(id);
            Domain both = known == null ? own.get() : known.and(own.get());
            if (both.isEmpty()) {
                findings.add(Finding.error(
                        leaf.head().place(),
                        "ELIG-BRANCH-UNREACHABLE",
                        id,
                        known == null
                                ? leaf.head().place().line()
                                : known.by.head().place().line()));
            } else {
                above.put(id, both);
            }
        });
    }

    private static Optional<String> fact(Condition leaf) {
        Set<String> facts = leaf.facts();
        return facts.size() == 1 ? Optional.of(facts.iterator().next()) : Optional.empty();
    }

    private static Optional<Domain> domain(Condition leaf) {
        if (leaf instanceof Condition.OneOf one && one.law() == null) {
            return Optional.of(new Domain(null, false, null, false, new HashSet<>(one.choice()), leaf));
        } else if (leaf instanceof Condition.Is is) {
            return Optional.of(new Domain(null, false, null, false, Set.of(Boolean.toString(is.wanted())), leaf));
        } else if (leaf instanceof Condition.Comparison comparison) {
            return bounds(comparison);
        }
        return Optional.empty();
    }

    private static Optional<Domain> bounds(Condition.Comparison comparison) {
        Optional<Fraction> bound = constant(comparison.right());
        if (bound.isEmpty() || !isPlainFact(comparison.left())) {
            return Optional.empty();
        }
        Fraction value = bound.get();
        return Optional.of(
                switch (comparison.operator()) {
                    case AT_MOST -> new Domain(null, false, value, false, null, comparison);
                    case LESS_THAN -> new Domain(null, false, value, true, null, comparison);
                    case AT_LEAST -> new Domain(value, false, null, false, null, comparison);
                    case MORE_THAN -> new Domain(value, true, null, false, null, comparison);
                    case EQUAL -> new Domain(value, false, value, false, null, comparison);
                });
    }

    private static boolean isPlainFact(Expression expression) {
        return expression.terms().size() == 1
                && expression.shifts().isEmpty()
                && expression.terms().get(0).coefficient().equals(Fraction.ONE)
                && expression.terms().get(0).factors().size() == 1
                && expression.terms().get(0).factors().get(0).fact() != null;
    }

    private static Optional<Fraction> constant(Expression expression) {
        return expression.isConstant() && expression.shifts().isEmpty()
                ? expression.terms().stream().map(Expression.Term::coefficient).reduce(Fraction::plus)
                : Optional.empty();
    }
}
