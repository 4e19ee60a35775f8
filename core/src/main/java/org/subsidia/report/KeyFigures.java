package org.subsidia.report;

import java.util.List;

/**
 * The few figures to see first.
 *
 * @param figures most important first
 */
public record KeyFigures(List<KeyFigure> figures) implements Block {

    /** Copies the figures. */
    public KeyFigures {
        figures = List.copyOf(figures);
    }
}
