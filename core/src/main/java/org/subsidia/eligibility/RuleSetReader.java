package org.subsidia.eligibility;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.DateWindow;
import org.yaml.snakeyaml.nodes.Node;

/** From a document to a rule set. */
final class RuleSetReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");
    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "title",
            "validFrom",
            "validTo",
            "references",
            "source",
            "confidence",
            "example",
            "calls",
            "programmes",
            "facts",
            "conditions");

    private RuleSetReader() {}

    static Reading<RuleSet> read(String name, InputStream in, LawBase laws) {
        Reading<YamlDocument> document = YamlDocument.read(name, in);
        if (!document.isRead()) {
            return Reading.refused(document.findings());
        }
        List<Finding> findings = new ArrayList<>();
        Place file = Place.file(name);
        Optional<RuleSet> rules = YamlFields.of(document.get().root(), file, findings, KEYS)
                .flatMap(fields ->
                        rules(fields, file, findings, laws, document.get().sha256()));
        boolean refused = rules.isEmpty() || findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return refused ? Reading.refused(findings) : Reading.of(rules.get(), findings);
    }

    private static Optional<RuleSet> rules(
            YamlFields fields, Place file, List<Finding> findings, LawBase laws, String sha256) {
        Optional<String> id = checked(fields, "id", ID);
        Optional<String> version = checked(fields, "version", VERSION);
        needed(fields, "title");
        Optional<Message> title = fields.words("title");
        DateWindow validity = new DateWindow(
                fields.day("validFrom").orElse(null), fields.day("validTo").orElse(null));
        if (!validity.ordered()) {
            fields.error("validTo", "ELIG-DATE-REVERSED", validity.toString());
        }
        needed(fields, "references");
        List<String> references = fields.texts("references");
        Optional<String> source = fields.need("source");
        needed(fields, "confidence");
        Optional<Confidence> confidence = fields.one("confidence", Confidence.class);
        boolean example = fields.flag("example").orElse(false);
        FactCatalogue catalogue = catalogue(fields, file, findings);
        Node tree = fields.node("conditions");
        if (tree == null) {
            needed(fields, "conditions");
            return Optional.empty();
        }
        ConditionReader reader = new ConditionReader(file, findings, catalogue, laws);
        Optional<Condition> root = reader.read(tree, "");
        root.ifPresent(condition -> findings.addAll(Contradictions.of(condition)));
        if (id.isEmpty() || version.isEmpty() || title.isEmpty() || source.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return root.map(condition -> new RuleSet(
                id.get(),
                version.get(),
                title.get(),
                validity,
                references,
                source.get(),
                confidence.get(),
                example,
                fields.texts("calls"),
                fields.texts("programmes"),
                catalogue,
                condition,
                sha256));
    }

    private static FactCatalogue catalogue(YamlFields fields, Place file, List<Finding> findings) {
        List<Fact> own = new ArrayList<>();
        FactCatalogue standard = FactCatalogue.standard();
        for (Fact fact : FactCatalogueReader.facts(fields.list("facts"), file, findings)) {
            boolean known = standard.find(fact.id()).isPresent()
                    || own.stream().anyMatch(other -> other.id().equals(fact.id()));
            if (known) {
                fields.error("facts", "ELIG-FACT-TWICE", fact.id());
            } else {
                own.add(fact);
            }
        }
        return standard.with(own);
    }

    private static void needed(YamlFields fields, String key) {
        if (!fields.has(key)) {
            fields.error(key, "DOC-KEY-MISSING", key);
        }
    }

    private static Optional<String> checked(YamlFields fields, String key, Pattern form) {
        Optional<String> text = fields.need(key);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            fields.error(key, "ELIG-ID-BAD", text.get());
            return Optional.empty();
        }
        return text;
    }
}
