package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.time.Deadline;

/** The budget year of a level of authority, as the law base knows it. */
final class Season {
    private final FunderLevel level;
    private final Law law;

    Season(FunderLevel level, Law law) {
        this.level = level;
        this.law = law;
    }

    static boolean isLocal(FunderLevel level) {
        return switch (level) {
            case REGION, DEPARTEMENT, EPCI, COMMUNE, MIXED_SYNDICATE -> true;
            default -> false;
        };
    }

    static boolean isState(FunderLevel level) {
        return level == FunderLevel.STATE || level == FunderLevel.STATE_OPERATOR;
    }

    /**
     * A day of a rule.
     *
     * @param date the day
     * @param rule the rule that sets it
     */
    record RuledDay(LocalDate date, Rule<?> rule) {}

    Optional<RuledDay> day(String id, int year) {
        return law.find(Kind.YEAR_DAY, id).map(rule -> new RuledDay(rule.value().in(year), rule));
    }

    /** The last day for the vote of a local budget, later in a year of election. */
    Optional<RuledDay> vote(int year) {
        return day(isElectionYear(year) ? "budget.local.vote-day-election-year" : "budget.local.vote-day", year);
    }

    private boolean isElectionYear(int year) {
        return elections().stream().anyMatch(month -> month.getYear() == year);
    }

    /** The months of the elections of this level. */
    List<YearMonth> elections() {
        return electionRule().stream()
                .flatMap(rule -> rule.value().stream())
                .map(YearMonth::parse)
                .toList();
    }

    Optional<Rule<List<String>>> electionRule() {
        return switch (level) {
            case REGION, DEPARTEMENT -> law.find(Kind.LIST, "election.regional.months");
            case EPCI, COMMUNE -> law.find(Kind.LIST, "election.municipal.months");
            default -> Optional.empty();
        };
    }

    /**
     * A stretch of days in which awards are seldom notified, both ends included.
     *
     * @param first the first day
     * @param last the last day
     * @param rules what sets the two days
     * @param election whether it stands before an election
     */
    record Quiet(LocalDate first, LocalDate last, List<Rule<?>> rules, boolean election) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** From the stop of the commitments of a year to the vote of the next budget. */
    Optional<Quiet> quietAfter(int year) {
        Optional<RuledDay> stop;
        Optional<RuledDay> vote;
        if (isLocal(level)) {
            stop = day("budget.local.freeze-day", year);
            vote = vote(year + 1);
        } else if (isState(level)) {
            stop = day("budget.state.freeze-day", year);
            vote = day("budget.state.law-day", year);
        } else {
            return Optional.empty();
        }
        return stop.isEmpty() || vote.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quiet(
                        stop.get().date(),
                        vote.get().date(),
                        List.of(stop.get().rule(), vote.get().rule()),
                        false));
    }

    /** The time before the elections of this level, and their month. */
    List<Quiet> beforeElections(NotificationPattern pattern) {
        List<Quiet> quiet = new ArrayList<>();
        @Nullable Rule<List<String>> rule = electionRule().orElse(null);
        for (YearMonth month : elections()) {
            if (rule != null) {
                LocalDate first = Deadline.from(month.atDay(1))
                        .minus(pattern.electionReserve())
                        .due()
                        .date();
                quiet.add(new Quiet(first, month.atEndOfMonth(), List.of(rule), true));
            }
        }
        return quiet;
    }
}
