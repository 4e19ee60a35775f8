package org.subsidia.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.StagedAmount;

/** What a structure has a right to on a day: nothing before the notification, nor before a suspensive condition is fulfilled. */
final class GrantRight {
    private GrantRight() {}

    /** Why there is no right on the day yet; empty: there is one. The day of notification is known. */
    static Optional<Message> notYet(Grant grant, LocalDate day) {
        LocalDate notified = grant.dates().notification();
        if (notified == null || notified.isAfter(day)) {
            return Optional.of(
                    notified == null
                            ? Message.of("ACC-NO-NOTIFICATION", grant.id().value())
                            : Message.of("ACC-NOT-NOTIFIED", notified));
        }
        AwardCondition condition = grant.condition();
        return condition != null && condition.kind() == AwardCondition.Kind.SUSPENSIVE && !condition.isFulfilledBy(day)
                ? Optional.of(Message.of("ACC-CONDITION-OPEN", words(condition)))
                : Optional.empty();
    }

    static String words(AwardCondition condition) {
        String text = condition.text();
        return text == null ? "…" : text;
    }

    /** What is due on a day: nothing before there is a right. */
    static Explanation due(Grant grant, LocalDate day) {
        return before(grant, day).orElseGet(() -> entitled(grant, day));
    }

    /** What was awarded by a day: nothing before there is a right. */
    static Explanation awarded(Grant grant, LocalDate day) {
        return before(grant, day).orElseGet(() -> award(grant, day)
                .map(amount -> euros(Message.of("ACC-AWARD"), amount, grant))
                .orElseGet(() -> noAward(Message.of("ACC-AWARD"), grant)));
    }

    private static Optional<Explanation> before(Grant grant, LocalDate day) {
        Optional<Message> reason = notYet(grant, day);
        return grant.dates().notification() == null
                ? reason.map(why -> Amounts.unknown(Message.of("ACC-AWARD"), why))
                : reason.map(why -> Amounts.given(why, Money.zero(CurrencyUnit.EUR))
                        .withRecords(List.of(grant.id().value())));
    }

    private static Optional<Money> award(Grant grant, LocalDate day) {
        return grant.amountOn(AmountStage.AWARDED, day).or(() -> grant.amountOn(AmountStage.CONVENTION, day));
    }

    private static Explanation noAward(Message label, Grant grant) {
        return Amounts.unknown(label, Message.of("ACC-NO-AWARD", grant.id().value()));
    }

    /** The definitively acquired amount once it is known, else the award less reductions and recoveries. */
    static Explanation entitled(Grant grant, LocalDate day) {
        Message label = Message.of("ACC-ENTITLED", grant.id().value(), day);
        Optional<Money> acquired = grant.amountOn(AmountStage.ACQUIRED, day);
        if (acquired.isPresent()) {
            return euros(label, acquired.get(), grant);
        }
        Optional<Money> award = award(grant, day);
        if (award.isEmpty()) {
            return noAward(label, grant);
        }
        List<Explanation> parts = new ArrayList<>();
        parts.add(euros(Message.of("ACC-AWARD"), award.get(), grant));
        for (AmountStage stage : List.of(AmountStage.REDUCED, AmountStage.RECOVERED)) {
            grant.amountOn(stage, day).ifPresent(amount -> parts.add(euros(stage.label(), amount, grant)));
        }
        AwardCondition condition = grant.condition();
        if (condition != null
                && condition.kind() == AwardCondition.Kind.RESOLUTIVE
                && condition.isFulfilledBy(day)
                && !isRestated(grant, condition, day)) {
            return Amounts.unknown(
                    label,
                    Message.of(
                            "ACC-CONDITION-STRUCK",
                            words(condition),
                            condition.fulfilledOn().orElse(day)));
        }
        return parts.size() == 1
                ? Amounts.same(label, parts.get(0))
                : Amounts.difference(label, parts.toArray(Explanation[]::new));
    }

    /** Whether somebody noted what is left of the grant once its resolutive condition was fulfilled. */
    private static boolean isRestated(Grant grant, AwardCondition condition, LocalDate day) {
        LocalDate struck = condition.fulfilledOn().orElse(LocalDate.MAX);
        return grant.amounts().stream()
                .filter(entry -> entry.stage() == AmountStage.REDUCED || entry.stage() == AmountStage.RECOVERED)
                .map(StagedAmount::date)
                .anyMatch(date -> date != null && !date.isBefore(struck) && !date.isAfter(day));
    }

    static Explanation euros(Message label, Money amount, Grant grant) {
        return amount.getCurrencyUnit().equals(CurrencyUnit.EUR)
                ? Amounts.given(label, amount).withRecords(List.of(grant.id().value()))
                : Amounts.unknown(label, Message.of("ACC-CURRENCY", amount));
    }
}
