package org.subsidia.rcp.explorer;

import java.util.Optional;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;

/** A place in the tree; equal places stay open and selected when the portfolio changes. */
public sealed interface Node {
    /** The two trunks. */
    enum Trunk implements Node {
        /** Who receives. */
        STRUCTURES,
        /** Who gives. */
        FUNDERS,
        /** Programmes and calls of no funder in the portfolio. */
        PROGRAMMES,
        /** Actions that several funders pay for together. */
        PROJECTS
    }

    /**
     * A structure.
     *
     * @param id which one
     */
    record OfStructure(StructureId id) implements Node {}

    /**
     * All funders of a level.
     *
     * @param level which one
     */
    record OfLevel(FunderLevel level) implements Node {}

    /**
     * A funder.
     *
     * @param id which one
     */
    record OfFunder(FunderId id) implements Node {}

    /**
     * A programme.
     *
     * @param id which one
     */
    record OfProgramme(ProgrammeId id) implements Node {}

    /**
     * A call.
     *
     * @param id which one
     */
    record OfCall(CallId id) implements Node {}

    /**
     * A project.
     *
     * @param id which one
     */
    record OfProject(ProjectId id) implements Node {}

    /**
     * The budget of a structure in a year.
     *
     * @param structure whose
     * @param year the accounting year
     */
    record OfBudget(StructureId structure, int year) implements Node {}

    /**
     * A line of a budget.
     *
     * @param budget in which it stands
     * @param id which one
     */
    record OfBudgetLine(OfBudget budget, BudgetLineId id) implements Node {}

    /**
     * A grant below a structure, a funder or a project.
     *
     * @param parent below which it stands
     * @param id which one
     */
    record OfGrant(Node parent, GrantId id) implements Node {}

    /** {@return the record that stands here, if it is one} */
    default Optional<RecordId> record() {
        if (this instanceof OfStructure node) {
            return Optional.of(node.id());
        }
        if (this instanceof OfFunder node) {
            return Optional.of(node.id());
        }
        if (this instanceof OfProgramme node) {
            return Optional.of(node.id());
        }
        if (this instanceof OfCall node) {
            return Optional.of(node.id());
        }
        if (this instanceof OfProject node) {
            return Optional.of(node.id());
        }
        if (this instanceof OfBudgetLine node) {
            return Optional.of(node.id());
        }
        return this instanceof OfGrant node ? Optional.of(node.id()) : Optional.empty();
    }

    /** {@return the node whose grants are meant: of a grant the one above it, of a budget and its lines its structure} */
    default Node scope() {
        if (this instanceof OfBudget node) {
            return new OfStructure(node.structure());
        }
        if (this instanceof OfBudgetLine node) {
            return node.budget().scope();
        }
        return this instanceof OfGrant node ? node.parent() : this;
    }
}
