package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/** The last day for entering de minimis aid in the central register; there was none before the rule’s first day. */
final class DeMinimisRegister {
    private static final String DELAY = "deminimis.register.delay";

    private DeMinimisRegister() {}

    static void read(Grant grant, Gathering into) {
        Optional<String> id = grant.regimes().stream()
                .map(Regime::kind)
                .flatMap(kind -> rule(kind).stream())
                .findFirst();
        if (id.isEmpty() || !Funding.isGranted(grant)) {
            return;
        }
        LocalDate awarded = grant.dates().decision();
        if (awarded == null) {
            into.missing(grant, EventKind.DE_MINIMIS_REGISTRATION, Fact.DECISION);
            return;
        }
        into.law(awarded).find(Kind.PERIOD, id.get()).ifPresent(rule -> add(grant, awarded, rule, into));
    }

    private static Optional<String> rule(RegimeKind kind) {
        return switch (kind) {
            case DE_MINIMIS, DE_MINIMIS_SGEI, DE_MINIMIS_FISHERY -> Optional.of(DELAY);
            case DE_MINIMIS_AGRICULTURE -> Optional.of(DELAY + "-agriculture");
            default -> Optional.empty();
        };
    }

    private static void add(Grant grant, LocalDate awarded, Rule<Span> rule, Gathering into) {
        Authority authority = into.authority(Funding.decider(grant));
        DueDay due = into.count(awarded, rule, Gathering.EUROPEAN, authority);
        into.add(into.of(EventKind.DE_MINIMIS_REGISTRATION, due.date(), grant, Fact.DECISION)
                .because(Fact.DECISION.on(awarded))
                .because(due)
                .because(authority.explanation())
                .build());
    }
}
