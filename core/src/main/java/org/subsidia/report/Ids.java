package org.subsidia.report;

import java.util.regex.Pattern;

/** Ids become JSON field names, HTML anchors and file names: letters and digits only, camelCase. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");

    private Ids() {}

    static String check(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is written in camelCase, not \"" + id + '"');
        }
        return id;
    }
}
