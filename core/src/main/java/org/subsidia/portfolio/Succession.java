package org.subsidia.portfolio;

import java.time.LocalDate;
import java.util.List;
import org.subsidia.money.Fraction;

/**
 * A structure takes over the State aid history of another: a merger, an acquisition, or its part of a division.
 *
 * @param from whose history
 * @param day from this day on the aid granted before it counts for the heir
 * @param share how much of the history comes along: 1 at a merger, the share of the equity at a division; kept as it came,
 *     and counted as none below 0 and as all above 1
 * @param grants aid that went wholly to the heir because it used it, whatever the share
 */
public record Succession(StructureId from, LocalDate day, Fraction share, List<GrantId> grants) {

    /** Copies the list; refuses what is missing. */
    public Succession {
        Check.notNull(from, "from");
        Check.notNull(day, "day");
        Check.notNull(share, "share");
        grants = List.copyOf(grants);
    }

    /**
     * A merger or an acquisition: the whole history.
     *
     * @param from whose history
     * @param day from when
     * @return the succession
     */
    public static Succession merger(StructureId from, LocalDate day) {
        return new Succession(from, day, Fraction.ONE, List.of());
    }

    /**
     * A part of a division, by equity.
     *
     * @param from who was divided
     * @param day from when
     * @param share the share of the equity
     * @return the succession
     */
    public static Succession division(StructureId from, LocalDate day, Fraction share) {
        return new Succession(from, day, share, List.of());
    }
}
