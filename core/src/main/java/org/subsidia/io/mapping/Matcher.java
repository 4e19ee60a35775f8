package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.RecordId;

/** Recognises the records that rows stand for. */
final class Matcher<R> {
    private static final char SEPARATOR = '\u001f';
    private static final int ID_DIGITS = 20;

    /** The record of a row; a new one holds nothing but what makes it. */
    record Match<R>(R record, boolean isNew) {}

    private final Layout<R> layout;
    private final Mapping mapping;
    private final Workspace workspace;
    private final List<R> records;
    private final Map<List<String>, Map<String, List<R>>> indexes = new HashMap<>();

    Matcher(Layout<R> layout, Mapping mapping, Workspace workspace) {
        this.layout = layout;
        this.mapping = mapping;
        this.workspace = workspace;
        this.records = new ArrayList<>(layout.records(workspace.portfolio()));
    }

    /** The record, or null and an error that says why there is none. */
    @Nullable
    Match<R> match(RowValues row, Place file, List<Finding> findings) {
        Place place = file.line(row.line());
        boolean byName = mapping.keys().isEmpty() && layout.keys().isEmpty();
        List<String> key = byName ? layout.naturalKey() : key(row);
        String text = text(key, row);
        if (!byName && text.chars().allMatch(c -> c == SEPARATOR)) {
            findings.add(Finding.error(place, "MAP-KEY-EMPTY", labels(key)));
            return null;
        }
        List<R> known = byName ? layout.named(row, workspace) : index(key).getOrDefault(text, List.of());
        if (known.size() > 1) {
            findings.add(Finding.error(place, "MAP-KEY-AMBIGUOUS", known.size(), labels(key)));
            return null;
        }
        if (known.size() == 1) {
            return new Match<>(layout.current(known.get(0), workspace), false);
        }
        R started = layout.start(newId(row, key, text, byName), row, workspace);
        if (started == null) {
            for (String missing : MappingCheck.missing(mapping.kind(), row)) {
                findings.add(Finding.error(
                        place.field(missing), "MAP-CELL-MISSING", MappingCheck.label(mapping.kind(), missing)));
            }
            return null;
        }
        return new Match<>(started, true);
    }

    /** Makes a new record known to the rows after it. */
    void made(R record) {
        records.add(record);
        indexes.forEach((key, index) ->
                index.computeIfAbsent(text(key, record), k -> new ArrayList<>()).add(record));
    }

    private List<String> key(RowValues row) {
        if (!mapping.keys().isEmpty()) {
            return mapping.keys();
        }
        return layout.keys().stream()
                .filter(fields -> fields.stream().allMatch(row::has))
                .findFirst()
                .orElseGet(() -> layout.naturalKey().stream()
                        .filter(name -> row.has(name)
                                || row.isMapped(name)
                                || (layout.group(name).isPresent() && isMapped(row, name)))
                        .toList());
    }

    private static boolean isMapped(RowValues row, String group) {
        return row.isMapped(group + ".id") || row.isMapped(group + ".name") || row.isMapped(group + ".number");
    }

    private Map<String, List<R>> index(List<String> key) {
        return indexes.computeIfAbsent(key, k -> {
            Map<String, List<R>> index = new HashMap<>();
            records.forEach(record -> index.computeIfAbsent(text(k, record), t -> new ArrayList<>())
                    .add(record));
            return index;
        });
    }

    private String text(List<String> key, RowValues row) {
        StringBuilder text = new StringBuilder();
        for (String name : key) {
            Optional<RecordId> id = row.group(name);
            text.append(
                            id.isPresent()
                                    ? id.get().value()
                                    : ValueText.key(row.values().get(name)))
                    .append(SEPARATOR);
        }
        return text.toString();
    }

    private String text(List<String> key, R record) {
        StringBuilder text = new StringBuilder();
        for (String name : key) {
            Optional<Group<R>> group = layout.group(name);
            if (group.isPresent()) {
                RecordId id = group.get().get().apply(record);
                text.append(id == null ? "" : id.value());
            } else {
                layout.binding(name)
                        .ifPresent(b -> text.append(ValueText.key(b.get().get(record, workspace.portfolio()))));
            }
            text.append(SEPARATOR);
        }
        return text.toString();
    }

    private String newId(RowValues row, List<String> key, String text, boolean byName) {
        if (byName) {
            PartyName party = PartyName.ofRecord(row);
            return workspace.parties().freeId(MappingCheck.recordKind(mapping.kind()), party.newId());
        }
        return row.text("id")
                .orElseGet(() -> "table-"
                        + RowReader.hash(List.of(mapping.kind().id(), String.join(",", key), text))
                                .substring(0, ID_DIGITS));
    }

    private Message labels(List<String> key) {
        return MappingCheck.labels(mapping.kind(), key);
    }
}
