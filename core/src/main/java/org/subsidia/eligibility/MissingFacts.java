package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What would have to be known for an answer.
 *
 * @param facts all facts whose knowledge could bear on the answer, in the order of the document
 * @param deciding sets of facts that decide whatever they turn out to be, the smallest first; none of them contains another;
 *     at most ten
 * @param alone facts each of which can decide by itself, with the answers to which it can lead
 */
public record MissingFacts(List<Fact> facts, List<Set<Fact>> deciding, List<Alone> alone) {
    private static final MissingFacts NONE = new MissingFacts(List.of(), List.of(), List.of());
    private static final int MOST_SETS = 10;
    private static final int MOST_TRIALS = 20_000;

    /** Copies the lists. */
    public MissingFacts {
        facts = List.copyOf(facts);
        deciding = List.copyOf(deciding);
        alone = List.copyOf(alone);
    }

    /**
     * A fact that can decide by itself.
     *
     * @param fact the fact
     * @param answers to which it can lead, without any other fact
     */
    public record Alone(Fact fact, Set<Answer> answers) {
        /** Copies the set. */
        public Alone {
            answers = Set.copyOf(answers);
        }
    }

    static MissingFacts of(Evaluator evaluator, FactRow row) {
        Node root = evaluator.root();
        if (root.eval(row) != Kleene.UNKNOWN) {
            return NONE;
        }
        FactCatalogue catalogue = evaluator.rules().catalogue();
        int[] missing = Failing.nodes(root, row, Kleene.UNKNOWN).stream()
                .flatMapToInt(leaf -> Arrays.stream(Completions.missing(leaf, row)))
                .distinct()
                .toArray();
        Completions completions = new Completions(row);
        List<Set<Fact>> deciding = new ArrayList<>();
        for (BitSet set : smallest(root, completions, missing)) {
            Set<Fact> facts = new LinkedHashSet<>();
            Arrays.stream(missing)
                    .filter(set::get)
                    .forEach(slot -> facts.add(catalogue.facts().get(slot)));
            deciding.add(facts);
        }
        List<Alone> alone = new ArrayList<>();
        for (int slot : missing) {
            BitSet one = new BitSet();
            one.set(slot);
            int possible = completions.possible(root, one);
            Set<Answer> answers = EnumSet.noneOf(Answer.class);
            if ((possible & Completions.TRUE) != 0) {
                answers.add(Answer.ELIGIBLE);
            }
            if ((possible & Completions.FALSE) != 0) {
                answers.add(Answer.NOT_ELIGIBLE);
            }
            if (!answers.isEmpty()) {
                alone.add(new Alone(catalogue.facts().get(slot), answers));
            }
        }
        return new MissingFacts(
                Arrays.stream(missing).mapToObj(catalogue.facts()::get).toList(), deciding, alone);
    }

    /** Sets by growing size; where there are too many to try, one set that cannot be made smaller. */
    private static List<BitSet> smallest(Node root, Completions completions, int[] missing) {
        BitSet all = new BitSet();
        Arrays.stream(missing).forEach(all::set);
        if (!completions.decides(root, all)) {
            return List.of();
        }
        List<BitSet> found = new ArrayList<>();
        int[] trials = {MOST_TRIALS};
        for (int size = 1; size <= missing.length && found.size() < MOST_SETS && trials[0] > 0; size++) {
            grow(root, completions, missing, new BitSet(), 0, size, found, trials);
        }
        if (found.isEmpty()) {
            for (int slot : missing) {
                all.clear(slot);
                if (!completions.decides(root, all)) {
                    all.set(slot);
                }
            }
            found.add(all);
        }
        return found;
    }

    private static void grow(
            Node root,
            Completions completions,
            int[] missing,
            BitSet set,
            int from,
            int more,
            List<BitSet> found,
            int[] trials) {
        if (trials[0] <= 0 || found.size() >= MOST_SETS || contains(found, set)) {
            return;
        }
        if (more == 0) {
            trials[0]--;
            if (completions.decides(root, set)) {
                found.add((BitSet) set.clone());
            }
            return;
        }
        for (int i = from; i <= missing.length - more; i++) {
            set.set(missing[i]);
            grow(root, completions, missing, set, i + 1, more - 1, found, trials);
            set.clear(missing[i]);
        }
    }

    private static boolean contains(List<BitSet> found, BitSet set) {
        return found.stream().anyMatch(smaller -> {
            BitSet rest = (BitSet) smaller.clone();
            rest.andNot(set);
            return rest.isEmpty();
        });
    }
}
