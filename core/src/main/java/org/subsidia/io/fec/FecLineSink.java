package org.subsidia.io.fec;

/** Takes the lines of a FEC as they are read. */
@FunctionalInterface
interface FecLineSink {

    /** Takes the line at which the cursor stands, and says whether more are wanted. */
    boolean accept(FecCursor cursor);
}
