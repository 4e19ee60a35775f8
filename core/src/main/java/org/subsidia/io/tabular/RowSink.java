package org.subsidia.io.tabular;

/** Takes rows as they are read. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes a row.
     *
     * @param row the next row
     * @return whether more rows are wanted
     */
    boolean accept(TabularRow row);
}
