package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

class SiretTest {

    @ParameterizedTest
    @ValueSource(strings = {"73282932000074", "35600000000048", "35600000049837", "22850001300658", "21060004500012"})
    void isValid_realNumbersAndLaPoste_true(String siret) {
        assertThat(Siret.isValid(siret)).isTrue();
        assertThat(Siret.isValid(("--" + siret + "-").toCharArray(), 2)).isTrue();
        assertThat(Siret.of(siret).value()).isEqualTo(siret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000079", // wrong key
                "35600000049838", // La Poste, sum not a multiple of five
                "35600000000008", // La Poste, Luhn fits nothing, sum 22
                "35600000000014", // La Poste, sum 19
                "00000000000000",
                "53507938800000", // both keys fit, yet no establishment has the number 00000
                "98765432100007", // the key of the whole fits, that of the SIREN does not
                "7328293200007",
                "732829320000740",
                "7328293200007A",
                "7328293200007٤"
            })
    void isValid_otherTexts_false(String text) {
        assertThat(Siret.isValid(text)).isFalse();
        assertThatThrownBy(() -> Siret.of(text)).isInstanceOf(IllegalArgumentException.class);
        if (text.length() == 14) {
            assertThat(Siret.isValid(text.toCharArray(), 0)).isFalse();
        }
    }

