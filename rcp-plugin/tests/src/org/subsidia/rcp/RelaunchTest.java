package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelaunchTest {
    @Test
    void command_keepsTheOptions_opensWhatWasOpen_andLeavesTheLanguageToTheScript() {
        List<String> before =
                List.of("-nl", "fr", "-data", "/tmp/été à côté", "-consoleLog", "jdbc:h2:./team#p", "-nl", "en");
        assertThat(Relaunch.command("/opt/subsidia", before, Optional.of("/home/é/mon budget.subsidia")))
                .containsExactly(
                        "/opt/subsidia", "-data", "/tmp/été à côté", "-consoleLog", "/home/é/mon budget.subsidia");
        assertThat(Relaunch.command("/opt/subsidia", List.of("old.subsidia", "-nl"), Optional.empty()))
                .containsExactly("/opt/subsidia", "-nl");
    }

    @Test
    void place_isTheFirstPortfolio() {
        assertThat(Relaunch.place(Stream.of("-x", "a.csv", "b.subsidia", "jdbc:h2:./t#p")))
                .contains("b.subsidia");
        assertThat(Relaunch.place(Stream.of("-x", "jdbc:h2:./t#p"))).contains("jdbc:h2:./t#p");
        assertThat(Relaunch.place(Stream.of("a.csv"))).isEmpty();
    }
}
