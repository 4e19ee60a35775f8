package org.subsidia.rcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentFilesTest {
    private static Path file(String name) {
        return Path.of(name).toAbsolutePath();
    }

    @Test
    void with_aKnownFile_bringsItToTheTopOnce() {
        RecentFiles recent = new RecentFiles(List.of(file("a"), file("b")));
        assertThat(recent.with(file("b")).files()).containsExactly(file("b"), file("a"));
    }

    @Test
    void with_oneTooMany_forgetsTheOldest() {
        RecentFiles recent = new RecentFiles(List.of());
        for (int i = 0; i <= RecentFiles.MOST; i++) {
            recent = recent.with(file("f" + i));
        }
        assertThat(recent.files()).hasSize(RecentFiles.MOST).doesNotContain(file("f0"));
    }

    @Test
    void parse_whatWasWritten_isTheSame() {
        RecentFiles recent = new RecentFiles(List.of(file("é à.subsidia"), file("b")));
        assertThat(RecentFiles.parse(recent.toString())).isEqualTo(recent);
        assertThat(RecentFiles.parse("")).isEqualTo(new RecentFiles(List.of()));
    }

    @Test
    void without_aFile_keepsTheOthers() {
        RecentFiles recent = new RecentFiles(List.of(file("a"), file("b")));
        assertThat(recent.without(file("a")).files()).containsExactly(file("b"));
    }
}
