package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;

/** A server that takes the connection and never says a word. */
class SilentServerTest {
    @Test
    void open_isRefusedWithASentence_insteadOfWaitingForEver() throws Exception {
        // connections wait in the queue of the listening socket; nobody ever reads from them
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            DatabaseAddress address = DatabaseAddress.parse(
                            "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort()
                                    + "/team?socketTimeout=1&sslmode=disable#p",
                            variable -> variable.endsWith("USER") ? "anne" : "secret")
                    .get();
            Reading<Portfolio> reading =
                    DatabaseStore.at(address, DatabaseOptions.by("Anne"), null).open();
            assertThat(reading.isRead()).isFalse();
            Finding finding = reading.findings().get(0);
            assertThat(finding.code()).isEqualTo("STORE-DB-UNREACHABLE");
            assertThat(finding.message().in(Locale.FRENCH))
                    .contains("127.0.0.1")
                    .doesNotContain("secret");
        }
    }
}
