package org.subsidia.store.jdbc;

import org.subsidia.portfolio.EditRecord;

/**
 * One edit of a portfolio in a database.
 *
 * @param number counts the edits of the portfolio, from 1; the portfolio’s version after it
 * @param record what was changed, by whom, when and why
 * @param document the same as JSON on one line, to the letter as it was stored and sealed, perhaps by another version
 * @param seal the digest of this edit and of the seal before, 64 hexadecimal digits
 */
public record AuditEntry(long number, EditRecord record, String document, String seal) {

    /** {@return the entry as JSON on one line, as a line of a file’s history: {@code {"edit":17,"record":{…},"sha256":"…"}}} */
    public String toJson() {
        return "{\"edit\":" + number + ",\"record\":" + document + ",\"sha256\":\"" + seal + "\"}";
    }
}
