package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Optional;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** Names by which structures can be told apart: two of one name bear their id too. */
final class StructureNames {
    private StructureNames() {}

    static String of(StructureId id, Portfolio portfolio) {
        return portfolio.structure(id).map(one -> name(one, portfolio)).orElse(id.value());
    }

    /** All names, in their order. */
    static List<String> all(Portfolio portfolio) {
        return portfolio.structures().stream()
                .map(one -> name(one, portfolio))
                .sorted()
                .toList();
    }

    static Optional<StructureId> find(String name, Portfolio portfolio) {
        return portfolio.structures().stream()
                .filter(one -> name(one, portfolio).equals(name))
                .map(Structure::id)
                .findFirst();
    }

    private static String name(Structure structure, Portfolio portfolio) {
        long alike = portfolio.structures().stream()
                .filter(other -> other.name().equals(structure.name()))
                .count();
        return alike < 2
                ? structure.name()
                : structure.name() + " (" + structure.id().value() + ")";
    }
}
