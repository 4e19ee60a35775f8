/**
 * What happens when, as a list and as a year.
 *
 * <p>{@link org.subsidia.rcp.calendar.EventRows} puts the library's events in the order of reading, late ones first, and knows
 * no window; {@link org.subsidia.rcp.calendar.CalendarView} shows them.
 */
package org.subsidia.rcp.calendar;
