package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.money.Fraction;

class ScdlValuesTest {

    @ParameterizedTest
    @CsvSource({
        "2017-06-27, 2017-06-27, ''",
        "27/06/2017, 2017-06-27, SCDL-DATE-FORM",
        "7/6/2017, 2017-06-07, SCDL-DATE-FORM",
        "27-06-2017, 2017-06-27, SCDL-DATE-FORM",
        "27.06.2017, 2017-06-27, SCDL-DATE-FORM",
        "2017/06/27, 2017-06-27, SCDL-DATE-FORM",
        "20170627, 2017-06-27, SCDL-DATE-FORM",
        "2017-06-27T10:00:00+02:00, 2017-06-27, SCDL-DATE-FORM",
        "2017-06-27 00:00:00, 2017-06-27, SCDL-DATE-FORM",
        "27/06/2017 00:00, 2017-06-27, SCDL-DATE-FORM",
        "1er août 2017, 2017-08-01, SCDL-DATE-FORM",
        "27 juin 2017, 2017-06-27, SCDL-DATE-FORM",
        "44941, 2023-01-15, SCDL-DATE-SERIAL",
        "2014, 2014, SCDL-DATE-YEAR",
        "2014.0, 2014, SCDL-DATE-YEAR",
        "2014-05, 2014, SCDL-DATE-MONTH",
        "05/2014, 2014, SCDL-DATE-MONTH",
    })
    void dates_asPublished_areRead(String raw, String date, String code) {
        Reading<ScdlDate> reading = ScdlDates.read(raw);
        assertThat(reading.get()).hasToString(date);
        assertThat(codes(reading)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "12/03/21, SCDL-DATE-TWO-DIGITS",
        "21-03-12, SCDL-DATE-TWO-DIGITS",
        "2017-30-05, SCDL-DATE-UNREADABLE",
        "2017-02-29, SCDL-DATE-UNREADABLE",
        "05/24/2022, SCDL-DATE-UNREADABLE",
        "20171332, SCDL-DATE-UNREADABLE",
        "1234567, SCDL-DATE-UNREADABLE",
        "Bonjour toto, SCDL-DATE-UNREADABLE",
        "27 brumaire 2017, SCDL-DATE-UNREADABLE",
        "0017-06-27, SCDL-DATE-RANGE",
        "9999-12-31, SCDL-DATE-RANGE",
        "00001, SCDL-DATE-RANGE",
        "2017-06-27-01, SCDL-DATE-UNREADABLE",
        "2017-00, SCDL-DATE-UNREADABLE",
    })
    void dates_thatWouldBeGuessed_areRefused(String raw, String code) {
        assertThat(ScdlDates.read(raw).isRead()).isFalse();
        assertThat(codes(ScdlDates.read(raw))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-03-14, 2017-03-14, ''",
        "2017-03-14/2018-03-14, 2017-03-14/2018-03-14, ''",
        "2017-03-14_2018-03-14, 2017-03-14/2018-03-14, SCDL-PERIOD-FORM",
        "2017-03-14;2018-03-14, 2017-03-14/2018-03-14, SCDL-PERIOD-FORM",
        "01/03/2017/14/03/2018, 2017-03-01/2018-03-14, SCDL-PERIOD-FORM",
        "du 01/03/2017 au 14/03/2018, 2017-03-01/2018-03-14, SCDL-PERIOD-FORM",
        "06/12/2022, 2022-12-06, SCDL-PERIOD-FORM",
        "2022, 2022-01-01/2022-12-31, SCDL-PERIOD-FORM",
        "2020-2022, 2020-01-01/2022-12-31, SCDL-PERIOD-FORM",
        "2024-05-27;2024-01-25;2024-03-29, 2024-01-25/2024-05-27, SCDL-PERIOD-FORM",
        "2017-12-12/fin-action, 2017-12-12/.., SCDL-PERIOD-OPEN",
        "2018-11-20/fin de l'action, 2018-11-20/.., SCDL-PERIOD-OPEN",
        "NC/2019-06-30, ../2019-06-30, SCDL-PERIOD-OPEN",
    })
    void periods_asPublished_areRead(String raw, String period, String code) {
        Reading<ScdlPeriod> reading = ScdlPeriods.read(raw);
        assertThat(reading.get()).hasToString(period);
        assertThat(codes(reading)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-04-12/2017-03-09, SCDL-PERIOD-INVERTED",
        "2017-03-02/2017-30-05, SCDL-PERIOD-UNREADABLE",
        "en trois fois, SCDL-PERIOD-UNREADABLE",
        "12/03/21, SCDL-PERIOD-UNREADABLE",
    })
    void periods_thatWouldBeGuessed_areRefused(String raw, String code) {
        assertThat(ScdlPeriods.read(raw).isRead()).isFalse();
        assertThat(codes(ScdlPeriods.read(raw))).isEqualTo(code);
    }

