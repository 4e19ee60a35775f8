package org.subsidia.portfolio;

/**
 * The region in which a structure has its seat for a time.
 *
 * @param region the region’s official code in force in that time, such as {@code 41} or {@code 44}
 * @param window when
 */
public record RegionStay(String region, DateWindow window) {

    /** Refuses what is missing. */
    public RegionStay {
        Check.notNull(region, "region");
        Check.notNull(window, "window");
    }
}
