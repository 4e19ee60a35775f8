package org.subsidia.cashflow.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

class StatementBookTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void of_statementsInAnyOrder_areChained() {
        BankStatement january = statement("1", 100, 150, entry(5, 50));
        BankStatement february = statement("2", 150, 120, entry(40, -30));

        StatementBook book = StatementBook.of(List.of(february, january));

        assertThat(book.findings()).isEmpty();
        assertThat(book.statements()).containsExactly(january, february);
        assertThat(book.entries()).extracting(BankEntry::amount).containsExactly(euros(50), euros(-30));
    }

    @Test
    void of_sameStatementTwice_countsOnceAndSaysSo() {
        BankStatement january = statement("1", 100, 150, entry(5, 50));

        StatementBook book = StatementBook.of(List.of(january, january));

        assertThat(codes(book)).containsExactly("BANK-SAME");
        assertThat(book.entries()).hasSize(1);
    }

    @Test
    void of_missingStatement_isAGapOfItsAmount() {
        StatementBook book = StatementBook.of(
                List.of(statement("1", 100, 150, entry(5, 50)), statement("3", 170, 180, entry(70, 10))));

        assertThat(codes(book)).containsExactly("BANK-GAP");
        assertThat(book.findings().get(0).message().arguments()).contains(euros(20));
        assertThat(book.findings().get(0).message().in(Locale.FRENCH)).contains("20,00");
    }

    @Test
    void of_overlap_countsCommonMovementsOnce() {
        BankStatement first = statement("1", 100, 175, entry(5, 50), entry(10, 25));
        BankStatement second = statement("2", 150, 185, entry(10, 25), entry(12, 10));

        StatementBook book = StatementBook.of(List.of(first, second));

        assertThat(book.entries()).extracting(BankEntry::amount).containsExactly(euros(50), euros(25), euros(10));
        assertThat(codes(book)).contains("BANK-TWICE");
    }

    @Test
    void of_chainedStatementsOfOneDay_keepEqualMovements() {
        BankStatement morning = statement("1", 100, 150, entry(5, 50));
        BankStatement evening = statement("2", 150, 200, entry(5, 50));

        StatementBook book = StatementBook.of(List.of(evening, morning));

        assertThat(book.entries()).hasSize(2);
        assertThat(book.findings()).isEmpty();
    }

    @Test
    void of_wrongSum_saysTheDifference() {
        StatementBook book = StatementBook.of(List.of(statement("1", 100, 151, entry(5, 50))));

        assertThat(codes(book)).containsExactly("BANK-UNBALANCED");
        assertThat(book.findings().get(0).message().arguments()).endsWith(euros(1));
    }

    @Test
    void id_likeMovements_areToldApartAndStable() {
        BankStatement statement = statement("1", 0, 100, entry(5, 50), entry(5, 50));
        BankStatement again = statement("other number", 0, 100, entry(5, 50), entry(5, 50));

        assertThat(statement.entries()).extracting(BankEntry::id).doesNotHaveDuplicates();
        assertThat(again.entries()).isEqualTo(statement.entries());
    }

    @Test
    void of_oneMonthInTwoFormats_countsOnce() {
        BankStatement camt = statement("1", 100, 125, numbered("A1", entry(5, 50)), numbered("A2", entry(7, -25)));
        BankStatement ofx = new BankStatement(
                BankFormat.OFX,
                Place.file("ofx"),
                "",
                camt.account(),
                CurrencyUnit.EUR,
                List.of(),
                List.of(numbered("F9", entry(5, 50)), numbered("F8", entry(7, -25)), numbered("F7", entry(8, 1))),
                0);

        StatementBook book = StatementBook.of(List.of(camt, ofx));

        assertThat(book.entries()).extracting(BankEntry::amount).containsExactly(euros(50), euros(-25), euros(1));
        assertThat(codes(book)).contains("BANK-TWICE");
    }

    @Test
    void of_monthsShuffledAndRepeated_isTheSameBook() {
        long seed = 20_261_127;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<BankStatement> year = new ArrayList<>();
            int balance = 0;
            for (int month = 0; month < 12; month++) {
                List<BankEntry> entries = new ArrayList<>();
                int sum = 0;
                for (int i = random.nextInt(6); i >= 0; i--) {
                    int amount = 1 + random.nextInt(4);
                    entries.add(entry(month * 30 + random.nextInt(30), amount));
                    sum += amount;
                }
                year.add(statement("m" + month, balance, balance + sum, entries.toArray(BankEntry[]::new)));
                balance += sum;
            }
            StatementBook whole = StatementBook.of(year);
            List<BankStatement> mixed = new ArrayList<>(year);
            mixed.add(year.get(random.nextInt(12)));
            Collections.shuffle(mixed, random);
            StatementBook again = StatementBook.of(mixed);

            assertThat(again.entries()).as("seed %d, round %d", seed, round).isEqualTo(whole.entries());
            assertThat(codes(whole)).as("seed %d, round %d", seed, round).isEmpty();
            assertThat(codes(again)).as("seed %d, round %d", seed, round).containsExactly("BANK-SAME");
            assertThat(again.entries()).extracting(BankEntry::id).doesNotHaveDuplicates();
        }
    }

    private static BankEntry numbered(String bankId, BankEntry entry) {
        return new BankEntry(
                entry.place(), "", entry.date(), null, entry.amount(), entry.label() + bankId, null, null, bankId);
    }

    private static List<String> codes(StatementBook book) {
        return book.findings().stream().map(Finding::code).toList();
    }

    private static BankStatement statement(String number, int opening, int closing, BankEntry... entries) {
        List<BankBalance> balances = new ArrayList<>();
        balances.add(new BankBalance(BalanceKind.OPENING, null, euros(opening)));
        balances.add(new BankBalance(BalanceKind.CLOSING, null, euros(closing)));
        return new BankStatement(
                BankFormat.CAMT_053,
                Place.file(number),
                number,
                BankAccount.of("FR1420041010050500013M02606"),
                CurrencyUnit.EUR,
                balances,
                List.of(entries),
                0);
    }

    private static BankEntry entry(int day, int amount) {
        return new BankEntry(Place.NOWHERE, "", FIRST.plusDays(day), null, euros(amount), "VIR", null, null, null);
    }

    private static Money euros(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
