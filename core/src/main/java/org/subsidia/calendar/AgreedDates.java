package org.subsidia.calendar;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.Grant;

/** Deadlines that the convention sets. Its own words win: nothing is counted and nothing moved. */
final class AgreedDates {
    private static final Pattern INTERIM = Pattern.compile(
            "(rapport|bilan|compte rendu|report).*(intermediaire|d'etape|d’etape|interim)|interim.*report");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private AgreedDates() {}

    static void read(Grant grant, Gathering into) {
        Names.Keys keys = new Names.Keys();
        for (AgreedDeadline deadline : grant.deadlines()) {
            EventKind kind = isInterimReport(deadline) ? EventKind.INTERIM_REPORT : EventKind.AGREED_DEADLINE;
            into.add(into.of(kind, deadline.due(), grant, Fact.DEADLINE)
                    .part(keys.of(deadline.name()), Message.of("CAL-TEXT", deadline.name()))
                    .done(deadline.done() == null && Funding.isClosed(grant) ? deadline.due() : deadline.done())
                    .because(Fact.DEADLINE.on(deadline.due()))
                    .build());
        }
    }

    /** Whether the name of a deadline is that of a report on the way. */
    static boolean isInterimReport(AgreedDeadline deadline) {
        String plain = MARKS.matcher(Normalizer.normalize(deadline.name(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return INTERIM.matcher(plain).find();
    }
}
