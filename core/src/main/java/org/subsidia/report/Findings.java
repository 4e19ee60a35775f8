package org.subsidia.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;

/**
 * What was found in the data, the same code taken together: how often, how bad, a few examples.
 *
 * @param groups most severe first, then most frequent
 */
public record Findings(List<Group> groups) implements Block {
    private static final int EXAMPLES = 3;

    /** Copies the groups. */
    public Findings {
        groups = List.copyOf(groups);
    }

    /**
     * All findings of one code and severity.
     *
     * @param severity how much they matter
     * @param code such as {@code SCDL-AMT-COMMA}
     * @param count how many there are, at least as many as examples
     * @param examples the first few
     */
    public record Group(Severity severity, String code, long count, List<Finding> examples) {

        /** Copies the examples. */
        public Group {
            examples = List.copyOf(examples);
            if (examples.isEmpty() || count < examples.size()) {
                throw new IllegalArgumentException(count + " findings " + code + " with examples " + examples);
            }
        }

        private Group plus(Group other) {
            List<Finding> all = new ArrayList<>(examples);
            all.addAll(other.examples);
            return new Group(severity, code, Math.addExact(count, other.count), all);
        }

        private Group shortened() {
            return new Group(severity, code, count, examples.subList(0, Math.min(EXAMPLES, examples.size())));
        }
    }

    /**
     * Takes findings of the same severity and code together.
     *
     * @param findings in any order
     * @return at most three examples of each
     */
    public static Findings of(List<Finding> findings) {
        List<Group> groups = findings.stream()
                .map(finding -> new Group(finding.severity(), finding.code(), 1, List.of(finding)))
                .toList();
        return sorted(groups);
    }

    /**
     * Groups that were counted elsewhere, one file each perhaps: the same code and severity taken together, then brought
     * into the order of reading.
     *
     * @param groups in any order
     * @return most severe first, then most frequent; at most three examples of each
     */
    public static Findings sorted(List<Group> groups) {
        Map<List<Object>, Group> together = new LinkedHashMap<>();
        for (Group group : groups) {
            together.merge(List.of(group.severity(), group.code()), group, Group::plus);
        }
        List<Group> order = new ArrayList<>();
        together.values().forEach(group -> order.add(group.shortened()));
        order.sort(Comparator.comparing(Group::severity)
                .thenComparing(Group::count)
                .reversed()
                .thenComparing(Group::code));
        return new Findings(order);
    }
}
