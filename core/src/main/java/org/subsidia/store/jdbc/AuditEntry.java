package org.subsidia.store.jdbc;

import org.subsidia.portfolio.EditRecord;

/**
 * One edit of a portfolio in a database.
 *
 * @param number counts the edits of the portfolio, from 1; the portfolio’s version after it
 * @param record what was changed, by whom, when and why
 * @param document the same as JSON on one line, to the letter as it was stored and sealed, perhaps by another version
 * @param columns what was sealed behind the document: fields of JSON, each with a comma before it; empty in edits of the first
 *     schema, which sealed the document alone
 * @param seal the digest of this edit and of the seal before, 64 hexadecimal digits
 */
public record AuditEntry(long number, EditRecord record, String document, String columns, String seal) {

    /**
     * The entry as JSON on one line, in the letters of which the seal is the digest.
     *
     * @return as a line of a file’s history: {@code {"edit":17,"record":{…},"token":"…","madeAt":"…","sha256":"…"}}
     */
    public String toJson() {
        return "{\"edit\":" + number + ",\"record\":" + document + columns + ",\"sha256\":\"" + seal + "\"}";
    }
}
