package org.subsidia.report;

import java.util.Locale;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.finding.Message;

/** Steps and rules of an explanation in words. */
final class ExplanationText {
    private ExplanationText() {}

    /** How the children make up the figure; empty for a figure that is given. */
    static String step(Explanation node, Locale locale) {
        return node.step() == Step.GIVEN || node.children().isEmpty()
                ? ""
                : Message.of("REPORT-STEP-" + node.step()).in(locale);
    }

    static String rule(RuleReference rule, Locale locale) {
        String text =
                Message.of("REPORT-RULE", rule.legalReference(), rule.value()).in(locale);
        return rule.confidence() == Confidence.CONFIRMED
                ? text
                : text + " " + Message.of("REPORT-RULE-" + rule.confidence()).in(locale);
    }
}
