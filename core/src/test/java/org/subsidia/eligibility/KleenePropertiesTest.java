package org.subsidia.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.DateWindow;

/**
 * The promise: an answer that is known holds for every completion of the missing facts; where no fact stands in two conditions,
 * an answer is unknown exactly when both completions exist. Facts that stand twice may stay unknown where every completion agrees.
 */
class KleenePropertiesTest {
    private static final long SEED = 20260615;
    private static final int TREES = 400;
    private static final int FACTS = 5;
    private static final FactCatalogue FLAGS = flags();

    private static FactCatalogue flags() {
        List<Fact> facts = new ArrayList<>();
        facts.add(FactCatalogue.standard().facts().get(0));
        for (int i = 0; i < FACTS; i++) {
            facts.add(new Fact("f" + i, FactType.FLAG, "", Message.of("ELIG-TEXT", "f"), List.of(), true));
        }
        return FactCatalogue.of(facts);
    }

    private static final class Trees {
        final SplittableRandom random;
        final boolean once;
        int next;
        int ids;

        Trees(SplittableRandom random, boolean once) {
            this.random = random;
            this.once = once;
        }

        private Condition.Head head() {
            return new Condition.Head("c" + ids++, null, null, Place.NOWHERE);
        }

        Condition tree(int depth) {
            if (depth == 0 || random.nextInt(4) == 0 || (once && next >= FACTS - 1)) {
                int fact = once ? Math.min(next++, FACTS - 1) : random.nextInt(FACTS);
                return new Condition.Is(head(), FLAGS.facts().get(1 + fact), random.nextBoolean());
            }
            List<Condition> parts = new ArrayList<>();
            int size = 1 + random.nextInt(3);
            while (parts.size() < size && !(once && next >= FACTS)) {
                parts.add(tree(depth - 1));
            }
            Condition.Mode mode = Condition.Mode.values()[random.nextInt(4)];
            return new Condition.Group(head(), mode, 1 + random.nextInt(parts.size()), parts);
        }
    }

    private static Evaluator evaluator(Condition root) {
        RuleSet rules = new RuleSet(
                "p",
                "1",
                Message.of("ELIG-TEXT", "p"),
                new DateWindow(null, null),
                List.of("x"),
                "x",
                Confidence.UNVERIFIED,
                true,
                List.of(),
                List.of(),
                FLAGS,
                root,
                "");
        return Evaluator.of(rules, LawBase.standard().at(Sets.DAY));
    }

    /** States: 0 no, 1 yes, 2 unknown. */
    private static Facts facts(int[] states) {
        Facts facts = Facts.on(Sets.DAY);
        for (int i = 0; i < FACTS; i++) {
            if (states[i] < 2) {
                facts = facts.with("f" + i, new FactValue.Flag(states[i] == 1), "");
            }
        }
        return facts;
    }

    /** An oracle of its own: plain booleans, no Kleene. */
    private static boolean plain(Condition condition, int[] states) {
        if (condition instanceof Condition.Is is) {
            return (states[Integer.parseInt(is.fact().id().substring(1))] == 1) == is.wanted();
        }
        Condition.Group group = (Condition.Group) condition;
        long met = group.parts().stream().filter(part -> plain(part, states)).count();
        return switch (group.mode()) {
            case ALL -> met == group.parts().size();
            case ANY -> met > 0;
            case NONE -> met == 0;
            case AT_LEAST -> met >= group.least();
        };
    }

    private static boolean[] completions(Condition root, int[] states) {
        boolean[] found = new boolean[2];
        for (int bits = 0; bits < 1 << FACTS; bits++) {
            int[] full = new int[FACTS];
            for (int i = 0; i < FACTS; i++) {
                full[i] = states[i] < 2 ? states[i] : bits >> i & 1;
            }
            found[plain(root, full) ? 1 : 0] = true;
        }
        return found;
    }

    private static int[] random(SplittableRandom random) {
        return random.ints(FACTS, 0, 3).toArray();
    }

