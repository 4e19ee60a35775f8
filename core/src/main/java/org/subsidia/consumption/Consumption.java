package org.subsidia.consumption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;

/** Budget against actual in a portfolio, as it is known on a day. */
public final class Consumption {
    /** Grants whose money is there to be used; those that are closed are settled. */
    private static final Set<GrantState> OPEN =
            EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION, GrantState.REPORTED);

    private final Portfolio portfolio;
    private final Law law;

    private Consumption(Portfolio portfolio, Law law) {
        this.portfolio = portfolio;
        this.law = law;
    }

    /**
     * What is known on a day.
     *
     * @param portfolio holds structures, grants, projects and budget lines
     * @param laws tells when tranches of Union money are decommitted
     * @param at the day
     * @return budget against actual
     */
    public static Consumption of(Portfolio portfolio, LawBase laws, LocalDate at) {
        return new Consumption(portfolio, laws.at(at));
    }

    /**
     * A grant, whatever its state.
     *
     * @param grant one of the portfolio
     * @return how far it is used
     */
    public GrantConsumption of(Grant grant) {
        return new GrantReader(portfolio, grant, law).read();
    }

    /**
     * The open grants of a structure: awarded, and not settled yet.
     *
     * @param structure its id
     * @return one a grant, by id
     */
    public List<GrantConsumption> open(StructureId structure) {
        return portfolio.grantsOf(structure).stream()
                .filter(grant -> OPEN.contains(grant.state()))
                .map(this::of)
                .toList();
    }

    /**
     * The budget of a structure in a year against its accounts.
     *
     * @param structure its id
     * @param year the accounting year
     * @return one a kind of line that the year has, in the order of the kinds
     */
    public List<BudgetConsumption> budget(StructureId structure, int year) {
        List<BudgetLine> lines = portfolio.budgetOf(structure, year).stream()
                .filter(line -> line.basis() != BudgetBasis.CASH)
                .toList();
        List<BudgetConsumption> kinds = new ArrayList<>();
        for (BudgetKind kind : BudgetKind.values()) {
            List<BudgetLine> own =
                    lines.stream().filter(line -> line.kind() == kind).toList();
            if (!own.isEmpty()) {
                kinds.add(BudgetReader.read(kind, own));
            }
        }
        return kinds;
    }
}
