package org.subsidia.law;

import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value as it is written in the file, on one line. */
final class NodeText {

    private NodeText() {}

    /** With its unit, where that is not plain from the value: {@code 23000 EUR}, {@code 60 days}. */
    static String withUnit(Unit unit, Node node) {
        String text = of(node);
        return switch (unit) {
            case EUR, DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS -> text + ' ' + unit.text();
            case AMOUNTS -> text + ' ' + Unit.EUR.text();
            default -> text;
        };
    }

    static String of(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(NodeText::of).collect(Collectors.joining(", "));
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(tuple -> of(tuple.getKeyNode()) + ": " + of(tuple.getValueNode()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return "";
    }
}
