package org.subsidia.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.subsidia.finding.Message;

/**
 * A figure and where it comes from.
 *
 * @param label what the figure is
 * @param value the figure, or why it cannot be computed
 * @param step how the children make it up
 * @param children the parts, in the order in which the step reads them
 * @param rules the versions of legal rules that this very step used
 * @param records ids of the portfolio's records that this very step read
 */
public record Explanation(
        Message label,
        Value value,
        Step step,
        List<Explanation> children,
        List<RuleReference> rules,
        List<String> records) {

    /** Copies the lists. */
    public Explanation {
        children = List.copyOf(children);
        rules = List.copyOf(rules);
        records = List.copyOf(records);
    }

    /**
     * A figure that is read, not computed.
     *
     * @param label what it is
     * @param value the figure
     * @return the leaf
     */
    public static Explanation leaf(Message label, Value value) {
        return new Explanation(label, value, Step.GIVEN, List.of(), List.of(), List.of());
    }

    /**
     * A figure computed from others.
     *
     * @param label what it is
     * @param value the figure
     * @param step how the children make it up
     * @param children the parts
     * @return the node
     */
    public static Explanation of(Message label, Value value, Step step, List<Explanation> children) {
        return new Explanation(label, value, step, children, List.of(), List.of());
    }

    /**
     * This explanation, with the rules that the step used.
     *
     * @param used versions of legal rules
     * @return the explanation
     */
    public Explanation withRules(List<RuleReference> used) {
        return new Explanation(label, value, step, children, used, records);
    }

    /**
     * This explanation, with the records that the step read.
     *
     * @param ids ids of records of the portfolio
     * @return the explanation
     */
    public Explanation withRecords(List<String> ids) {
        return new Explanation(label, value, step, children, rules, ids);
    }

    /** {@return this node and all below it, parents first} */
    public Stream<Explanation> nodes() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Explanation::nodes));
    }

    /** {@return every rule version used in the tree, once, in the order of use} */
    public Set<RuleReference> allRules() {
        Set<RuleReference> all = new LinkedHashSet<>();
        nodes().forEach(node -> all.addAll(node.rules));
        return all;
    }

    /** {@return the rules used that are not confirmed: a report must warn of them} */
    public List<RuleReference> doubtfulRules() {
        return allRules().stream()
                .filter(rule -> rule.confidence() != Confidence.CONFIRMED)
                .toList();
    }

    /**
     * Recomputes every node whose step is arithmetic.
     *
     * @return the nodes whose value is not what their children make, empty when everything adds up
     */
    public List<Explanation> check() {
        List<Explanation> wrong = new ArrayList<>();
        nodes().filter(node -> !node.addsUp()).forEach(wrong::add);
        return wrong;
    }

    private boolean addsUp() {
        if (!value.isKnown() || !step.isArithmetic()) {
            return true;
        }
        List<BigDecimal> parts = new ArrayList<>();
        for (Explanation child : children) {
            Optional<BigDecimal> number = child.value.number();
            if (number.isEmpty()) {
                return false;
            }
            parts.add(number.get());
        }
        return value.number().map(whole -> step.holds(whole, parts)).orElse(false);
    }
}
