package org.subsidia.calendar;

import java.time.LocalDate;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;

/** Derives the events of one kind of thing. A pure function: the same input gives the same events. */
@FunctionalInterface
public interface EventSource {

    /**
     * The events that follow from a portfolio.
     *
     * @param portfolio what is known
     * @param law the rules; each source takes those of the day on which its counting starts
     * @param asOf the day of looking, never today by itself
     * @return the events, and for what is missing a finding
     */
    Events events(Portfolio portfolio, LawBase law, LocalDate asOf);
}
