/**
 * Events as an iCalendar file (RFC 5545), for the calendars that people have.
 *
 * <p>Start from {@link org.subsidia.io.ical.IcalExport}. Each event is a whole day with a UID of its own that never changes. A
 * file that was written before is updated: what changed gets the next SEQUENCE, what went away is cancelled, what stayed keeps
 * its bytes, so that a calendar that imports the file again neither doubles nor loses an event.
 */
@NullMarked
package org.subsidia.io.ical;

import org.jspecify.annotations.NullMarked;
