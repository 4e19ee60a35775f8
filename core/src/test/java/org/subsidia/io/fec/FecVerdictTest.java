package org.subsidia.io.fec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.fec.FecSample.codes;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.law.LawBase;

class FecVerdictTest {
    @TempDir
    private Path folder;

    @Test
    void verdict_ofAGoodFile_isConformAndBalances() {
        FecVerdict verdict = new FecSample().verdict(folder);
        assertThat(verdict.counts()).isEmpty();
        assertThat(verdict.isConform()).isTrue();
        assertThat(verdict.words()).hasSize(1);
        assertThat(verdict.lines()).isEqualTo(4);
        assertThat(verdict.entries()).isEqualTo(2);
        assertThat(verdict.debit()).isEqualTo(Money.parse("EUR 1600.50")).isEqualTo(verdict.credit());
        assertThat(verdict.closing()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(verdict.rules()).extracting(rule -> rule.id()).contains("accounting.fec.cells-mandatory");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("FEC-LINE-FIELDS", false, sample -> sample.replace(4, "441700\t", "441700")),
                fault("FEC-LINE-EMPTY", false, sample -> sample.with("")),
                fault("FEC-CELL-EMPTY", false, sample -> sample.cell(4, FecField.COMPTE_NUM, " ")),
                fault("FEC-CELL-EMPTY", false, sample -> sample.cell(4, FecField.ECRITURE_LIB, "")),
                fault("FEC-DATE", false, sample -> sample.cell(4, FecField.ECRITURE_DATE, "20251301")),
                fault("FEC-DATE", false, sample -> sample.cell(4, FecField.PIECE_DATE, "hier")),
                fault("FEC-AMOUNT-POINT", false, sample -> sample.cell(4, FecField.DEBIT, "1500.50")),
                fault("FEC-AMOUNT-MARKS", false, sample -> sample.cell(4, FecField.DEBIT, "1 500,50")),
                fault("FEC-AMOUNT-MARKS", false, sample -> sample.cell(4, FecField.DEBIT, "1,500,50")),
                fault("FEC-AMOUNT-NUMBER", false, sample -> sample.cell(4, FecField.DEBIT, "15OO")),
                fault("FEC-AMOUNT-LARGE", false, sample -> sample.cell(4, FecField.DEBIT, "9".repeat(40))),
                fault("FEC-BAR", false, sample -> sample.cell(4, FecField.ECRITURE_LIB, "a|b")),
                fault("FEC-ABSENT", false, sample -> sample.cell(4, FecField.PIECE_REF, "")),
                fault("FEC-ABSENT", false, sample -> sample.cell(4, FecField.VALID_DATE, "")),
                fault("FEC-COLUMN", false, sample -> sample.replace(1, "Idevise", "Devise")),
                fault("FEC-COLUMN-STORED", false, sample -> sample.replace(1, "CompteNum", "Compte")),
                fault("FEC-SEPARATOR", false, sample -> sample.replaceAll("\t", ";")),
                fault("FEC-ACCOUNT", true, sample -> sample.cell(4, FecField.COMPTE_NUM, "4A1")),
                fault("FEC-YEAR", true, sample -> sample.cell(4, FecField.VALID_DATE, "22250408")),
                fault("FEC-BOTH-SIDES", true, sample -> sample.cell(4, FecField.CREDIT, "1,00")),
                fault("FEC-NO-SIDE", true, sample -> sample.cell(4, FecField.DEBIT, "")),
                fault("FEC-EXTRA", true, sample -> sample.replaceAll("\r", "").append("\tCentre", "\tA1")),
                fault("FEC-OWN-ENTRY", true, sample -> sample.cell(4, FecField.DEBIT, "1500,51")),
                fault("FEC-OWN-JOURNAL", true, sample -> sample.cell(4, FecField.DEBIT, "1500,51")),
                fault("FEC-OWN-FILE", true, sample -> sample.cell(4, FecField.DEBIT, "1500,51")),
                fault("FEC-OWN-DUPLICATE", true, sample -> sample.cell(4, FecField.ECRITURE_DATE, "20250407")),
                fault("FEC-OWN-VALID", true, sample -> sample.cell(4, FecField.VALID_DATE, "20250101")),
                fault("FEC-OWN-NO-DAY", true, sample -> sample.cell(4, FecField.PIECE_DATE, "20250231")),
                fault("FEC-OWN-AFTER", true, sample -> sample.replaceAll("20250408", "20260108")),
                fault("FEC-OWN-BEFORE", true, sample -> sample.replaceAll("20250101", "20241231")),
                fault("FEC-OWN-OPENING", true, sample -> sample.replaceAll("AN\tA nouveaux", "XX\tDivers")),
                fault("FEC-OWN-CLOSING", true, sample -> sample.cell(4, FecField.COMPTE_NUM, "120000")),
                fault("FEC-OWN-LETTER", true, sample -> sample.cell(4, FecField.ECRITURE_LET, "AB")),
                fault("FEC-OWN-DATE-LETTER", true, sample -> sample.cell(4, FecField.DATE_LET, "20250501")),
                fault("FEC-OWN-DECIMALS", true, sample -> sample.cell(4, FecField.DEBIT, "1500,501")));
    }

