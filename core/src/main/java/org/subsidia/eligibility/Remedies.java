package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the changes that make a yes: each alone first, then as few together as it finds. */
final class Remedies {
    private static final int MOST = 12;
    private static final int MOST_TRIALS = 400;

    private final Evaluator evaluator;
    private final Facts facts;
    private final FactRow row;
    private int trials = MOST_TRIALS;

    private Remedies(Evaluator evaluator, Facts facts, FactRow row) {
        this.evaluator = evaluator;
        this.facts = facts;
        this.row = row;
    }

    static List<Remedy> of(Evaluator evaluator, Facts facts, FactRow row) {
        return new Remedies(evaluator, facts, row).search();
    }

    private List<Remedy> search() {
        Set<Change> candidates = new LinkedHashSet<>();
        collect(evaluator.root(), Kleene.TRUE, candidates);
        List<Remedy> found = new ArrayList<>();
        Set<Fact> solved = new LinkedHashSet<>();
        for (Change change : candidates) {
            if (!solved.contains(change.fact()) && works(List.of(change))) {
                found.add(new Remedy(List.of(change)));
                solved.add(change.fact());
            }
        }
        if (found.isEmpty()) {
            together(candidates, found);
        }
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private boolean works(List<Change> changes) {
        if (trials-- <= 0) {
            return false;
        }
        Facts changed = new Remedy(changes).apply(facts);
        // waiting until the conditions are no longer those of the scheme is no help
        boolean outlived = !changed.date().equals(facts.date())
                && !evaluator.rules().validity().contains(changed.date());
        return !outlived && evaluator.evaluate(changed) == Truth.TRUE;
    }

    /** Changes of every condition in the way of the wanted truth; those of one fact in the order of their distance. */
    private void collect(Node node, int wanted, Set<Change> into) {
        if (node.eval(row) == wanted) {
            return;
        }
        if (node.parts().isEmpty()) {
            into.addAll(new Nudges(evaluator.rules().catalogue(), facts, row).of(node, wanted == Kleene.TRUE));
            return;
        }
        boolean none = ((Condition.Group) node.condition).mode() == Condition.Mode.NONE;
        node.parts().forEach(part -> collect(part, none ? Kleene.not(wanted) : wanted, into));
    }

    /** One change for each fact, the strictest; then all that can be spared are left out again. */
    private void together(Set<Change> candidates, List<Remedy> found) {
        Map<String, List<Change>> byFact = new LinkedHashMap<>();
        candidates.forEach(change -> byFact.computeIfAbsent(change.fact().id(), id -> new ArrayList<>())
                .add(change));
        List<Change> plan = new ArrayList<>();
        byFact.values().forEach(changes -> plan.add(strictest(changes)));
        if (plan.isEmpty() || !works(plan)) {
            return;
        }
        for (Change change : List.copyOf(plan)) {
            List<Change> without = new ArrayList<>(plan);
            without.remove(change);
            if (!without.isEmpty() && works(without)) {
                plan.remove(change);
            }
        }
        found.add(new Remedy(plan));
    }

    private static Change strictest(List<Change> changes) {
        Change first = changes.get(0);
        Comparator<Change> byValue = Comparator.comparing(change -> Nudges.number(change.value()));
        return switch (first.kind()) {
            case AT_MOST -> changes.stream().min(byValue).orElse(first);
            case AT_LEAST, WAIT_UNTIL -> changes.stream().max(byValue).orElse(first);
            case GIVE, CHOOSE -> first;
        };
    }
}
