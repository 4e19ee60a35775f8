package org.subsidia.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void toString_tellsWhatIsKnown() {
        assertThat(Place.NOWHERE).hasToString("");
        assertThat(Place.file("a.csv")).hasToString("a.csv");
        assertThat(Place.file("a.csv").line(3).column(2, "montant")).hasToString("a.csv:3:2 (montant)");
        assertThat(Place.file("a.csv").line(3).column(2, null)).hasToString("a.csv:3:2");
        assertThat(Place.record("G-1").field("montant")).hasToString("G-1 (montant)");
        assertThat(new Place("a.csv", 3, 0, "montant", "G-1")).hasToString("a.csv:3 G-1 (montant)");
    }

    @Test
    void line_startsANewLine_withoutColumn() {
        assertThat(Place.file("a.csv").line(3).column(2, "montant").line(4))
                .isEqualTo(new Place("a.csv", 4, 0, null, null));
    }

    @Test
    void of_negativePositions_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Place.NOWHERE.line(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Place.NOWHERE.column(-1, null));
    }

    @Test
    void compareTo_readsFilesFromTheTop() {
        List<Place> inOrder = List.of(
                Place.NOWHERE,
                Place.record("G-1"),
                Place.record("G-1").field("montant"),
                Place.record("G-2"),
                Place.file("a.csv"),
                Place.file("a.csv").line(2),
                Place.file("a.csv").line(2).column(1, "b"),
                Place.file("a.csv").line(2).column(3, "a"),
                Place.file("a.csv").line(10),
                Place.file("b.csv").line(1));
        List<Place> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);
        Collections.sort(shuffled);
        assertThat(shuffled).isEqualTo(inOrder);
    }
}