    private static Arguments fault(String code, boolean conform, UnaryOperator<FecSample> spoil) {
        return Arguments.of(code, conform, spoil);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void verdict_ofOneFault_namesItWithItsPlace(String code, boolean conform, UnaryOperator<FecSample> spoil) {
        FecVerdict verdict = spoil.apply(new FecSample()).verdict(folder);
        assertThat(codes(verdict)).contains(code);
        assertThat(verdict.isConform()).isEqualTo(conform);
        FecCount count = verdict.counts().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(count.count()).isPositive();
        assertThat(count.examples()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.place().file()).isEqualTo(FecSample.NAME);
            assertThat(finding.message().in(Locale.FRENCH)).doesNotContain("{");
            assertThat(finding.message().in(Locale.ENGLISH)).doesNotContain("{");
        });
    }

    @Test
    void verdict_ofABadCell_namesLineAndColumn() {
        FecVerdict verdict = new FecSample().cell(4, FecField.DEBIT, "12.5").verdict(folder);
        Finding finding = verdict.counts().get(0).examples().get(0);
        assertThat(finding.place().toString()).isEqualTo(FecSample.NAME + ":4:12 (Debit)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08/04/2025", "2025-04-08", "2025.04.08", "08042025", " 20250408 "})
    void date_inTheFormsThatTheTestTolerates_isRead(String date) {
        FecVerdict verdict = new FecSample()
                .cell(4, FecField.ECRITURE_DATE, date)
                .cell(4, FecField.PIECE_DATE, date)
                .verdict(folder);
        assertThat(verdict.counts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1500,5", "+1500,50", "1500,50+", "1500,500", " 1500,50", "1,5005E+3", "01500,50\u00a0"})
    void amount_inTheFormsThatTheTestTolerates_isRead(String amount) {
        FecVerdict verdict = new FecSample().cell(4, FecField.DEBIT, amount).verdict(folder);
        assertThat(verdict.counts()).isEmpty();
        assertThat(verdict.debit()).isEqualTo(Money.parse("EUR 1600.50"));
    }

    @Test
    void amount_withTheSignLast_isNegative() {
        FecVerdict verdict = new FecSample()
                .cell(4, FecField.DEBIT, "1500,50-")
                .cell(5, FecField.CREDIT, "-1500,50")
                .verdict(folder);
        assertThat(verdict.counts()).isEmpty();
        assertThat(verdict.debit()).isEqualTo(Money.parse("EUR -1400.50"));
    }

    @Test
    void verdict_ofOtherCharsetsMarksSeparatorsAndLineEnds_isTheSame() {
        FecSample good = new FecSample();
        Path bar = new FecSample()
                .replaceAll("\t", "|")
                .in(folder, "999900111FEC20251231_1.txt", StandardCharsets.UTF_8, "\r");
        Path latin = good.in(folder, "999900111FEC20251231_2.txt", Charset.forName("ISO-8859-15"), "\n");
        Path marked = new FecSample()
                .replace(1, "JournalCode", "\ufeffJournalCode")
                .in(folder, "999900111FEC20251231_3.txt", StandardCharsets.UTF_8, "\n");
        for (Path path : List.of(bar, latin, marked)) {
            FecVerdict verdict = FecSample.verdictOf(path);
            assertThat(verdict.counts()).as(path.toString()).isEmpty();
            assertThat(verdict.lines()).isEqualTo(4);
        }
        assertThat(FecFile.open(marked).get().hasMark()).isTrue();
        assertThat(FecFile.open(latin).get().name().orElseThrow().part()).isEqualTo(2);
    }

    @Test
    void verdict_ofUtf16_isNotConform() {
        Path file = new FecSample().in(folder, FecSample.NAME, StandardCharsets.UTF_16, "\n");
        FecVerdict verdict = FecSample.verdictOf(file);
        assertThat(codes(verdict)).containsExactly("FEC-CHARSET");
        assertThat(verdict.lines()).isEqualTo(4);
    }

    @Test
    void verdict_ofAnotherName_isNotConformAndUsesTheGivenClosing() {
        Path file = new FecSample().in(folder, "export.txt", StandardCharsets.UTF_8, "\n");
        assertThat(codes(FecSample.verdictOf(file))).containsExactly("FEC-NAME");
        LocalDate closing = LocalDate.of(2025, 6, 30);
        FecVerdict given = FecVerdict.of(FecFile.open(file).get(), LawBase.standard(), closing, FecSample.DAY);
        assertThat(given.closing()).isEqualTo(closing);
        assertThat(FecName.parse("1FEC20251331.txt")).isEmpty();
    }

    @Test
    void rules_followTheDayOfTheTest() {
        Path file = new FecSample()
                .cell(4, FecField.DEBIT, "1500.50")
                .cell(4, FecField.ECRITURE_LIB, "")
                .in(folder);
        FecFile opened = FecFile.open(file).get();
        FecVerdict before = FecVerdict.of(opened, LawBase.standard(), null, LocalDate.of(2018, 6, 1));
        assertThat(codes(before)).containsExactly("FEC-ABSENT");
        assertThat(codes(FecSample.verdictOf(file)))
                .containsExactly(
                        "FEC-AMOUNT-POINT", "FEC-CELL-EMPTY", "FEC-OWN-ENTRY", "FEC-OWN-FILE", "FEC-OWN-JOURNAL");
    }

    @Test
    void semicolon_isAllowedForYearsBefore2013Only() {
        FecSample old = new FecSample().replaceAll("\t", ";").replaceAll("2025", "2012");
        Path file = old.in(folder, "999900111FEC20121231.txt", StandardCharsets.UTF_8, "\n");
        assertThat(FecSample.verdictOf(file).isConform()).isTrue();
    }

    @Test
    void variantWithAmountAndSign_isReadLikeDebitAndCredit() {
        for (List<String> sides : List.of(List.of("D", "C"), List.of("+1", "-1"))) {
            List<String> lines = new ArrayList<>();
            for (String line : new FecSample().lines()) {
                String[] cells = line.split("\t", -1);
                boolean header = cells[11].equals("Debit");
                boolean debit = !header && !cells[11].equals("0,00");
                cells[11] = header ? "Montant" : debit ? cells[11] : cells[12];
                cells[12] = header ? "Sens" : debit ? sides.get(0) : sides.get(1);
                lines.add(String.join("\t", cells));
            }
            FecVerdict verdict = verdict(lines);
            assertThat(verdict.counts()).isEmpty();
            assertThat(verdict.debit()).isEqualTo(Money.parse("EUR 1600.50")).isEqualTo(verdict.credit());
            lines.set(1, lines.get(1).replace("\t" + sides.get(0) + "\t", "\tX\t"));
            assertThat(codes(verdict(lines))).contains("FEC-SIDE");
        }
    }

    @Test
    void cashAccounting_isToldByItsColumns_andMayLackWhatItNeedNot() {
        List<String> lines = new ArrayList<>();
        for (String line : new FecSample().cell(4, FecField.VALID_DATE, "").lines()) {
            boolean header = line.startsWith("JournalCode");
            lines.add(line + (header ? "\tDateRglt\tModeRglt\tNatOp\tIdClient" : "\t20250408\tVirement\tRecette\t"));
        }
        FecVerdict verdict = verdict(lines);
        assertThat(verdict.regime()).isEqualTo(FecRegime.CASH_PROFESSIONAL);
        assertThat(verdict.counts()).isEmpty();
        lines.set(0, lines.get(0).replace("\tNatOp", "\tNature"));
        assertThat(verdict(lines).missingColumns()).containsExactly("NatOp");
    }

    private FecVerdict verdict(List<String> lines) {
        try {
            return FecSample.verdictOf(Files.writeString(
                    folder.resolve(FecSample.NAME), String.join("\n", lines) + "\n", StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void permutingLines_changesNothingButTheirNumbers() {
        FecSample sample = new FecSample();
        Random random = new Random(20261127);
        for (int i = 3; i < 200; i++) {
            String date = "2025" + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12)) + "15";
            String amount = random.nextInt(10_000) + ",00";
            sample.with(FecSample.line("OD", "" + i, date, "441" + i % 3, amount, ""));
            sample.with(FecSample.line("OD", "" + i, date, "74" + i % 3, "", i % 50 == 0 ? "1,00" : amount));
        }
        FecVerdict straight = sample.verdict(folder);
        List<String> body = sample.lines().subList(1, sample.lines().size());
        Collections.shuffle(body, random);
        FecVerdict shuffled = sample.verdict(folder);
        assertThat(shuffled.unbalanced())
                .as("seed 20261127")
                .isEqualTo(straight.unbalanced())
                .isPositive();
        assertThat(shuffled.journals()).isEqualTo(straight.journals());
        assertThat(shuffled.entries()).isEqualTo(straight.entries());
        assertThat(shuffled.counts())
                .extracting(count -> count.code() + count.count())
                .isEqualTo(straight.counts().stream()
                        .map(count -> count.code() + count.count())
                        .toList());
    }

    @Test
    void manyFaults_areCountedAndAFewAreKept() {
        FecSample sample = new FecSample();
        for (int i = 0; i < 5_000; i++) {
            sample.with(FecSample.line("OD", "9" + i, "20250408", "512", "x", ""));
        }
        FecVerdict verdict = sample.verdict(folder);
        FecCount count = verdict.counts().get(0);
        assertThat(count.count()).isEqualTo(5_000);
        assertThat(count.examples()).hasSize(20);
    }

    @Test
    void realFile_hasTheSumsThatItsAuthorPublished() {
        FecVerdict verdict = FecSample.verdictOf(FecSample.real());
        assertThat(verdict.lines()).isEqualTo(5_422);
        assertThat(verdict.entries()).isEqualTo(2_033);
        assertThat(verdict.unbalanced()).isZero();
        assertThat(verdict.debit()).isEqualTo(Money.parse("EUR 10186219.81")).isEqualTo(verdict.credit());
        assertThat(verdict.isConform()).isTrue();
        assertThat(codes(verdict)).containsExactlyInAnyOrder("FEC-NAME-SIREN", "FEC-OWN-LETTER", "FEC-OWN-LETTER-DATE");
    }
}
