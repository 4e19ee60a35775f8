package org.subsidia.rcp.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.Node.OfBudget;
import org.subsidia.rcp.explorer.Node.OfBudgetLine;
import org.subsidia.rcp.explorer.Node.OfCall;
import org.subsidia.rcp.explorer.Node.OfFunder;
import org.subsidia.rcp.explorer.Node.OfGrant;
import org.subsidia.rcp.explorer.Node.OfLevel;
import org.subsidia.rcp.explorer.Node.OfProgramme;
import org.subsidia.rcp.explorer.Node.OfProject;
import org.subsidia.rcp.explorer.Node.OfStructure;
import org.subsidia.rcp.explorer.Node.Trunk;
import org.subsidia.rcp.ui.Folding;
import org.subsidia.rcp.ui.NameOrder;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.Words;

/**
 * What stands where in the tree of a portfolio.
 *
 * @param portfolio whose records
 * @param locale the order of names and the language of levels
 */
public record ExplorerTree(Portfolio portfolio, Locale locale) {
    /** Trees of one portfolio are equal; a viewer asks so often that looking at every record of it would be felt. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExplorerTree that && portfolio == that.portfolio && locale.equals(that.locale);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(portfolio);
    }

    /** {@return the trunks; that of programmes only where there are some of no funder, that of projects only where there are some} */
    public List<Node> roots() {
        List<Node> roots = new ArrayList<>(List.of(Trunk.STRUCTURES, Trunk.FUNDERS));
        Stream.of(Trunk.PROGRAMMES, Trunk.PROJECTS).filter(this::hasChildren).forEach(roots::add);
        return roots;
    }

    /**
     * What is directly below a node.
     *
     * @param node any node
     * @return its children in the order of their names
     */
    public List<Node> children(Node node) {
        return below(node, true);
    }

    /**
     * The places in whose name words occur, and all that is above them.
     *
     * @param words from {@link Folding#words}
     * @return the places, in no order
     */
    public Set<Node> found(String[] words) {
        Set<GrantId> grants = new HashSet<>();
        for (Grant grant : portfolio.grants()) {
            if (Folding.hasAll(Folding.fold(Records.name(grant)), words)) {
                grants.add(grant.id());
            }
        }
        Set<Node> found = new HashSet<>();
        roots().forEach(root -> find(root, words, grants, found));
        return found;
    }

    /** Grants are looked at once, though each stands in several places. */
    private boolean find(Node node, String[] words, Set<GrantId> grants, Set<Node> found) {
        boolean any = Folding.hasAll(Folding.fold(label(node)), words);
        if (node instanceof OfStructure || node instanceof OfFunder || node instanceof OfProject) {
            for (Grant grant : grants(node)) {
                any |= grants.contains(grant.id()) && found.add(new OfGrant(node, grant.id()));
            }
        }
        for (Node child : belowButGrants(node)) {
            any |= find(child, words, grants, found);
        }
        if (any) {
            found.add(node);
        }
        return any;
    }

    private List<Node> belowButGrants(Node node) {
        if (node instanceof OfStructure structure) {
            return budgets(structure.id());
        }
        if (node instanceof OfFunder funder) {
            return programmesAndCalls(false, funder);
        }
        return node instanceof OfProject ? List.of() : below(node, false);
    }

