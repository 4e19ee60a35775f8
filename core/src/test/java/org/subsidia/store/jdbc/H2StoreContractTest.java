package org.subsidia.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreContractTest extends DatabaseStoreContract {
    @TempDir
    Path folder;

    @Override
    protected DatabaseAddress address(String portfolio) {
        return H2.address(folder, portfolio);
    }
}
