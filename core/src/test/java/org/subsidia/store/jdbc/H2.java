package org.subsidia.store.jdbc;

import java.nio.file.Path;

/** A database of H2 in a file. */
final class H2 {
    private H2() {}

    static DatabaseAddress address(Path folder, String portfolio) {
        return DatabaseAddress.parse("jdbc:h2:" + folder.resolve("team") + '#' + portfolio, variable -> null)
                .get();
    }
}
