package org.subsidia.rcp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.identity.Siren;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class ScdlSourceTest {
    @Test
    void known_takesTheNumbersThatAreRightAndNoOthers() {
        Structure right = Structure.builder(new StructureId("a"), "A")
                .siren("732 829 320")
                .build();
        Structure wrong =
                Structure.builder(new StructureId("b"), "B").siren("732829321").build();
        Structure none = Structure.builder(new StructureId("c"), "C").build();
        assertThat(ScdlSource.known(Portfolio.of(List.of(right, wrong, none)))).containsExactly(Siren.of("732829320"));
    }
}