    @Test
    void isValid_bufferTooShort_throws() {
        assertThatThrownBy(() -> Siret.isValid(new char[14], 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isValid_randomDigits_agreesWithTheDefinition() {
        long seed = 20160101;
        SplittableRandom random = new SplittableRandom(seed);
        int valid = 0;
        for (int n = 0; n < 200_000; n++) {
            String digits = "%014d".formatted(random.nextLong(100_000_000_000_000L));
            if (n % 3 == 0) {
                digits = "356000000" + digits.substring(9);
            }
            boolean expected = byDefinition(digits);
            valid += expected ? 1 : 0;
            assertThat(Siret.isValid(digits)).as("seed %s, %s", seed, digits).isEqualTo(expected);
            assertThat(Siret.isValid(digits.toCharArray(), 0))
                    .as("seed %s, %s", seed, digits)
                    .isEqualTo(expected);
        }
        assertThat(valid).isBetween(14_000, 16_000); // 1 % of two thirds, 20 % of one third
    }

    private static boolean byDefinition(String digits) {
        if (digits.endsWith("00000")) {
            return false;
        }
        if (digits.startsWith("356000000") && !digits.equals("35600000000048")) {
            return digits.chars().map(c -> c - '0').sum() % 5 == 0;
        }
        return luhn(digits) && luhn(digits.substring(0, 9)) && !digits.startsWith("000000000");
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 1; i <= digits.length(); i++) {
            int digit = digits.charAt(digits.length() - i) - '0';
            sum += i % 2 == 1 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    @Test
    void read_asItShouldBe_noFinding() {
        Reading<Siret> reading = Siret.read("73282932000074");

        assertThat(reading.get()).isEqualTo(Siret.of("73282932000074"));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.get().siren()).isEqualTo(Siren.of("732829320"));
        assertThat(reading.get().nic()).isEqualTo("00074");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "732 829 320 00074            | ID-REPAIR-SPACES",
                "732\u00a0829\u202f320\u00a000074 | ID-REPAIR-SPACES",
                "~ 73282932000074~            | ID-REPAIR-SPACES",
                "\ufeff73282932000074         | ID-REPAIR-SPACES",
                "732 829 320 00074'           | ID-REPAIR-QUOTES ID-REPAIR-SPACES",
                "'73282932000074              | ID-REPAIR-QUOTES",
                "73282932000074’              | ID-REPAIR-QUOTES",
                "=\"73282932000074\"          | ID-REPAIR-QUOTES",
                "73282932000074.0             | ID-REPAIR-DECIMAL",
                "73282932000074,00            | ID-REPAIR-DECIMAL",
                "732.829.320.00074            | ID-REPAIR-SEPARATOR",
                "732829320-00074              | ID-REPAIR-SEPARATOR",
                "SIRET : 732 829 320 00074    | ID-REPAIR-LABEL ID-REPAIR-SPACES",
                "n° SIRET 73282932000074      | ID-REPAIR-LABEL",
                "7,3282932000074E+13          | ID-REPAIR-EXPONENT",
                "7.3282932000074e13           | ID-REPAIR-CASE ID-REPAIR-EXPONENT"
            })
    void read_writtenOtherwise_repairedByName(String text, String codes) {
        Reading<Siret> reading = Siret.read(text);

        assertThat(reading.value()).contains(Siret.of("73282932000074"));
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(codes.split(" ", -1));
        assertThat(reading.findings()).extracting(Finding::severity).containsOnly(Severity.INFO);
    }

    @Test
    void read_everyNumberOfLostZeros_restored() {
        for (String padded : new String[] {"01234567400005", "00555555600005", "00066666600005", "00007777500005"}) {
            String siret = withKeys(padded.substring(0, 8), padded.substring(9, 13));
            String lost = siret.replaceFirst("^0+", "");

            Reading<Siret> reading = Siret.read(lost);

            assertThat(reading.value()).as(lost).contains(Siret.of(siret));
            assertThat(reading.findings()).extracting(Finding::code).containsExactly("ID-REPAIR-ZEROS");
        }
    }

    private static String withKeys(String eight, String four) {
        for (int key = 0; key < 100; key++) {
            String siret = eight + key / 10 + four + key % 10;
            if (Siret.isValid(siret)) {
                return siret;
            }
        }
        throw new AssertionError(eight);
    }

    @Test
    void read_phoneNumberWithItsZero_notPadded() {
        assertThat(Siret.read("0612345678").findings())
                .extracting(Finding::code)
                .containsExactly("ID-SIRET-LENGTH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                 | ID-EMPTY",
                "~  \u00a0~         | ID-EMPTY",
                "'                  | ID-EMPTY",
                "2,43E+13           | ID-EXPONENT",
                "7,17E+13           | ID-EXPONENT",
                "7.22009e+12        | ID-EXPONENT",
                "2E13               | ID-EXPONENT",
                "35181600000000     | ID-ROUNDED",
                "47972170000000     | ID-ROUNDED",
                "35600000000000     | ID-ROUNDED",
                "21860194600000     | ID-SIRET-NO-NIC",
                "50443571000000     | ID-SIRET-NO-NIC",
                "732829320          | ID-SIRET-SIREN-ONLY",
                "732 829 320        | ID-SIRET-SIREN-ONLY",
                "732829321          | ID-SIRET-LENGTH",
                "732829320000741    | ID-SIRET-LENGTH",
                "12                 | ID-SIRET-LENGTH",
                "73282932000079     | ID-SIRET-KEY",
                "33 452 381 900 011 | ID-SIRET-KEY",
                "98765432100007     | ID-SIRET-KEY",
                "sans objet         | ID-CHARACTERS",
                "W9R1000123         | ID-CHARACTERS",
                "73282932000074.5   | ID-SIRET-LENGTH",
                "732829320000745.0  | ID-SIRET-LENGTH",
                "-73282932000074    | ID-CHARACTERS"
            })
    void read_noSiret_refusedWithTheReason(String text, String code) {
        Reading<Siret> reading = Siret.read(text == null ? "" : text);

        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(reading.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void read_hugeCell_refusedShortly() {
        for (String piece : new String[] {"7", "7 ", "7.", "'", " ", "1850578006084", "1850578006084 "}) {
            Reading<Siret> reading = Siret.read(piece.repeat(200_000));

            assertThat(reading.isRead()).isFalse();
            assertThat(reading.findings().get(0).message().in(Locale.FRENCH)).hasSizeLessThan(200);
            assertThat(OrganisationId.read(piece.repeat(200_000)).isRead()).isFalse();
            assertThat(Iban.read(piece.repeat(200_000)).isRead()).isFalse();
            assertThat(VatNumber.read(piece.repeat(200_000)).isRead()).isFalse();
            assertThat(Cci.read(piece.repeat(200_000)).isRead()).isFalse();
            assertThat(StateAidNumber.read(piece.repeat(200_000)).isRead()).isFalse();
        }
    }

    @Test
    void read_refusal_namesTheRawValueInBothLanguages() {
        Finding finding = Siret.read("2,43E+13").findings().get(0);

        assertThat(finding.message().in(Locale.FRENCH))
                .isEqualTo("« 2,43E+13 » a été détruit par un tableur : les derniers chiffres sont perdus.");
        assertThat(finding.message().in(Locale.ENGLISH)).contains("2,43E+13");
        assertThat(finding.advice(Locale.FRENCH))
                .hasValueSatisfying(advice -> assertThat(advice).contains("texte"));
    }

    @Test
    void read_anyText_neverThrowsAndWhatIsReadIsValid() {
        long seed = 731;
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "0123456789012345678901234567890123456789 .,'-E+\u00a0WFR";
        for (int n = 0; n < 100_000; n++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(20);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Reading<Siret> reading = Siret.read(text.toString());
            assertThat(reading.isRead() || !reading.findings().isEmpty())
                    .as("seed %s, %s", seed, text)
                    .isTrue();
            Reading<OrganisationId> id = OrganisationId.read(text.toString());
            if (id.isRead() && !(id.get() instanceof Rna)) {
                String digits = text.toString().replaceAll("\\D", "");
                assertThat(digits + "000")
                        .as("seed %s, %s", seed, text)
                        .contains(id.get().value().replaceFirst("^0+", ""));
            }
        }
    }
}
