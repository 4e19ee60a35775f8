package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.RecordKind;

/** What a mapping lacks, or has too much of, whatever the table. */
final class MappingCheck {
    private MappingCheck() {}

    static List<Finding> check(Mapping mapping, Place place) {
        List<Finding> findings = new ArrayList<>();
        mapping.constants().forEach((id, text) -> {
            Optional<TableField> field = mapping.kind().field(id);
            if (field.isEmpty()) {
                findings.add(Finding.error(
                        place, "MAP-FIELD-UNKNOWN", id, mapping.kind().id()));
            } else {
                CellReader.read(text, field.get(), MappedColumn.of(id, id), false, CurrencyUnit.EUR)
                        .findings()
                        .forEach(finding -> findings.add(finding.at(place.field(id))));
            }
        });
        for (String key : mapping.keys()) {
            if (!isField(mapping.kind(), key)) {
                findings.add(Finding.error(
                        place, "MAP-FIELD-UNKNOWN", key, mapping.kind().id()));
            } else if (!gives(mapping, key)) {
                findings.add(Finding.error(place, "MAP-KEY-ABSENT", label(mapping.kind(), key)));
            }
        }
        boolean updatesOnly = mapping.fields().contains("id");
        for (String needed : needed(mapping.kind())) {
            if (!updatesOnly && !gives(mapping, needed)) {
                findings.add(Finding.error(
                        place,
                        needed.equals("structure") ? "MAP-STRUCTURE-ABSENT" : "MAP-FIELD-MISSING",
                        label(mapping.kind(), needed)));
            }
        }
        return findings;
    }

    /** The fields and groups without which a row of the kind makes no record. */
    static List<String> needed(TableKind kind) {
        Stream<String> group =
                switch (kind) {
                    case GRANTS, BUDGET -> Stream.of("structure");
                    case RECEIPTS, YEARS -> Stream.of("grant");
                    case STRUCTURES, FUNDERS, MOVEMENTS -> Stream.of();
                };
        return Stream.concat(
                        group,
                        kind.fields().stream().filter(TableField::required).map(TableField::id))
                .toList();
    }

    static List<String> missing(TableKind kind, RowValues row) {
        return needed(kind).stream().filter(name -> !row.has(name)).toList();
    }

    private static boolean isField(TableKind kind, String name) {
        return kind.field(name).isPresent()
                || (kind.isRecords() && Layouts.of(kind).group(name).isPresent());
    }

    private static boolean gives(Mapping mapping, String name) {
        return mapping.fields().stream().anyMatch(field -> field.equals(name) || field.startsWith(name + "."));
    }

    static RecordKind recordKind(TableKind kind) {
        return switch (kind) {
            case GRANTS, RECEIPTS, YEARS -> RecordKind.GRANT;
            case BUDGET -> RecordKind.BUDGET_LINE;
            case STRUCTURES -> RecordKind.STRUCTURE;
            case FUNDERS -> RecordKind.FUNDER;
            case MOVEMENTS -> throw new IllegalArgumentException("movements are no records of a portfolio");
        };
    }

    /** The label of a field, or of a group: that of its name. */
    static Message label(TableKind kind, String name) {
        return kind.field(name)
                .or(() -> kind.fields().stream()
                        .filter(field -> field.group().equals(name))
                        .findFirst())
                .map(TableField::label)
                .orElseGet(() -> Message.of("MAP-VERBATIM", name));
    }

    static Message labels(TableKind kind, List<String> names) {
        Message all = names.isEmpty() ? Message.of("MAP-VERBATIM", "") : label(kind, names.get(0));
        for (String name : names.subList(Math.min(1, names.size()), names.size())) {
            all = Message.of("MAP-AND", all, label(kind, name));
        }
        return all;
    }
}
