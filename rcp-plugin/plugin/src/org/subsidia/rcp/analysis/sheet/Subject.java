package org.subsidia.rcp.analysis.sheet;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.Node;

/** The structure that the views of one structure look at: chosen last, in the explorer or in one of them. */
public final class Subject {
    private static StructureId last;

    private Subject() {}

    /**
     * The structure to look at.
     *
     * @param scope what the explorer has selected
     * @param portfolio where it is
     * @return it; where the explorer has none selected, the one chosen last, else the first; none in an empty portfolio
     */
    public static Optional<StructureId> of(Node scope, Portfolio portfolio) {
        if (scope instanceof Node.OfStructure structure) {
            last = structure.id();
        }
        return Optional.ofNullable(last)
                .filter(id -> portfolio.structure(id).isPresent())
                .or(() -> sorted(portfolio).stream().findFirst().map(Structure::id));
    }

    /**
     * The structures of a portfolio.
     *
     * @param portfolio where
     * @return in the order of the language; those with grants only, where there are any
     */
    public static List<Structure> sorted(Portfolio portfolio) {
        Comparator<Structure> order =
                Comparator.comparing(Structure::name, Collator.getInstance(Texts.locale())::compare);
        List<Structure> funded = portfolio.structures().stream()
                .filter(one -> !portfolio.grantsOf(one.id()).isEmpty())
                .sorted(order)
                .toList();
        return funded.isEmpty() ? portfolio.structures().stream().sorted(order).toList() : funded;
    }
}
