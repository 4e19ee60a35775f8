package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.PortfolioStore;
import org.subsidia.store.StoreContract;

/** The contract of stores for a database; each test has a fresh one. */
abstract class DatabaseStoreContract extends StoreContract {
    private static final DatabaseOptions ANNE = DatabaseOptions.by("Anne");

    protected abstract DatabaseAddress address(String portfolio);

    @Override
    protected PortfolioStore store(String name) {
        return DatabaseStore.at(address(name), ANNE, null);
    }

    @Override
    protected Editing editing(String name) {
        DatabaseStore.at(address(name), ANNE, null).create(Portfolio.empty()).get();
        DatabaseSession session = DatabaseSession.open(address(name), ANNE).get();
        return new Editing() {
            @Override
            public Portfolio apply(Edit edit) {
                assertThat(session.apply(edit, null)).isInstanceOf(Outcome.Accepted.class);
                return session.portfolio();
            }

            @Override
            public Portfolio kept() {
                assertThat(AuditTrail.verify(address(name), java.util.List.of())
                                .get()
                                .findings())
                        .isEmpty();
                return DatabaseStore.at(address(name), ANNE, null).open().get();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
