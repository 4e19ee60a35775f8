package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.Tranche;
import org.subsidia.cofinancing.TrancheCover;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.territory.EuPeriod;

/**
 * When yearly tranches of EU money are lost unless covered by payment applications: n+2 or n+3, the last tranche of 2021–2027
 * earlier; and the last day on which expenses of a period are eligible. For programmes, and for grants that are committed by
 * year.
 */
final class Decommitment implements EventSource {
    @Override
    public Events events(Portfolio portfolio, LawBase law, LocalDate asOf) {
        Gathering into = new Gathering(portfolio, law, asOf);
        for (Programme programme : portfolio.programmes()) {
            if (programme.kind() == ProgrammeKind.EU_FUND && !EuProgrammes.isPart(programme, portfolio)) {
                programme(programme, into);
            }
        }
        for (Grant grant : portfolio.grants()) {
            if (Funding.isGranted(grant) || grant.state() == GrantState.REQUESTED) {
                grant(grant, into);
            }
        }
        return into.result();
    }

    private static void programme(Programme programme, Gathering into) {
        Optional<EuPeriod> period = EuProgrammes.period(programme);
        if (period.isEmpty()) {
            into.missing(programme.id(), programme.name(), EventKind.TRANCHE_END, Fact.PROGRAMME_PERIOD);
            return;
        }
        EuPeriod eu = period.get();
        for (int year = eu.start().getYear(); year <= eu.end().getYear(); year++) {
            Tranche.of(eu, year, into.law(into.asOf()))
                    .ifPresent(tranche -> into.add(
                            event(EventKind.TRANCHE_END, tranche, programme).build()));
        }
        into.law(into.asOf())
                .find(Kind.DATE, EuProgrammes.rule(eu, "eligibility.last-day"))
                .ifPresent(rule -> into.add(CalendarEvent.builder(
                                EventKind.PROGRAMME_ELIGIBILITY_END, rule.value(), programme.id(), programme.name())
                        .funder(programme.funder())
                        .because(Fact.ELIGIBILITY_LAST.on(rule.value()).withRules(List.of(rule.reference())))
                        .build()));
    }

    private static CalendarEvent.Builder event(EventKind kind, Tranche tranche, Programme programme) {
        return CalendarEvent.builder(kind, tranche.date(), programme.id(), programme.name())
                .part(Integer.toString(tranche.year()), name(tranche))
                .funder(programme.funder())
                .because(tranche.reason());
    }

    private static Message name(Tranche tranche) {
        return Message.of("CAL-PART-TRANCHE", Integer.toString(tranche.year()));
    }

    /** Grants without yearly commitments have no day of their own: the programme's day stands for them. */
    private static void grant(Grant grant, Gathering into) {
        boolean byYear = grant.yearLines().stream().anyMatch(line -> line.kind() == YearLineKind.AE);
        if (byYear) {
            TrancheCover.of(grant, into.portfolio(), into.law(into.asOf())).forEach(cover -> grant(grant, cover, into));
        }
    }

    private static void grant(Grant grant, TrancheCover cover, Gathering into) {
        Tranche tranche = cover.tranche();
        CalendarEvent.Builder event = into.of(EventKind.DECOMMITMENT, tranche.date(), grant, Fact.TRANCHE)
                .part(Integer.toString(tranche.year()), name(tranche))
                .because(tranche.reason())
                .because(cover.open())
                .done(cover.coveredOn());
        if (Funding.isReported(grant)) {
            event.done(tranche.date());
        }
        into.add(event.build());
    }
}
