package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.time.Counting;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.Span;

/** What a source reads from and gathers into; used by one thread, for one derivation. */
final class Gathering {
    static final String CIVIL = "counting.civil";
    static final String EUROPEAN = "counting.european";

    private final Portfolio portfolio;
    private final LawBase base;
    private final LocalDate asOf;
    private final List<CalendarEvent> events = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FunderId, Authority> authorities = new HashMap<>();

    Gathering(Portfolio portfolio, LawBase base, LocalDate asOf) {
        this.portfolio = portfolio;
        this.base = base;
        this.asOf = asOf;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    LocalDate asOf() {
        return asOf;
    }

    Law law(LocalDate day) {
        return base.at(day);
    }

    Events result() {
        return new Events(events, findings);
    }

    void add(CalendarEvent event) {
        events.add(event);
    }

    /** Starts an event of a grant. */
    CalendarEvent.Builder of(EventKind kind, LocalDate date, Grant grant, Fact fact) {
        return CalendarEvent.builder(kind, date, grant.id(), Names.of(grant))
                .field(fact.field())
                .structure(grant.structure())
                .grant(grant.id())
                .funder(Funding.decider(grant));
    }

    /** Notes that an event cannot be derived because a fact is not known. */
    void missing(RecordId record, String subject, EventKind kind, Fact fact) {
        findings.add(Finding.info(
                Place.record(record.value()).field(fact.field()), "CAL-GAP-FACT", kind.label(), subject, fact.label()));
    }

    void missing(Grant grant, EventKind kind, Fact fact) {
        missing(grant.id(), Names.of(grant), kind, fact);
    }

    /** Notes that an event rests on an assumption because a fact is not known. */
    void assumed(Grant grant, EventKind kind, Fact fact) {
        findings.add(Finding.info(
                Place.record(grant.id().value()).field(fact.field()),
                "CAL-ASSUMED-FACT",
                kind.label(),
                Names.of(grant),
                fact.label()));
    }

    /** Notes that the dates of a grant lie outside of what can be counted. */
    void uncountable(Grant grant) {
        findings.add(Finding.error(Place.record(grant.id().value()), "CAL-DATES-RANGE", Names.of(grant)));
    }

    /** A rule of a day; where it has no value that day, a finding says that the event cannot be derived. */
    <T> Optional<Rule<T>> rule(Kind<T> type, String id, LocalDate day, Grant grant, EventKind kind, Fact fact) {
        Law law = base.at(day);
        Optional<Rule<T>> rule = law.find(type, id);
        if (rule.isEmpty()) {
            findings.add(Finding.info(
                    Place.record(grant.id().value()).field(fact.field()),
                    "CAL-GAP-RULE",
                    kind.label(),
                    Names.of(grant),
                    law.whyMissing(id)));
        }
        return rule;
    }

    /** Where an authority acts; the national calendar where that is not known. */
    Authority authority(@Nullable FunderId funder) {
        return funder == null
                ? Authority.unknown()
                : authorities.computeIfAbsent(funder, id -> portfolio
                        .funder(id)
                        .map(f -> Authority.of(f, base.at(asOf)))
                        .orElse(Authority.unknown()));
    }

    HolidayCalendar holidays(Authority authority) {
        return base.calendar(authority.zone());
    }

    /** Counts a legal delay by the counting rule of the day on which it starts. */
    DueDay count(LocalDate start, Rule<Span> delay, String countingRule, Authority authority) {
        Rule<Counting> counting = base.at(start).counting(countingRule);
        return Deadline.from(start)
                .plus(delay.value())
                .because(delay.reference())
                .counted(counting.value(), counting.reference())
                .with(holidays(authority))
                .due();
    }
}
