package org.subsidia.io.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.StagedAmount;

/** The history of a grant's amounts as one amount and one date a stage, which is all that a row can say. */
final class StageAmounts {
    private StageAmounts() {}

    /** The entry that stands at a stage: the one whose amount {@link Grant#amount} gives. */
    static Optional<StagedAmount> latest(Grant grant, AmountStage stage) {
        return grant.standing(stage, LocalDate.MAX);
    }

    private static int latestIndex(Grant grant, AmountStage stage) {
        return latest(grant, stage).map(grant.amounts()::lastIndexOf).orElse(-1);
    }

    /**
     * The grant with an amount at a stage. Of a day that has an entry, the entry is corrected; of another day it is one more
     * entry; without a day it corrects what stands. A first amount stands from the day on which such amounts are decided.
     */
    static Grant put(Grant grant, AmountStage stage, Money amount, Optional<LocalDate> on, boolean dayIsMapped) {
        List<StagedAmount> amounts = new ArrayList<>(grant.amounts());
        int at = latestIndex(grant, stage);
        if (on.isPresent()) {
            int same = -1;
            for (int i = 0; i < amounts.size(); i++) {
                same = amounts.get(i).stage() == stage
                                && on.get().equals(amounts.get(i).date())
                        ? i
                        : same;
            }
            boolean undated = at >= 0
                    && amounts.get(at).date() == null
                    && amounts.get(at).amount().equals(amount);
            at = same >= 0 ? same : undated ? at : -1;
        }
        if (at >= 0) {
            StagedAmount old = amounts.get(at);
            amounts.set(at, new StagedAmount(stage, amount, on.orElse(old.date()), old.reason()));
        } else {
            LocalDate day = on.orElse(dayIsMapped ? null : usualDay(grant, stage));
            amounts.add(new StagedAmount(stage, amount, day, null));
        }
        return grant.toBuilder().amounts(amounts).build();
    }

    /** The grant with another day for what stands at a stage. */
    static Grant date(Grant grant, AmountStage stage, LocalDate day) {
        int at = latestIndex(grant, stage);
        boolean has = grant.amounts().stream().anyMatch(a -> a.stage() == stage && Objects.equals(a.date(), day));
        if (at < 0 || has) {
            return grant;
        }
        List<StagedAmount> amounts = new ArrayList<>(grant.amounts());
        StagedAmount old = amounts.get(at);
        amounts.set(at, new StagedAmount(stage, old.amount(), day, old.reason()));
        return grant.toBuilder().amounts(amounts).build();
    }

    private static @Nullable LocalDate usualDay(Grant grant, AmountStage stage) {
        return switch (stage) {
            case REQUESTED -> grant.dates().request();
            case AWARDED -> grant.dates().decision();
            case CONVENTION -> grant.dates().convention();
            default -> null;
        };
    }

    /** The currency to show, none for euros; a row has one, which is that of its first amount. */
    static @Nullable Object currency(Grant grant) {
        return Currencies.shown(first(grant));
    }

    private static @Nullable Money first(Grant grant) {
        for (AmountStage stage : AmountStage.values()) {
            Optional<Money> amount = grant.amount(stage);
            if (amount.isPresent()) {
                return amount.get();
            }
        }
        return grant.eligibleBase() != null ? grant.eligibleBase() : grant.maximum();
    }
}
