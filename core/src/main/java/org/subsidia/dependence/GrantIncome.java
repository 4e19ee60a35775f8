package org.subsidia.dependence;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.portfolio.schedule.YearSplit;
import org.subsidia.time.FiscalYear;

/**
 * The part of a grant that is income of a year, divided as {@link YearSplit} says; where nothing tells how, whole in the year in
 * which it was notified or decided (ANC 2018-06).
 */
final class GrantIncome {
    private static final Set<GrantState> STANDING =
            EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION, GrantState.REPORTED, GrantState.CLOSED);

    private GrantIncome() {}

    static boolean stands(Grant grant) {
        return STANDING.contains(grant.state());
    }

    /** The year that a structure names by the calendar year in which it ends. */
    static FiscalYear year(Structure structure, int year) {
        MonthDay end = structure.fiscalYearEnd();
        Month closing = end == null ? Month.DECEMBER : end.getMonth();
        return FiscalYear.containing(LocalDate.of(year, closing, 1), closing);
    }

    static int yearOf(Structure structure, LocalDate day) {
        MonthDay end = structure.fiscalYearEnd();
        return FiscalYear.containing(day, end == null ? Month.DECEMBER : end.getMonth())
                .lastMonth()
                .getYear();
    }

    /** The income of the year; none where no part of the grant falls in it, unknown where that cannot be told. */
    static Optional<Explanation> of(Grant grant, Structure structure, int year, LocalDate at) {
        Message name = name(grant);
        FiscalYear span = year(structure, year);
        Optional<LocalDate> right = right(grant);
        YearSplit split = YearSplit.of(grant, span.lastMonth().getMonth(), IncomeSplit.PERIODS);
        if (split.missing().isPresent()) {
            boolean investment = grant.spending() == SpendingKind.INVESTMENT && grant.form() == AidForm.CASH;
            if (investment || grant.incomeSplit() != null) {
                boolean later = right.isPresent() && yearOf(structure, right.get()) > year;
                return later
                        ? Optional.empty()
                        : Optional.of(unknown(
                                grant,
                                investment
                                        ? Message.of("DEP-GRANT-INVESTMENT", name)
                                        : split.missing().get(),
                                name));
            }
            if (right.isEmpty()) {
                return Optional.of(unknown(grant, Message.of("DEP-GRANT-UNDATED", name), name));
            }
            return right.filter(day -> yearOf(structure, day) == year).map(day -> whole(grant, name, at));
        }
        if (!split.weights().containsKey(span)) {
            return Optional.empty();
        }
        Optional<Money> award = Award.amount(grant, at).or(split::stated);
        if (award.isEmpty()) {
            return Optional.of(unknown(grant, Message.of("DEP-GRANT-NO-AWARD", name), name));
        }
        if (!award.get().getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            return Optional.of(unknown(grant, Message.of("DEP-GRANT-CURRENCY", name), name));
        }
        if (isOpen(grant, at)) {
            return Optional.of(closed(grant, name));
        }
        return Optional.of(
                split.weights().size() == 1 && split.stated().isEmpty()
                        ? whole(grant, name, at)
                        : part(grant, split, span, award.get()));
    }

    private static Explanation whole(Grant grant, Message name, LocalDate at) {
        if (isOpen(grant, at)) {
            return closed(grant, name);
        }
        Explanation award = Award.of(grant, at);
        return Amounts.of(award).isEmpty()
                ? unknown(grant, Message.of("DEP-GRANT-NO-AWARD", name), name)
                : Amounts.of(award).orElseThrow().getCurrencyUnit().equals(CurrencyUnit.EUR)
                        ? Amounts.same(name, award)
                        : unknown(grant, Message.of("DEP-GRANT-CURRENCY", name), name);
    }

    /** A suspensive condition that is not fulfilled: there is no income yet. */
    private static boolean isOpen(Grant grant, LocalDate at) {
        AwardCondition condition = grant.condition();
        return condition != null && condition.kind() == AwardCondition.Kind.SUSPENSIVE && !condition.isFulfilledBy(at);
    }

    private static Explanation closed(Grant grant, Message name) {
        return Amounts.given(Message.of("DEP-GRANT-CONDITION", name), Money.zero(CurrencyUnit.EUR))
                .withRecords(List.of(grant.id().value()));
    }

    /** All years together are the award to the cent. */
    private static Explanation part(Grant grant, YearSplit split, FiscalYear year, Money award) {
        Message label = split.words().code().equals("SCHED-SPLIT-DAYS")
                ? Message.of(
                        "DEP-GRANT-SPREAD",
                        name(grant),
                        Long.toString(split.weights().getOrDefault(year, 0L)),
                        Long.toString(split.weights().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))
                : Message.of("DEP-GRANT-PART", name(grant), split.words());
        return Amounts.given(label, split.parts(award).getOrDefault(year, Money.zero(CurrencyUnit.EUR)))
                .withRecords(List.of(grant.id().value()));
    }

    /** The day on which the award became income, an open condition left aside. */
    private static Optional<LocalDate> right(Grant grant) {
        return YearSplit.right(grant.toBuilder().condition(null).build());
    }

    private static Explanation unknown(Grant grant, Message reason, Message name) {
        return Amounts.unknown(name, reason).withRecords(List.of(grant.id().value()));
    }

    /** Where the income stands in the accounts. */
    static OperatingItem item(Grant grant, FunderLevel level) {
        boolean isPrivate = level == FunderLevel.PRIVATE;
        if (grant.form() == AidForm.IN_KIND) {
            return isPrivate ? OperatingItem.IN_KIND_PRIVATE : OperatingItem.IN_KIND_PUBLIC;
        }
        return switch (grant.nature()) {
            case PUBLIC_CONTRACT -> isPrivate ? OperatingItem.SERVICES_TO_PRIVATE : OperatingItem.SERVICES_TO_PUBLIC;
            case MEMBERSHIP_FEE_OF_PUBLIC_BODY -> OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART;
            case FINANCIAL_CONTRIBUTION -> OperatingItem.OTHER_PRODUCTS;
            case CONCOURS_PUBLIC -> OperatingItem.CONCOURS_PUBLICS;
            case SUBSIDY ->
                isPrivate
                        ? OperatingItem.SPONSORSHIP
                        : grant.spending() == SpendingKind.INVESTMENT
                                ? OperatingItem.INVESTMENT_SHARES
                                : OperatingItem.SUBSIDIES;
        };
    }

    static Message name(Grant grant) {
        return Message.of("DEP-TEXT", grant.purpose().isBlank() ? grant.id().value() : grant.purpose());
    }
}
