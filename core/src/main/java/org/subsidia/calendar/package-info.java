/**
 * What happens when: every date and deadline that follows from a portfolio and the law.
 *
 * <p>Start from {@link org.subsidia.calendar.GrantCalendar}: it asks each {@link org.subsidia.calendar.EventSource} for its
 * {@link org.subsidia.calendar.CalendarEvent}s as at a day, and has views on what is late, what comes soon, by structure, by
 * funder and by month. Deadlines are counted as the law says and moved by the public holidays of the authority that must act,
 * never those of the structure; each event carries its counting in words. Where a fact is missing there is no event, but a
 * finding that names the fact.
 */
@NullMarked
package org.subsidia.calendar;

import org.jspecify.annotations.NullMarked;
