package org.subsidia.accounts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;

/**
 * A line of the accounts that touches subsidies, and the grant to which it belongs.
 *
 * @param posting the line
 * @param named the funder that its words name, or null
 * @param grant the grant, or null where none could be told
 * @param how by what it was told
 * @param reason the same in words: what was compared, or why no grant could be told
 * @param candidates the grants among which it could not be told
 */
public record Match(
        Posting posting,
        @Nullable NamedFunder named,
        @Nullable Grant grant,
        How how,
        Message reason,
        List<Grant> candidates) {

    /** By what a line was matched. */
    public enum How {
        /** The reference or id of the grant stands in it. */
        REFERENCE,
        /** Its amount and its day are those of the grant, and the funder is not another one. */
        AMOUNT,
        /** Its funder gave one grant only that the year can concern. */
        FUNDER,
        /** The other lines of the same entry belong to one grant. */
        ENTRY,
        /** It belongs to none, or cannot be told. */
        UNRESOLVED;

        /** {@return it in words} */
        public Message label() {
            return Message.of("ACC-HOW-" + name());
        }
    }

    /** Copies the candidates. */
    public Match {
        candidates = List.copyOf(candidates);
    }

    /** {@return the grant, if it could be told} */
    public Optional<Grant> matched() {
        return Optional.ofNullable(grant);
    }
}
