package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.PortfolioRecord;

/** Puts a result together: the finding, and an explanation whose root is the verdict and whose parts are its reasons. */
final class Verdict {
    private final Guard guard;
    private final Finding finding;
    private final List<Explanation> parts = new ArrayList<>();
    private final List<RuleReference> rules = new ArrayList<>();
    private final List<String> records = new ArrayList<>();

    private Verdict(Guard guard, Finding finding) {
        this.guard = guard;
        this.finding = finding;
    }

    static Verdict of(Guard guard, Severity severity, Place place, Message message) {
        return new Verdict(guard, new Finding(severity, place, message));
    }

    static Verdict error(Guard guard, Place place, Message message) {
        return of(guard, Severity.ERROR, place, message);
    }

    static Verdict warning(Guard guard, Place place, Message message) {
        return of(guard, Severity.WARNING, place, message);
    }

    static Verdict info(Guard guard, Place place, Message message) {
        return of(guard, Severity.INFO, place, message);
    }

    /** A field of a record. */
    static Place place(PortfolioRecord record, String field) {
        return Place.record(record.id().value()).field(field);
    }

    Verdict because(Explanation... reasons) {
        parts.addAll(List.of(reasons));
        return this;
    }

    Verdict by(Rule<?> rule) {
        rules.add(rule.reference());
        return this;
    }

    Verdict from(PortfolioRecord... read) {
        for (PortfolioRecord record : read) {
            records.add(record.id().value());
        }
        return this;
    }

    Checked checked() {
        Step step = parts.isEmpty() ? Step.GIVEN : Step.CHOICE;
        Explanation why =
                new Explanation(guard.title(), new Value.Statement(finding.message()), step, parts, rules, records);
        return Checked.of(guard.id(), finding, why);
    }
}
