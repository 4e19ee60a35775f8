package org.subsidia.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * One figure with its name.
 *
 * @param id stable name, camelCase; a field name in JSON
 * @param label what the figure is
 * @param value the figure, or why there is none
 * @param remark what helps to read it, or null
 */
public record KeyFigure(
        String id, Message label, Cell value, @Nullable Message remark) {

    /** Checks the id. */
    public KeyFigure {
        Ids.check(id);
    }

    /** {@return what helps to read it} */
    public Optional<Message> note() {
        return Optional.ofNullable(remark);
    }
}
