package org.subsidia.io.statepayments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.StagedAmount;

/**
 * What the State says it paid on a grant, payment by payment. The portfolio keeps how much stood paid from each day on; here
 * that is taken apart into payments, so that one that comes late or is corrected finds its place.
 */
final class PaidHistory {
    private record Step(LocalDate day, String key, Money amount) {}

    private final List<StagedAmount> others = new ArrayList<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** The payments of a grant so far. */
    static PaidHistory of(Grant grant) {
        PaidHistory history = new PaidHistory();
        @Nullable Money stood = null;
        for (StagedAmount entry : grant.amounts()) {
            LocalDate day = entry.date();
            if (entry.stage() != AmountStage.PAID) {
                history.others.add(entry);
            } else if (day != null) {
                Money amount = stood == null ? entry.amount() : entry.amount().minus(stood);
                String reason = entry.reason();
                String key = reason == null ? day + "#" + history.steps.size() : reason;
                history.steps.put(key, new Step(day, key, amount));
                stood = entry.amount();
            }
        }
        return history;
    }

    /** Adds a payment, or corrects the one of this key. */
    void put(String key, LocalDate day, Money amount) {
        steps.put(key, new Step(day, key, amount));
    }

    /** All amounts of the grant: other stages as they were, then how much stood paid after each payment. */
    List<StagedAmount> amounts() {
        List<StagedAmount> amounts = new ArrayList<>(others);
        List<Step> order = new ArrayList<>(steps.values());
        order.sort(Comparator.comparing(Step::day));
        @Nullable Money stood = null;
        for (Step step : order) {
            stood = stood == null ? step.amount() : stood.plus(step.amount());
            amounts.add(new StagedAmount(AmountStage.PAID, stood, step.day(), step.key()));
        }
        return amounts;
    }
}
