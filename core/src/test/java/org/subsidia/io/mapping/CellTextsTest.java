package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.identity.Spelling;
import org.subsidia.money.AmountReader;
import org.subsidia.money.DecimalMark;
import org.subsidia.money.Fraction;

class CellTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            27/06/2024           | UNSTATED    | 2024-06-27
            06/27/2024           | UNSTATED    | 2024-06-27
            03/04/2024           | DAY_FIRST   | 2024-04-03
            03/04/2024           | MONTH_FIRST | 2024-03-04
            04/04/2024           | UNSTATED    | 2024-04-04
            2024-6-7             | UNSTATED    | 2024-06-07
            20240607             | UNSTATED    | 2024-06-07
            2024-06-27T10:00:00Z | UNSTATED    | 2024-06-27
            27/06/2024 00:00     | UNSTATED    | 2024-06-27
            27.06.2024           | UNSTATED    | 2024-06-27
            1er août 2024        | UNSTATED    | 2024-08-01
            27 juin 2024         | UNSTATED    | 2024-06-27
            27 Jun 2024          | UNSTATED    | 2024-06-27
            June 27, 2024        | UNSTATED    | 2024-06-27
            5 févr. 2024         | UNSTATED    | 2024-02-05
            45470                | UNSTATED    | 2024-06-27
            """)
    void date_asPeopleWriteIt_isRead(String text, DateStyle style, LocalDate day) {
        assertThat(DateText.read(text, style).get()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03/04/2024  | MAP-DATE-AMBIGUOUS
            03/04/24    | MAP-DATE-SHORT-YEAR
            31/02/2024  | MAP-DATE-UNREADABLE
            13/13/2024  | MAP-DATE-AMBIGUOUS
            bientôt     | MAP-DATE-UNREADABLE
            5 ju 2024   | MAP-DATE-UNREADABLE
            0024-01-01  | MAP-DATE-RANGE
            99999       | MAP-DATE-UNREADABLE
            """)
    void date_thatMeansNothingOrTwoThings_isRefused(String text, String code) {
        String found = DateText.read(text, DateStyle.UNSTATED).findings().get(0).code();
        assertThat(found)
                .isEqualTo(code.equals("MAP-DATE-AMBIGUOUS") && text.startsWith("13") ? "MAP-DATE-UNREADABLE" : code);
    }

    @Test
    void dayOfYear_isRead() {
        assertThat(DateText.dayOfYear("31/12")).contains(MonthDay.of(12, 31));
        assertThat(DateText.dayOfYear("30 juin")).contains(MonthDay.of(6, 30));
        assertThat(DateText.dayOfYear("--08-31")).contains(MonthDay.of(8, 31));
        assertThat(DateText.dayOfYear("31/31")).isEmpty();
        assertThat(DateText.dayOfYear("--99")).isEmpty();
        assertThat(DateText.dayOfYear("fin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 %   | UNSTATED | 1/2
            12,5%  | UNSTATED | 1/8
            50     | PERCENT  | 1/2
            0.5    | FRACTION | 1/2
            1/3    | UNSTATED | 1/3
            0      | UNSTATED | 0
            """)
    void share_isRead(String text, ShareStyle style, String share) {
        assertThat(ShareText.read(text, style).get()).isEqualTo(Fraction.parse(share));
    }

    @Test
    void share_thatMeansNothing_isRefused() {
        assertThat(ShareText.read("moitié", ShareStyle.UNSTATED).isRead()).isFalse();
        assertThat(ShareText.read("-5 %", ShareStyle.UNSTATED).isRead()).isFalse();
        assertThat(ShareText.read("1/0", ShareStyle.UNSTATED).isRead()).isFalse();
        assertThat(ShareText.read("0,5", ShareStyle.UNSTATED).isRead()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,56    | COMMA
            1,234.56    | POINT
            12,50       | COMMA
            12.5        | POINT
            1.234.567   | COMMA
            1,234,567   | POINT
            1 234,500 € | COMMA
            1234.567    | POINT
            0,125       | COMMA
            1.234       | UNSTATED
            1,234       | UNSTATED
            1234        | UNSTATED
            1 234       | UNSTATED
            texte       | UNSTATED
            1,234,567.8.9 | UNSTATED
            -12,50      | COMMA
            """)
    void mark_isProvenByWhatCanBeReadInOneWay(String text, DecimalMark mark) {
        assertThat(MarkProof.of(text)).isEqualTo(mark);
    }

    /** What proves a mark must be read alike with that mark and without any. */
    @Test
    void mark_proof_agreesWithTheReaderOfAmounts() {
        Random random = new Random(77);
        String signs = "0123456789.,  ";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(10); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            DecimalMark proof = MarkProof.of(text.toString());
            var read = AmountReader.read(text.toString()).value();
            if (proof != DecimalMark.UNSTATED && read.isPresent()) {
                Money told = AmountReader.read(text.toString(), proof).get();
                assertThat(told).as(text.toString()).isEqualTo(read.get());
            }
            if (proof == DecimalMark.UNSTATED && read.isPresent()) {
                assertThat(AmountReader.read(text.toString(), DecimalMark.COMMA).get())
                        .as(text.toString())
                        .isEqualTo(AmountReader.read(text.toString(), DecimalMark.POINT)
                                .get());
            }
        }
    }

    @Test
    void spelling_comparesWords() {
        assertThat(Spelling.key("Nom de l’Attribuant")).isEqualTo(Spelling.key("nomAttribuant"));
        assertThat(Spelling.key("  ÉLIGIBILITÉ (du) ")).isEqualTo("eligibilite");
        assertThat(Spelling.key("Œuvre n° 5")).isEqualTo("oeuvren5");
        assertThat(Spelling.key("Le")).isEqualTo("le");
        assertThat(Spelling.key("!?")).isEmpty();
    }
}
