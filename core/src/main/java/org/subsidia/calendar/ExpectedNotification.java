package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Roll;

/**
 * When a requested grant will probably be notified: the middle of what the funder’s {@link NotificationPattern} gives from the
 * earliest day on, thinned out between the stop of the old year’s commitments and the vote of the new budget, and before
 * elections. An assumption, and marked as one.
 */
record ExpectedNotification(CalendarOptions options) implements PerGrant.Reader {
    /** A year, so that every month counts once. */
    private static final int DAYS = 365;
    /** Keeps shares of a month’s weight by day exact enough in whole numbers. */
    private static final long SCALE = 1_000_000;

    @Override
    public void read(Grant grant, Gathering into) {
        boolean waiting = grant.state() == GrantState.PLANNED || grant.state() == GrantState.REQUESTED;
        if (!waiting || grant.dates().notification() != null) {
            return;
        }
        FunderLevel level = Funding.level(Funding.decider(grant), into.portfolio());
        NotificationPattern pattern = options.pattern(level);
        List<Explanation> reasons = new ArrayList<>();
        LocalDate possible = earliest(grant, pattern, reasons, into);
        if (possible == null) {
            into.missing(grant, EventKind.NOTIFICATION, Fact.REQUEST);
            return;
        }
        LocalDate earliest = possible.isBefore(into.asOf()) ? into.asOf() : possible;
        List<Season.Quiet> quiet = quiet(new Season(level, into.law(into.asOf())), pattern, earliest);
        LocalDate middle = middle(earliest, pattern, quiet);
        if (middle == null) {
            into.missing(grant, EventKind.NOTIFICATION, Fact.NOTIFICATION);
            return;
        }
        Authority authority = into.authority(Funding.decider(grant));
        LocalDate day = into.holidays(authority).roll(middle, Roll.NEXT);
        reasons.add(Explanation.leaf(Message.of("CAL-EXPECT-EARLIEST"), new Value.Day(earliest)));
        reasons.add(Explanation.leaf(
                Message.of("CAL-ASSUMPTION"),
                new Value.Statement(Message.of("CAL-ASSUMPTION-PATTERN", level.label(), weights(pattern)))));
        quiet.forEach(stretch -> reasons.add(explained(stretch, pattern)));
        into.add(into.of(EventKind.NOTIFICATION, day, grant, Fact.NOTIFICATION)
                .certainty(Certainty.EXPECTED)
                .because(Explanation.of(Message.of("CAL-EXPECT-MIDDLE"), new Value.Day(day), Step.CHOICE, reasons))
                .build());
    }

    /** After the decision of the call, else the time of instruction after the request or the end of the call. */
    private static @Nullable LocalDate earliest(
            Grant grant, NotificationPattern pattern, List<Explanation> reasons, Gathering into) {
        LocalDate decision = grant.dates().decision();
        if (decision != null) {
            reasons.add(Fact.DECISION.on(decision));
            return decision;
        }
        Optional<Call> call =
                Optional.ofNullable(grant.call()).flatMap(id -> into.portfolio().call(id));
        Optional<LocalDate> committee = call.flatMap(c -> Optional.ofNullable(c.decision()));
        if (committee.isPresent()) {
            reasons.add(Fact.CALL_DECISION.on(committee.get()));
            return committee.get();
        }
        LocalDate request = grant.dates().request();
        LocalDate start = request != null ? request : call.map(Call::closes).orElse(null);
        if (start == null) {
            return null;
        }
        DueDay due = Deadline.from(start).plus(pattern.instruction()).due();
        reasons.add((request != null ? Fact.REQUEST : Fact.CLOSES).on(start));
        reasons.add(due.explanation());
        return due.date();
    }

    private static List<Season.Quiet> quiet(Season season, NotificationPattern pattern, LocalDate earliest) {
        List<Season.Quiet> all = new ArrayList<>();
        for (int year = earliest.getYear() - 1; year <= earliest.getYear() + 1; year++) {
            season.quietAfter(year).ifPresent(all::add);
        }
        all.addAll(season.beforeElections(pattern));
        LocalDate end = earliest.plusDays(DAYS);
        all.removeIf(
                stretch -> stretch.last().isBefore(earliest) || !stretch.first().isBefore(end));
        return all;
    }

    /** The first day by which half of the weight of a year has come. */
    private static @Nullable LocalDate middle(
            LocalDate earliest, NotificationPattern pattern, List<Season.Quiet> quiet) {
        long total = 0;
        for (int i = 0; i < DAYS; i++) {
            total += weight(earliest.plusDays(i), pattern, quiet);
        }
        if (total == 0) {
            return null;
        }
        long soFar = 0;
        LocalDate day = earliest.minusDays(1);
        while (soFar * 2 < total) {
            day = day.plusDays(1);
            soFar += weight(day, pattern, quiet);
        }
        return day;
    }

    private static long weight(LocalDate day, NotificationPattern pattern, List<Season.Quiet> quiet) {
        long full = pattern.weight(day.getMonth()) * SCALE / day.lengthOfMonth();
        boolean thinned = quiet.stream().anyMatch(stretch -> stretch.contains(day));
        return thinned ? full * pattern.quietPercent() : full * 100;
    }

    private static Explanation explained(Season.Quiet stretch, NotificationPattern pattern) {
        Message label = Message.of(
                stretch.election() ? "CAL-EXPECT-ELECTION" : "CAL-EXPECT-QUIET", stretch.first(), stretch.last());
        return Explanation.leaf(label, new Value.Statement(Message.of("CAL-ASSUMPTION-QUIET", pattern.quietPercent())))
                .withRules(stretch.rules().stream().map(Rule::reference).toList());
    }

    private static String weights(NotificationPattern pattern) {
        return String.join(" ", pattern.weights().stream().map(String::valueOf).toList());
    }
}
