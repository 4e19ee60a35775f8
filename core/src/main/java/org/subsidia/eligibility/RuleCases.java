package org.subsidia.eligibility;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.subsidia.document.Suggestion;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Cases by which analysts prove a rule set: facts, a day, the answer expected and its reasons.
 *
 * @param cases in the order of the document
 */
public record RuleCases(List<Case> cases) {
    private static final Set<String> KEYS = Set.of("cases");
    private static final Set<String> CASE_KEYS = Set.of("name", "date", "facts", "expect", "failing", "missing");

    /** Copies the list. */
    public RuleCases {
        cases = List.copyOf(cases);
    }

    /**
     * One case.
     *
     * @param name what it shows
     * @param date the day of the verdict
     * @param facts texts as {@link FactText} reads them, by fact
     * @param expected the answer
     * @param failing ids of exactly the conditions that must fail; empty: not looked at
     * @param missing ids of exactly the facts that must be missing; empty: not looked at
     * @param place where it stands
     */
    public record Case(
            String name,
            LocalDate date,
            Map<String, String> facts,
            Answer expected,
            List<String> failing,
            List<String> missing,
            Place place) {
        /** Copies what can change. */
        public Case {
            facts = Map.copyOf(facts);
            failing = List.copyOf(failing);
            missing = List.copyOf(missing);
        }
    }

    /**
     * What came of a case.
     *
     * @param tried the case
     * @param answer what the rule set answered; the expected one where the facts could not be read
     * @param findings errors, one for each difference; none: passed
     */
    public record Outcome(Case tried, Answer answer, List<Finding> findings) {
        /** Copies the list. */
        public Outcome {
            findings = List.copyOf(findings);
        }

        /** {@return whether all is as expected} */
        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /**
     * Reads a document of cases.
     *
     * @param name its name in findings
     * @param in YAML or JSON, not closed here
     * @return the cases, or findings with line and column
     */
    public static Reading<RuleCases> read(String name, InputStream in) {
        Reading<YamlDocument> document = YamlDocument.read(name, in);
        if (!document.isRead()) {
            return Reading.refused(document.findings());
        }
        List<Finding> findings = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        Place file = Place.file(name);
        YamlFields.of(document.get().root(), file, findings, KEYS).ifPresent(fields -> {
            fields.need(List.of("cases"));
            for (Node node : fields.list("cases")) {
                YamlFields.of(node, file, findings, CASE_KEYS)
                        .flatMap(inner -> one(inner, file, findings))
                        .ifPresent(cases::add);
            }
        });
        boolean refused = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return refused ? Reading.refused(findings) : Reading.of(new RuleCases(cases), findings);
    }

    private static Optional<Case> one(YamlFields fields, Place file, List<Finding> findings) {
        fields.need(List.of("name", "date", "expect"));
        Optional<String> name = fields.find("name");
        Optional<LocalDate> date = fields.day("date");
        Optional<Answer> expected = fields.one("expect", Answer.class);
        Map<String, String> facts = new LinkedHashMap<>();
        Node given = fields.node("facts");
        if (given != null) {
            YamlFields.of(given, file, findings, Set.of())
                    .ifPresent(inner -> inner.all().forEach((id, node) -> {
                        if (node instanceof ScalarNode scalar) {
                            facts.put(id, scalar.getValue());
                        } else {
                            inner.error(id, "DOC-SHAPE-TEXT", id);
                        }
                    }));
        }
        if (name.isEmpty() || date.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Case(
                name.get(),
                date.get(),
                facts,
                expected.get(),
                fields.texts("failing"),
                fields.texts("missing"),
                fields.place()));
    }

    /**
     * Asks the rule set for every case.
     *
     * @param rules the rule set
     * @param laws the law base
     * @return one outcome for each case, in order
     */
    public List<Outcome> run(RuleSet rules, LawBase laws) {
        return cases.stream().map(tried -> run(tried, rules, laws)).toList();
    }

    private static Outcome run(Case tried, RuleSet rules, LawBase laws) {
        List<Finding> findings = new ArrayList<>();
        Facts facts = Facts.on(tried.date());
        for (Map.Entry<String, String> entry : tried.facts().entrySet()) {
            Optional<Fact> fact = rules.catalogue().find(entry.getKey());
            if (fact.isEmpty()) {
                findings.add(Finding.error(
                        tried.place(),
                        "ELIG-FACT-UNKNOWN",
                        entry.getKey(),
                        Suggestion.nearest(entry.getKey(), rules.catalogue().ids())));
                continue;
            }
            Reading<FactValue> value = FactText.read(fact.get(), entry.getValue());
            if (value.isRead()) {
                facts = facts.with(entry.getKey(), value.get(), tried.name());
            } else {
                findings.addAll(value.at(tried.place()).findings());
            }
        }
        if (!findings.isEmpty()) {
            return new Outcome(tried, tried.expected(), findings);
        }
        Verdict verdict = Evaluator.of(rules, laws.at(tried.date())).verdict(PortfolioFacts.derived(facts));
        if (verdict.answer() != tried.expected()) {
            findings.add(Finding.error(
                    tried.place(),
                    "ELIG-CASE-ANSWER",
                    tried.name(),
                    tried.expected().words(),
                    verdict.answer().words(),
                    reasons(verdict)));
        }
        compare(
                tried,
                "ELIG-CASE-FAILING",
                tried.failing(),
                verdict.failing().stream().map(c -> c.head().id()).toList(),
                findings);
        compare(
                tried,
                "ELIG-CASE-MISSING",
                tried.missing(),
                verdict.missing().facts().stream().map(Fact::id).toList(),
                findings);
        return new Outcome(tried, verdict.answer(), findings);
    }

    private static Message reasons(Verdict verdict) {
        List<Condition> why = verdict.answer() == Answer.UNKNOWN ? verdict.open() : verdict.failing();
        return why.stream()
                .map(Condition::words)
                .reduce((a, b) -> Message.of("ELIG-SAY-AND", a, b))
                .orElse(Message.of("ELIG-TEXT", "–"));
    }

    private static void compare(
            Case tried, String code, List<String> expected, List<String> found, List<Finding> findings) {
        if (!expected.isEmpty() && !new TreeSet<>(expected).equals(new TreeSet<>(found))) {
            findings.add(Finding.error(
                    tried.place(), code, tried.name(), String.join(", ", expected), String.join(", ", found)));
        }
    }
}
