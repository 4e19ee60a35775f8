package org.subsidia.report;

import java.util.ArrayList;
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
    }

    /**
     * Takes findings of the same severity and code together.
     *
     * @param findings in any order
     * @return at most three examples of each
     */
    public static Findings of(List<Finding> findings) {
        Map<Severity, Map<String, List<Finding>>> byCode = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byCode.computeIfAbsent(finding.severity(), severity -> new LinkedHashMap<>())
                    .computeIfAbsent(finding.code(), code -> new ArrayList<>())
                    .add(finding);
        }
        List<Group> groups = new ArrayList<>();
        byCode.forEach((severity, codes) -> codes.forEach((code, all) ->
                groups.add(new Group(severity, code, all.size(), all.subList(0, Math.min(EXAMPLES, all.size()))))));
        return sorted(groups);
    }

    /**
     * Groups that were counted in several places: those of one code and severity become one.
     *
     * @param groups in any order
     * @return with at most three examples each
     */
    public static Findings merged(List<Group> groups) {
        Map<String, Group> merged = new LinkedHashMap<>();
        for (Group group : groups) {
            merged.merge(group.severity() + " " + group.code(), group, (a, b) -> {
                List<Finding> examples = new ArrayList<>(a.examples());
                examples.addAll(b.examples());
                return new Group(
                        a.severity(),
                        a.code(),
                        a.count() + b.count(),
                        examples.subList(0, Math.min(EXAMPLES, examples.size())));
            });
        }
        return sorted(List.copyOf(merged.values()));
    }

    /**
     * Groups that were counted elsewhere, brought into the order of reading.
     *
     * @param groups in any order
     * @return most severe first, then most frequent
     */
    public static Findings sorted(List<Group> groups) {
        List<Group> order = new ArrayList<>(groups);
        order.sort((a, b) -> {
            int bySeverity = b.severity().compareTo(a.severity());
            int byCount = bySeverity != 0 ? bySeverity : Long.compare(b.count(), a.count());
            return byCount != 0 ? byCount : a.code().compareTo(b.code());
        });
        return new Findings(order);
    }
}
