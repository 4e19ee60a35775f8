package org.subsidia.report;

import java.util.List;
import org.subsidia.finding.Message;

/**
 * A part of a report under one heading.
 *
 * @param id stable name, camelCase, such as {@code years}
 * @param heading what the section is about
 * @param blocks in the order of reading
 */
public record Section(String id, Message heading, List<Block> blocks) {

    /** Copies the blocks and checks the id. */
    public Section {
        Ids.check(id);
        blocks = List.copyOf(blocks);
    }

    /**
     * A section.
     *
     * @param id stable name
     * @param heading what it is about
     * @param blocks in the order of reading
     * @return the section
     */
    public static Section of(String id, Message heading, Block... blocks) {
        return new Section(id, heading, List.of(blocks));
    }

    /** Whether it holds nothing but charts, whose figures stand in other sections as tables. */
    boolean isPictures() {
        return blocks.stream().allMatch(Figure.class::isInstance);
    }
}
