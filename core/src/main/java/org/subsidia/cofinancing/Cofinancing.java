package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.territory.Region;

/**
 * Co-financing in a portfolio on a day: the financing plan of every project, and of every European grant without one.
 *
 * @param day the day
 * @param checks one a project or lone grant, in the order of the portfolio
 */
public record Cofinancing(LocalDate day, List<FinancingCheck> checks) {

    /** Copies the list. */
    public Cofinancing {
        checks = List.copyOf(checks);
    }

    /**
     * Checks the plans of grants.
     *
     * @param portfolio where their projects, programmes and funders are
     * @param grants which grants; those of one project give one plan, and a grant without a project gives one where it is the
     *     Union's under a rate
     * @param site where the projects take place; null: somewhere in the region of the structure's seat
     * @param law the law of the day
     * @return the checks
     */
    public static Cofinancing of(Portfolio portfolio, List<Grant> grants, @Nullable Site site, Law law) {
        Set<ProjectId> done = new LinkedHashSet<>();
        List<FinancingCheck> checks = new ArrayList<>();
        for (Grant grant : grants) {
            Optional<Project> project = Optional.ofNullable(grant.project()).flatMap(portfolio::project);
            boolean counts = project.isPresent()
                    ? done.add(project.get().id())
                    : FinancingPlan.isUnionShared(grant, portfolio)
                            && grant.state() != GrantState.REFUSED
                            && grant.state() != GrantState.CANCELLED;
            if (counts) {
                checks.add(check(grant, portfolio, site, law));
            }
        }
        return new Cofinancing(law.date(), checks);
    }

    /**
     * Checks the plan of one grant, or of its project.
     *
     * @param grant the grant
     * @param portfolio where its project, programme and funders are
     * @param site where the project takes place; null: somewhere in the region of the structure's seat
     * @param law the law of the day
     * @return the check
     */
    public static FinancingCheck check(Grant grant, Portfolio portfolio, @Nullable Site site, Law law) {
        FinancingPlan plan = FinancingPlan.of(grant, portfolio, law.date());
        return FinancingCheck.of(plan, ceiling(plan, portfolio, site, law).orElse(null), law);
    }

    /** The ceiling of the grants of the Union in a plan; of several, the lowest. */
    private static Optional<RateCeiling> ceiling(
            FinancingPlan plan, Portfolio portfolio, @Nullable Site site, Law law) {
        return plan.unionGrants().stream()
                .flatMap(grant -> ceiling(grant, portfolio, site, law).stream())
                .min(Comparator.comparing(ceiling -> ceiling.lowest().share().orElse(Fraction.ZERO)));
    }

    /**
     * The highest rate of the Union for a grant.
     *
     * @param grant a grant of the Union
     * @param portfolio where its programme and structure are
     * @param site where the project takes place; null: somewhere in the region of the structure's seat
     * @param law the law of the day
     * @return the ceiling; none where fund or period of its programme are not known
     */
    public static Optional<RateCeiling> ceiling(Grant grant, Portfolio portfolio, @Nullable Site site, Law law) {
        return EuProgrammes.of(grant, portfolio)
                .flatMap(programme -> EuProgrammes.period(programme).flatMap(period -> EuFund.of(programme)
                        .map(fund -> RateCeiling.of(
                                period,
                                fund,
                                site == null ? seat(grant.structure(), portfolio, law.date()) : site,
                                law))));
    }

    /** The region of the seat: a project may be anywhere in it. */
    private static Site seat(StructureId structure, Portfolio portfolio, LocalDate day) {
        return portfolio
                .structure(structure)
                .flatMap((Structure known) -> known.regionOn(day))
                .flatMap(Region::find)
                .map(Site::somewhereIn)
                .orElse(Site.UNKNOWN);
    }
}
