package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.List;

/** The leaves that stand in the way of a yes. */
final class Failing {
    private final FactRow row;
    private final int wrong;
    private final List<Node> found = new ArrayList<>();

    private Failing(FactRow row, int wrong) {
        this.row = row;
        this.wrong = wrong;
    }

    static List<Condition> of(Node root, FactRow row) {
        return conditions(nodes(root, row, Kleene.FALSE));
    }

    static List<Condition> open(Node root, FactRow row) {
        return conditions(nodes(root, row, Kleene.UNKNOWN));
    }

    private static List<Condition> conditions(List<Node> nodes) {
        return nodes.stream().map(node -> node.condition).distinct().toList();
    }

    static List<Node> nodes(Node root, FactRow row, int truth) {
        Failing failing = new Failing(row, truth);
        if (root.eval(row) == truth) {
            failing.collect(root, false);
        }
        return failing.found;
    }

    /** Under NONE it is the parts that hold which stand in the way. */
    private void collect(Node node, boolean inverted) {
        if (node.parts().isEmpty()) {
            found.add(node);
            return;
        }
        Condition.Group group = (Condition.Group) node.condition;
        boolean below = inverted != (group.mode() == Condition.Mode.NONE);
        int wanted = below ? Kleene.not(wrong) : wrong;
        for (Node part : node.parts()) {
            if (part.eval(row) == wanted) {
                collect(part, below);
            }
        }
    }
}
