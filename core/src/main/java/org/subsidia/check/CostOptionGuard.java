package org.subsidia.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.Ruling;
import org.subsidia.cofinancing.SimplifiedCosts;
import org.subsidia.cofinancing.Standing;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.CostOption;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.territory.EuPeriod;

/**
 * G-SCO: simplified cost options of a European grant cover the same costs twice, or a small grant has none though one is
 * compulsory. Where options or regime are not recorded, an information says what to find out.
 */
final class CostOptionGuard extends GrantGuard {
    private static final Set<RegimeKind> NO_AID_BUT_MINIMIS = EnumSet.of(
            RegimeKind.NO_AID,
            RegimeKind.DE_MINIMIS,
            RegimeKind.DE_MINIMIS_SGEI,
            RegimeKind.DE_MINIMIS_AGRICULTURE,
            RegimeKind.DE_MINIMIS_FISHERY);

    CostOptionGuard() {
        super("SCO");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        Optional<EuPeriod> period = EuProgrammes.period(grant, context.portfolio());
        boolean live = grant.state() == GrantState.REQUESTED
                || grant.state() == GrantState.AWARDED
                || grant.state() == GrantState.UNDER_CONVENTION;
        if (period.isEmpty() || !live) {
            return;
        }
        SimplifiedCosts costs = SimplifiedCosts.of(period.get(), context.lawAt(context.today()));
        Set<CostOption> options = Set.copyOf(grant.costOptions());
        Ruling together = costs.compatible(options);
        if (together.standing() == Standing.BROKEN) {
            found.add(Verdict.error(
                            this,
                            Verdict.place(grant, "costOptions"),
                            Message.of("CHECK-SCO-TOGETHER", together.sentence()))
                    .because(together.explanation())
                    .from(grant)
                    .checked());
        }
        Money base = grant.eligibleBase();
        if (base == null) {
            return;
        }
        Explanation total = Amounts.given(Message.of("CHECK-BASE"), base);
        Ruling duty = costs.compulsory(total, stateAid(grant), options);
        if (duty.standing() == Standing.BROKEN) {
            found.add(Verdict.warning(
                            this, Verdict.place(grant, "costOptions"), Message.of("CHECK-SCO-NONE", duty.sentence()))
                    .because(duty.explanation())
                    .from(grant)
                    .checked());
        } else if (duty.standing() == Standing.UNKNOWN) {
            found.add(Verdict.info(
                            this, Verdict.place(grant, "costOptions"), Message.of("CHECK-SCO-UNKNOWN", duty.sentence()))
                    .because(duty.explanation())
                    .from(grant)
                    .checked());
        }
    }

    /** Whether the support is State aid other than de minimis; null where no regime, or one of no kind, is recorded. */
    private static @Nullable Boolean stateAid(Grant grant) {
        List<RegimeKind> kinds = grant.regimes().stream().map(Regime::kind).toList();
        if (kinds.isEmpty() || kinds.contains(RegimeKind.OTHER)) {
            return null;
        }
        return !NO_AID_BUT_MINIMIS.containsAll(kinds);
    }
}
