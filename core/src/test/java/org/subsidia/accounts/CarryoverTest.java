package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.accounts.CarriedAccount.Kind;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;

class CarryoverTest {
    private static final Chart CHART = Chart.of(LawBase.standard().at(LocalDate.of(2025, 1, 1)));

    private static AccountBalance account(String number, long opening, long movement) {
        return new AccountBalance(number, "Compte " + number, 100 * opening, 100 * movement);
    }

    private static Books year(int year, AccountBalance... balances) {
        return new Books(
                "FEC" + year,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                CHART,
                List.of(balances),
                List.of(),
                0,
                Map.of(
                        "512",
                        new AccountLines(
                                Place.file("FEC" + year).line(2),
                                Place.file("FEC" + year).line(9))));
    }

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static Carryover one(Books... years) {
        List<Carryover> all = Carryover.of(List.of(years));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).ownFunds().check()).isEmpty();
        return all.get(0);
    }

    private static final Books CLOSED = year(
            2024,
            account("512", 80, 40),
            account("106", -80, 0),
            account("706", 0, -100),
            account("641", 0, 70),
            account("401", 0, -10));

    @Test
    void of_aYearThatOpensWithItsResultOn12_isClean() {
        Carryover carried = one(
                CLOSED,
                year(
                        2025,
                        account("512", 120, 0),
                        account("106", -80, 0),
                        account("120", -30, 0),
                        account("401", -10, 0)));
        assertThat(Amounts.of(carried.result())).contains(euros(30));
        assertThat(Amounts.of(carried.ownFunds())).contains(euros(0));
        assertThat(carried.isClean()).isTrue();
        assertThat(carried.accounts()).singleElement().satisfies(account -> {
            assertThat(account.kind()).isEqualTo(Kind.RESULT);
            assertThat(account.difference()).isEqualTo(euros(-30));
        });
    }

    @Test
    void of_aResultAllocatedToReserves_isClean() {
        Carryover carried =
                one(CLOSED, year(2025, account("512", 120, 0), account("106", -110, 0), account("401", -10, 0)));
        assertThat(carried.isClean()).isTrue();
    }

    @Test
    void of_aResultThatIsForgotten_isFoundWithItsAmount() {
        Carryover carried =
                one(CLOSED, year(2025, account("512", 90, 0), account("106", -80, 0), account("401", -10, 0)));
        assertThat(carried.isClean()).isFalse();
        assertThat(Amounts.of(carried.ownFunds())).contains(euros(-30));
        assertThat(carried.findings())
                .extracting(finding -> finding.code())
                .containsExactly("ACC-CARRIED-OWN-FUNDS", "ACC-CARRIED-DIFFERENT");
        assertThat(carried.findings().get(1).place())
                .isEqualTo(Place.file("FEC2025").line(2));
    }

    @Test
    void of_accountsOfAllKinds_tellsThemApart() {
        Books before = year(
                2024,
                account("411A", 0, 60),
                account("411B", 0, 40),
                account("467", 0, 5),
                account("512", 0, 20),
                account("106", 0, -125),
                account("871", 0, -9),
                account("861", 0, 9));
        Books after = year(
                2025,
                account("411", 100, 0),
                account("512", 22, 0),
                account("486", 3, 0),
                account("106", -125, 0),
                account("615", 4, 0));
        Carryover carried = one(before, after);
        assertThat(carried.accounts())
                .extracting(CarriedAccount::account, CarriedAccount::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("411", Kind.REARRANGED),
                        org.assertj.core.groups.Tuple.tuple("411A", Kind.REARRANGED),
                        org.assertj.core.groups.Tuple.tuple("411B", Kind.REARRANGED),
                        org.assertj.core.groups.Tuple.tuple("467", Kind.NOT_OPENED),
                        org.assertj.core.groups.Tuple.tuple("486", Kind.FROM_NOTHING),
                        org.assertj.core.groups.Tuple.tuple("512", Kind.DIFFERENT),
                        org.assertj.core.groups.Tuple.tuple("615", Kind.INCOME_OR_COST));
        assertThat(carried.isClean()).isFalse();
        assertThat(carried.words().toString()).contains("4");
    }

    @Test
    void of_aYearWithoutOpeningBalances_saysThatAlone() {
        Carryover carried = one(CLOSED, year(2025, account("512", 0, 7), account("706", 0, -7)));
        assertThat(carried.accounts()).isEmpty();
        assertThat(carried.isClean()).isFalse();
        assertThat(carried.findings()).extracting(finding -> finding.code()).containsExactly("ACC-CARRIED-NOTHING");
    }

    @Test
    void gaps_ofAMissingYear_namesIt() {
        List<Books> years = List.of(year(2025), CLOSED, year(2022), year(2021));
        assertThat(Carryover.gaps(years)).extracting(Message::code).containsExactly("ACC-CARRIED-GAP");
        assertThat(Carryover.gaps(years).get(0).toString()).contains("2023");
        assertThat(Carryover.of(years)).hasSize(2);
        Books half = new Books(
                "short", LocalDate.of(2024, 7, 1), LocalDate.of(2025, 6, 30), CHART, List.of(), List.of(), 0, Map.of());
        assertThat(Carryover.gaps(List.of(CLOSED, half))).isEmpty();
    }

    /** The balances of any closed year, opened as they are with the result anywhere in own funds, are clean. */
    @Test
    void of_anyYearOpenedAsItClosed_isClean() {
        Random random = new Random(20261127);
        for (int run = 0; run < 200; run++) {
            List<AccountBalance> closed = new ArrayList<>();
            List<AccountBalance> opened = new ArrayList<>();
            long sum = 0;
            long result = 0;
            for (int account : random.ints(12, 101, 799).distinct().toArray()) {
                long amount = random.nextInt(2_000) - 1_000;
                String number = Integer.toString(account);
                closed.add(account(number, 0, amount));
                sum += amount;
                if (account >= 600) {
                    result += amount;
                } else {
                    opened.add(account(number, amount, 0));
                }
            }
            closed.add(account("1", 0, -sum));
            opened.add(account("1", -sum, 0));
            opened.add(account(random.nextBoolean() ? "12000" : "10689", result, 0));
            assertThat(one(
                                    year(2024, closed.toArray(AccountBalance[]::new)),
                                    year(2025, opened.toArray(AccountBalance[]::new)))
                            .isClean())
                    .as("seed 20261127, run %d", run)
                    .isEqualTo(opened.stream().anyMatch(balance -> balance.opening() != 0));
        }
    }
}
