package org.subsidia.cli;

import java.util.Locale;
import org.subsidia.finding.Message;

/** One line on a terminal that says how far long work has come; nothing where nobody watches. */
final class ProgressLine {
    private static final long NANOS_BETWEEN = 200_000_000;
    private static final long MEGABYTE = 1_000_000;

    private final Console console;
    private long last = System.nanoTime();
    private boolean shown;

    ProgressLine(Console console) {
        this.console = console;
    }

    /** Hears how many of how many bytes are read; always wants to go on. */
    synchronized boolean at(long read, long total) {
        long now = System.nanoTime();
        if (console.terminal() && total > 0 && now - last > NANOS_BETWEEN) {
            last = now;
            shown = true;
            String line = Message.of("CLI-PROGRESS", 100 * read / total, read / MEGABYTE, total / MEGABYTE)
                    .in(console.locale());
            console.err().print(String.format(Locale.ROOT, "\r%-70s", line));
            console.err().flush();
        }
        return true;
    }

    void done() {
        if (shown) {
            console.err().print(String.format(Locale.ROOT, "\r%-70s\r", ""));
            console.err().flush();
        }
    }
}
