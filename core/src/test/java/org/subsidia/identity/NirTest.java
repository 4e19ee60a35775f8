package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class NirTest {
    private static final List<Function<String, ? extends Reading<?>>> READERS =
            List.of(Siret::read, Siren::read, Rna::read, VatNumber::read, OrganisationId::read);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1850578006084", // thirteen digits
                "185057800608436", // with the right key
                "1 85 05 78 006 084 36",
                "2.69.05.49.588.157-80", // the example of the public health insurance
                "269059913116714", // born abroad
                "255112A12300146" // Corse
            })
    void looksLike_personsNumber_true(String text) {
        String digits = text.replaceAll("[^0-9AB]", "");
        String key = digits.length() == 15 ? key(digits.substring(0, 13)) : "";
        String right = digits.substring(0, 13) + key;

        assertThat(Nir.looksLike(right)).isTrue();
        for (Function<String, ? extends Reading<?>> reader : READERS) {
            Reading<?> reading = reader.apply(right);
            assertThat(reading.isRead()).isFalse();
            assertThat(reading.findings()).extracting(Finding::code).containsExactly("ID-NIR");
        }
    }

    @Test
    void looksLike_knownExample_true() {
        assertThat(Nir.looksLike("2 69 05 49 588 157 80")).isTrue();
        assertThat(Nir.looksLike("269054958815781")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "73282932000074",
                "732829320",
                "5850578006084",
                "1851378006084",
                "185050000608",
                "18505780060843",
                "1850500006084",
                "abc"
            })
    void looksLike_otherTexts_false(String text) {
        assertThat(Nir.looksLike(text)).isFalse();
    }

    @Test
    void readers_randomPersonsNumbers_neverRepeatThem() {
        long seed = 78_17;
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < 5_000; n++) {
            String number = "" + (1 + random.nextInt(2)) + two(random.nextInt(100)) + two(1 + random.nextInt(12))
                    + two(1 + random.nextInt(95)) + "%06d".formatted(random.nextInt(1_000_000));
            String wrongKey = random.nextInt(5) == 0 ? "99" : key(number);
            for (String text :
                    List.of(number, number + wrongKey, "NIR " + number + " (" + key(number) + ")", spaced(number))) {
                for (Function<String, ? extends Reading<?>> reader : READERS) {
                    Reading<?> reading = reader.apply(text);
                    assertThat(reading.isRead()).as("seed %s, %s", seed, text).isFalse();
                    for (Finding finding : reading.findings()) {
                        assertThat(finding.message().arguments().toString().replaceAll("\\D", ""))
                                .as("seed %s, %s", seed, text)
                                .doesNotContain(number.substring(0, 7));
                        assertThat(finding.message().in(Locale.FRENCH)).doesNotContain(number.substring(0, 7));
                    }
                }
                assertThatThrownBy(() -> Siret.of(text)).hasMessageNotContaining(number.substring(0, 7));
                assertThatThrownBy(() -> Rna.of(text)).hasMessageNotContaining(number.substring(0, 7));
            }
        }
    }

    private static String spaced(String number) {
        return number.substring(0, 1)
                + ' '
                + number.substring(1, 3)
                + ' '
                + number.substring(3, 5)
                + '\u00a0'
                + number.substring(5, 7)
                + ' '
                + number.substring(7, 10)
                + ' '
                + number.substring(10);
    }

    private static String key(String number) {
        long digits = Long.parseLong(number.replace("2A", "19").replace("2B", "18"));
        return two((int) (97 - digits % 97));
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }
}
