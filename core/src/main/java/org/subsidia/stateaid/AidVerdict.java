package org.subsidia.stateaid;

import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/**
 * The answer to one condition of State aid law.
 *
 * @param condition what is asked
 * @param answer yes: it is met; no: it is broken; unknown: it depends on what is missing
 * @param conclusion the answer in a sentence
 * @param missing the facts that would decide; empty unless unknown
 * @param explanation figures, articles, versions
 */
public record AidVerdict(
        Message condition, AidAnswer answer, Message conclusion, List<MissingFact> missing, Explanation explanation) {

    /** Copies the list. */
    public AidVerdict {
        missing = List.copyOf(missing);
    }

    static AidVerdict of(
            Message condition,
            AidAnswer answer,
            Message conclusion,
            List<MissingFact> missing,
            List<Explanation> parts) {
        return new AidVerdict(
                condition,
                answer,
                conclusion,
                answer == AidAnswer.UNKNOWN ? missing : List.of(),
                Explanation.of(condition, new Value.Statement(conclusion), Step.CHOICE, parts));
    }
}
