package org.subsidia.report;

import org.subsidia.finding.Message;
import org.subsidia.report.chart.ChartSpec;

/**
 * A chart in a report.
 *
 * @param id stable name, camelCase
 * @param chart what is drawn
 * @param caption what the reader should see in it
 * @param alternative the same in words, for readers who do not see the picture
 */
public record Figure(String id, ChartSpec chart, Message caption, Message alternative) implements Block {

    /** Checks the id. */
    public Figure {
        Ids.check(id);
    }
}
