package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys and values of a mapping; what is wrong with them goes to the findings. */
final class RuleFields {
    private final Place file;
    private final Node node;
    private final List<Finding> findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private RuleFields(Place file, Node node, List<Finding> findings) {
        this.file = file;
        this.node = node;
        this.findings = findings;
    }

    static Optional<RuleFields> of(Node node, Place file, List<Finding> findings, Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            findings.add(Finding.error(RuleDocument.at(file, node.getStartMark()), "ELIG-SHAPE-MAPPING"));
            return Optional.empty();
        }
        RuleFields fields = new RuleFields(file, node, findings);
        for (NodeTuple tuple : mapping.getValue()) {
            fields.add(tuple, allowed);
        }
        return Optional.of(fields);
    }

    private void add(NodeTuple tuple, Set<String> allowed) {
        Place where = RuleDocument.at(file, tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            findings.add(Finding.error(where, "ELIG-KEY-NOTTEXT"));
            return;
        }
        String key = scalar.getValue().strip();
        if (!allowed.isEmpty() && !allowed.contains(key)) {
            findings.add(Finding.error(
                    where,
                    "ELIG-KEY-UNKNOWN",
                    key,
                    String.join(", ", allowed.stream().sorted().toList())));
        } else if (nodes.putIfAbsent(key, tuple.getValueNode()) != null) {
            findings.add(Finding.error(where, "ELIG-KEY-TWICE", key));
        }
    }

    Map<String, Node> all() {
        return nodes;
    }

    Place place() {
        return RuleDocument.at(file, node.getStartMark());
    }

    Place place(String key) {
        Node value = nodes.get(key);
        return value == null ? place() : RuleDocument.at(file, value.getStartMark());
    }

    boolean has(String key) {
        return nodes.containsKey(key);
    }

    @Nullable
    Node node(String key) {
        return nodes.get(key);
    }

    void error(String key, String code, Object... arguments) {
        findings.add(Finding.error(place(key), code, arguments));
    }

    void error(String key, Message why) {
        findings.add(Finding.error(place(key), why.code(), why.arguments().toArray()));
    }

    /** A text that may be absent. */
    Optional<String> find(String key) {
        Node value = nodes.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            error(key, "ELIG-SHAPE-TEXT", key);
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    /** A text that must be there. */
    Optional<String> need(String key) {
        if (!nodes.containsKey(key)) {
            error(key, "ELIG-KEY-MISSING", key);
        }
        return find(key);
    }

    /** Keys that must be there, whatever their values are. */
    void need(List<String> keys) {
        keys.stream().filter(key -> !has(key)).forEach(key -> error(key, "ELIG-KEY-MISSING", key));
    }

    /** A list of nodes; a lone value is a list of one. */
    List<Node> list(String key) {
        Node value = nodes.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    /** A list of texts; a lone text is a list of one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node part : list(key)) {
            if (part instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                error(key, "ELIG-SHAPE-TEXTS", key);
            }
        }
        return texts;
    }

    Optional<Boolean> flag(String key) {
        Optional<String> text = find(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            error(key, "ELIG-FLAG-BAD", key, text.get());
            return Optional.empty();
        }
        return text.map(Boolean::valueOf);
    }

    Optional<LocalDate> day(String key) {
        Optional<String> text = find(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(ExpressionParser.day(text.get()));
        } catch (ExpressionParser.Refused e) {
            error(key, e.why());
            return Optional.empty();
        }
    }

    /** A sentence in French and English. */
    Optional<Message> words(String key) {
        Node value = nodes.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<RuleFields> languages = of(value, file, findings, Set.of("fr", "en"));
        Optional<String> french = languages.flatMap(fields -> fields.need("fr"));
        Optional<String> english = languages.flatMap(fields -> fields.need("en"));
        return french.flatMap(fr -> english.map(en -> Message.of("ELIG-WORDS", fr, en)));
    }

    <E extends Enum<E>> Optional<E> one(String key, Class<E> type) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.get())) {
                return Optional.of(constant);
            }
        }
        error(key, "ELIG-WORD-UNKNOWN", text.get(), names(type));
        return Optional.empty();
    }

    static <E extends Enum<E>> String names(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(constant.name());
        }
        return String.join(", ", names);
    }
}
