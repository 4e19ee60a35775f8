package org.subsidia.eligibility;

import java.util.List;
import org.subsidia.explain.Explanation;

/** The answer of a rule set for some facts. What stands behind it is worked out when it is asked for. Immutable. */
public final class Verdict {
    private final Evaluator evaluator;
    private final Facts facts;
    private final FactRow row;
    private final Answer answer;

    Verdict(Evaluator evaluator, Facts facts) {
        this.evaluator = evaluator;
        this.facts = facts;
        this.row = evaluator.row(facts);
        this.answer = Answer.of(evaluator.evaluate(row));
    }

    /** {@return yes, no or unknown} */
    public Answer answer() {
        return answer;
    }

    /** {@return the rule set that answered} */
    public RuleSet rules() {
        return evaluator.rules();
    }

    /** {@return what was known} */
    public Facts facts() {
        return facts;
    }

    /** {@return whether the rule set was meant for the day of the verdict} */
    public boolean isInForce() {
        return rules().validity().contains(facts.date());
    }

    /** {@return every condition with what was found and what is required, and the rules and records behind both} */
    public Explanation explanation() {
        return new Explainer(evaluator, facts, row).explain();
    }

    /** {@return the conditions that make the answer a no, in the order of the document; empty for other answers} */
    public List<Condition> failing() {
        return Failing.of(evaluator.root(), row);
    }

    /** {@return the conditions that leave the answer open, in the order of the document; empty for other answers} */
    public List<Condition> open() {
        return Failing.open(evaluator.root(), row);
    }

    /** {@return what would have to be known; empty where the answer is known} */
    public MissingFacts missing() {
        return MissingFacts.of(evaluator, row);
    }

    /**
     * What would make the answer a yes: the nearest changes that the applicant can make, each verified.
     *
     * @return the easiest first; empty for a yes, or where nothing that can be changed is enough
     */
    public List<Remedy> changes() {
        return answer == Answer.ELIGIBLE ? List.of() : Remedies.of(evaluator, facts, row);
    }

    /** {@return a record of the answer that can be replayed as it was made} */
    public Decision decision() {
        return Decision.of(evaluator, facts, answer);
    }

    @Override
    public String toString() {
        return rules() + " " + answer;
    }
}
