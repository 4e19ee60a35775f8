package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

/**
 * A verdict as it was made: enough to make it again.
 *
 * @param rules id of the rule set
 * @param version its version
 * @param sha256 of its document
 * @param facts what was known, as {@link FactText} writes it
 * @param law the versions of law that were used, by what the conditions call them
 * @param answer what was answered
 */
public record Decision(
        String rules,
        String version,
        String sha256,
        SortedMap<String, String> facts,
        Map<String, RuleReference> law,
        Answer answer) {

    /** Copies the maps. */
    public Decision {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        law = Collections.unmodifiableMap(new LinkedHashMap<>(law));
    }

    static Decision of(Evaluator evaluator, Facts facts, Answer answer) {
        SortedMap<String, String> texts = new TreeMap<>();
        facts.known().forEach((id, known) -> texts.put(id, FactText.write(known.value())));
        Map<String, RuleReference> law = new LinkedHashMap<>();
        for (LawRef ref : evaluator.rules().laws()) {
            evaluator.law().find(ref).ifPresent(found -> law.put(ref.toString(), found.reference()));
        }
        RuleSet rules = evaluator.rules();
        return new Decision(rules.id(), rules.version(), rules.sha256(), texts, law, answer);
    }

    /**
     * Makes the verdict again.
     *
     * @param with the rule set of this decision
     * @param laws the law base
     * @return the verdict, with a warning for each version of law that is no longer the same; or findings: another document
     *     ({@code ELIG-REPLAY-DOCUMENT}), facts that can no longer be read, another answer ({@code ELIG-REPLAY-ANSWER})
     */
    public Reading<Verdict> replay(RuleSet with, LawBase laws) {
        Place place = Place.record(rules);
        if (!with.id().equals(rules)
                || !with.version().equals(version)
                || !with.sha256().equals(sha256)) {
            return Reading.refused(Finding.error(
                    place, "ELIG-REPLAY-DOCUMENT", rules + " " + version, with.id() + " " + with.version()));
        }
        List<Finding> findings = new ArrayList<>();
        Reading<Facts> read = readFacts(with.catalogue());
        if (!read.isRead()) {
            return Reading.refused(read.findings());
        }
        Evaluator evaluator = Evaluator.of(with, laws.at(read.get().date()));
        Verdict verdict = evaluator.verdict(read.get());
        Map<String, RuleReference> now = verdict.decision().law();
        law.forEach((ref, then) -> {
            RuleReference today = now.get(ref);
            if (!then.equals(today)) {
                Object value = today == null ? "–" : today.words();
                findings.add(Finding.warning(place, "ELIG-REPLAY-LAW", ref, then.words(), value));
            }
        });
        if (verdict.answer() != answer) {
            findings.add(Finding.error(
                    place,
                    "ELIG-REPLAY-ANSWER",
                    answer.words(),
                    verdict.answer().words()));
            return Reading.refused(findings);
        }
        return Reading.of(verdict, findings);
    }

    private Reading<Facts> readFacts(FactCatalogue catalogue) {
        List<Finding> findings = new ArrayList<>();
        Facts known = null;
        String date = facts.get(Facts.DATE);
        if (date != null) {
            known = Facts.on(LocalDate.parse(date));
        }
        if (known == null) {
            return Reading.refused(Finding.error(Place.record(rules), "DOC-KEY-MISSING", Facts.DATE));
        }
        for (Map.Entry<String, String> entry : facts.entrySet()) {
            Optional<Fact> fact = catalogue.find(entry.getKey());
            if (fact.isEmpty() || entry.getKey().equals(Facts.DATE)) {
                continue;
            }
            Reading<FactValue> value = FactText.read(fact.get(), entry.getValue());
            if (value.isRead()) {
                known = known.with(entry.getKey(), value.get(), "");
            } else {
                findings.addAll(value.findings());
            }
        }
        return findings.isEmpty() ? Reading.of(known) : Reading.refused(findings);
    }
}