    /** What is directly below a node, in the order of their names or, which costs much less, in any. */
    private List<Node> below(Node node, boolean ordered) {
        if (node == Trunk.STRUCTURES) {
            return byName(
                    ordered, portfolio.structures(), Structure::name, structure -> new OfStructure(structure.id()));
        }
        if (node == Trunk.FUNDERS) {
            return List.of(FunderLevel.values()).stream()
                    .filter(level -> portfolio.funders().stream().anyMatch(funder -> funder.level() == level))
                    .<Node>map(OfLevel::new)
                    .toList();
        }
        if (node instanceof OfLevel level) {
            return byName(ordered, funders(level.level()), Funder::name, funder -> new OfFunder(funder.id()));
        }
        if (node == Trunk.PROJECTS) {
            return byName(ordered, portfolio.projects(), Project::name, project -> new OfProject(project.id()));
        }
        if (node instanceof OfGrant || node instanceof OfCall || node instanceof OfBudgetLine) {
            return List.of();
        }
        if (node instanceof OfStructure structure) {
            return both(
                    byName(ordered, grants(node), Records::name, grant -> new OfGrant(node, grant.id())),
                    budgets(structure.id()));
        }
        if (node instanceof OfBudget budget) {
            return portfolio.budgetOf(budget.structure(), budget.year()).stream()
                    .sorted(Comparator.comparing(BudgetLine::kind).thenComparing(BudgetLine::basis))
                    .<Node>map(line -> new OfBudgetLine(budget, line.id()))
                    .toList();
        }
        if (node instanceof OfProgramme programme) {
            return both(
                    programmes(ordered, one -> programme.id().equals(one.parent())),
                    calls(ordered, call -> programme.id().equals(call.programme())));
        }
        if (node == Trunk.PROGRAMMES) {
            return both(
                    programmes(ordered, one -> !hasParent(one) && !isKnown(one.funder())),
                    calls(ordered, call -> !hasProgramme(call) && !isKnown(call.funder())));
        }
        if (node instanceof OfFunder funder) {
            return both(
                    programmesAndCalls(ordered, funder),
                    byName(ordered, grants(node), Records::name, grant -> new OfGrant(node, grant.id())));
        }
        return byName(ordered, grants(node), Records::name, grant -> new OfGrant(node, grant.id()));
    }

    private List<Node> programmesAndCalls(boolean ordered, OfFunder funder) {
        return both(
                programmes(ordered, one -> !hasParent(one) && funder.id().equals(one.funder())),
                calls(ordered, call -> !hasProgramme(call) && funder.id().equals(call.funder())));
    }

    /**
     * Whether anything is below a node; costs nothing however much that is.
     *
     * @param node any node
     * @return whether
     */
    public boolean hasChildren(Node node) {
        if (node instanceof OfStructure structure) {
            return !portfolio.grantsOf(structure.id()).isEmpty()
                    || portfolio.budgetLines().stream()
                            .anyMatch(line -> line.structure().equals(structure.id()));
        }
        if (node instanceof OfFunder funder && !portfolio.grantsOf(funder.id()).isEmpty()) {
            return true;
        }
        return !below(node, false).isEmpty();
    }

