package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.Saved;
import org.subsidia.store.jdbc.CuttingProxy.Cut;

/** The network is cut at the worst moment: the edit is neither lost nor made twice, and nobody is told a guess. */
class LostConnectionTest {
    private SharedPostgres database;
    private CuttingProxy proxy;

    @BeforeEach
    void start() throws Exception {
        database = SharedPostgres.fresh();
        proxy = new CuttingProxy(database.port());
        DatabaseStore.at(database.address("p"), DatabaseOptions.by("Anne"), null)
                .create(Portfolio.empty())
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        if (proxy != null) {
            proxy.close();
        }
    }

    private DatabaseSession open(Duration patience) {
        DatabaseAddress address = PostgresServer.address(
                proxy.port(),
                PostgresServer.OWNER,
                PostgresServer.PASSWORD,
                "p",
                "?currentSchema=" + database.schema());
        return DatabaseSession.open(address, DatabaseOptions.by("Anne").withPatience(patience))
                .get();
    }

    private List<String> reasons() {
        return AuditTrail.since(database.address("p"), 0).get().stream()
                .map(entry -> String.valueOf(entry.record().reason()))
                .toList();
    }

    @Test
    void apply_cutAtTheCommit_andTheLineComesBack_isMadeOnce() throws Exception {
        for (Cut when : List.of(Cut.BEFORE_COMMIT, Cut.AFTER_COMMIT)) {
            try (DatabaseSession session = open(Duration.ofMinutes(1))) {
                List<DatabaseSession.Change> told = new ArrayList<>();
                session.addListener(told::add);
                proxy.cut(when, false);
                assertThat(session.apply(DatabaseSessionContract.put("a", when.name()), when.name()))
                        .as("%s", when)
                        .isInstanceOf(Outcome.Accepted.class);
                assertThat(told).hasSize(1);
            }
        }
        assertThat(reasons()).containsExactly("BEFORE_COMMIT", "AFTER_COMMIT");
    }

    @Test
    void apply_cutAfterTheCommit_isUnsureUntilSettled_andWasMade() throws Exception {
        try (DatabaseSession session = open(Duration.ZERO)) {
            proxy.cut(Cut.AFTER_COMMIT, true);
            assertUnsure(session.apply(DatabaseSessionContract.put("a", "Pôle Mer"), "first"));
            assertUnsure(session.apply(DatabaseSessionContract.put("b", "Autre"), "second"));
            assertUnsure(session.settle());
            assertThat(session.version()).isZero();

            proxy.revive();
            assertThat(session.settle())
                    .isInstanceOfSatisfying(Outcome.Accepted.class, done -> assertThat(done.version())
                            .isEqualTo(1));
            assertThat(session.portfolio().structures()).hasSize(1);
            assertThatIllegalStateException().isThrownBy(session::settle);
        }
        assertThat(reasons()).containsExactly("first");
    }

