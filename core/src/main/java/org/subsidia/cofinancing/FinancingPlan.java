package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.schedule.Award;

/**
 * Who pays for a cost: the plan of a project, or what a lone grant tells of it.
 *
 * @param name what is paid for
 * @param total the whole cost; unknown where no cost was recorded
 * @param eligible the cost that can be funded: the eligible part of each cost line, the whole line where none is told
 * @param lines who pays
 * @param complete whether all the money is listed; a lone grant, or the grants of a project without a plan, are not all
 * @param records the records that were read
 */
public record FinancingPlan(
        String name,
        Explanation total,
        Explanation eligible,
        List<Line> lines,
        boolean complete,
        List<String> records) {

    /** Whose money a line is. */
    public enum Source {
        /** The Union through a managing authority, under a co-financing rate. */
        UNION_SHARED(true),
        /** The Union directly. */
        UNION_DIRECT(true),
        /** French public money. */
        PUBLIC(true),
        /** Money of the structure itself. */
        OWN(false),
        /** Money of private partners. */
        PRIVATE(false),
        /** Income of the project. */
        INCOME(false),
        /** Contributions in kind. */
        IN_KIND(false);

        private final boolean publicMoney;

        Source(boolean publicMoney) {
            this.publicMoney = publicMoney;
        }

        /** {@return whether it is public money} */
        public boolean isPublic() {
            return publicMoney;
        }

        /** {@return the source in words} */
        public Message label() {
            return Message.of("COFI-SOURCE-" + name().replace('_', '-'));
        }
    }

    /**
     * A line of the plan.
     *
     * @param source whose money it is
     * @param name who brings it
     * @param amount how much; unknown where a grant has no amount yet
     * @param grant the grant, where there is one
     */
    public record Line(
            Source source,
            String name,
            Explanation amount,
            @Nullable Grant grant) {}

    private static final Set<GrantState> DEAD = EnumSet.of(GrantState.REFUSED, GrantState.CANCELLED);

    /** Copies the lists. */
    public FinancingPlan {
        lines = List.copyOf(lines);
        records = List.copyOf(records);
    }

    /**
     * The plan of a project; without funding lines, what its grants tell.
     *
     * @param project the project
     * @param portfolio where its grants and funders are
     * @param day grants count by what stood on this day
     * @return the plan
     */
    public static FinancingPlan of(Project project, Portfolio portfolio, LocalDate day) {
        List<String> records = new ArrayList<>(List.of(project.id().value()));
        List<Line> lines = new ArrayList<>();
        for (FundingLine line : project.funding()) {
            Grant grant =
                    Optional.ofNullable(line.grant()).flatMap(portfolio::grant).orElse(null);
            lines.add(new Line(
                    source(line, grant, portfolio),
                    line.name(),
                    Amounts.given(Message.of("COFI-TEXT", line.name()), line.amount()),
                    grant));
        }
        boolean planned = !lines.isEmpty();
        if (!planned) {
            portfolio.grantsOf(project.id()).stream()
                    .filter(grant -> !DEAD.contains(grant.state()))
                    .map(grant -> line(grant, portfolio, day))
                    .forEach(lines::add);
        }
        lines.stream().flatMap(line -> Stream.ofNullable(line.grant())).forEach(g -> records.add(g.id().value()));
        return new FinancingPlan(project.name(), total(project), eligible(project), lines, planned, records);
    }

    /**
     * What a grant tells of the cost it is for: its eligible base and itself. Others that pay are not known.
     *
     * @param grant the grant
     * @param portfolio where its funders are
     * @param day the grant counts by what stood on this day
     * @return the plan; that of its project where it has one
     */
    public static FinancingPlan of(Grant grant, Portfolio portfolio, LocalDate day) {
        Optional<Project> project = Optional.ofNullable(grant.project()).flatMap(portfolio::project);
        if (project.isPresent()) {
            return of(project.get(), portfolio, day);
        }
        Message label = Message.of("COFI-PLAN-BASE");
        Money base = grant.eligibleBase();
        Explanation cost = base == null
                ? Amounts.unknown(label, Message.of("COFI-PLAN-NOBASE", name(grant)))
                : Amounts.given(label, base);
        return new FinancingPlan(
                name(grant),
                cost,
                cost,
                List.of(line(grant, portfolio, day)),
                false,
                List.of(grant.id().value()));
    }

    /**
     * The sum of the lines of some sources.
     *
     * @param label what the sum is
     * @param sources whose money counts
     * @return the sum; unknown where an amount is
     */
    public Explanation sum(Message label, Set<Source> sources) {
        return Amounts.sum(
                label,
                Amounts.of(eligible).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR),
                lines.stream()
                        .filter(line -> sources.contains(line.source()))
                        .map(Line::amount)
                        .toList());
    }

    /** {@return the grants of the Union under a co-financing rate} */
    public List<Grant> unionGrants() {
        return lines.stream()
                .filter(line -> line.source() == Source.UNION_SHARED)
                .flatMap(line -> Stream.ofNullable(line.grant()))
                .toList();
    }

    /** A grant as people know it. */
    static String name(Grant grant) {
        return grant.purpose().isBlank() ? grant.id().value() : grant.purpose();
    }

    /** Whether a grant is money of the Union under shared management. */
    static boolean isUnionShared(Grant grant, Portfolio portfolio) {
        return source(grant, portfolio) == Source.UNION_SHARED;
    }

    private static Line line(Grant grant, Portfolio portfolio, LocalDate day) {
        Explanation award = Award.of(grant, day);
        Message label = Message.of("COFI-TEXT", name(grant));
        Explanation amount = Amounts.of(award).isPresent()
                ? Amounts.same(label, award)
                : grant.amountOn(AmountStage.REQUESTED, day)
                        .map(asked -> Amounts.given(Message.of("COFI-PLAN-REQUESTED", name(grant)), asked))
                        .orElseGet(() -> Amounts.same(label, award));
        return new Line(source(grant, portfolio), name(grant), amount, grant);
    }

    private static Source source(FundingLine line, @Nullable Grant grant, Portfolio portfolio) {
        return switch (line.kind()) {
            case OWN -> Source.OWN;
            case PRIVATE -> Source.PRIVATE;
            case INCOME -> Source.INCOME;
            case IN_KIND -> Source.IN_KIND;
            case PUBLIC -> grant != null ? source(grant, portfolio) : source(level(line.funder(), portfolio));
        };
    }

    private static Source source(Grant grant, Portfolio portfolio) {
        if (EuProgrammes.of(grant, portfolio).isPresent()) {
            return Source.UNION_SHARED;
        }
        return Stream.of(grant.origin(), grant.payer(), grant.decisionMaker())
                .map(id -> source(level(id, portfolio)))
                .filter(source -> source == Source.UNION_SHARED || source == Source.UNION_DIRECT)
                .findFirst()
                .orElseGet(() -> source(level(grant.payer(), portfolio)));
    }

    private static FunderLevel level(@Nullable FunderId id, Portfolio portfolio) {
        return Optional.ofNullable(id)
                .flatMap(portfolio::funder)
                .map(Funder::level)
                .orElse(FunderLevel.UNKNOWN);
    }

    private static Source source(FunderLevel level) {
        return switch (level) {
            case EU_SHARED -> Source.UNION_SHARED;
            case EU_DIRECT -> Source.UNION_DIRECT;
            case PRIVATE -> Source.PRIVATE;
            default -> Source.PUBLIC;
        };
    }

    private static Explanation total(Project project) {
        Message label = Message.of("COFI-PLAN-COST");
        return project.costs().isEmpty()
                ? Amounts.unknown(label, Message.of("COFI-PLAN-NOCOST", project.name()))
                : Amounts.sum(
                        label,
                        CurrencyUnit.EUR,
                        project.costs().stream()
                                .map(cost -> Amounts.given(Message.of("COFI-TEXT", cost.category()), cost.amount()))
                                .toList());
    }

    private static Explanation eligible(Project project) {
        Message label = Message.of("COFI-PLAN-ELIGIBLE");
        return project.costs().isEmpty()
                ? Amounts.unknown(label, Message.of("COFI-PLAN-NOCOST", project.name()))
                : Amounts.sum(
                        label,
                        CurrencyUnit.EUR,
                        project.costs().stream()
                                .map(cost -> {
                                    Money part = cost.eligible();
                                    return part == null
                                            ? Amounts.given(
                                                    Message.of("COFI-PLAN-WHOLE", cost.category()), cost.amount())
                                            : Amounts.given(Message.of("COFI-TEXT", cost.category()), part);
                                })
                                .toList());
    }
}
