package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;

class FunderWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "VIR CONSEIL REGIONAL BRETAGNE, REGION",
        "subvention région 2025, REGION",
        "DREETS PAYS DE LOIRE, STATE",
        "CD42 insertion, DEPARTEMENT",
        "Communauté d'agglomération du Pays, EPCI",
        "METROPOLE NICE, EPCI",
        "ADEME AAP 2024, STATE_OPERATOR",
        "FEDER acompte 2, EU_SHARED",
        "Université de Tours, OTHER_PUBLIC"
    })
    void find_knowsTheWordsOfTheLibrary(String text, FunderLevel level) {
        assertThat(FunderWords.standard().find(text).orElseThrow().level()).isEqualTo(level);
    }

    @Test
    void find_tellsAPayerFromTheOrigin() {
        NamedFunder both = FunderWords.standard().find("VIR ASP FSE 2025").orElseThrow();
        assertThat(both.level()).isEqualTo(FunderLevel.EU_SHARED);
        assertThat(both.payer()).isEqualTo("ASP");
        NamedFunder payer = FunderWords.standard().find("VIR DRFIP 69").orElseThrow();
        assertThat(payer.level()).isEqualTo(FunderLevel.UNKNOWN);
        assertThat(payer.payer()).isEqualTo("DRFIP");
    }

    @Test
    void find_ofWordsInsideOthers_findsNothing() {
        assertThat(FunderWords.standard().find("GASPARD REGIONALE CD ROM")).isEmpty();
        assertThat(FunderWords.standard().find("")).isEmpty();
    }

    @Test
    void find_asksThePortfolioAndTheUserFirst() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "- {level: PRIVATE, words: [Fondation Région Bois]}\n",
                StandardCharsets.UTF_8);
        FunderWords mine = FunderWords.standard().with(file).get();
        assertThat(mine.find("don FONDATION REGION BOIS").orElseThrow().level()).isEqualTo(FunderLevel.PRIVATE);
        assertThat(mine.find("REGION").orElseThrow().level()).isEqualTo(FunderLevel.REGION);
        Funder funder = Funder.builder(new FunderId("f1"), FunderLevel.REGION, "Région Rives")
                .build();
        assertThat(mine.with(List.of(funder)).find("REGION RIVES").orElseThrow().funder())
                .isEqualTo(new FunderId("f1"));
    }

    @Test
    void with_aBadFile_endsInASentence() throws IOException {
        for (String text : List.of("a: [", "- {level: NOBODY, words: [x]}", "- {level: REGION}", "hello", "")) {
            Path file = Files.writeString(folder.resolve("bad.yaml"), text, StandardCharsets.UTF_8);
            Reading<FunderWords> reading = FunderWords.standard().with(file);
            assertThat(reading.isRead()).as(text).isFalse();
            assertThat(reading.findings().get(0).message().in(Locale.FRENCH)).isNotBlank();
        }
    }

    @Test
    void with_whatIsNoFileOfWords_saysWhatItIs() throws IOException {
        assertThat(code(folder.resolve("none.yaml"))).isEqualTo("TAB-FILE-MISSING");
        assertThat(code(folder)).isEqualTo("TAB-FILE-FOLDER");
        assertThat(code(Files.write(folder.resolve("photo.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0})))
                .isEqualTo("ACC-WORDS-TEXT");
        assertThat(code(Files.writeString(folder.resolve("words.yaml"), "level: EPCI")))
                .isEqualTo("ACC-WORDS-LIST");
    }

    private static String code(Path file) {
        return FunderWords.standard().with(file).findings().get(0).code();
    }
}
