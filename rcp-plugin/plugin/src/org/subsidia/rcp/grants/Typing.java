package org.subsidia.rcp.grants;

import java.util.Optional;

/** What happens to a text that a user types in a cell. */
interface Typing {
    /** Why the text cannot stand there; empty: it can. */
    Optional<String> refusal(GrantRow row, GrantColumn column, String text);

    /** Takes a text that is not refused. */
    void accept(GrantRow row, GrantColumn column, String text);
}
