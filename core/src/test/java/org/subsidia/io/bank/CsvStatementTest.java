package org.subsidia.io.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.bank.BankSamples.codes;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.StatementBook;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;

class CsvStatementTest {
    private static final String OWN = """
            version: 1
            kind: movements
            headerRow: 3
            columns:
              - {column: Cpta, field: date, dates: dayFirstShortYear}
              - {column: Quoi, field: label}
              - {column: Mvt, field: amount, decimalMark: comma}
              - column: "+/-"
                position: 4
                field: direction
                values: {"-": DEBIT, "+": CREDIT}
              - {column: Reste, field: balance, decimalMark: comma}
            constants:
              account: FR1420041010050500013M02606
            """;

    @TempDir
    private Path folder;

    private Reading<List<BankStatement>> read(String csv, String mapping) {
        Optional<Mapping> own = mapping.isEmpty()
                ? Optional.empty()
                : Optional.of(MappingFile.parse(mapping, "own.yaml").get());
        return BankFile.read(write(csv, StandardCharsets.UTF_8), own);
    }

    private Path write(String csv, Charset charset) {
        try {
            return Files.write(folder.resolve("own.csv"), csv.getBytes(charset));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BankStatement one(Reading<List<BankStatement>> read) {
        read.findings().forEach(finding -> {
            assertThat(finding.message().in(Locale.FRENCH)).isNotBlank();
            assertThat(finding.message().in(Locale.ENGLISH)).isNotBlank();
        });
        return read.get().get(0);
    }

    private static List<String> amounts(BankStatement statement) {
        return statement.entries().stream()
                .map(BankEntry::amount)
                .map(Money::toString)
                .toList();
    }

    @Test
    void read_byMappingWithDirectionAndShortYears_takesSignAndDay() {
        Reading<List<BankStatement>> read = read("""
                Export du 30/06/26
                Agence;00123

                Cpta;Quoi;Mvt;+/-;Reste
                03/06/26;VIR REGION;1.234,50;+;2.234,50
                05/06/26;LOYER;800,00;-;1.434,50
                """.replace("\n\n", "\n"), OWN);

        BankStatement statement = one(read);
        assertThat(amounts(statement)).containsExactly("EUR 1234.50", "EUR -800.00");
        assertThat(statement.entries().get(0).date()).isEqualTo(LocalDate.of(2026, 6, 3));
        assertThat(statement.account().shown()).isEqualTo("FR14…2606");
        assertThat(statement.balanced()).contains(true);
        assertThat(statement.opening().orElseThrow().amount()).isEqualTo(Money.parse("EUR 1000.00"));
        assertThat(codes(read)).doesNotContain("BANK-NO-ACCOUNT", "BANK-CSV-BALANCE");
    }

    @Test
    void read_lineWhoseBalanceContradicts_namesFileLineAndColumn() {
        Reading<List<BankStatement>> read = read("""
                Date;Libellé;Débit;Crédit;Solde
                27/06/2026;D;0,00;10,00;160,00
                26/06/2026;C;50,00;0,00;150,00
                25/06/2026;B;;100,00;200,01
                24/06/2026;A;;100,00;100,00
                """, "");

        BankStatement statement = one(read);
        assertThat(amounts(statement)).containsExactly("EUR 10.00", "EUR -50.00", "EUR 100.00", "EUR 100.00");
        List<Finding> wrong = read.findings().stream()
                .filter(finding -> finding.code().equals("BANK-CSV-BALANCE"))
                .toList();
        // the line itself, and the one after it in time
        assertThat(wrong)
                .extracting(finding -> finding.place().toString())
                .containsExactly("own.csv:4:5 (Solde)", "own.csv:3:5 (Solde)");
        assertThat(wrong.get(0).message().in(Locale.ENGLISH)).contains("200.00", "200.01", "0.01");
        assertThat(statement.closing().orElseThrow().date()).isEqualTo(LocalDate.of(2026, 6, 27));
    }

    @Test
    void read_missingLine_isSeenInTheBalances() {
        long seed = 20_261_127;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<String> lines = new ArrayList<>();
            BigDecimal balance = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
            for (int i = 0; i < 12; i++) {
                BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(900_000), 2);
                amount = random.nextBoolean() ? amount : amount.negate();
                balance = balance.add(amount);
                lines.add("2026-06-%02d;M%d;%s;%s"
                        .formatted(1 + i, i, amount, balance)
                        .replace('.', ','));
            }
            int gone = 1 + random.nextInt(10);
            List<String> less = new ArrayList<>(lines);
            less.remove(gone);
            if (random.nextBoolean()) {
                Collections.reverse(lines);
                Collections.reverse(less);
            }
            String header = "Date;Libellé;Montant;Solde\n";

            Reading<List<BankStatement>> whole = read(header + String.join("\n", lines), "");
            Reading<List<BankStatement>> cut = read(header + String.join("\n", less), "");

            assertThat(one(whole).balanced())
                    .as("seed %d, round %d", seed, round)
                    .contains(true);
            assertThat(codes(whole)).as("seed %d, round %d", seed, round).doesNotContain("BANK-CSV-BALANCE");
            assertThat(codes(cut)).as("seed %d, round %d", seed, round).containsOnlyOnce("BANK-CSV-BALANCE");
            assertThat(one(cut).balanced()).as("seed %d, round %d", seed, round).contains(false);
        }
    }

