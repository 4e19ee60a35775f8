package org.subsidia.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.StagedAmount;

/**
 * G-GROW: an amount grew without a reason, from one entry of a stage to the next or from a stage to the one that follows from
 * it. Amounts may fall at each step; that they fall without a reason is an information.
 */
final class GrowthGuard extends GrantGuard {
    private static final List<Map.Entry<AmountStage, AmountStage>> CHAIN = List.of(
            Map.entry(AmountStage.REQUESTED, AmountStage.AWARDED),
            Map.entry(AmountStage.AWARDED, AmountStage.COMMITTED),
            Map.entry(AmountStage.AWARDED, AmountStage.CONVENTION));

    private static final List<AmountStage> STANDINGS =
            List.of(AmountStage.REQUESTED, AmountStage.AWARDED, AmountStage.COMMITTED, AmountStage.CONVENTION);

    GrowthGuard() {
        super("GROW");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        for (AmountStage stage : STANDINGS) {
            List<StagedAmount> entries = entries(grant, stage);
            for (int i = 1; i < entries.size(); i++) {
                compare(grant, entries.get(i - 1), entries.get(i), true, found);
            }
        }
        for (Map.Entry<AmountStage, AmountStage> link : CHAIN) {
            Optional<StagedAmount> from = last(grant, link.getKey());
            Optional<StagedAmount> to = last(grant, link.getValue());
            if (from.isPresent() && to.isPresent()) {
                compare(grant, from.get(), to.get(), false, found);
            }
        }
    }

    private void compare(Grant grant, StagedAmount from, StagedAmount to, boolean sameStage, List<Checked> found) {
        Money before = from.amount();
        Money after = to.amount();
        if (to.reason() != null || !before.isSameCurrency(after) || before.isEqual(after)) {
            return;
        }
        boolean grew = after.isGreaterThan(before);
        if (!grew && !sameStage) {
            return;
        }
        Message message = Message.of(
                grew ? "CHECK-GROW-UP" : "CHECK-GROW-DOWN",
                from.stage().label(),
                before,
                to.stage().label(),
                after);
        Verdict verdict = grew
                ? Verdict.warning(this, Verdict.place(grant, "amounts"), message)
                : Verdict.info(this, Verdict.place(grant, "amounts"), message);
        found.add(verdict.because(
                        Amounts.given(from.stage().label(), before),
                        Amounts.given(to.stage().label(), after))
                .from(grant)
                .checked());
    }

    /** The entries of a stage by date; what has none comes first, as noted. */
    private static List<StagedAmount> entries(Grant grant, AmountStage stage) {
        return grant.amounts().stream()
                .filter(entry -> entry.stage() == stage)
                .sorted(Comparator.comparing(
                        entry -> Optional.ofNullable(entry.date()).orElse(LocalDate.MIN)))
                .toList();
    }

    private static Optional<StagedAmount> last(Grant grant, AmountStage stage) {
        List<StagedAmount> entries = entries(grant, stage);
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }
}
