package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.ReportKind;

/**
 * What a payment schedule must know beside the grant.
 *
 * @param asAt the day: what happened later is not counted
 * @param otherPublic other public money for the same cost; null: not known
 * @param income income of the action itself; null: not known
 * @param reports when reports were filed that the grant does not date
 */
public record ScheduleFacts(
        LocalDate asAt,
        @Nullable Money otherPublic,
        @Nullable Money income,
        Map<ReportKind, LocalDate> reports) {

    /** Copies the map. */
    public ScheduleFacts {
        reports = Map.copyOf(reports);
    }

    /**
     * The facts of the grant alone.
     *
     * @param day the day
     * @return the facts
     */
    public static ScheduleFacts on(LocalDate day) {
        return new ScheduleFacts(day, null, null, Map.of());
    }

    /**
     * The facts that a portfolio adds to a grant: the awards of the other grants of its project, and the project's income.
     *
     * @param portfolio where the grant's project and its other grants are
     * @param grant the grant
     * @param day the day
     * @return the facts; what the portfolio does not tell is not known
     */
    public static ScheduleFacts of(Portfolio portfolio, Grant grant, LocalDate day) {
        ProjectId project = grant.project();
        if (project == null) {
            return on(day);
        }
        List<Grant> others = portfolio.grantsOf(project).stream()
                .filter(other -> !other.id().equals(grant.id()))
                .toList();
        List<Optional<Money>> awards =
                others.stream().map(other -> Award.amount(other, day)).toList();
        boolean allKnown = awards.stream().allMatch(Optional::isPresent);
        List<Money> income = portfolio.project(project).map(Project::funding).orElse(List.of()).stream()
                .filter(line -> line.kind() == FundingKind.INCOME)
                .map(FundingLine::amount)
                .toList();
        return new ScheduleFacts(
                day,
                allKnown ? total(awards.stream().flatMap(Optional::stream).toList(), grant) : null,
                portfolio.project(project).isPresent() ? total(income, grant) : null,
                Map.of());
    }

    private static @Nullable Money total(List<Money> amounts, Grant grant) {
        Money sum = Money.zero(Award.currency(grant));
        for (Money amount : amounts) {
            if (!amount.isSameCurrency(sum)) {
                return null;
            }
            sum = sum.plus(amount);
        }
        return sum;
    }

    /**
     * These facts with other public money.
     *
     * @param amount for the same cost
     * @return the facts
     */
    public ScheduleFacts withOtherPublic(Money amount) {
        return new ScheduleFacts(asAt, amount, income, reports);
    }

    /**
     * These facts with income of the action.
     *
     * @param amount how much
     * @return the facts
     */
    public ScheduleFacts withIncome(Money amount) {
        return new ScheduleFacts(asAt, otherPublic, amount, reports);
    }

    /**
     * These facts with a report that was filed.
     *
     * @param kind which report
     * @param day when
     * @return the facts
     */
    public ScheduleFacts withReport(ReportKind kind, LocalDate day) {
        Map<ReportKind, LocalDate> more = new EnumMap<>(ReportKind.class);
        more.putAll(reports);
        more.put(kind, day);
        return new ScheduleFacts(asAt, otherPublic, income, more);
    }
}
