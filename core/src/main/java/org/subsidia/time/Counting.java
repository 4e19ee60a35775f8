package org.subsidia.time;

/**
 * How a text counts delays. The rules in force are in the law base; a funder's convention may make its own.
 *
 * @param clearDays whether the last day is not counted either (jours francs); the first never is
 * @param roll what becomes of an end on a day off, counting forward
 * @param backwardRoll the same, counting backward (“at least 15 days before”)
 * @param minimumWorkingDays a delay of as many days or more holds at least as many working days; 0: no such rule
 */
public record Counting(boolean clearDays, Roll roll, Roll backwardRoll, int minimumWorkingDays) {

    /** Days as they come: nothing is added, nothing is moved. */
    public static final Counting PLAIN = new Counting(false, Roll.NONE, Roll.NONE, 0);

    /** Refuses a negative minimum. */
    public Counting {
        if (minimumWorkingDays < 0) {
            throw new IllegalArgumentException("a minimum of working days is not negative: " + minimumWorkingDays);
        }
    }
}
