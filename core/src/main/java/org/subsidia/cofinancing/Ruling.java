package org.subsidia.cofinancing;

import java.util.List;
import java.util.Optional;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Rule;

/**
 * What one rule says of one case.
 *
 * @param rule which rule, such as {@code EU-RATE}
 * @param standing respected, broken, unknown or not binding
 * @param explanation the sentence, the figures that decided and the versions of law, each with its article and confidence
 */
public record Ruling(String rule, Standing standing, Explanation explanation) {

    static Ruling of(String rule, Standing standing, Message sentence, Explanation... why) {
        Step step = why.length == 0 ? Step.GIVEN : Step.CHOICE;
        Message title = Message.of("COFI-RULE-" + rule);
        return new Ruling(rule, standing, Explanation.of(title, new Value.Statement(sentence), step, List.of(why)));
    }

    /** The same, naming a version of law that decided. */
    Ruling by(Rule<?> used) {
        return new Ruling(rule, standing, explanation.withRules(List.of(used.reference())));
    }

    /** {@return what the rule is about} */
    public Message title() {
        return explanation.label();
    }

    /** {@return what it says, in a sentence} */
    public Message sentence() {
        return explanation.value() instanceof Value.Statement statement ? statement.text() : title();
    }

    /** {@return the text behind it: the first one used, if there is one} */
    public Optional<RuleReference> text() {
        return explanation.allRules().stream().findFirst();
    }
}
