package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.Tranche;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.territory.EuPeriod;

/**
 * When yearly tranches of EU money are lost unless covered by payment applications: n+2 or n+3, the last tranche of 2021–2027
 * earlier; and the last day on which expenses of a period are eligible. For programmes, and for grants that are committed by
 * year.
 */
final class Decommitment implements EventSource {
    /** Years further than this from their period are errors of the data. */
    private static final int LONGEST = 30;

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
                EuProgrammes.period(grant, portfolio).ifPresent(period -> grant(grant, period, into));
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

    private static void grant(Grant grant, EuPeriod period, Gathering into) {
        NavigableSet<Integer> years = new TreeSet<>();
        grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.AE)
                .map(YearLine::year)
                .filter(year -> Math.abs(year - period.start().getYear()) < LONGEST)
                .forEach(years::add);
        for (int year : years) {
            Tranche.of(period, year, into.law(into.asOf())).ifPresent(tranche -> grant(grant, tranche, into));
        }
    }

    private static void grant(Grant grant, Tranche tranche, Gathering into) {
        CalendarEvent.Builder event = into.of(EventKind.DECOMMITMENT, tranche.date(), grant, Fact.TRANCHE)
                .part(Integer.toString(tranche.year()), name(tranche))
                .because(tranche.reason());
        Optional<Money> target = Sums.total(grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.AE && line.year() <= tranche.year())
                .map(YearLine::amount)
                .toList());
        target.ifPresent(sum -> event.because(uncovered(grant, sum)).done(covered(grant, sum)));
        if (Funding.isReported(grant)) {
            event.done(tranche.date());
        }
        into.add(event.build());
    }

    /** What is left to claim of the tranches so far: target less claims, not below zero. */
    private static Explanation uncovered(Grant grant, Money target) {
        Money claimed = claims(grant, target).stream()
                .map(claim -> Objects.requireNonNull(claim.claimed()))
                .reduce(Money.zero(target.getCurrencyUnit()), Money::plus);
        return Explanation.of(
                Message.of("CAL-TRANCHE-LEFT"),
                new Value.Amount(target.minus(claimed)),
                Step.DIFFERENCE,
                List.of(
                        Explanation.leaf(Message.of("CAL-TRANCHE-TARGET"), new Value.Amount(target)),
                        Explanation.leaf(Message.of("CAL-TRANCHE-CLAIMED"), new Value.Amount(claimed))));
    }

    private static @Nullable LocalDate covered(Grant grant, Money target) {
        Money total = Money.zero(target.getCurrencyUnit());
        for (Claim claim : claims(grant, target)) {
            total = total.plus(Objects.requireNonNull(claim.claimed()));
            if (!total.isLessThan(target)) {
                return claim.date();
            }
        }
        return null;
    }

    private static List<Claim> claims(Grant grant, Money target) {
        return grant.claims().stream()
                .filter(claim -> claim.date() != null
                        && claim.claimed() != null
                        && claim.claimed().getCurrencyUnit().equals(target.getCurrencyUnit()))
                .sorted(Comparator.comparing(claim -> Objects.requireNonNull(claim.date())))
                .toList();
    }
}
