/**
 * Days, months and delays, as French and European law count them.
 *
 * <p>A {@link org.subsidia.time.Deadline} goes from a day over a {@link org.subsidia.time.Span} to a due day and tells each
 * step in words. A {@link org.subsidia.time.HolidayCalendar} knows the public holidays of a {@link
 * org.subsidia.time.Zone}; which days those are is law and comes from the law base ({@code law.calendar(zone)}). {@link
 * org.subsidia.time.MonthAxis} and {@link org.subsidia.time.FiscalYear} cut time for forecasts and accounts.
 */
@NullMarked
package org.subsidia.time;

import org.jspecify.annotations.NullMarked;
