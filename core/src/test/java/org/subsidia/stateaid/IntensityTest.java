package org.subsidia.stateaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.subsidia.stateaid.AidCase.eur;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;

class IntensityTest {
    private static final Law LAW = LawBase.standard().at(LocalDate.of(2026, 6, 15));

    private static String percent(ExemptedAid aid, SizeClass size, Set<IntensityBonus> bonuses) {
        Explanation share = Intensity.of(aid, size, bonuses, LAW);
        assertThat(share.check()).isEmpty();
        return share.value()
                .number()
                .map(number -> number.movePointRight(2).stripTrailingZeros().toPlainString())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "SME_INVESTMENT, 20, 10, none",
        "CONSULTANCY, 50, 50, none",
        "FAIRS, 50, 50, none",
        "INTERREG, 80, 80, 80",
        "FUNDAMENTAL_RESEARCH, 100, 100, 100",
        "INDUSTRIAL_RESEARCH, 70, 60, 50",
        "EXPERIMENTAL_DEVELOPMENT, 45, 35, 25",
        "FEASIBILITY, 70, 60, 50",
        "INNOVATION, 50, 50, none",
        "INNOVATION_SUPPORT, 100, 100, 100",
        "PROCESS_INNOVATION, 50, 50, none",
        "TRAINING, 70, 60, 50"
    })
    void intensity_bySize_isThatOfTheArticle(ExemptedAid aid, String small, String medium, String large) {
        Set<IntensityBonus> none = EnumSet.noneOf(IntensityBonus.class);
        assertThat(percent(aid, SizeClass.MICRO, none)).isEqualTo(small);
        assertThat(percent(aid, SizeClass.SMALL, none)).isEqualTo(small);
        assertThat(percent(aid, SizeClass.MEDIUM, none)).isEqualTo(medium);
        assertThat(percent(aid, SizeClass.LARGE, none)).isEqualTo(large);
    }

    @Test
    void intensity_bonus_isCappedAtTheMaximum() {
        Set<IntensityBonus> together = EnumSet.of(IntensityBonus.COLLABORATION);
        assertThat(percent(ExemptedAid.INDUSTRIAL_RESEARCH, SizeClass.SMALL, together))
                .isEqualTo("80");
        assertThat(percent(ExemptedAid.INDUSTRIAL_RESEARCH, SizeClass.LARGE, together))
                .isEqualTo("65");
        assertThat(percent(ExemptedAid.EXPERIMENTAL_DEVELOPMENT, SizeClass.MEDIUM, together))
                .isEqualTo("50");
        assertThat(percent(ExemptedAid.FEASIBILITY, SizeClass.LARGE, together)).isEqualTo("50");
        Set<IntensityBonus> disabled = EnumSet.of(IntensityBonus.DISABLED_WORKERS);
        assertThat(percent(ExemptedAid.TRAINING, SizeClass.SMALL, disabled)).isEqualTo("70");
        assertThat(percent(ExemptedAid.TRAINING, SizeClass.LARGE, disabled)).isEqualTo("60");
        assertThat(percent(ExemptedAid.PROCESS_INNOVATION, SizeClass.LARGE, EnumSet.of(IntensityBonus.SMES_BEAR_COSTS)))
                .isEqualTo("15");
    }

    @Test
    void amount_isBoundByTheCeiling_andUnknownWhereTheSizeIsNotAided() {
        Explanation support =
                Intensity.amount(ExemptedAid.INNOVATION_SUPPORT, SizeClass.SMALL, Set.of(), eur("300000"), LAW);
        assertThat(Amounts.of(support)).contains(eur("220000"));
        assertThat(support.check()).isEmpty();
        Explanation plain =
                Intensity.amount(ExemptedAid.INDUSTRIAL_RESEARCH, SizeClass.MEDIUM, Set.of(), eur("100000"), LAW);
        assertThat(Amounts.of(plain)).contains(eur("60000"));
        assertThat(Intensity.amount(ExemptedAid.FAIRS, SizeClass.LARGE, Set.of(), eur("1"), LAW)
                        .value()
                        .isKnown())
                .isFalse();
        Law before = LawBase.standard().at(LocalDate.of(2010, 1, 1));
        assertThat(Intensity.of(ExemptedAid.TRAINING, SizeClass.SMALL, Set.of(), before)
                        .value()
                        .isKnown())
                .isFalse();
    }

    @Test
    void ofArticle_readsArticlesAsTheyAreWritten() {
        assertThat(ExemptedAid.ofArticle("art. 25")).hasSize(4);
        assertThat(ExemptedAid.ofArticle("Article 31")).containsExactly(ExemptedAid.TRAINING);
        assertThat(ExemptedAid.ofArticle("27")).isEmpty();
    }

    @Test
    void regional_isTheMapOfTheDecree() throws IOException {
        String folder = System.getenv("SUBSIDIA_REAL_DATA");
        assumeTrue(folder != null, "SUBSIDIA_REAL_DATA names no folder: the table of the decree is not compared");
        Map<String, String> codes = Map.of(
                "Mayotte",
                "06",
                "Guyane",
                "03",
                "Martinique",
                "02",
                "Guadeloupe",
                "01",
                "Saint-Martin",
                "SM",
                "La Réunion",
                "04",
                "",
                "c");
        Law law = LawBase.standard().at(LocalDate.of(2015, 1, 1));
        List<String> rows = Files.readAllLines(
                Path.of(folder, "oracles", "plafonds-cumul-aides-finalite-regionale-decret-2014-758-annexe3.csv"),
                StandardCharsets.UTF_8);
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(";", -1);
            SizeClass[] sizes = {SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL};
            for (int i = 0; i < sizes.length; i++) {
                Explanation share = Intensity.regional(codes.get(cells[1]), sizes[i], law);
                assertThat(share.check()).isEmpty();
                assertThat(share.value().number().orElseThrow().movePointRight(2))
                        .as(row)
                        .isEqualByComparingTo(new BigDecimal(cells[2 + i]));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(21);
        assertThat(Intensity.regional("84", SizeClass.SMALL, law).value().isKnown())
                .isFalse();
    }
}
