package org.subsidia.store.jdbc;

import java.nio.charset.StandardCharsets;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.store.EditJson;

/**
 * One edit of a portfolio in a database.
 *
 * @param number counts the edits of the portfolio, from 1; the portfolio’s version after it
 * @param record what was changed, by whom, when and why
 * @param seal the digest of this edit and of the seal before, 64 hexadecimal digits
 */
public record AuditEntry(long number, EditRecord record, String seal) {

    /** {@return the entry as JSON on one line, as a line of a file’s history: {@code {"edit":17,"record":{…},"sha256":"…"}}} */
    public String toJson() {
        String json = new String(EditJson.write(record), StandardCharsets.UTF_8);
        return "{\"edit\":" + number + ",\"record\":" + json + ",\"sha256\":\"" + seal + "\"}";
    }
}
