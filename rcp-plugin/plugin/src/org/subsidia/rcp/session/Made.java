package org.subsidia.rcp.session;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;

/**
 * What became of an edit.
 *
 * @param done whether it was made
 * @param edit as it was made: another than the one asked for where it was brought together with the edits of others
 * @param before the value just before it
 * @param after the value now, with what others did meanwhile
 * @param refusal why it was not made; empty: it was, or the user gave it up
 */
record Made(boolean done, Edit edit, Portfolio before, Portfolio after, List<Finding> refusal) {
    static Made of(Edit edit, Portfolio before) {
        return new Made(true, edit, before, before.apply(edit), List.of());
    }

    static Made refused(Edit edit, Portfolio now, List<Finding> why) {
        return new Made(false, edit, now, now, why);
    }
}
