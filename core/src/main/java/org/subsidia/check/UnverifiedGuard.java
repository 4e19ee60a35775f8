package org.subsidia.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/** G-UNV: results that depend on a rule for which no source was read. One information a rule. */
final class UnverifiedGuard implements Guard {
    @Override
    public String id() {
        return "G-UNV";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-UNV");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        return List.of();
    }

    @Override
    public List<Checked> review(List<Checked> found, GuardContext context) {
        Map<RuleReference, Integer> uses = new LinkedHashMap<>();
        for (Checked checked : found) {
            checked.explanation().allRules().stream()
                    .filter(rule -> rule.confidence() == Confidence.UNVERIFIED)
                    .forEach(rule -> uses.merge(rule, 1, Integer::sum));
        }
        List<Checked> notes = new ArrayList<>();
        uses.forEach((rule, count) -> {
            Finding finding = Finding.info(
                    Place.NOWHERE, "CHECK-UNV-RULE", count, rule.id(), rule.value(), rule.legalReference());
            Explanation why = Explanation.leaf(title(), new Value.Statement(finding.message()))
                    .withRules(List.of(rule));
            notes.add(Checked.of(id(), finding, why));
        });
        return notes;
    }
}
