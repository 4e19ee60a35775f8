package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.rcp.ui.Records;

/** Names by which records of a kind can be told apart: two of one name bear their id too. */
final class RecordNames {
    private RecordNames() {}

    /** The name of a record; its id where it is gone; empty: no id. */
    static String of(RecordId id, Portfolio portfolio) {
        return id == null ? "" : names(id.kind(), portfolio).getOrDefault(id, id.value());
    }

    /** All names, in their order. */
    static List<String> all(RecordKind kind, Portfolio portfolio) {
        return names(kind, portfolio).values().stream().sorted().toList();
    }

    /** All names, after an empty one for nothing. */
    static List<String> orNothing(RecordKind kind, Portfolio portfolio) {
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(all(kind, portfolio));
        return names;
    }

    static Optional<RecordId> find(RecordKind kind, String name, Portfolio portfolio) {
        return names(kind, portfolio).entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<RecordId, String> names(RecordKind kind, Portfolio portfolio) {
        Map<String, Integer> alike = new HashMap<>();
        for (PortfolioRecord record : portfolio.records(kind)) {
            alike.merge(Records.name(record), 1, Integer::sum);
        }
        Map<RecordId, String> names = new LinkedHashMap<>();
        for (PortfolioRecord record : portfolio.records(kind)) {
            String name = Records.name(record);
            names.put(
                    record.id(),
                    alike.get(name) < 2 ? name : name + " (" + record.id().value() + ")");
        }
        return names;
    }
}
