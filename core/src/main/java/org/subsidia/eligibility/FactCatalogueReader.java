package org.subsidia.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** From documents to facts: the standard catalogue, and the own questions of a rule set. */
final class FactCatalogueReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final Set<String> KEYS = Set.of("id", "type", "unit", "label", "values", "adjustable");

    private FactCatalogueReader() {}

    static FactCatalogue standard() {
        try (InputStream in = FactCatalogueReader.class.getResourceAsStream("facts.yaml")) {
            Reading<YamlDocument> document = YamlDocument.read("facts.yaml", Objects.requireNonNull(in));
            List<Finding> findings = new ArrayList<>();
            List<Fact> facts =
                    facts(((SequenceNode) document.get().root()).getValue(), Place.file("facts.yaml"), findings);
            if (!findings.isEmpty()) {
                throw new IllegalStateException(findings.toString());
            }
            return FactCatalogue.of(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fact> facts(List<Node> nodes, Place file, List<Finding> findings) {
        List<Fact> facts = new ArrayList<>();
        for (Node node : nodes) {
            YamlFields.of(node, file, findings, KEYS)
                    .flatMap(FactCatalogueReader::fact)
                    .ifPresent(facts::add);
        }
        return facts;
    }

    private static Optional<Fact> fact(YamlFields fields) {
        Optional<String> id = fields.need("id");
        Optional<FactType> type = fields.one("type", FactType.class);
        if (!fields.has("type")) {
            fields.need("type");
        }
        if (!fields.has("label")) {
            fields.need("label");
        }
        Optional<Message> label = fields.words("label");
        if (id.isPresent() && !ID.matcher(id.get()).matches()) {
            fields.error("id", "ELIG-ID-BAD", id.get());
            return Optional.empty();
        }
        if (id.isEmpty() || type.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        String unit = type.get() == FactType.MONEY ? "EUR" : fields.find("unit").orElse("");
        return Optional.of(new Fact(
                id.get(),
                type.get(),
                unit,
                label.get(),
                fields.texts("values"),
                fields.flag("adjustable").orElse(false)));
    }
}
