package org.subsidia.store.jdbc;

import org.junit.jupiter.api.BeforeEach;

class PostgresStoreContractTest extends DatabaseStoreContract {
    private SharedPostgres database;

    @BeforeEach
    void fresh() throws Exception {
        database = SharedPostgres.fresh();
    }

    @Override
    protected DatabaseAddress address(String portfolio) {
        return database.address(portfolio);
    }
}
