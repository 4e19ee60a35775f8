package org.subsidia.portfolio;

import java.time.LocalDate;
import java.time.Period;
import org.subsidia.money.Fraction;

/** What makes a step of a payment schedule due. */
public sealed interface Trigger {

    /**
     * A day.
     *
     * @param date the day
     */
    record OnDate(LocalDate date) implements Trigger {
        /** Refuses what is missing. */
        public OnDate {
            Check.notNull(date, "date");
        }
    }

    /**
     * An event in the life of the grant, or some time after it.
     *
     * @param event the event
     * @param delay how long after it; {@link Period#ZERO} on the day
     */
    record OnEvent(GrantEvent event, Period delay) implements Trigger {
        /** Refuses what is missing. */
        public OnEvent {
            Check.notNull(event, "event");
            Check.notNull(delay, "delay");
        }
    }

    /**
     * A share of the eligible cost is spent.
     *
     * @param share the share, 0 to 1
     */
    record OnShareSpent(Fraction share) implements Trigger {
        /** Refuses what is missing and a negative share. */
        public OnShareSpent {
            Check.share(Check.notNull(share, "share"), "share");
        }
    }

    /**
     * A report is filed, or some time after it.
     *
     * @param report which report
     * @param delay how long after it; {@link Period#ZERO} on the day
     */
    record OnReport(ReportKind report, Period delay) implements Trigger {
        /** Refuses what is missing. */
        public OnReport {
            Check.notNull(report, "report");
            Check.notNull(delay, "delay");
        }
    }
}