    @Test
    void apply_cutBeforeTheCommit_isUnsureUntilSettled_andWasNotMade() throws Exception {
        try (DatabaseSession session = open(Duration.ZERO)) {
            proxy.cut(Cut.BEFORE_COMMIT, true);
            assertUnsure(session.apply(DatabaseSessionContract.put("a", "Pôle Mer"), "first"));

            proxy.revive();
            assertThat(session.settle())
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.findings())
                            .extracting(Finding::code)
                            .containsExactly("STORE-DB-NOT-MADE"));
            assertThat(session.apply(DatabaseSessionContract.put("a", "Pôle Mer"), "again"))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(reasons()).containsExactly("again");
    }

    /** What others do is asked for every few seconds: a session that lost its line must not stay deaf until the next edit. */
    @Test
    void refresh_afterTheServerEndedTheConnection_readsAgain() throws Exception {
        try (DatabaseSession session = open(Duration.ZERO)) {
            assertThat(session.refresh().isRead()).isTrue();
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            assertThat(session.refresh().isRead()).as("the line is found dead").isFalse();
            assertThat(session.refresh().isRead()).as("another one is made").isTrue();
            assertThat(session.latest().isRead()).isTrue();
        }
    }

    /** A network that drops every packet without a word: no error comes, only silence. */
    @Test
    void apply_whenTheServerFallsSilent_doesNotWaitForEver_andIsMadeOnce() throws Exception {
        DatabaseAddress address = PostgresServer.address(
                proxy.port(),
                PostgresServer.OWNER,
                PostgresServer.PASSWORD,
                "p",
                "?currentSchema=" + database.schema() + "&socketTimeout=1");
        try (DatabaseSession session = DatabaseSession.open(
                        address, DatabaseOptions.by("Anne").withPatience(Duration.ZERO))
                .get()) {
            assertThat(session.apply(DatabaseSessionContract.put("a", "Pôle Mer"), "heard"))
                    .isInstanceOf(Outcome.Accepted.class);
            proxy.cut(Cut.SWALLOWED_COMMIT, false);
            // the line is given up after the second that the address allows, another one is taken, and the edit asked
            // for there
            assertThat(session.apply(DatabaseSessionContract.put("b", "Autre"), "swallowed"))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(reasons()).containsExactly("heard", "swallowed");
    }

    private DatabaseStore store(String portfolio, Duration patience) {
        DatabaseAddress address = PostgresServer.address(
                proxy.port(),
                PostgresServer.OWNER,
                PostgresServer.PASSWORD,
                portfolio,
                "?currentSchema=" + database.schema());
        return DatabaseStore.at(address, DatabaseOptions.by("Anne").withPatience(patience), "copy");
    }

    private static Portfolio portfolio(String... ids) {
        Portfolio portfolio = Portfolio.empty();
        for (String id : ids) {
            portfolio = portfolio.apply(DatabaseSessionContract.put(id, "Pôle " + id));
        }
        return portfolio;
    }

    @Test
    void createAndSave_cutAtTheCommit_andTheLineComesBack_areMadeOnce() throws Exception {
        int made = 0;
        for (Cut when : List.of(Cut.BEFORE_COMMIT, Cut.AFTER_COMMIT)) {
            for (Portfolio wanted : List.of(Portfolio.empty(), portfolio("a"))) {
                String name = "new" + made++;
                DatabaseStore store = store(name, Duration.ofMinutes(1));
                proxy.cut(when, false);
                assertThat(store.create(wanted).findings()).as("%s", when).isEmpty();
                assertThat(store.create(wanted).findings())
                        .extracting(Finding::code)
                        .containsExactly("STORE-DB-EXISTS");
                proxy.cut(when, false);
                assertThat(store.save(portfolio("a", "b")).findings()).isEmpty();
                assertThat(store.open().get()).isEqualTo(portfolio("a", "b"));
                assertThat(AuditTrail.since(database.address(name), 0).get())
                        .hasSize(wanted.structures().size() + 1);
            }
        }
    }

    @Test
    void createAndSave_cutAtTheCommit_areUnsureUntilSavedAgain() throws Exception {
        for (Cut when : List.of(Cut.BEFORE_COMMIT, Cut.AFTER_COMMIT)) {
            // the proxy looks for the word itself
            String name = when.name().toLowerCase(Locale.ROOT);
            DatabaseStore store = store(name, Duration.ZERO);
            proxy.cut(when, true);
            assertUnsure(store.create(portfolio("a")));
            proxy.revive();
            assertThat(store.save(portfolio("a")).isRead()).isTrue();
            proxy.cut(when, true);
            assertUnsure(store.save(portfolio("b")));
            proxy.revive();
            assertThat(store.save(portfolio("b")).isRead()).isTrue();
            assertThat(AuditTrail.since(database.address(name), 0).get()).hasSize(2);
        }
    }

    private static void assertUnsure(Reading<Saved> saved) {
        assertThat(saved.findings())
                .as("%s", saved.findings())
                .extracting(Finding::code)
                .contains("STORE-DB-UNSURE");
    }

    private static void assertUnsure(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unsure.class, unsure -> assertThat(unsure.findings())
                .extracting(Finding::code)
                .contains("STORE-DB-UNSURE"));
    }
}
