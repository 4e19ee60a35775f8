package org.subsidia.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;

/**
 * Two changes of one record, brought together: what only one of two people changed stays changed, field by field, and in a list
 * entry by entry. Where both changed the same thing, the change that comes later stands and the field is named.
 */
public final class RecordMerge {
    private RecordMerge() {}

    /**
     * A record with both changes.
     *
     * @param record the record
     * @param contested the fields that both changed, as documents name them, sorted; there {@code mine} stands
     */
    public record Merged(PortfolioRecord record, List<String> contested) {
        /** Copies the list. */
        public Merged {
            contested = List.copyOf(contested);
        }
    }

    /**
     * Brings two changes of a record together.
     *
     * @param base what both started from
     * @param mine the later change
     * @param theirs the earlier one
     * @return a record with both; where they do not fit together, {@code mine} with every field of theirs contested
     */
    public static Merged of(PortfolioRecord base, PortfolioRecord mine, PortfolioRecord theirs) {
        JsonNode before = tree(base);
        JsonNode wanted = tree(mine);
        JsonNode there = tree(theirs);
        List<String> contested = names(before, wanted, there)
                .filter(name -> bothChanged(before.get(name), wanted.get(name), there.get(name)))
                .toList();
        JsonNode merged = merge(before, wanted, there);
        if (merged.equals(wanted) || merged.equals(there)) {
            return new Merged(merged.equals(wanted) ? mine : theirs, contested);
        }
        String kind = RecordJson.name(mine.id().kind());
        return RecordJson.read(Map.of(kind, List.of(merged.toString())), kind)
                .value()
                .flatMap(portfolio -> portfolio.find(mine.id()))
                .map(record -> new Merged(record, contested))
                .orElseGet(() -> new Merged(mine, RecordDifference.fields(base, theirs)));
    }

    /**
     * An edit that was made for one state of a portfolio, for another state.
     *
     * @param seen what the edit was made for
     * @param edit the edit
     * @param theirs the portfolio after the changes of others
     * @return the edit that keeps those changes wherever it does not itself say otherwise
     */
    public static Edit onto(Portfolio seen, Edit edit, Portfolio theirs) {
        Portfolio wanted = seen.apply(edit);
        List<Edit> edits = new ArrayList<>();
        for (RecordId id : edit.records()) {
            Optional<PortfolioRecord> mine = wanted.find(id);
            if (!mine.equals(theirs.find(id))) {
                edits.add(
                        mine.map(record -> Edit.put(onto(seen, record, theirs))).orElseGet(() -> Edit.remove(id)));
            }
        }
        return edits.size() == 1 ? edits.get(0) : Edit.batch(edit instanceof Edit.Batch all ? all.label() : "", edits);
    }

    /**
     * What an edit that was made for one state would undo of the changes that others made since.
     *
     * @param seen what the edit was made for
     * @param edit the edit, such as one that takes an earlier one back
     * @param theirs the portfolio after the changes of others
     * @return a finding for each record that both change in the same place; empty: {@link #onto} loses nothing
     */
    public static List<Finding> overtaken(Portfolio seen, Edit edit, Portfolio theirs) {
        Portfolio wanted = seen.apply(edit);
        List<Finding> findings = new ArrayList<>();
        for (RecordId id : edit.records()) {
            Optional<PortfolioRecord> base = seen.find(id);
            Optional<PortfolioRecord> mine = wanted.find(id);
            Optional<PortfolioRecord> there = theirs.find(id);
            if (there.equals(base) || there.equals(mine)) {
                continue;
            }
            boolean whole = base.isEmpty() || mine.isEmpty() || there.isEmpty();
            List<String> fields =
                    whole ? List.of() : of(base.get(), mine.get(), there.get()).contested();
            if (whole || !fields.isEmpty()) {
                findings.add(Finding.error(
                        Place.record(id.value()),
                        "STORE-MERGE-OVERTAKEN",
                        id.value(),
                        fields.size(),
                        String.join(", ", fields)));
            }
        }
        return findings;
    }

    private static PortfolioRecord onto(Portfolio seen, PortfolioRecord mine, Portfolio theirs) {
        Optional<PortfolioRecord> base = seen.find(mine.id());
        Optional<PortfolioRecord> there = theirs.find(mine.id());
        return base.isPresent() && there.isPresent()
                ? of(base.get(), mine, there.get()).record()
                : mine;
    }

    private static JsonNode tree(PortfolioRecord record) {
        try {
            return Json.MAPPER.readTree(RecordJson.write(record));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(JsonNode... records) {
        return Stream.of(records)
                .flatMap(record -> record.properties().stream().map(Map.Entry::getKey))
                .distinct()
                .sorted();
    }

    /** Whether it cannot be told from the two changes alone what both wanted. */
    private static boolean bothChanged(@Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
        if (same(mine, base) || same(theirs, base) || same(mine, theirs)) {
            return false;
        }
        if (mine instanceof ObjectNode && theirs instanceof ObjectNode && base instanceof ObjectNode) {
            return names(base, mine, theirs)
                    .anyMatch(name -> bothChanged(base.get(name), mine.get(name), theirs.get(name)));
        }
        return !(mine instanceof ArrayNode && theirs instanceof ArrayNode) || rewritten(base, mine, theirs);
    }

    /** Whether both took the same entry of a list away or changed it. */
    private static boolean rewritten(@Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        List<JsonNode> wanted = entries(mine);
        List<JsonNode> there = entries(theirs);
        return entries(base).stream().anyMatch(entry -> !wanted.contains(entry) && !there.contains(entry));
    }

    private static @Nullable JsonNode merge(
            @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs, boolean contested) {
        if (same(mine, base) || same(mine, theirs)) {
            return theirs;
        }
        if (same(theirs, base)) {
            return mine;
        }
        if (mine instanceof ObjectNode && theirs instanceof ObjectNode && base instanceof ObjectNode) {
            return merge(base, mine, theirs);
        }
        return contested || mine == null || theirs == null ? mine : entries(base, mine, theirs);
    }

    private static JsonNode merge(JsonNode base, JsonNode mine, JsonNode theirs) {
        ObjectNode merged = Json.MAPPER.createObjectNode();
        names(base, mine, theirs).forEach(name -> {
            JsonNode before = base.get(name);
            JsonNode wanted = mine.get(name);
            JsonNode there = theirs.get(name);
            JsonNode value = merge(before, wanted, there, bothChanged(before, wanted, there));
            if (value != null) {
                merged.set(name, value);
            }
        });
        return merged;
    }

    /** Theirs, without what mine took away, with what mine added. */
    private static JsonNode entries(@Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        List<JsonNode> before = entries(base);
        List<JsonNode> wanted = entries(mine);
        List<JsonNode> there = entries(theirs);
        ArrayNode merged = Json.MAPPER.createArrayNode();
        there.stream()
                .filter(entry -> !before.contains(entry) || wanted.contains(entry))
                .forEach(merged::add);
        wanted.stream()
                .filter(entry -> !before.contains(entry) && !there.contains(entry))
                .forEach(merged::add);
        return merged;
    }

    private static List<JsonNode> entries(@Nullable JsonNode list) {
        List<JsonNode> entries = new ArrayList<>();
        if (list != null) {
            list.forEach(entries::add);
        }
        return entries;
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }
}
