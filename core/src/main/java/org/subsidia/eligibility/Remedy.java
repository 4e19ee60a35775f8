package org.subsidia.eligibility;

import java.util.List;
import org.subsidia.finding.Message;

/**
 * Changes that together make the answer a yes: it was asked again with them.
 *
 * @param changes at least one; all of them are needed
 */
public record Remedy(List<Change> changes) {
    /** Copies the list. */
    public Remedy {
        changes = List.copyOf(changes);
    }

    /** {@return the changes as advice in words} */
    public Message words() {
        return changes.stream()
                .map(Change::words)
                .reduce((a, b) -> Message.of("ELIG-SAY-AND", a, b))
                .orElseThrow();
    }

    /**
     * The facts as they would be.
     *
     * @param facts as they are
     * @return the facts with the changes
     */
    public Facts apply(Facts facts) {
        Facts next = facts;
        for (Change change : changes) {
            next = next.with(change.fact().id(), change.value(), "");
        }
        return next;
    }
}
