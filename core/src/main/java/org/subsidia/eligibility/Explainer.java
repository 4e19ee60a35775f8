package org.subsidia.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** From the nodes of a verdict to the tree that people read. */
final class Explainer {
    private static final int PLACES = 6;

    private final Evaluator evaluator;
    private final Facts facts;
    private final FactRow row;

    Explainer(Evaluator evaluator, Facts facts, FactRow row) {
        this.evaluator = evaluator;
        this.facts = facts;
        this.row = row;
    }

    Explanation explain() {
        Node root = evaluator.root();
        Answer answer = Answer.of(evaluator.evaluate(row));
        List<Explanation> children = root.parts().isEmpty()
                ? List.of(node(root))
                : root.parts().stream().map(this::node).toList();
        return Explanation.of(evaluator.rules().title(), new Value.Statement(answer.words()), Step.CHOICE, children)
                .withRules(List.of(evaluator.rules().reference()));
    }

    private Explanation node(Node node) {
        Value truth = new Value.Statement(Truth.of(node.eval(row)).words());
        List<Explanation> children = node.parts().isEmpty()
                ? leaf(node)
                : node.parts().stream().map(this::node).toList();
        return Explanation.of(label(node.condition), truth, Step.CHOICE, children)
                .withRules(rules(node));
    }

    private static Message label(Condition condition) {
        String reference = condition.head().reference();
        return reference == null
                ? condition.words()
                : Message.of("ELIG-CONDITION-REFERENCE", condition.words(), reference);
    }

    private List<RuleReference> rules(Node node) {
        Set<RuleReference> rules = new LinkedHashSet<>();
        for (LawRef ref : node.condition.laws()) {
            evaluator.law().find(ref).ifPresent(found -> rules.add(found.reference()));
        }
        return List.copyOf(rules);
    }

    private List<Explanation> leaf(Node node) {
        List<Explanation> children = new ArrayList<>();
        for (String id : node.condition.facts()) {
            children.add(found(id));
        }
        for (LawRef ref : node.lawless) {
            children.add(Explanation.leaf(
                    Message.of("ELIG-TEXT", ref.toString()),
                    new Value.Unknown(evaluator.law().whyMissing(ref))));
        }
        if (node instanceof Node.AidSum sum && sum.eval(row) != Kleene.UNKNOWN) {
            children.add(Explanation.leaf(
                    Message.of("ELIG-FOUND-USED"), new Value.Amount(Sentences.money(Fraction.of(sum.used(row))))));
        }
        required(node).ifPresent(children::add);
        return children;
    }

    private Explanation found(String id) {
        Fact fact = evaluator.rules().catalogue().find(id).orElseThrow();
        Optional<Facts.Known> known = facts.find(id);
        Value value =
                known.map(k -> value(fact, k.value())).orElseGet(() -> new Value.Unknown(Message.of("ELIG-FOUND-NOT")));
        Explanation leaf = Explanation.leaf(fact.label(), value);
        List<String> records = new ArrayList<>();
        known.map(Facts.Known::source).filter(source -> !source.isEmpty()).ifPresent(records::add);
        return records.isEmpty() ? leaf : leaf.withRecords(records);
    }

    static Value value(Fact fact, FactValue value) {
        if (value instanceof FactValue.Amount amount) {
            return new Value.Amount(amount.money());
        } else if (value instanceof FactValue.Count count) {
            return new Value.Quantity(BigDecimal.valueOf(count.number()), Units.of(fact.unit()));
        } else if (value instanceof FactValue.Share share) {
            return new Value.Share(share.share().value(PLACES).stripTrailingZeros());
        } else if (value instanceof FactValue.Day day) {
            return new Value.Day(day.date());
        } else if (value instanceof FactValue.Flag flag) {
            return new Value.Statement(Message.of(flag.yes() ? "ELIG-FOUND-YES" : "ELIG-FOUND-NO"));
        } else if (value instanceof FactValue.Absent) {
            return new Value.Statement(Message.of("ELIG-FOUND-ABSENT"));
        }
        return new Value.Statement(Message.of("ELIG-TEXT", FactText.write(value)));
    }

    /** The bound, worked out; nothing where the sentence of the condition already tells. */
    private Optional<Explanation> required(Node node) {
        Message label = Message.of("ELIG-FOUND-REQUIRED");
        if (node.condition instanceof Condition.Comparison c) {
            return bound(c.right()).map(value -> Explanation.leaf(label, value));
        } else if (node.condition instanceof Condition.AidSum sum) {
            return bound(sum.ceiling()).map(value -> Explanation.leaf(label, value));
        }
        return Optional.empty();
    }

    private Optional<Value> bound(Expression expression) {
        List<LawRef> missing = new ArrayList<>();
        FactCatalogue catalogue = evaluator.rules().catalogue();
        if (expression.type() == FactType.DAY) {
            return DayForm.of(catalogue, evaluator.law(), expression, missing)
                    .filter(form -> form.state(row) == FactRow.KNOWN)
                    .map(form -> new Value.Day(LocalDate.ofEpochDay(form.value(row))));
        }
        return Linear.of(catalogue, evaluator.law(), expression, null, missing)
                .filter(linear -> linear.state(row) == FactRow.KNOWN)
                .map(linear -> number(expression, linear.value(row)));
    }

    private static Value number(Expression expression, Fraction value) {
        return switch (expression.type()) {
            case MONEY -> new Value.Amount(Sentences.money(value));
            case SHARE -> new Value.Share(value.value(PLACES).stripTrailingZeros());
            default -> new Value.Quantity(value.value(2).stripTrailingZeros(), Units.of(expression.unit()));
        };
    }
}
