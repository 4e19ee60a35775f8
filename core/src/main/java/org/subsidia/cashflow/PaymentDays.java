package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.calendar.GrantDays;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.Roll;

/**
 * The days on which an expected payment may come: those of its delay, rolled to the payer's next working day, less those that
 * have gone by. Where all have gone by, the payer is late and the delay is counted anew from the day of looking.
 *
 * @param days of equal weight, by day; after the day of looking
 * @param why how the middle one comes about
 */
record PaymentDays(List<LocalDate> days, Explanation why) {

    static PaymentDays of(ExpectedCash payment, GrantDays zones, LocalDate asAt) {
        HolidayCalendar holidays = zones.holidays(payment.payer());
        List<LocalDate> table = rolled(payment.release(), payment.lag(), holidays);
        List<LocalDate> ahead = table.stream().filter(day -> day.isAfter(asAt)).toList();
        List<Explanation> reasons =
                new ArrayList<>(List.of(payment.released(), payment.lag().explanation()));
        if (ahead.isEmpty()) {
            reasons.add(Explanation.leaf(Message.of("CASH-DAY-OVERDUE"), new Value.Day(asAt)));
            ahead = rolled(asAt, payment.lag(), holidays).stream()
                    .map(day -> day.isAfter(asAt) ? day : holidays.plusWorkingDays(asAt, 1))
                    .toList();
        } else if (ahead.size() < table.size()) {
            reasons.add(Explanation.leaf(Message.of("CASH-DAY-NOT-YET"), new Value.Day(asAt)));
        }
        int later = payment.monthsLater();
        if (later > 0) {
            ahead = ahead.stream()
                    .map(day -> holidays.roll(day.plusMonths(later), Roll.NEXT))
                    .toList();
            Message why = payment.later();
            reasons.add(Explanation.leaf(
                    Message.of("CASH-DAY-LATER"),
                    new Value.Statement(why == null ? Message.of("CASH-DAY-LATER") : why)));
        }
        reasons.add(zones.zone(payment.payer()));
        LocalDate middle = ahead.get(ahead.size() / 2);
        return new PaymentDays(
                ahead, Explanation.of(Message.of("CASH-DAY"), new Value.Day(middle), Step.CHOICE, reasons));
    }

    LocalDate middle() {
        return days.get(days.size() / 2);
    }

    private static List<LocalDate> rolled(LocalDate from, Lag lag, HolidayCalendar holidays) {
        List<LocalDate> days = new ArrayList<>(lag.table().length);
        for (int delay : lag.table()) {
            days.add(holidays.roll(from.plusDays(delay), Roll.NEXT));
        }
        return days;
    }
}