    @Test
    void knownAnswer_holdsForEveryCompletion() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int t = 0; t < TREES; t++) {
            Condition root = new Trees(random, false).tree(3);
            Evaluator evaluator = evaluator(root);
            for (int k = 0; k < 10; k++) {
                int[] states = random(random);
                Truth truth = evaluator.evaluate(facts(states));
                boolean[] possible = completions(root, states);
                assertThat(truth == Truth.TRUE && possible[0])
                        .as("seed %d tree %d", SEED, t)
                        .isFalse();
                assertThat(truth == Truth.FALSE && possible[1])
                        .as("seed %d tree %d", SEED, t)
                        .isFalse();
            }
        }
    }

    @Test
    void unknownAnswer_whereFactsStandOnce_meansThatBothCompletionsExist() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int unknown = 0;
        for (int t = 0; t < TREES; t++) {
            Condition root = new Trees(random, true).tree(3);
            Evaluator evaluator = evaluator(root);
            for (int k = 0; k < 10; k++) {
                int[] states = random(random);
                Truth truth = evaluator.evaluate(facts(states));
                boolean[] possible = completions(root, states);
                assertThat(truth == Truth.UNKNOWN)
                        .as("seed %d tree %d", SEED + 1, t)
                        .isEqualTo(possible[0] && possible[1]);
                unknown += truth == Truth.UNKNOWN ? 1 : 0;
            }
        }
        assertThat(unknown).isGreaterThan(100);
    }

    @Test
    void oneMoreFact_neverTakesAKnownAnswerBack() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int t = 0; t < TREES; t++) {
            Evaluator evaluator = evaluator(new Trees(random, false).tree(3));
            int[] states = random(random);
            Truth before = evaluator.evaluate(facts(states));
            for (int i = 0; i < FACTS; i++) {
                if (states[i] == 2) {
                    states[i] = random.nextInt(2);
                    Truth after = evaluator.evaluate(facts(states));
                    assertThat(!before.isKnown() || after == before)
                            .as("seed %d tree %d", SEED + 2, t)
                            .isTrue();
                    before = after;
                }
            }
        }
    }

    @Test
    void decidingSets_decideWhateverTheirFactsAre_andNoSmallerSetOfThemDoes() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        int sets = 0;
        for (int t = 0; t < TREES; t++) {
            Evaluator evaluator = evaluator(new Trees(random, true).tree(3));
            int[] states = random(random);
            Verdict verdict = evaluator.verdict(facts(states));
            MissingFacts missing = verdict.missing();
            assertThat(missing.deciding().isEmpty()).isEqualTo(verdict.answer().isKnown());
            for (Set<Fact> set : missing.deciding()) {
                sets++;
                int[] open = set.stream()
                        .mapToInt(f -> Integer.parseInt(f.id().substring(1)))
                        .toArray();
                assertThat(decided(evaluator, states, open))
                        .as("seed %d tree %d", SEED + 3, t)
                        .isTrue();
                for (int left = 0; left < open.length; left++) {
                    int out = open[left];
                    int[] fewer = Arrays.stream(open).filter(i -> i != out).toArray();
                    assertThat(decided(evaluator, states, fewer))
                            .as("seed %d tree %d", SEED + 3, t)
                            .isFalse();
                }
            }
            for (MissingFacts.Alone alone : missing.alone()) {
                int slot = Integer.parseInt(alone.fact().id().substring(1));
                Set<Answer> seen = EnumSet.noneOf(Answer.class);
                for (int value = 0; value < 2; value++) {
                    int[] next = states.clone();
                    next[slot] = value;
                    seen.add(Answer.of(evaluator.evaluate(facts(next))));
                }
                seen.remove(Answer.UNKNOWN);
                assertThat(alone.answers()).as("seed %d tree %d", SEED + 3, t).isEqualTo(seen);
            }
        }
        assertThat(sets).isGreaterThan(50);
    }

    private static boolean decided(Evaluator evaluator, int[] states, int[] open) {
        for (int bits = 0; bits < 1 << open.length; bits++) {
            int[] next = states.clone();
            for (int i = 0; i < open.length; i++) {
                next[open[i]] = bits >> i & 1;
            }
            if (!evaluator.evaluate(facts(next)).isKnown()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void remedies_ofRandomTrees_areVerified() {
        SplittableRandom random = new SplittableRandom(SEED + 4);
        int found = 0;
        for (int t = 0; t < TREES; t++) {
            Evaluator evaluator = evaluator(new Trees(random, false).tree(3));
            Verdict verdict = evaluator.verdict(facts(random(random)));
            for (Remedy remedy : verdict.changes()) {
                found++;
                assertThat(evaluator.evaluate(remedy.apply(verdict.facts()))).isEqualTo(Truth.TRUE);
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void factInTwoConditions_mayStayUnknown_whereEveryCompletionAgrees() {
        assertThat(Sets.answer("any: [{value: own.a, lessThan: '5'}, {value: own.a, atLeast: '5'}]"))
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void truth_followsKleenesTables() {
        assertThat(Truth.TRUE.and(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.FALSE.and(Truth.UNKNOWN)).isEqualTo(Truth.FALSE);
        assertThat(Truth.TRUE.or(Truth.UNKNOWN)).isEqualTo(Truth.TRUE);
        assertThat(Truth.FALSE.or(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
        for (Truth truth : Truth.values()) {
            assertThat(truth.not().not()).isEqualTo(truth);
        }
        assertThat(Truth.UNKNOWN.not()).isEqualTo(Truth.UNKNOWN);
    }
}
