package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * The budget year of each authority that decides on a living grant or an open call. Most days are the latest by law: the real
 * ones come before, so that all are expected.
 */
record BudgetSeason(CalendarOptions options) implements EventSource {

    @Override
    public Events events(Portfolio portfolio, LawBase law, LocalDate asOf) {
        Gathering into = new Gathering(portfolio, law, asOf);
        for (FunderId id : deciders(portfolio)) {
            portfolio.funder(id).ifPresent(funder -> {
                for (int year = asOf.getYear() - options.yearsBack();
                        year <= asOf.getYear() + options.yearsAhead();
                        year++) {
                    new OneYear(funder, year, into).read();
                }
            });
        }
        return into.result();
    }

    private static NavigableSet<FunderId> deciders(Portfolio portfolio) {
        NavigableSet<FunderId> deciders = new TreeSet<>();
        Stream.concat(
                        portfolio.grants().stream()
                                .filter(BudgetSeason::isLiving)
                                .map(grant -> Optional.ofNullable(Funding.decider(grant))),
                        portfolio.calls().stream()
                                .filter(call -> call.state() != CallState.CANCELLED && call.state() != CallState.CLOSED)
                                .map(call -> Optional.ofNullable(call.funder())))
                .flatMap(Optional::stream)
                .forEach(deciders::add);
        return deciders;
    }

    private static boolean isLiving(Grant grant) {
        GrantState state = grant.state();
        return state == GrantState.PLANNED
                || state == GrantState.REQUESTED
                || state == GrantState.AWARDED
                || state == GrantState.UNDER_CONVENTION;
    }

    /** The budget events of one authority in one year. */
    private static final class OneYear {
        private final Funder funder;
        private final int year;
        private final Gathering into;
        private final Season season;

        OneYear(Funder funder, int year, Gathering into) {
            this.funder = funder;
            this.year = year;
            this.into = into;
            this.season = new Season(funder.level(), into.law(LocalDate.of(year, 1, 1)));
        }

        void read() {
            FunderLevel level = funder.level();
            if (Season.isState(level)) {
                add(EventKind.BUDGET_CARRY_OVER, "budget.state.carry-over-day");
                add(EventKind.BUDGET_BILL, "budget.state.bill-day");
                add(EventKind.BUDGET_FREEZE, "budget.state.freeze-day");
                add(EventKind.BUDGET_LAW, "budget.state.law-day");
            } else if (Season.isLocal(level)) {
                add(EventKind.BUDGET_AMENDMENT, "budget.local.amendment-day");
                add(EventKind.BUDGET_CLOSING, "budget.local.complementary-day");
                season.vote(year).ifPresent(this::vote);
                add(EventKind.BUDGET_ACCOUNTS, "budget.local.accounts-day");
                add(EventKind.BUDGET_FREEZE, "budget.local.freeze-day");
                elections();
            } else if (level == FunderLevel.EU_SHARED) {
                add(EventKind.BUDGET_ACCOUNTS, "budget.eu.accounts-day");
            }
        }

        private void add(EventKind kind, String rule) {
            season.day(rule, year).ifPresent(day -> add(kind, day));
        }

        private void add(EventKind kind, Season.RuledDay day) {
            into.add(event(kind, day.date())
                    .because(Explanation.leaf(Message.of("CAL-BUDGET-DAY"), new Value.Day(day.date()))
                            .withRules(List.of(day.rule().reference())))
                    .build());
        }

        private void vote(Season.RuledDay vote) {
            add(EventKind.BUDGET_VOTE, vote);
            boolean m57 = funder.level() == FunderLevel.REGION || funder.level() == FunderLevel.DEPARTEMENT;
            around(
                    EventKind.BUDGET_DEBATE,
                    vote,
                    m57 ? "budget.local.debate.delay-m57" : "budget.local.debate.delay",
                    true);
            around(EventKind.BUDGET_TRANSMISSION, vote, "budget.local.transmission.delay", false);
        }

        private void around(EventKind kind, Season.RuledDay vote, String rule, boolean before) {
            Optional<Rule<Span>> delay = into.law(vote.date()).find(Kind.PERIOD, rule);
            delay.ifPresent(d -> {
                Deadline from = Deadline.from(vote.date())
                        .because(vote.rule().reference())
                        .because(d.reference());
                DueDay due = (before ? from.minus(d.value()) : from.plus(d.value())).due();
                into.add(event(kind, due.date()).because(due).build());
            });
        }

        private void elections() {
            for (YearMonth month : season.elections()) {
                season.electionRule()
                        .filter(rule -> month.getYear() == year)
                        .ifPresent(rule -> into.add(event(EventKind.ELECTION, month.atDay(1))
                                .because(Explanation.leaf(
                                                Message.of("CAL-BUDGET-ELECTION"),
                                                new Value.Statement(Message.of("CAL-BUDGET-MONTH", month)))
                                        .withRules(List.of(rule.reference())))
                                .build()));
            }
        }

        private CalendarEvent.Builder event(EventKind kind, LocalDate day) {
            return CalendarEvent.builder(kind, day, funder.id(), funder.name())
                    .part(Integer.toString(year), Message.of("CAL-PART-YEAR", Integer.toString(year)))
                    .field(Fact.LEVEL.field())
                    .funder(funder.id())
                    .certainty(Certainty.EXPECTED);
        }
    }
}
