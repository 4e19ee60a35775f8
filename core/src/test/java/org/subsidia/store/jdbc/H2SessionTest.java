package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;

class H2SessionTest extends DatabaseSessionContract {
    @TempDir
    Path folder;

    @Override
    protected DatabaseAddress address(String portfolio) {
        return H2.address(folder, portfolio);
    }

    @Test
    void open_byAUserWhoMayOnlyRead_readsAndRefusesEdits() throws Exception {
        String url = "jdbc:h2:" + folder.resolve("shared");
        DatabaseAddress owner = DatabaseAddress.parse(url + "#p", name -> null).get();
        DatabaseStore.at(owner, DatabaseOptions.by("Anne"), null)
                .create(Portfolio.empty().apply(put("a", "Pôle Mer")))
                .get();
        try (var connection = new Connector(owner, false).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE USER reader PASSWORD 'r'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO reader");
        }
        DatabaseAddress reader = DatabaseAddress.parse(url + ";USER=reader;PASSWORD=r#p", name -> null)
                .get();
        try (DatabaseSession session =
                DatabaseSession.open(reader, DatabaseOptions.by("x")).get()) {
            assertThat(session.isReadOnly()).isTrue();
            assertThat(session.portfolio().structures()).hasSize(1);
            assertThat(session.apply(put("b", "Autre"), null))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.findings())
                            .extracting(Finding::code)
                            .containsExactly("STORE-DB-READ-ONLY"));
        }
    }

    @Test
    void open_fileThatIsNotThere_makesNone() {
        assertThat(codes(H2.address(folder.resolve("none"), "p"))).containsExactly("STORE-DB-ABSENT");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
