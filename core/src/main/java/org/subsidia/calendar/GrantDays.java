package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.time.HolidayCalendar;

/**
 * The days of one grant on which others build: when each step of its schedule falls due, when an application will probably be
 * notified, and by whose holidays its payer works.
 */
public final class GrantDays {
    private final Gathering from;
    private final CalendarOptions options;

    private GrantDays(Gathering from, CalendarOptions options) {
        this.from = from;
        this.options = options;
    }

    /**
     * A day and where it comes from.
     *
     * @param date the day; null: not known
     * @param certainty how sure it is
     * @param explanation the counting, or which fact is not known
     */
    public record Known(@Nullable LocalDate date, Certainty certainty, Explanation explanation) {

        /** {@return the day, if it is known} */
        public Optional<LocalDate> day() {
            return Optional.ofNullable(date);
        }
    }

    /**
     * The days of the grants of a portfolio.
     *
     * @param portfolio what is known
     * @param law the rules
     * @param asOf the day of looking
     * @return the days
     */
    public static GrantDays of(Portfolio portfolio, LawBase law, LocalDate asOf) {
        return new GrantDays(new Gathering(portfolio, law, asOf), CalendarOptions.STANDARD);
    }

    /**
     * When each step of a schedule falls due.
     *
     * @param grant the grant
     * @return one a step, in the order of the schedule
     */
    public List<Known> steps(Grant grant) {
        StepDays days = new StepDays(grant, from);
        return grant.schedule().stream()
                .map(ScheduleStep::trigger)
                .map(days::of)
                .map(outcome -> new Known(outcome.day(), outcome.certainty(), outcome.reason()))
                .toList();
    }

    /**
     * When an application will probably be notified.
     *
     * @param grant planned or requested
     * @return the day and the assumption behind it, if it can be told
     */
    public Optional<Known> notification(Grant grant) {
        Gathering own = new Gathering(from.portfolio(), from.law(from.asOf()).base(), from.asOf());
        new ExpectedNotification(options).read(grant, own);
        return own.result().events().stream()
                .map(event -> new Known(event.date(), event.certainty(), event.explanation()))
                .findFirst();
    }

    /**
     * The working days of a payer.
     *
     * @param payer the funder; null: not known
     * @return the calendar of its zone, the national one where that is not known
     */
    public HolidayCalendar holidays(@Nullable FunderId payer) {
        return from.holidays(from.authority(payer));
    }

    /**
     * How the zone of a payer is known.
     *
     * @param payer the funder; null: not known
     * @return a leaf of an explanation
     */
    public Explanation zone(@Nullable FunderId payer) {
        return from.authority(payer).explanation();
    }
}
