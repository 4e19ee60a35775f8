package org.subsidia.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.PortfolioRecord;

/**
 * Keeps the fields of a record that this version does not know.
 *
 * <p>A field inside an entry of a list is kept with the fingerprint of that entry, since the list may be changed before the
 * next save: the field follows its entry wherever it moves, and goes with it when it is changed or removed.
 */
final class UnknownFields {
    /** Under this key of a reader stands the set in which it notes the names of fields that it does not know. */
    static final Object NAMES = new Object();

    private static final char FINGERPRINT = '@';

    private UnknownFields() {}

    /** Notes the name only: the place is found afterwards, since buffered parsers do not always know it. */
    static final class Handler extends DeserializationProblemHandler {
        @Override
        @SuppressWarnings("unchecked")
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser json,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            if (!(context.getAttribute(NAMES) instanceof Set<?> names)) {
                return false;
            }
            ((Set<String>) names).add(name);
            json.skipChildren();
            return true;
        }
    }

    /** The record with those fields of its document whose names are not known. */
    static PortfolioRecord keep(PortfolioRecord record, JsonNode document, Set<String> names) {
        SortedMap<String, String> fields = new TreeMap<>();
        collect(document, Json.MAPPER.valueToTree(record), "", names, fields);
        return record.withExtras(new Extras(fields));
    }

    private static void collect(
            JsonNode document, JsonNode known, String place, Set<String> names, SortedMap<String, String> fields) {
        for (int i = 0; document.isArray() && i < document.size(); i++) {
            collect(
                    document.path(i),
                    known.path(i),
                    place + '/' + i + FINGERPRINT + fingerprint(known.path(i)),
                    names,
                    fields);
        }
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            String name = field.getKey();
            String inside = place + '/' + name.replace("~", "~0").replace("/", "~1");
            if (known.has(name)) {
                collect(field.getValue(), known.path(name), inside, names, fields);
            } else if (names.contains(name)) {
                fields.put(inside, sorted(field.getValue()).toString());
            }
        }
    }

    /** The record as a tree, its unknown fields back in their places. */
    static JsonNode restore(PortfolioRecord record) throws IOException {
        JsonNode tree = Json.MAPPER.valueToTree(record);
        JsonNode pristine = tree.deepCopy();
        for (Map.Entry<String, String> field : record.extras().fields().entrySet()) {
            put(tree, pristine, field.getKey(), Json.MAPPER.readTree(field.getValue()));
        }
        return sorted(tree);
    }

    private static void put(JsonNode tree, JsonNode pristine, String place, JsonNode value) {
        JsonNode target = tree;
        JsonNode known = pristine;
        String[] names = place.substring(1).split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            String name = known.isArray() ? index(known, names[i]) : name(names[i]);
            target = child(target, name);
            known = child(known, name);
        }
        String last = name(names[names.length - 1]);
        if (target instanceof ObjectNode object && !object.has(last)) {
            object.set(last, value);
        }
    }

    private static JsonNode child(JsonNode node, String name) {
        return node.isArray() ? node.path(name.isEmpty() ? -1 : Integer.parseInt(name)) : node.path(name);
    }

    /** The position of the entry with this fingerprint, preferably the old one; empty where there is none any more. */
    private static String index(JsonNode list, String segment) {
        int at = segment.indexOf(FINGERPRINT);
        String fingerprint = segment.substring(at + 1);
        int old = at < 0 ? -1 : Integer.parseInt(segment.substring(0, at));
        if (fingerprint(list.path(old)).equals(fingerprint)) {
            return Integer.toString(old);
        }
        for (int i = 0; i < list.size(); i++) {
            if (fingerprint(list.path(i)).equals(fingerprint)) {
                return Integer.toString(i);
            }
        }
        return "";
    }

    private static String fingerprint(JsonNode entry) {
        return Sha256.of(sorted(entry).toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /** A segment of a JSON pointer as the name that it stands for (RFC 6901). */
    private static String name(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    /** The same tree, the fields of every object sorted by name. */
    static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            ObjectNode copy = Json.MAPPER.createObjectNode();
            names.forEach(name -> copy.set(name, sorted(object.path(name))));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            array.forEach(entry -> copy.add(sorted(entry)));
            return copy;
        }
        return node;
    }
}
