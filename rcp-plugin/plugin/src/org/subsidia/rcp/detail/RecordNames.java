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
        return find(names(kind, portfolio), name);
    }

    private static Optional<RecordId> find(Map<RecordId, String> names, String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The names of some records, in their order. */
    static List<String> of(List<? extends PortfolioRecord> records) {
        return names(records).values().stream().sorted().toList();
    }

    /** The name of a record among some; its id where it is none of them. */
    static String in(List<? extends PortfolioRecord> records, RecordId id) {
        return names(records).getOrDefault(id, id.value());
    }

    /** The record of a name among some. */
    static Optional<RecordId> find(List<? extends PortfolioRecord> records, String name) {
        return find(names(records), name);
    }

    private static Map<RecordId, String> names(RecordKind kind, Portfolio portfolio) {
        return names(portfolio.records(kind));
    }

    private static Map<RecordId, String> names(Iterable<? extends PortfolioRecord> records) {
        Map<String, Integer> alike = new HashMap<>();
        for (PortfolioRecord record : records) {
            alike.merge(Records.name(record), 1, Integer::sum);
        }
        Map<RecordId, String> names = new LinkedHashMap<>();
        for (PortfolioRecord record : records) {
            String name = Records.name(record);
            names.put(
                    record.id(),
                    alike.get(name) < 2 ? name : name + " (" + record.id().value() + ")");
        }
        return names;
    }
}
