package org.subsidia.rcp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.subsidia.store.jdbc.DatabaseAddress;

class RecentPlacesTest {
    private static Path file(String name) {
        return Path.of(name).toAbsolutePath();
    }

    private static RecentPlaces places(String... names) {
        return new RecentPlaces(
                Stream.of(names).map(name -> file(name).toString()).toList());
    }

    @Test
    void with_aDatabase_isRememberedWithoutItsPassword() {
        DatabaseAddress address = DatabaseAddress.parse(
                        "jdbc:h2:/d/team;AUTO_SERVER=TRUE;PASSWORD=secret#p", name -> null)
                .get();
        RecentPlaces recent = places("a").with(address);
        assertThat(recent.toString()).doesNotContain("secret");
        assertThat(recent.databases()).containsExactly("jdbc:h2:/d/team;AUTO_SERVER=TRUE#p");
        assertThat(recent.files()).containsExactly(file("a"));
        assertThat(RecentPlaces.parse(recent.toString())).isEqualTo(recent);
        assertThat(recent.with(address)).isEqualTo(recent);
    }

    @Test
    void with_aKnownFile_bringsItToTheTopOnce() {
        RecentPlaces recent = places("a", "b");
        assertThat(recent.with(file("b")).files()).containsExactly(file("b"), file("a"));
    }

    @Test
    void with_oneTooMany_forgetsTheOldest() {
        RecentPlaces recent = new RecentPlaces(List.of());
        for (int i = 0; i <= RecentPlaces.MOST; i++) {
            recent = recent.with(file("f" + i));
        }
        assertThat(recent.files()).hasSize(RecentPlaces.MOST).doesNotContain(file("f0"));
    }

    @Test
    void parse_whatWasWritten_isTheSame() {
        RecentPlaces recent = places("é à.subsidia", "b");
        assertThat(RecentPlaces.parse(recent.toString())).isEqualTo(recent);
        assertThat(RecentPlaces.parse("")).isEqualTo(new RecentPlaces(List.of()));
    }

    @Test
    void without_aFile_keepsTheOthers() {
        RecentPlaces recent = places("a", "b");
        assertThat(recent.without(file("a")).files()).containsExactly(file("b"));
    }
}
