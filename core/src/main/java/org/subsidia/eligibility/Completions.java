package org.subsidia.eligibility;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What a tree can still become once some of the missing facts are known. Conditions are taken as independent of each other:
 * what is called certain here is certain, what is called possible may be excluded by a fact that stands in several conditions.
 */
final class Completions {
    static final int FALSE = 1;
    static final int OPEN = 2;
    static final int TRUE = 4;

    private final FactRow row;

    Completions(FactRow row) {
        this.row = row;
    }

    /** The facts that a leaf lacks. Where it knows all and is still open, one of them is not exact enough: all are named. */
    static int[] missing(Node leaf, FactRow row) {
        int[] unknown = Arrays.stream(leaf.slots)
                .filter(slot -> row.states[slot] == FactRow.UNKNOWN)
                .toArray();
        if (unknown.length > 0) {
            return unknown;
        }
        return leaf.slots.length == 0 ? leaf.slots : new int[] {leaf.slots[0]};
    }

    /** Whether the answer is known whatever these facts turn out to be. */
    boolean decides(Node root, BitSet known) {
        return (possible(root, known) & OPEN) == 0;
    }

    /** A set of {@link #FALSE}, {@link #OPEN} and {@link #TRUE}. */
    int possible(Node node, BitSet known) {
        if (node.parts().isEmpty()) {
            return leaf(node, known);
        }
        Condition.Group group = (Condition.Group) node.condition;
        return switch (group.mode()) {
            case ALL -> all(node, known, FALSE, TRUE);
            case ANY -> all(node, known, TRUE, FALSE);
            case NONE -> inverted(all(node, known, TRUE, FALSE));
            case AT_LEAST -> atLeast(node, known, group.least());
        };
    }

    private int leaf(Node leaf, BitSet known) {
        int truth = leaf.eval(row);
        if (truth != Kleene.UNKNOWN) {
            return 1 << truth;
        }
        int[] missing = missing(leaf, row);
        long there = Arrays.stream(missing).filter(known::get).count();
        if (missing.length == 0 || there == 0) {
            return OPEN;
        }
        if (there == missing.length) {
            return TRUE | FALSE;
        }
        return leaf instanceof Node.OfSize ? TRUE | OPEN | FALSE : OPEN;
    }

    /** One part of the strong kind makes the whole so; the weak kind needs all. */
    private int all(Node node, BitSet known, int strong, int weak) {
        boolean canStrong = false;
        boolean allWeak = true;
        boolean someOpen = false;
        boolean noneForced = true;
        for (Node part : node.parts()) {
            int possible = possible(part, known);
            canStrong |= (possible & strong) != 0;
            allWeak &= (possible & weak) != 0;
            someOpen |= (possible & OPEN) != 0;
            noneForced &= (possible & ~strong) != 0;
        }
        return (canStrong ? strong : 0) | (allWeak ? weak : 0) | (someOpen && noneForced ? OPEN : 0);
    }

    private static int inverted(int possible) {
        return (possible & OPEN) | ((possible & TRUE) != 0 ? FALSE : 0) | ((possible & FALSE) != 0 ? TRUE : 0);
    }

    private int atLeast(Node node, BitSet known, int least) {
        int canTrue = 0;
        int mustTrue = 0;
        int canFalse = 0;
        int canOpen = 0;
        for (Node part : node.parts()) {
            int possible = possible(part, known);
            canTrue += (possible & TRUE) != 0 ? 1 : 0;
            mustTrue += possible == TRUE ? 1 : 0;
            canFalse += (possible & FALSE) != 0 ? 1 : 0;
            canOpen += (possible & OPEN) != 0 ? 1 : 0;
        }
        int size = node.parts().size();
        int mustFalse = (int) node.parts().stream()
                .filter(part -> possible(part, known) == FALSE)
                .count();
        boolean open = canOpen > 0 && mustTrue < least && size - mustFalse >= least;
        return (canTrue >= least ? TRUE : 0) | (size - canFalse < least ? FALSE : 0) | (open ? OPEN : 0);
    }
}
