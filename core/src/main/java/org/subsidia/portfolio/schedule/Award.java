package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.StagedAmount;

/**
 * What stands of a grant's award: the amount decided, or else that of the convention, less what the funder took off it since.
 *
 * <p>A reduction counts unless the award itself was restated on its day or later. Reduced and decommitted are two views of one
 * event, so that the greater of them counts, not both.
 */
public final class Award {
    private Award() {}

    /**
     * The award as it stands.
     *
     * @param grant the grant
     * @param day later entries are not counted
     * @return the figure; unknown where nothing was awarded yet
     */
    public static Explanation of(Grant grant, LocalDate day) {
        Message label = Message.of("SCHED-AWARD");
        AmountStage stage =
                grant.amountOn(AmountStage.AWARDED, day).isPresent() ? AmountStage.AWARDED : AmountStage.CONVENTION;
        Optional<Money> decided = grant.amountOn(stage, day);
        if (decided.isEmpty()) {
            return Amounts.unknown(label, Message.of("SCHED-UNKNOWN-AWARD"))
                    .withRecords(List.of(grant.id().value()));
        }
        List<Explanation> reductions = new ArrayList<>();
        for (AmountStage kind : List.of(AmountStage.REDUCED, AmountStage.DECOMMITTED)) {
            if (!restated(grant, stage, kind, day)) {
                grant.amountOn(kind, day)
                        .filter(Money::isPositive)
                        .ifPresent(amount -> reductions.add(Amounts.given(kind.label(), amount)));
            }
        }
        Explanation whole = Amounts.given(stage.label(), decided.get());
        Explanation result = reductions.isEmpty()
                ? Amounts.same(label, whole)
                : Amounts.difference(label, whole, Amounts.greatest(Message.of("SCHED-AWARD-TAKENOFF"), reductions));
        return result.withRecords(List.of(grant.id().value()));
    }

    /**
     * The award as it stands, as an amount.
     *
     * @param grant the grant
     * @param day later entries are not counted
     * @return the amount, if one was awarded
     */
    public static Optional<Money> amount(Grant grant, LocalDate day) {
        return Amounts.of(of(grant, day));
    }

    /** The currency in which a grant counts: of its maximum, its award or its first amount. */
    static CurrencyUnit currency(Grant grant) {
        return Stream.of(
                        Optional.ofNullable(grant.maximum()),
                        grant.amount(AmountStage.AWARDED),
                        grant.amount(AmountStage.CONVENTION),
                        grant.amounts().stream().map(StagedAmount::amount).findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .map(Money::getCurrencyUnit)
                .orElse(CurrencyUnit.EUR);
    }

    private static boolean restated(Grant grant, AmountStage stage, AmountStage reduction, LocalDate day) {
        Optional<LocalDate> award = latest(grant, stage, day);
        Optional<LocalDate> taken = latest(grant, reduction, day);
        return award.isPresent() && taken.isPresent() && !award.get().isBefore(taken.get());
    }

    private static Optional<LocalDate> latest(Grant grant, AmountStage stage, LocalDate day) {
        return grant.amounts().stream()
                .filter(entry -> entry.stage() == stage)
                .flatMap(entry -> Stream.ofNullable(entry.date()))
                .filter(date -> !date.isAfter(day))
                .max(LocalDate::compareTo);
    }
}
