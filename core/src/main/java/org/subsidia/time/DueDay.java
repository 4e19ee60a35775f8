package org.subsidia.time;

import java.time.LocalDate;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/**
 * Where a {@link Deadline} leads.
 *
 * @param date the last day on which the act is in time (until midnight)
 * @param steps the way there, one sentence a step
 * @param explanation the same as a tree, with the legal rules used
 */
public record DueDay(LocalDate date, List<Message> steps, Explanation explanation) {

    /** Copies the list. */
    public DueDay {
        steps = List.copyOf(steps);
    }
}
