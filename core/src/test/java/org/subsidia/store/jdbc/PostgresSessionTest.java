package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;

class PostgresSessionTest extends DatabaseSessionContract {
    private SharedPostgres database;

    @BeforeEach
    void fresh() throws Exception {
        database = SharedPostgres.fresh();
    }

    @Override
    protected DatabaseAddress address(String portfolio) {
        return database.address(portfolio);
    }

    @Test
    void open_byAReader_readsAndRefusesToWrite() throws Exception {
        DatabaseStore.at(address("p"), DatabaseOptions.by("Anne"), null)
                .save(Portfolio.of(List.of(structure("a", "Pôle Mer"))))
                .get();
        String reader = "reader_" + database.schema();
        database.execute(
                "CREATE ROLE " + reader + " LOGIN PASSWORD 'lecture'",
                "GRANT USAGE ON SCHEMA " + database.schema() + " TO " + reader,
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + database.schema() + " TO " + reader);
        DatabaseAddress address = database.address(reader, "lecture", "p");

        try (DatabaseSession session =
                DatabaseSession.open(address, DatabaseOptions.by("Lecteur")).get()) {
            assertThat(session.isReadOnly()).isTrue();
            assertThat(session.portfolio().structures()).hasSize(1);
            assertThat(session.apply(put("b", "Autre"), null))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.findings())
                            .extracting(Finding::code)
                            .containsExactly("STORE-DB-READ-ONLY"));
        }
        assertThat(AuditTrail.verify(address, List.of()).get().findings()).isEmpty();
        assertThat(DatabaseStore.at(address, DatabaseOptions.by("x"), null)
                        .save(Portfolio.empty())
                        .findings())
                .extracting(Finding::code)
                .containsExactly("STORE-DB-RIGHT");
    }

    /** With the rights that the decision on the store recommends, a writer cannot change the trail. */
    @Test
    void writer_mayAddToTheTrail_andNotChangeIt() throws Exception {
        DatabaseStore.at(address("p"), DatabaseOptions.by("Anne"), null)
                .save(Portfolio.empty())
                .get();
        String writer = "writer_" + database.schema();
        database.execute(
                "CREATE ROLE " + writer + " LOGIN PASSWORD 'écriture'",
                "GRANT USAGE ON SCHEMA " + database.schema() + " TO " + writer,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + database.schema() + " TO " + writer,
                "REVOKE UPDATE, DELETE ON subsidia_edit FROM " + writer);
        DatabaseAddress address = database.address(writer, "écriture", "p");

        try (DatabaseSession session =
                DatabaseSession.open(address, DatabaseOptions.by("Bernard")).get()) {
            assertThat(session.apply(put("b", "Autre"), null)).isInstanceOf(Outcome.Accepted.class);
            assertThat(session.apply(put("b", "Autre nom"), null)).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(AuditTrail.verify(address, List.of()).get().edits()).isEqualTo(2);
    }

    @Test
    void open_byAReader_whereNoTablesAre_saysWhoMakesThem() throws Exception {
        String reader = "nobody_" + database.schema();
        database.execute(
                "CREATE ROLE " + reader + " LOGIN PASSWORD 'x'",
                "GRANT USAGE ON SCHEMA " + database.schema() + " TO " + reader);

        assertThat(codes(database.address(reader, "x", "p"))).containsExactly("STORE-DB-RIGHT");
    }

    @Test
    void open_wrongPassword_wrongServer_wrongDatabase_eachHasItsSentence() {
        Finding password = refusal(database.address(PostgresServer.OWNER, "faux", "p"));
        assertThat(password.code()).isEqualTo("STORE-DB-PASSWORD");
        assertThat(password.message().in(Locale.FRENCH) + password.advice(Locale.FRENCH))
                .contains("SUBSIDIA_DB_PASSWORD")
                .doesNotContain("faux");
        assertThat(refusal(PostgresServer.address(1, "a", "b", "p", "")).code()).isEqualTo("STORE-DB-UNREACHABLE");
        String none = PostgresServer.url(database.port(), "p", "").replace("/postgres#", "/none#");
        assertThat(refusal(DatabaseAddress.parse(
                                        none,
                                        name -> name.equals(DatabaseAddress.USER)
                                                ? PostgresServer.OWNER
                                                : PostgresServer.PASSWORD)
                                .get())
                        .code())
                .isEqualTo("STORE-DB-ABSENT");
    }

    private static Finding refusal(DatabaseAddress address) {
        return DatabaseSession.open(address, DatabaseOptions.by("x")).findings().get(0);
    }
}
