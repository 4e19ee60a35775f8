package org.subsidia.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys and values of a YAML mapping; what is wrong with them goes to the findings. */
final class Fields {
    private final Place place;
    private final List<Finding> findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();

    private Fields(Place place, List<Finding> findings) {
        this.place = place;
        this.findings = findings;
    }

    /** Any keys, each once. */
    static Optional<Fields> of(Node node, Place file, List<Finding> findings) {
        Place place = at(file, node);
        if (!(node instanceof MappingNode mapping)) {
            findings.add(Finding.error(place, "LAW-SHAPE-MAPPING"));
            return Optional.empty();
        }
        Fields fields = new Fields(place, findings);
        mapping.getValue().forEach(fields::add);
        return Optional.of(fields);
    }

    /** None but these keys, each once. */
    static Optional<Fields> of(Node node, Place file, List<Finding> findings, Set<String> allowed) {
        Optional<Fields> fields = of(node, file, findings);
        fields.ifPresent(f -> f.nodes.keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> f.findings.add(Finding.error(
                        f.place(key),
                        "LAW-KEY-UNKNOWN",
                        key,
                        String.join(", ", allowed.stream().sorted().toList())))));
        return fields;
    }

    private void add(NodeTuple tuple) {
        Optional<String> key = scalar(tuple.getKeyNode());
        Place where = at(place, tuple.getKeyNode());
        if (key.isEmpty()) {
            findings.add(Finding.error(where, "LAW-KEY-NOTTEXT"));
        } else if (nodes.containsKey(key.get())) {
            findings.add(Finding.error(where, "LAW-KEY-TWICE", key.get(), line(key.get())));
        } else {
            nodes.put(key.get(), tuple.getValueNode());
            lines.put(key.get(), where.line());
        }
    }

    Map<String, Node> all() {
        return nodes;
    }

    Place place() {
        return place;
    }

    Place place(String key) {
        return place.line(line(key)).field(key);
    }

    private long line(String key) {
        return lines.getOrDefault(key, place.line());
    }

    /** A value that may be absent; empty values are absent. */
    Optional<Node> find(String key) {
        return Optional.ofNullable(nodes.get(key))
                .filter(node ->
                        !(node instanceof ScalarNode scalar && scalar.getValue().isBlank()));
    }

    /** A value that must be there. */
    Optional<Node> need(String key) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            findings.add(Finding.error(place(key), "LAW-KEY-MISSING", key));
        }
        return node;
    }

    /** A text that must be there. */
    Optional<String> text(String key) {
        Optional<Node> node = need(key);
        Optional<String> text = node.flatMap(Fields::scalar);
        if (node.isPresent() && text.isEmpty()) {
            findings.add(Finding.error(place(key), "LAW-SHAPE-TEXT", key));
        }
        return text;
    }

    static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue().strip()) : Optional.empty();
    }

    static Place at(Place file, Node node) {
        return file.line(node.getStartMark().getLine() + 1L);
    }
}
