package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.Grant;
import org.subsidia.territory.EuPeriod;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * The delay in which a managing authority pays a complete claim (regulation (EU) 1303/2013, article 132; regulation (EU)
 * 2021/1060, article 74). The clock stops while papers are missing, which the portfolio does not know.
 */
final class EuPayments {
    private EuPayments() {}

    static void read(Grant grant, Gathering into) {
        if (!Funding.isGranted(grant) || !Funding.isEuShared(grant, into.portfolio())) {
            return;
        }
        Optional<EuPeriod> period = EuProgrammes.period(grant, into.portfolio());
        if (period.isEmpty()) {
            if (!grant.claims().isEmpty() && !Funding.isClosed(grant)) {
                into.missing(grant, EventKind.PAYMENT, Fact.PROGRAMME_PERIOD);
            }
            return;
        }
        String rule = EuProgrammes.rule(period.get(), "payment.delay");
        Names.Keys keys = new Names.Keys();
        for (Claim claim : grant.claims()) {
            LocalDate filed = claim.date();
            if (filed == null) {
                continue;
            }
            String key = keys.of(claim.id());
            into.rule(Kind.PERIOD, rule, filed, grant, EventKind.PAYMENT, Fact.CLAIM_DATE)
                    .ifPresent(delay -> add(grant, claim, key, filed, delay, into));
        }
    }

    private static void add(Grant grant, Claim claim, String key, LocalDate filed, Rule<Span> delay, Gathering into) {
        Authority authority = into.authority(Funding.payer(grant));
        DueDay due = into.count(filed, delay, Gathering.EUROPEAN, authority);
        LocalDate paid = Claims.answered(grant, claim);
        into.add(into.of(EventKind.PAYMENT, due.date(), grant, Fact.CLAIM_DATE)
                .part("claim:" + key, Message.of("CAL-PART-CLAIM", claim.id()))
                .funder(Funding.payer(grant))
                .because(Fact.CLAIM_DATE.on(filed))
                .because(due)
                .because(authority.explanation())
                .because(Explanation.leaf(
                        Message.of("CAL-ASSUMPTION"), new Value.Statement(Message.of("CAL-ASSUMPTION-COMPLETE"))))
                .done(paid == null && Funding.isClosed(grant) ? due.date() : paid)
                .build());
    }
}
