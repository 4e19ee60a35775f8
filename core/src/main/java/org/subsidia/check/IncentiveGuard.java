package org.subsidia.check;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.SpendingKind;

/**
 * G-INC: works started before the request. Broken for aid under the block exemption and for investment grants of the State; a
 * warning where the regime is not known; nothing for de minimis and money that is no aid.
 */
final class IncentiveGuard extends GrantGuard {
    private static final Set<RegimeKind> BOUND =
            EnumSet.of(RegimeKind.GBER, RegimeKind.NOTIFIED, RegimeKind.TEMPORARY_FRAMEWORK);

    IncentiveGuard() {
        super("INC");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        LocalDate works = grant.dates().worksStart();
        LocalDate request = grant.dates().request();
        boolean dropped = grant.state() == GrantState.REFUSED || grant.state() == GrantState.CANCELLED;
        if (works == null || request == null || dropped || !works.isBefore(request)) {
            return;
        }
        boolean bound = grant.regimes().stream().anyMatch(regime -> BOUND.contains(regime.kind()));
        boolean open = grant.regimes().isEmpty()
                || grant.regimes().stream().anyMatch(regime -> regime.kind() == RegimeKind.OTHER);
        boolean state = grant.spending() == SpendingKind.INVESTMENT
                && Authority.deciding(grant, context)
                        .filter(funder -> funder.level() == FunderLevel.STATE)
                        .isPresent();
        Optional<Rule<Boolean>> rule = context.lawAt(request)
                .find(
                        Kind.FLAG,
                        state ? "state-investment.request-before-start" : "incentive-effect.request-before-start")
                .filter(Rule::value);
        if (rule.isEmpty() || !(bound || open || state)) {
            return;
        }
        Severity severity = bound || state ? Severity.ERROR : Severity.WARNING;
        Place place = Verdict.place(grant, "dates.worksStart");
        String code = severity == Severity.ERROR ? "CHECK-INC-BROKEN" : "CHECK-INC-DOUBT";
        found.add(Verdict.of(
                        this,
                        severity,
                        place,
                        Message.of(code, works, request, rule.get().reference().legalReference()))
                .because(
                        Explanation.leaf(Message.of("CHECK-DATE-WORKSSTART"), new Value.Day(works)),
                        Explanation.leaf(Message.of("CHECK-DATE-REQUEST"), new Value.Day(request)))
                .by(rule.get())
                .from(grant)
                .checked());
    }
}
