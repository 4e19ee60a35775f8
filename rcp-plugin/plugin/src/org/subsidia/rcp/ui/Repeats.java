package org.subsidia.rcp.ui;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Knows a failure again that comes in a row: a listener that fails whenever the window is painted would otherwise open a
 * dialog as often as one is closed.
 */
final class Repeats {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(10);
    private static final int FRAMES = 5;

    private List<Object> last = List.of();
    private long when;

    /**
     * Notes a failure.
     *
     * @param cause what was thrown
     * @param now nanoseconds of a clock that only goes forward
     * @return whether the same failure was noted less than ten seconds ago
     */
    boolean isAgain(Throwable cause, long now) {
        List<Object> one = List.of(
                cause.getClass(),
                Arrays.stream(cause.getStackTrace()).limit(FRAMES).toList());
        boolean again = one.equals(last) && now - when < QUIET;
        last = one;
        when = now;
        return again;
    }
}
