package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys and values of a part of a mapping file; what is wrong with them goes to the findings. */
final class YamlFields {
    private final Place place;
    private final List<Finding> findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private YamlFields(Place place, List<Finding> findings) {
        this.place = place;
        this.findings = findings;
    }

    /** The node’s keys, each once; none but the allowed ones unless these are empty. */
    static YamlFields of(Node node, String name, Place file, List<String> allowed, List<Finding> findings) {
        YamlFields fields = new YamlFields(at(file, node), findings);
        if (!(node instanceof MappingNode mapping)) {
            findings.add(Finding.error(fields.place, "MAP-YAML-SHAPE", name, Message.of("MAP-YAML-A-MAPPING")));
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            fields.add(tuple, allowed);
        }
        return fields;
    }

    private void add(NodeTuple tuple, List<String> allowed) {
        Place where = at(place, tuple.getKeyNode());
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (key.isEmpty() || (!allowed.isEmpty() && !allowed.contains(key))) {
            findings.add(Finding.error(where, "MAP-YAML-KEY-UNKNOWN", key, String.join(", ", allowed)));
        } else if (nodes.put(key, tuple.getValueNode()) != null) {
            findings.add(Finding.error(where, "MAP-YAML-KEY-TWICE", key));
        }
        places.put(key, where.field(key));
    }

    Place place(String key) {
        return places.getOrDefault(key, place);
    }

    List<String> keys() {
        return List.copyOf(nodes.keySet());
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** A text; anything else is a finding. */
    Optional<String> text(String key) {
        Node node = nodes.get(key);
        if (node != null && !(node instanceof ScalarNode)) {
            findings.add(Finding.error(place(key), "MAP-YAML-SHAPE", key, Message.of("MAP-YAML-A-TEXT")));
        }
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** A text that must be there. */
    Optional<String> need(String key) {
        if (!nodes.containsKey(key)) {
            findings.add(Finding.error(place, "MAP-YAML-KEY-MISSING", key));
        }
        return text(key);
    }

    /** A whole number from 0 on. */
    int number(String key, int otherwise) {
        Optional<String> text = text(key);
        boolean digits = text.isPresent() && text.get().matches("[0-9]{1,9}");
        if (text.isPresent() && !digits) {
            findings.add(Finding.error(place(key), "MAP-YAML-SHAPE", key, Message.of("MAP-YAML-A-NUMBER")));
        }
        return digits ? Integer.parseInt(text.get()) : otherwise;
    }

    /** One of some values, each under its name. */
    <T> Optional<T> one(String key, Optional<String> text, T[] values, Function<T, String> name) {
        Optional<T> found = text.flatMap(t -> Arrays.stream(values)
                .filter(value -> name.apply(value).equals(t))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            String all = String.join(", ", Arrays.stream(values).map(name).toList());
            findings.add(Finding.error(place(key), "MAP-YAML-VALUE", text.get(), key, all));
        }
        return found;
    }

    /** The parts of a list. */
    List<Node> list(String key) {
        Node node = nodes.get(key);
        if (node != null && !(node instanceof SequenceNode)) {
            findings.add(Finding.error(place(key), "MAP-YAML-SHAPE", key, Message.of("MAP-YAML-A-LIST")));
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    /** A list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                findings.add(Finding.error(at(place, node), "MAP-YAML-SHAPE", key, Message.of("MAP-YAML-A-TEXT")));
            }
        }
        return texts;
    }

    /** Texts under keys of any name. */
    Map<String, String> table(String key) {
        Map<String, String> table = new LinkedHashMap<>();
        node(key).ifPresent(node -> {
            YamlFields fields = of(node, key, place, List.of(), findings);
            fields.keys().forEach(name -> fields.text(name).ifPresent(text -> table.put(name, text)));
        });
        return table;
    }

    static Place at(Place file, Node node) {
        return file.line(node.getStartMark().getLine() + 1L);
    }
}
