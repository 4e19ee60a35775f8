package org.subsidia.io.tabular;

/** Takes lines as they are read. */
@FunctionalInterface
public interface LineSink {

    /**
     * Takes a line.
     *
     * @param number of the line, from 1
     * @param text without the end of the line
     * @return whether more lines are wanted
     */
    boolean accept(long number, String text);
}
