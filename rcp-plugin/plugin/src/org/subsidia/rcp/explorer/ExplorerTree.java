package org.subsidia.rcp.explorer;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.Node.OfFunder;
import org.subsidia.rcp.explorer.Node.OfGrant;
import org.subsidia.rcp.explorer.Node.OfLevel;
import org.subsidia.rcp.explorer.Node.OfStructure;
import org.subsidia.rcp.explorer.Node.Trunk;

/**
 * What stands where in the tree of a portfolio.
 *
 * @param portfolio whose records
 * @param locale the order of names and the language of levels
 */
public record ExplorerTree(Portfolio portfolio, Locale locale) {

    /** {@return the trunks} */
    public List<Node> roots() {
        return List.of(Trunk.values());
    }

    /**
     * What is directly below a node.
     *
     * @param node any node
     * @return its children in the order of their names
     */
    public List<Node> children(Node node) {
        if (node == Trunk.STRUCTURES) {
            return byName(portfolio.structures(), Structure::name, structure -> new OfStructure(structure.id()));
        }
        if (node == Trunk.FUNDERS) {
            return List.of(FunderLevel.values()).stream()
                    .filter(level -> portfolio.funders().stream().anyMatch(funder -> funder.level() == level))
                    .<Node>map(OfLevel::new)
                    .toList();
        }
        if (node instanceof OfLevel level) {
            return byName(funders(level.level()), Funder::name, funder -> new OfFunder(funder.id()));
        }
        if (node instanceof OfGrant) {
            return List.of();
        }
        return byName(grants(node), ExplorerTree::title, grant -> new OfGrant(node, grant.id()));
    }

    /**
     * The node above.
     *
     * @param node any node
     * @return its parent; null above a trunk
     */
    public Node parent(Node node) {
        if (node instanceof OfStructure) {
            return Trunk.STRUCTURES;
        }
        if (node instanceof OfLevel) {
            return Trunk.FUNDERS;
        }
        if (node instanceof OfFunder funder) {
            return portfolio
                    .funder(funder.id())
                    .map(found -> new OfLevel(found.level()))
                    .orElse(null);
        }
        return node instanceof OfGrant grant ? grant.parent() : null;
    }

    /**
     * The grants that a node stands for.
     *
     * @param node any node
     * @return all grants below it, each once
     */
    public List<Grant> grants(Node node) {
        if (node instanceof OfStructure structure) {
            return portfolio.grantsOf(structure.id());
        }
        if (node instanceof OfFunder funder) {
            return portfolio.grantsOf(funder.id());
        }
        if (node instanceof OfLevel level) {
            return funders(level.level()).stream()
                    .flatMap(funder -> portfolio.grantsOf(funder.id()).stream())
                    .distinct()
                    .toList();
        }
        if (node instanceof OfGrant grant) {
            return portfolio.grant(grant.id()).stream().toList();
        }
        return portfolio.grants();
    }

    /**
     * What a node is called.
     *
     * @param node any node
     * @return its name; the id of a record that is gone
     */
    public String label(Node node) {
        if (node instanceof Trunk trunk) {
            return trunk == Trunk.STRUCTURES ? Texts.explorerStructures : Texts.explorerFunders;
        }
        if (node instanceof OfLevel level) {
            return level.level().label().in(locale);
        }
        RecordId id = node.record().orElseThrow();
        return portfolio
                .find(id)
                .map(record -> {
                    if (record instanceof Structure structure) {
                        return structure.name();
                    }
                    return record instanceof Funder funder ? funder.name() : title((Grant) record);
                })
                .orElse(id.value());
    }

    /**
     * How many things stand directly below a node.
     *
     * @param node any node
     * @return the number; 0 for a grant
     */
    public int count(Node node) {
        if (node instanceof OfStructure || node instanceof OfFunder) {
            return grants(node).size();
        }
        return node == Trunk.FUNDERS
                ? portfolio.funders().size()
                : children(node).size();
    }

    private static String title(Grant grant) {
        return grant.purpose().isBlank() ? grant.id().value() : grant.purpose();
    }

    private List<Funder> funders(FunderLevel level) {
        return portfolio.funders().stream()
                .filter(funder -> funder.level() == level)
                .toList();
    }

    private <R> List<Node> byName(List<R> records, Function<R, String> name, Function<R, Node> node) {
        List<R> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparing(name, Collator.getInstance(locale)));
        return sorted.stream().map(node).toList();
    }
}