    @Test
    void read_cellsThatCannotBeRead_refuseTheLineOrAreLeftOut() {
        Reading<List<BankStatement>> read = read("""
                Date;Date de valeur;Libellé;Montant;Sens;Solde
                27/06/2026;hier;A;10,00;C;x
                32/06/2026;;B;10,00;C;
                26/06/2026;;C;dix;C;
                25/06/2026;;D;-10,00;C;
                ;;E;10,00;C;
                25/06/2026;;F;;C;
                ;;Total;;;
                24/06/2026;;TOTAL;4,50;D;
                24/06/2026;;G;4,50;Z;
                """, "");

        BankStatement statement = one(read);
        assertThat(amounts(statement)).containsExactly("EUR 10.00", "EUR -4.50");
        assertThat(statement.refused()).isEqualTo(6);
        assertThat(read.findings())
                .extracting(finding -> finding.code() + ' ' + finding.severity() + ' ' + finding.place())
                .contains(
                        "MAP-DATE-UNREADABLE WARNING own.csv:2:2 (Date de valeur)",
                        "MAP-DATE-UNREADABLE ERROR own.csv:3:1 (Date)",
                        "BANK-CSV-DIRECTION ERROR own.csv:5:5 (Sens)",
                        "BANK-CSV-DAY ERROR own.csv:6:1 (Date)",
                        "BANK-CSV-AMOUNT ERROR own.csv:7:4 (Montant)",
                        "MAP-ROW-TOTAL INFO own.csv:8",
                        "MAP-CHOICE-UNKNOWN ERROR own.csv:10:5 (Sens)");
        assertThat(read.findings())
                .anyMatch(finding -> finding.place().toString().equals("own.csv:4:4 (Montant)"));
    }

    @Test
    void read_severalAccounts_makesOneStatementOfEach() {
        Reading<List<BankStatement>> read = read("""
                Compte;Date;Libelle simplifie;Libelle operation;Informations complementaires;Debit;Credit
                FR1420041010050500013M02606;27/06/2026;VIR;VIR SEPA;REF 2026-CP-7;;10,00
                00012345678;26/06/2026;PRLV;EDF;;-50,00;
                FR1420041010050500013M02606;25/06/2026;VIR;;;;5,00
                """, "");

        assertThat(read.get()).hasSize(2);
        assertThat(amounts(one(read))).containsExactly("EUR 10.00", "EUR 5.00");
        assertThat(one(read).entries().get(0).label()).isEqualTo("VIR VIR SEPA REF 2026-CP-7");
        assertThat(read.get().get(1).account().shown()).doesNotContain("00012345678");
    }

    @Test
    void read_sameMovementsInOtherColumnsAndOrder_countOnce() {
        String oldest = """
                Date;Libellé;Montant
                25/06/2026;B;100,00
                25/06/2026;B;100,00
                26/06/2026;C;-50,00
                """;
        String newest = "Date;Libellé;Débit;Crédit\n26/06/2026;C;50,00;\n25/06/2026;B;;100,00\n25/06/2026;B;;100,00\n";
        List<BankStatement> both = new ArrayList<>(read(oldest, "").get());
        both.addAll(read(newest, "").get());

        StatementBook book = StatementBook.of(both);

        assertThat(book.entries()).hasSize(3);
        assertThat(both.get(0).entries().stream().map(BankEntry::id).collect(Collectors.toSet()))
                .isEqualTo(both.get(1).entries().stream().map(BankEntry::id).collect(Collectors.toSet()));
    }

    @Test
    void read_mappingThatDoesNotFit_saysWhichColumn() {
        Reading<List<BankStatement>> read = read("a\nb\nCpta;Quoi;Mvt;+/-\n03/06/26;VIR;1,00;+\n", OWN);

        assertThat(read.isRead()).isFalse();
        assertThat(read.findings()).extracting(Finding::code).contains("MAP-COLUMN-ABSENT");
        assertThat(read.findings()).anyMatch(finding -> finding.place().line() == 3);
    }

    @Test
    void read_otherCurrencyInOneLine_isRefused() {
        Reading<List<BankStatement>> read = read("""
                Date;Libellé;Montant;Devise
                25/06/2026;A;100,00;EUR
                26/06/2026;B;100,00;CHF
                27/06/2026;C;100,00;XQX
                """, "");

        assertThat(one(read).currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(amounts(one(read))).containsExactly("EUR 100.00");
        assertThat(codes(read)).contains("BANK-ENTRY-CURRENCY", "MAP-CURRENCY-UNKNOWN");
    }

    @Test
    void mapping_ofATable_isWhatReadsIt() {
        Path csv = write("Relevé\nDate;Libellé;Montant\n27/06/2026;A;1,50\n", Charset.forName("windows-1252"));

        Reading<Mapping> mapping = BankFile.mapping(csv);

        assertThat(mapping.get().headerRow()).isEqualTo(2);
        assertThat(BankFile.read(csv, mapping.value()).get())
                .isEqualTo(BankFile.read(csv).get());
    }
}
