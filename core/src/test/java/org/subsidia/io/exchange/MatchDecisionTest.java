package org.subsidia.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class MatchDecisionTest {
    private static final StructureId WOOD = new StructureId("bois");
    private static final Portfolio PORTFOLIO =
            Portfolio.of(List.of(Structure.builder(WOOD, "Bois & Habitat").build()));

    @TempDir
    private Path folder;

    private List<MatchDecision> roundTrip(List<MatchDecision> decisions) throws IOException {
        Path file = Files.writeString(folder.resolve("decisions.csv"), MatchDecision.text(decisions));
        return MatchDecision.read(file, PORTFOLIO).get();
    }

    @Test
    void text_isReadAgain() throws IOException {
        List<MatchDecision> decisions = List.of(
                new MatchDecision("Comité des fêtes", "01000", WOOD),
                new MatchDecision("Foyer; rural \"Les Prés\"", "", "99990183800014", null, true),
                new MatchDecision("Régie", "", "", null, false),
                new MatchDecision("", "", "99990179600014", WOOD, false));
        assertThat(roundTrip(decisions)).isEqualTo(decisions);
        assertThat(roundTrip(List.of())).isEmpty();
    }

    @Test
    void text_opensInASpreadsheetWithoutFormulas() throws IOException {
        MatchDecision hostile = new MatchDecision("=1+1 Association", "", WOOD);
        assertThat(MatchDecision.text(List.of(hostile)))
                .isEqualTo("\ufeffbeneficiary;postcode;number;structure\r\n'=1+1 Association;;;bois\r\n");
        assertThat(roundTrip(List.of(hostile)).get(0).concerns(Beneficiary.named("=1+1 Association", "")))
                .isTrue();
    }

    @Test
    void text_ofTwoDecisionsAboutOne_keepsTheFirst() throws IOException {
        MatchDecision first = new MatchDecision("Comité des fêtes", "01000", WOOD);
        MatchDecision other = new MatchDecision("Comité des fêtes", "01000", null);
        assertThat(roundTrip(List.of(first, other))).containsExactly(first);
    }

    @Test
    void text_ofAnyNames_concernsTheSameBeneficiaries() throws IOException {
        long seed = 20_261_128L;
        Random random = new Random(seed);
        String letters = "aéÀ ';\"\n\t-+=@,0’«€";
        List<Beneficiary> named = new ArrayList<>();
        List<MatchDecision> decisions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder name = new StringBuilder("N" + i);
            random.ints(random.nextInt(12), 0, letters.length()).forEach(at -> name.append(letters.charAt(at)));
            Beneficiary one = Beneficiary.named(name.reverse().toString(), i % 2 == 0 ? "" : "01" + (100 + i));
            named.add(one);
            decisions.add(MatchDecision.of(one, i % 3 == 0 ? null : WOOD));
        }
        List<MatchDecision> again = roundTrip(decisions);
        assertThat(again).as("seed %d", seed).hasSameSizeAs(named);
        for (int i = 0; i < named.size(); i++) {
            assertThat(again.get(i).concerns(named.get(i)))
                    .as("seed %d: %s", seed, named.get(i))
                    .isTrue();
            assertThat(again.get(i).structure()).isEqualTo(decisions.get(i).structure());
        }
    }

    @Test
    void beside_isNamedAfterThePortfolio() {
        assertThat(MatchDecision.beside(Path.of("a", "rives.arvenne.subsidia")))
                .isEqualTo(Path.of("a", "rives.arvenne.matches.csv"));
        assertThat(MatchDecision.beside(Path.of("rives"))).isEqualTo(Path.of("rives.matches.csv"));
    }
}
