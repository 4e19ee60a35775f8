package org.subsidia.document;

import java.time.DateTimeException;
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
public final class YamlFields {
    private final Place file;
    private final Node node;
    private final List<Finding> findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    private YamlFields(Place file, Node node, List<Finding> findings) {
        this.file = file;
        this.node = node;
        this.findings = findings;
    }

    /**
     * The fields of a mapping.
     *
     * @param node any node
     * @param file the file it stands in
     * @param findings what is wrong is added here
     * @param allowed the keys that may stand there; empty: any
     * @return the fields, none if the node is no mapping
     */
    public static Optional<YamlFields> of(Node node, Place file, List<Finding> findings, Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            findings.add(Finding.error(YamlDocument.at(file, node.getStartMark()), "DOC-SHAPE-MAPPING"));
            return Optional.empty();
        }
        YamlFields fields = new YamlFields(file, node, findings);
        for (NodeTuple tuple : mapping.getValue()) {
            fields.add(tuple, allowed);
        }
        return Optional.of(fields);
    }

    private void add(NodeTuple tuple, Set<String> allowed) {
        Place where = YamlDocument.at(file, tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            findings.add(Finding.error(where, "DOC-KEY-NOTTEXT"));
            return;
        }
        String key = scalar.getValue().strip();
        if (!allowed.isEmpty() && !allowed.contains(key)) {
            findings.add(Finding.error(
                    where,
                    "DOC-KEY-UNKNOWN",
                    key,
                    String.join(", ", allowed.stream().sorted().toList())));
        } else if (nodes.putIfAbsent(key, tuple.getValueNode()) != null) {
            findings.add(Finding.error(where, "DOC-KEY-TWICE", key));
        } else {
            keys.put(key, where);
        }
    }

    /** {@return every key with its value, in the order of the document} */
    public Map<String, Node> all() {
        return nodes;
    }

    /** {@return where the mapping stands} */
    public Place place() {
        return YamlDocument.at(file, node.getStartMark());
    }

    /**
     * Where a value stands.
     *
     * @param key any key
     * @return where its value stands, else where the mapping does
     */
    public Place place(String key) {
        Node value = nodes.get(key);
        return value == null ? place() : YamlDocument.at(file, value.getStartMark());
    }

    /**
     * Whether a key is there.
     *
     * @param key any key
     * @return whether it is
     */
    public boolean has(String key) {
        return nodes.containsKey(key);
    }

    /**
     * The value of a key.
     *
     * @param key any key
     * @return its node, or null
     */
    @Nullable
    public Node node(String key) {
        return nodes.get(key);
    }

    /**
     * Adds an error at a value.
     *
     * @param key whose value
     * @param code the code of its sentence
     * @param arguments of the sentence
     */
    public void error(String key, String code, Object... arguments) {
        findings.add(Finding.error(place(key), code, arguments));
    }

    /**
     * Adds an error at a key itself.
     *
     * @param key one that is there
     * @param code the code of its sentence
     * @param arguments of the sentence
     */
    public void errorAtKey(String key, String code, Object... arguments) {
        findings.add(Finding.error(keys.getOrDefault(key, place()), code, arguments));
    }

    /**
     * Adds an error at a value.
     *
     * @param key whose value
     * @param why its sentence
     */
    public void error(String key, Message why) {
        findings.add(Finding.error(place(key), why.code(), why.arguments().toArray()));
    }

    /**
     * A text that may be absent.
     *
     * @param key any key
     * @return the text, if there is one
     */
    public Optional<String> find(String key) {
        Node value = nodes.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            error(key, "DOC-SHAPE-TEXT", key);
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    /**
     * A text that must be there.
     *
     * @param key any key
     * @return the text, none after an error
     */
    public Optional<String> need(String key) {
        if (!nodes.containsKey(key)) {
            error(key, "DOC-KEY-MISSING", key);
        }
        return find(key);
    }

    /**
     * Keys that must be there, whatever their values are.
     *
     * @param keys the keys
     */
    public void need(List<String> keys) {
        keys.stream().filter(key -> !has(key)).forEach(key -> error(key, "DOC-KEY-MISSING", key));
    }

    /**
     * A list of nodes; a lone value is a list of one.
     *
     * @param key any key
     * @return the nodes
     */
    public List<Node> list(String key) {
        Node value = nodes.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    }

    /**
     * A list of texts; a lone text is a list of one.
     *
     * @param key any key
     * @return the texts
     */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node part : list(key)) {
            if (part instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                error(key, "DOC-SHAPE-TEXTS", key);
            }
        }
        return texts;
    }

    /**
     * A yes or no.
     *
     * @param key any key
     * @return the flag, if it is there
     */
    public Optional<Boolean> flag(String key) {
        Optional<String> text = find(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            error(key, "DOC-FLAG-BAD", key, text.get());
            return Optional.empty();
        }
        return text.map(Boolean::valueOf);
    }

    /**
     * A day.
     *
     * @param key any key
     * @return the day, if it is there
     */
    public Optional<LocalDate> day(String key) {
        Optional<String> text = find(key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            error(key, "DOC-DATE-BAD", text.orElse(""));
            return Optional.empty();
        }
    }

    /**
     * A sentence in French and English.
     *
     * @param key any key
     * @return the sentence, if it is there
     */
    public Optional<Message> words(String key) {
        Node value = nodes.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<YamlFields> languages = of(value, file, findings, Set.of("fr", "en"));
        Optional<String> french = languages.flatMap(fields -> fields.need("fr"));
        Optional<String> english = languages.flatMap(fields -> fields.need("en"));
        return french.flatMap(fr -> english.map(en -> Message.of("DOC-WORDS", fr, en)));
    }

    /**
     * One of the constants of an enumeration, by its name.
     *
     * @param key any key
     * @param type the enumeration
     * @param <E> the enumeration
     * @return the constant, if it is there
     */
    public <E extends Enum<E>> Optional<E> one(String key, Class<E> type) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.get())) {
                return Optional.of(constant);
            }
        }
        error(key, "DOC-WORD-UNKNOWN", text.get(), names(type));
        return Optional.empty();
    }

    /**
     * The names of an enumeration, for a sentence.
     *
     * @param type the enumeration
     * @param <E> the enumeration
     * @return the names with commas
     */
    public static <E extends Enum<E>> String names(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(constant.name());
        }
        return String.join(", ", names);
    }
}