    /** The years of a structure's budget, the latest first. */
    private List<Node> budgets(StructureId structure) {
        return portfolio.budgetOf(structure).stream()
                .map(BudgetLine::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .<Node>map(year -> new OfBudget(structure, year))
                .toList();
    }

    private List<Node> programmes(boolean ordered, Predicate<Programme> wanted) {
        return byName(
                ordered,
                portfolio.programmes().stream().filter(wanted).toList(),
                Programme::name,
                programme -> new OfProgramme(programme.id()));
    }

    private List<Node> calls(boolean ordered, Predicate<Call> wanted) {
        return byName(
                ordered, portfolio.calls().stream().filter(wanted).toList(), Call::name, call -> new OfCall(call.id()));
    }

    private static List<Node> both(List<Node> first, List<Node> second) {
        List<Node> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private boolean hasParent(Programme programme) {
        return programme.parent() != null && portfolio.contains(programme.parent());
    }

    private boolean hasProgramme(Call call) {
        return call.programme() != null && portfolio.contains(call.programme());
    }

    private boolean isKnown(FunderId funder) {
        return funder != null && portfolio.contains(funder);
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
        if (node instanceof OfProgramme programme) {
            return portfolio
                    .programme(programme.id())
                    .map(one -> hasParent(one) ? new OfProgramme(one.parent()) : ofFunder(one.funder()))
                    .orElse(null);
        }
        if (node instanceof OfCall call) {
            return portfolio
                    .call(call.id())
                    .map(one -> hasProgramme(one) ? new OfProgramme(one.programme()) : ofFunder(one.funder()))
                    .orElse(null);
        }
        if (node instanceof OfProject) {
            return Trunk.PROJECTS;
        }
        if (node instanceof OfBudget budget) {
            return new OfStructure(budget.structure());
        }
        if (node instanceof OfBudgetLine line) {
            return line.budget();
        }
        return node instanceof OfGrant grant ? grant.parent() : null;
    }

    private Node ofFunder(FunderId funder) {
        return isKnown(funder) ? new OfFunder(funder) : Trunk.PROGRAMMES;
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
        if (node instanceof OfProject project) {
            return portfolio.grantsOf(project.id());
        }
        if (node instanceof OfBudget || node instanceof OfBudgetLine) {
            return grants(node.scope());
        }
        if (node instanceof OfProgramme || node instanceof OfCall || node == Trunk.PROGRAMMES) {
            Set<RecordId> within = new HashSet<>();
            collect(node, within);
            return portfolio.grants().stream()
                    .filter(grant -> within.contains(grant.programme()) || within.contains(grant.call()))
                    .toList();
        }
        return portfolio.grants();
    }

    /**
     * Where a record stands.
     *
     * @param record any record
     * @return its node, of a grant the one below its structure
     */
    public static Node place(PortfolioRecord record) {
        if (record instanceof Structure structure) {
            return new OfStructure(structure.id());
        }
        if (record instanceof Funder funder) {
            return new OfFunder(funder.id());
        }
        if (record instanceof Programme programme) {
            return new OfProgramme(programme.id());
        }
        if (record instanceof Call call) {
            return new OfCall(call.id());
        }
        if (record instanceof Project project) {
            return new OfProject(project.id());
        }
        if (record instanceof BudgetLine line) {
            return new OfBudgetLine(new OfBudget(line.structure(), line.year()), line.id());
        }
        Grant grant = (Grant) record;
        return new OfGrant(new OfStructure(grant.structure()), grant.id());
    }

    private void collect(Node node, Set<RecordId> within) {
        node.record().ifPresent(within::add);
        below(node, false).forEach(child -> collect(child, within));
    }

    /**
     * What a node is called.
     *
     * @param node any node
     * @return its name; the id of a record that is gone
     */
    public String label(Node node) {
        if (node instanceof Trunk trunk) {
            return switch (trunk) {
                case STRUCTURES -> Texts.explorerStructures;
                case FUNDERS -> Texts.explorerFunders;
                case PROGRAMMES -> Texts.explorerProgrammes;
                case PROJECTS -> Texts.explorerProjects;
            };
        }
        if (node instanceof OfLevel level) {
            return level.level().label().in(locale);
        }
        if (node instanceof OfBudget budget) {
            return Texts.bind(Texts.explorerBudget, String.valueOf(budget.year()));
        }
        RecordId id = node.record().orElseThrow();
        return portfolio.find(id).map(Records::name).orElse(id.value());
    }

    /**
     * How many things stand directly below a node.
     *
     * @param node any node
     * @return the number; 0 for a grant
     */
    public int count(Node node) {
        if (!(node instanceof Trunk || node instanceof OfLevel || node instanceof OfBudget)) {
            return grants(node).size();
        }
        return node == Trunk.FUNDERS
                ? portfolio.funders().size()
                : below(node, false).size();
    }

    /**
     * What is said of a node beside its name.
     *
     * @param node any node
     * @return how many things stand below it; of a budget line its amount; nothing of a grant
     */
    public String detail(Node node) {
        if (node instanceof OfBudgetLine line) {
            return portfolio
                    .budgetLine(line.id())
                    .map(one -> Words.amount(Optional.of(one.amount())))
                    .orElse("");
        }
        return node instanceof OfGrant ? "" : String.valueOf(count(node));
    }

    private List<Funder> funders(FunderLevel level) {
        return portfolio.funders().stream()
                .filter(funder -> funder.level() == level)
                .toList();
    }

    private <R> List<Node> byName(boolean ordered, List<R> records, Function<R, String> name, Function<R, Node> node) {
        if (!ordered) {
            return records.stream().map(node).toList();
        }
        NameOrder names = NameOrder.of(locale);
        return records.stream()
                .map(record -> Map.entry(names.key(name.apply(record)), node.apply(record)))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
