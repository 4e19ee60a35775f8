package org.subsidia.io.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.bank.BankSamples.codes;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.cashflow.reconcile.BankBalance;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.StatementBook;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

/** Statements that others published, good and broken. */
class PublishedStatementsTest {

    @BeforeEach
    void realFiles() {
        Assumptions.assumeThat(System.getenv("SUBSIDIA_REAL_DATA"))
                .as("SUBSIDIA_REAL_DATA names the folder of real files")
                .isNotNull();
    }

    private static Reading<List<BankStatement>> read(String file) {
        return BankFile.read(Path.of(System.getenv("SUBSIDIA_REAL_DATA"), "bank", file));
    }

    @Test
    void read_severalStatements_eachAddsUp() {
        List<BankStatement> statements =
                read("camt/camt053.v2.multi.statement.xml").get();

        assertThat(statements).hasSize(2);
        BankStatement first = statements.get(0);
        assertThat(first.opening().map(BankBalance::amount)).contains(Money.parse("EUR 18.15"));
        assertThat(first.entries()).extracting(BankEntry::amount).containsExactly(Money.parse("EUR 8.85"));
        assertThat(first.balanced()).contains(true);
    }

    @Test
    void read_allKindsOfBalance_areKeptAndAWrongSumIsSaid() {
        List<BankStatement> statements =
                read("camt/camt053.v2.all-balance-types.xml").get();

        assertThat(statements.get(0).balances()).hasSize(10);
        assertThat(statements.get(0).balances())
                .extracting(one -> one.amount().getAmountMinorInt())
                .containsExactly(101, 202, 303, 404, 505, 606, 707, 808, 909, 1010);
        assertThat(StatementBook.of(statements).findings())
                .extracting(Finding::code)
                .containsExactly("BANK-UNBALANCED", "BANK-TWO-OPENINGS");
    }

    @Test
    void read_moreDecimals_areExact() {
        BankStatement statement =
                read("camt/camt053.v2.five.decimals.xml").get().get(0);

        assertThat(statement.opening().map(BankBalance::amount)).contains(Money.parse("EUR 18.15"));
        assertThat(statement.balanced()).contains(false);
    }

    @Test
    void read_balancesOfOtherCurrencies_areSaid() {
        for (String file : List.of("camt053.v2.minimal.xml", "camt053.v4.xml", "camt053.v8.xml")) {
            Reading<List<BankStatement>> read = read("camt/" + file);

            assertThat(read.get().get(0).entries())
                    .as(file)
                    .extracting(BankEntry::amount)
                    .containsExactly(Money.parse("EUR 8.85"));
            assertThat(read.get().get(0).closing()).as(file).isEmpty();
            assertThat(read.get().get(0).balances()).as(file).hasSize(4);
        }
    }

    @Test
    void read_cfonb_movementsAddUpToTheNewBalances() {
        Reading<List<BankStatement>> read = read("cfonb120/example.txt");
        List<BankStatement> statements = read.get();

        assertThat(codes(read)).containsOnly("BANK-CFONB-OTHER-BANK");
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).opening().map(BankBalance::amount)).contains(Money.parse("EUR -190.40"));
        assertThat(statements)
                .extracting(BankStatement::movements)
                .containsExactly(Money.parse("EUR -50.81"), Money.parse("EUR 77.49"));
        assertThat(statements).allMatch(statement -> statement.balanced().orElse(false));
    }

    @Test
    void read_cfonbWithoutBalances_isReadAndSaid() {
        assertThat(codes(read("cfonb120/operation.txt"))).containsExactly("BANK-CFONB-OUTSIDE");
        Reading<List<BankStatement>> outside = read("cfonb120/operation_out_of_statement.txt");
        assertThat(outside.get()).hasSize(2);
        assertThat(codes(outside)).contains("BANK-CFONB-OUTSIDE");
    }

    @Test
    void read_ofxGoodAndBroken_nothingIsDroppedSilently() {
        assertThat(read("ofx/bank_medium.ofx").get().get(0).movements().toString())
                .isEqualTo("CAD -345.27");
        assertThat(read("ofx/checking.ofx").get().get(0).entries()).hasSize(3);
        assertThat(read("ofx/multiple_accounts.ofx").get()).hasSize(2);
        Reading<List<BankStatement>> dates = read("ofx/date_missing.ofx");
        assertThat(dates.get().get(0).refused()).isEqualTo(3);
        assertThat(codes(dates)).filteredOn("BANK-ENTRY-DAY"::equals).hasSize(3);
        Reading<List<BankStatement>> decimals = read("ofx/decimal_error.ofx");
        assertThat(decimals.get().get(0).refused()).isEqualTo(1);
        assertThat(codes(decimals)).contains("BANK-AMOUNT");
    }
}