    @Test
    void periods_wrongEnds_cannotBeMade() {
        assertThatThrownBy(() -> new ScdlPeriod(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScdlPeriod.of(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScdlDate(2019, Optional.of(LocalDate.of(2020, 1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ScdlPeriod(Optional.empty(), Optional.of(LocalDate.of(2020, 1, 2))).someDay())
                .isEqualTo(LocalDate.of(2020, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, ''",
        "1.00, 1, 1, ''",
        "0.45, 9, 20, ''",
        "100, 1, 1, SCDL-SHARE-FORM",
        "100 %, 1, 1, SCDL-SHARE-FORM",
        "50 %, 1, 2, SCDL-SHARE-FORM",
        "80, 4, 5, SCDL-SHARE-FORM",
        "'0,5', 1, 2, SCDL-SHARE-FORM",
        "1 %, 1, 100, SCDL-SHARE-FORM",
        "'33,3333%', 333333, 1000000, SCDL-SHARE-FORM",
        "0, 0, 1, SCDL-SHARE-ZERO",
    })
    void shares_asPublished_areRead(String raw, long numerator, long denominator, String code) {
        Reading<Fraction> reading = ScdlShares.read(raw);
        assertThat(reading.get()).isEqualTo(Fraction.of(numerator, denominator));
        assertThat(codes(reading)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, SCDL-SHARE-RANGE",
        "101, SCDL-SHARE-RANGE",
        "150 %, SCDL-SHARE-RANGE",
        "oui, SCDL-SHARE-UNREADABLE",
        "1/2, SCDL-SHARE-UNREADABLE",
        "0.5.1, SCDL-SHARE-UNREADABLE",
        "%, SCDL-SHARE-UNREADABLE",
        "1111111111111111111111111, SCDL-SHARE-UNREADABLE",
    })
    void shares_outsideTheWhole_areRefused(String raw, String code) {
        assertThat(ScdlShares.read(raw).isRead()).isFalse();
        assertThat(codes(ScdlShares.read(raw))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "47800.20, false, 47800.20, ''",
        "97176.97000000001, false, 97176.97, SCDL-AMT-NOISE",
        "33.3333, false, 33.33, SCDL-AMT-ROUNDED",
        "33.335, true, 33.34, SCDL-AMT-ROUNDED",
        "1.234, true, 1.23, SCDL-AMT-ROUNDED",
    })
    void amounts_withComputersDecimals_areRounded(String raw, boolean workbook, String amount, String code) {
        Reading<Money> reading = ScdlAmounts.read(raw, workbook);
        assertThat(reading.get()).isEqualTo(Money.parse("EUR " + amount));
        assertThat(codes(reading)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1.234, false", "'1,2345', false", "abc, true", "99999999999999999.9999, false", "12.5.1234, true"})
    void amounts_thatWouldBeGuessed_areRefused(String raw, boolean workbook) {
        assertThat(ScdlAmounts.read(raw, workbook).isRead()).isFalse();
    }

    @Test
    void words_ofEnumerations_areRead() {
        assertThat(ScdlWords.nature("en numéraire")).containsExactly(ScdlNature.CASH);
        assertThat(ScdlWords.nature("aide en nature,aide en numéraire")).hasSize(2);
        assertThat(ScdlWords.nature("autre")).isEmpty();
        assertThat(ScdlWords.nature("nature ".repeat(50))).isEmpty();
        assertThat(ScdlWords.isStandardNature("aide en nature;aide en numéraire"))
                .isTrue();
        assertThat(ScdlWords.flag("OUI")).contains(true);
        assertThat(ScdlWords.flag("no")).contains(false);
        assertThat(ScdlWords.flag("Aides ne relevant pas d'une aide d'état")).contains(false);
        assertThat(ScdlWords.flag("?")).isEmpty();
        assertThat(ScdlWords.isNothing("Sans objet")).isTrue();
        assertThat(ScdlWords.isNothing("12345")).isFalse();
    }

    @Test
    void personalNumbers_inAnyText_areTakenOut() {
        assertThat(PersonalNumbers.without("né le 3, 1 85 05 78 006 084 91, Lyon"))
                .isEqualTo("né le 3, , Lyon");
        assertThat(PersonalNumbers.without("2850578006084")).isEmpty();
        assertThat(PersonalNumbers.without("1 85 05 2A 006 084 35")).doesNotContain("2A");
        assertThat(PersonalNumbers.without("23510001300012")).isEqualTo("23510001300012");
        assertThat(PersonalNumbers.without("du 2017-01-01 au 2017-12-31")).isEqualTo("du 2017-01-01 au 2017-12-31");
        assertThat(PersonalNumbers.isSuspect("court")).isFalse();
        assertThat(PersonalNumbers.isSuspect("23510001300012")).isFalse();
        assertThat(PersonalNumbers.isSuspect("1 85 05 78 006 084 91")).isTrue();
    }

    @Test
    void parties_keys_tellThemApart() {
        Siret siret = Siret.of("23510001300012");
        assertThat(ScdlParty.of("Région", siret).key()).isEqualTo("23510001300012");
        assertThat(ScdlParty.of("Région", siret).siren()).contains(Siren.of("235100013"));
        assertThat(ScdlParty.named("Pôle Céramique").key())
                .isEqualTo(ScdlParty.named("POLE CERAMIQUE").key());
        assertThat(ScdlParty.of("Club", Rna.of("W831234567")).rna()).contains(Rna.of("W831234567"));
        assertThat(ScdlParty.UNKNOWN.isUnknown()).isTrue();
        assertThat(ScdlParty.UNKNOWN.key()).isEmpty();
        assertThat(ScdlParty.ofPerson().person()).isTrue();
    }

    @Test
    void longHashSet_rememberedHashes_areFoundUntilItIsFull() {
        LongHashSet set = new LongHashSet(3_000);
        for (long i = 0; i < 3_000; i++) {
            assertThat(set.add(i * 0x9e3779b97f4a7c15L)).isTrue();
        }
        for (long i = 0; i < 3_000; i++) {
            assertThat(set.add(i * 0x9e3779b97f4a7c15L)).isFalse();
        }
        assertThat(set.isFull()).isTrue();
        assertThat(set.add(5)).isTrue();
        assertThat(set.contains(5)).isFalse();
    }

    private static String codes(Reading<?> reading) {
        return String.join(" ", reading.findings().stream().map(Finding::code).toList());
    }
}
