package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.io.tabular.TabularFormat;
import org.subsidia.money.Fraction;

class ScdlInterpreterTest {

    @Test
    void interpret_rowAsTheStandardAsks_hasNoFindings() {
        Reading<ScdlRow> reading = Samples.with(ScdlColumn.ID_RAE, "12345");
        assertThat(reading.findings()).isEmpty();
        ScdlRow row = reading.get();
        assertThat(row)
                .isEqualTo(new ScdlRow(
                        2,
                        ScdlParty.of("Région Val-d’Argens", Siret.of(Samples.FUNDER)),
                        ScdlParty.of("Grappe Numérique", Siret.of(Samples.GRAPPE)),
                        Optional.of(ScdlDate.of(LocalDate.of(2023, 2, 1))),
                        Optional.empty(),
                        Optional.of("D-12"),
                        Optional.of("Animation de la filière"),
                        Money.parse("EUR 47800.20"),
                        Fraction.of(9, 20),
                        Set.of(ScdlNature.CASH),
                        Optional.of("unique"),
                        Optional.of(ScdlPeriod.of(LocalDate.of(2023, 3, 14), LocalDate.of(2024, 3, 14))),
                        Optional.of("12345"),
                        Optional.of(false),
                        Optional.empty(),
                        Map.of()));
        assertThat(row.attributedAmount()).isEqualTo(Money.parse("EUR 21510.09"));
        assertThat(row.year()).hasValue(2023);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTANT, '24 975,00', SCDL-AMT-COMMA",
        "MONTANT, 24 975 €, SCDL-AMT-FORM",
        "MONTANT, '-500', ",
        "MONTANT, 0, SCDL-AMT-ZERO",
        "MONTANT, 100000000.01, SCDL-AMT-HUGE",
        "MONTANT, 97176.97000000001, SCDL-AMT-NOISE",
        "ID_BENEFICIAIRE, '7,17E+13', ID-EXPONENT",
        "ID_BENEFICIAIRE, 902 100 015 00012', ID-REPAIR-QUOTES",
        "ID_BENEFICIAIRE, 90210001500013, ID-SIRET-KEY",
        "RNA_BENEFICIAIRE, W3222, ID-RNA-FORM",
        "DATE_CONVENTION, 12/03/21, SCDL-DATE-TWO-DIGITS",
        "DATE_CONVENTION, 2014, SCDL-DATE-YEAR",
        "NATURE, en numéraire, SCDL-NATURE-FORM",
        "NATURE, autre, SCDL-NATURE-UNKNOWN",
        "NOTIFICATION_UE, Oui, SCDL-EU-FORM",
        "NOTIFICATION_UE, ?, SCDL-EU-UNKNOWN",
        "ID_RAE, sans objet, SCDL-RAE-NONE",
        "ID_RAE, 123456, SCDL-RAE-LONG",
        "POURCENTAGE_SUBVENTION, '', SCDL-SHARE-EMPTY",
        "POURCENTAGE_SUBVENTION, 100, SCDL-SHARE-FORM",
        "DATES_PERIODE_VERSEMENT, fin, SCDL-PERIOD-UNREADABLE",
    })
    void interpret_whatARowCanDoWithout_isRepairedOrLeftOut(ScdlColumn column, String cell, String code) {
        Reading<ScdlRow> reading = Samples.with(column, cell);
        assertThat(reading.isRead()).isTrue();
        assertThat(reading.findings()).allMatch(f -> f.severity() != Severity.ERROR);
        if (code == null) {
            assertThat(reading.findings()).isEmpty();
        } else {
            assertThat(reading.findings()).isNotEmpty().first().satisfies(finding -> {
                assertThat(finding.code()).startsWith(code);
                assertThat(finding.place().line()).isEqualTo(2);
                assertThat(finding.place().field()).isEqualTo(column.header());
                assertThat(finding.place().column())
                        .isEqualTo(ScdlColumn.standard().indexOf(column) + 1);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MONTANT, '', SCDL-AMT-MISSING",
        "MONTANT, 1.234, MONEY-AMOUNT-AMBIGUOUS",
        "MONTANT, à voir, MONEY-AMOUNT-TEXT",
        "POURCENTAGE_SUBVENTION, 120, SCDL-SHARE-RANGE",
        "POURCENTAGE_SUBVENTION, -1, SCDL-SHARE-RANGE",
        "POURCENTAGE_SUBVENTION, oui, SCDL-SHARE-UNREADABLE",
    })
    void interpret_whatWouldBeAGuess_isKeptOut(ScdlColumn column, String cell, String code) {
        Reading<ScdlRow> reading = Samples.with(column, cell);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings())
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).startsWith(code));
    }

    @Test
    void interpret_longTexts_areKeptWhole() {
        Reading<ScdlRow> reading = Samples.with(ScdlColumn.OBJET, "é".repeat(300));
        assertThat(reading.get().purpose().orElseThrow()).hasSize(300);
        assertThat(codes(reading)).containsExactly("SCDL-TEXT-LONG");
    }

    @Test
    void interpret_sirenRnaAndLostZeros_areBeneficiaries() {
        assertThat(Samples.with(ScdlColumn.ID_BENEFICIAIRE, "902100015")
                        .get()
                        .beneficiary()
                        .id())
                .contains(Siren.of("902100015"));
        ScdlParty club =
                Samples.with(ScdlColumn.RNA_BENEFICIAIRE, "W831234567").get().beneficiary();
        assertThat(club.rna()).contains(Rna.of("W831234567"));
        assertThat(club.id()).contains(Siret.of(Samples.GRAPPE));
        assertThat(Samples.with(ScdlColumn.ID_BENEFICIAIRE, "W2A1234567")
                        .get()
                        .beneficiary()
                        .id())
                .contains(Rna.of("W2A1234567"));
        assertThat(Samples.with(ScdlColumn.ID_BENEFICIAIRE, "5210004700043")
                        .get()
                        .beneficiary()
                        .id())
                .contains(Siret.of("05210004700043"));
    }

    @Test
    void interpret_personsNumbers_areDroppedAndNeverRepeated() {
        for (String nir : List.of("1 85 05 78 006 084 91", "185057800608436", "1850578006084")) {
            Reading<ScdlRow> reading = Samples.with(ScdlColumn.ID_BENEFICIAIRE, nir);
            assertThat(reading.get().beneficiary()).isEqualTo(ScdlParty.ofPerson());
            assertThat(codes(reading)).contains("SCDL-PERSON-NUMBER", "SCDL-PERSON-NAME");
            assertThat(reading.toString()).doesNotContain("0608").doesNotContain("006 084");
        }
        Reading<ScdlRow> inText = Samples.with(ScdlColumn.OBJET, "Bourse 1 85 05 78 006 084 91");
        assertThat(inText.get().purpose()).contains("Bourse");
        assertThat(inText.get().beneficiary().person()).isFalse();
        assertThat(codes(inText)).containsExactly("SCDL-PERSON-NUMBER");
    }

    @ParameterizedTest
    @CsvSource({
        "Monsieur Jean Exemple, true",
        "M. EXEMPLE, true",
        "Mme Ève EXEMPLE, true",
        "M. et Mme Exemple, true",
        "M Services, false",
        "Mmes et messieurs du quartier, false",
        "Association des Monsieur, false",
    })
    void interpret_namesOfPersons_areDropped(String name, boolean person) {
        Reading<ScdlRow> reading = Samples.standard(
                "Région",
                Samples.FUNDER,
                "2023-02-01",
                "",
                name,
                "",
                "",
                "Bourse",
                "500",
                "aide en numéraire",
                "unique",
                "2023-03-14",
                "",
                "non",
                "1",
                "");
        assertThat(reading.get().beneficiary().person()).isEqualTo(person);
        assertThat(reading.toString().contains(name)).isEqualTo(!person);
    }

    @Test
    void interpret_whoGrantsOrReceivesUnknown_isKeptOut() {
        assertThat(errors(Samples.standard(
                        "", "7,1E+13", "2023-02-01", "", "Club", "", "", "Salon", "500", "", "", "", "", "", "1", "")))
                .containsExactly("SCDL-ROW-NO-FUNDER");
        assertThat(errors(Samples.standard(
                        "Région",
                        "",
                        "2023-02-01",
                        "",
                        "",
                        "7,1E+13",
                        "",
                        "Salon",
                        "500",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "1",
                        "")))
                .containsExactly("SCDL-ROW-NO-BENEFICIARY");
        ScdlInterpreter alone = Samples.interpreter(ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.MONTANT);
        ScdlRow row = alone.interpret(5, List.of("Club", "12")).get();
        assertThat(row.funder()).isEqualTo(ScdlParty.UNKNOWN);
        assertThat(row.share()).isEqualTo(Fraction.ONE);
        assertThat(row.year()).isEmpty();
        assertThat(codes(alone.interpret(5, List.of("Club", "12")))).containsExactly("SCDL-DATE-NONE");
    }

    @Test
    void interpret_totalsHeadersAndBlanks_areNoSubsidies() {
        ScdlInterpreter interpreter =
                Samples.interpreter(ScdlColumn.NOM_ATTRIBUANT, ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.MONTANT);
        assertThat(errors(interpreter.interpret(9, List.of("", "Total général", "12"))))
                .contains("SCDL-ROW-TOTAL");
        assertThat(errors(interpreter.interpret(9, List.of("Sous-total", "", "12"))))
                .contains("SCDL-ROW-TOTAL");
        assertThat(errors(interpreter.interpret(9, List.of("nomAttribuant", "nomBeneficiaire", "montant"))))
                .containsExactly("SCDL-ROW-HEADER");
        assertThat(errors(interpreter.interpret(9, List.of(" ", "", "")))).containsExactly("SCDL-ROW-BLANK");
    }

    @Test
    void interpret_columnThatStandsTwice_isReadWhereItIsFilled() {
        var header =
                ScdlHeader.read(Place.file("x"), 1, List.of("nomBeneficiaire", "montant", "montant", "objet", "objet"));
        ScdlInterpreter interpreter = ScdlInterpreter.of(header.get(), Place.file("x"), TabularFormat.CSV);
        assertThat(interpreter
                        .interpret(2, List.of("Club", "", "12", "a", ""))
                        .get()
                        .publishedAmount())
                .isEqualTo(Money.parse("EUR 12"));
        assertThat(errors(interpreter.interpret(2, List.of("Club", "11", "12", "", ""))))
                .containsExactly("SCDL-AMT-CONFLICT");
        Reading<ScdlRow> texts = interpreter.interpret(2, List.of("Club", "12", "12", "a", "b"));
        assertThat(texts.get().purpose()).contains("a");
        assertThat(codes(texts)).contains("SCDL-CELL-CONFLICT");
    }

    @Test
    void interpret_guardedText_losesItsApostrophe() {
        assertThat(Samples.with(ScdlColumn.OBJET, "'=1+1").get().purpose()).contains("=1+1");
        assertThat(Samples.with(ScdlColumn.OBJET, "'t Hof").get().purpose()).contains("'t Hof");
    }

    @Test
    void interpret_missingCellsAtTheEnd_areFilledOnlyWhereOptional() {
        ScdlInterpreter interpreter = Samples.interpreter(
                ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.MONTANT, ScdlColumn.ID_RAE, ScdlColumn.DISPOSITIF_AIDE);
        assertThat(codes(interpreter.interpret(2, List.of("Club", "12")))).contains("SCDL-ROW-FILLED");
        assertThat(errors(interpreter.interpret(2, List.of("Club")))).containsExactly("SCDL-ROW-SHORT");
    }

    @Test
    void interpret_extraEmptyCells_areIgnored() {
        ScdlInterpreter interpreter =
                Samples.interpreter(ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.MONTANT, ScdlColumn.DATE_CONVENTION);
        assertThat(interpreter
                        .interpret(2, List.of("Club", "12", "2023-01-01", "", ""))
                        .findings())
                .isEmpty();
    }

    @Test
    void interpret_unquotedDecimalComma_isJoinedAtTheAmountFirst() {
        ScdlInterpreter interpreter = Samples.interpreter(
                ScdlColumn.NOM_BENEFICIAIRE,
                ScdlColumn.ID_BENEFICIAIRE,
                ScdlColumn.OBJET,
                ScdlColumn.MONTANT,
                ScdlColumn.NATURE,
                ScdlColumn.POURCENTAGE_SUBVENTION);
        ScdlRow row = interpreter
                .interpret(2, List.of("Club", "", "Salon", "24\u00a0975", "00", "aide en numéraire", "0", "5"))
                .get();
        assertThat(row.publishedAmount()).isEqualTo(Money.parse("EUR 24975"));
        assertThat(row.share()).isEqualTo(Fraction.of(1, 2));
        ScdlRow comma = interpreter
                .interpret(2, List.of("Club", "", "Salon", " bois et pierre", "24975.00", "aide en numéraire", "1"))
                .get();
        assertThat(comma.purpose()).contains("Salon, bois et pierre");
        assertThat(errors(interpreter.interpret(2, List.of("A", "B", "C", "D", "E", "F", "G", "H"))))
                .containsExactly("SCDL-ROW-SHIFTED");
    }

    @Test
    void interpret_twoWaysToJoin_isKeptOut() {
        ScdlInterpreter interpreter = Samples.interpreter(
                ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.OBJET, ScdlColumn.MONTANT, ScdlColumn.NATURE);
        assertThat(errors(interpreter.interpret(2, List.of("Bois", "Fibres", "Salon", "12.50", "aide en nature"))))
                .containsExactly("SCDL-ROW-SHIFTED");
    }

    @Test
    void interpret_veryManyCells_isRefusedAtOnce() {
        ScdlInterpreter interpreter = Samples.interpreter(ScdlColumn.NOM_BENEFICIAIRE, ScdlColumn.MONTANT);
        assertThat(errors(interpreter.interpret(2, Collections.nCopies(900, "1"))))
                .containsExactly("SCDL-ROW-SHIFTED");
    }

    @Test
    void interpret_randomCells_endInARowOrInAnError() {
        long seed = 20261122;
        Random random = new Random(seed);
        String[] parts = {
            "2017-12-12",
            "/",
            "_",
            "12",
            "24\u00a0975",
            ",",
            ".",
            "00",
            "-",
            "%",
            "é",
            "'",
            "=",
            "W831234567",
            "E+13",
            Samples.GRAPPE,
            "aide en nature",
            "oui",
            "non",
            " ",
            "\n",
            "1",
            "0",
            "du ",
            " au ",
            "M. ",
            "\ufffd",
            "44941",
            "9".repeat(30),
            "(",
            "€",
            "NC"
        };
        ScdlInterpreter interpreter = Samples.interpreter(ScdlColumn.values());
        for (int round = 0; round < 20_000; round++) {
            int width = ScdlColumn.values().length + random.nextInt(5) - 2;
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                StringBuilder cell = new StringBuilder();
                for (int n = random.nextInt(4); n > 0; n--) {
                    cell.append(parts[random.nextInt(parts.length)]);
                }
                cells.add(cell.toString());
            }
            cells.set(8, random.nextBoolean() ? "12.50" : cells.get(8));
            cells.set(14, random.nextBoolean() ? "1" : cells.get(14));
            cells.set(random.nextInt(cells.size()), random.nextBoolean() ? "185057800608491" : "");
            Reading<ScdlRow> reading = interpreter.interpret(2, cells);
            boolean hasError = reading.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
            assertThat(reading.isRead())
                    .as("seed %d round %d: %s", seed, round, cells)
                    .isEqualTo(!hasError);
            assertThat(reading.toString()).doesNotContain("185057800608491");
            reading.findings()
                    .forEach(f -> assertThat(f.message().in(Locale.FRENCH)).isNotBlank());
        }
    }

    @Test
    void row_shareOutsideTheWhole_cannotBeMade() {
        ScdlRow row = Samples.with(ScdlColumn.ID_RAE, "").get();
        assertThatThrownBy(() -> new ScdlRow(
                        1,
                        row.funder(),
                        row.beneficiary(),
                        row.conventionDate(),
                        row.decisionDate(),
                        row.reference(),
                        row.purpose(),
                        row.publishedAmount(),
                        Fraction.of(2, 1),
                        row.nature(),
                        row.conditions(),
                        row.paymentPeriod(),
                        row.idRae(),
                        row.notified(),
                        row.scheme(),
                        row.extended()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> codes(Reading<?> reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }

    private static List<String> errors(Reading<?> reading) {
        assertThat(reading.isRead()).isFalse();
        return reading.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::code)
                .toList();
    }
}
