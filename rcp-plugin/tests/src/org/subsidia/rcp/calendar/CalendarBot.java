package org.subsidia.rcp.calendar;

/** What a test sees of the calendar. */
public final class CalendarBot {
    private final CalendarView view;

    public CalendarBot(CalendarView view) {
        this.view = view;
    }

    /** How many events stand in the year. */
    public int marks() {
        return view.year().marks();
    }
}
