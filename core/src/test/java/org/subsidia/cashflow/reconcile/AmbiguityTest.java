package org.subsidia.cashflow.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;

/** What can be read in two ways is proposed, never accepted, however near its day and whoever is named. */
class AmbiguityTest {
    private static final long SEED = 20_261_127;
    private static final int ROUNDS = 150;
    private static final FunderId REGION = new FunderId("region");
    private static final StructureId CLUSTER = new StructureId("cluster");
    private static final String PAYER = "VIR REGION HAUTE BRENNE SUBVENTION ";

    private final Random random = new Random(SEED);
    private final List<ExpectedPayment> payments = new ArrayList<>();
    private final List<BankEntry> entries = new ArrayList<>();

    private Money amount() {
        long euros = 1_000 + random.nextInt(40_000);
        return Money.ofMinor(
                CurrencyUnit.EUR, random.nextBoolean() ? euros * 100 + random.nextInt(100) : euros * 1_000);
    }

    private LocalDate day() {
        return LocalDate.of(2026, 3, 1).plusDays(random.nextInt(200));
    }

    private void expect(String grant, Money amount, LocalDate day, @Nullable String reference) {
        Grant of = Grant.builder(new GrantId(grant), CLUSTER)
                .purpose("Programme d'actions")
                .payer(REGION)
                .decisionMaker(REGION)
                .origin(REGION)
                .reference(reference)
                .fiscalYear(2026)
                .state(GrantState.UNDER_CONVENTION)
                .build();
        Explanation why = Explanation.leaf(Message.of("CASH-DAY"), new Value.Day(day));
        payments.add(new ExpectedPayment(of, "solde", amount, day, why));
    }

    private void pay(Money amount, LocalDate day, String label) {
        entries.add(new BankEntry(Place.NOWHERE, "", day, null, amount, label, null, null, null));
    }

    private Reconciliation reconcile() {
        List<Edit> edits = new ArrayList<>();
        edits.add(Edit.put(Funder.builder(REGION, FunderLevel.REGION, "Région Haute-Brenne")
                .build()));
        payments.forEach(payment -> edits.add(Edit.put(payment.grant())));
        Portfolio portfolio = Portfolio.empty().apply(Edit.batch("", edits));
        StatementBook book = ReconciliationTest.book(entries.toArray(BankEntry[]::new));
        Reconciliation found =
                Reconciliation.of(portfolio, List.of(CLUSTER), book, payments, ReconcileOptions.standard());
        payments.clear();
        entries.clear();
        return found;
    }

    @Test
    void twoGrantsOfOneAmount_withoutReference_areProposed() {
        for (int round = 0; round < ROUNDS; round++) {
            Money amount = amount();
            LocalDate day = day();
            expect("one", amount, day, "HB-1000");
            expect("two", amount, day.plusDays(random.nextInt(60)), "HB-2000");
            pay(amount, day.plusDays(random.nextInt(30)), PAYER + 2026);
            if (random.nextBoolean()) {
                pay(amount, day.plusDays(random.nextInt(40)), PAYER + "BIS");
            }

            Reconciliation found = reconcile();

            assertThat(found.accepted()).as("seed %d, round %d", SEED, round).isEmpty();
            assertThat(found.matches()).as("seed %d, round %d", SEED, round).isNotEmpty();
        }
    }

    @Test
    void oneReferenceOfTwoGrants_isProposed() {
        for (int round = 0; round < ROUNDS; round++) {
            Money amount = amount();
            LocalDate day = day();
            expect("one", amount, day, "HB-1000");
            expect("two", amount, day, "HB-1000");
            pay(amount, day, PAYER + "HB 1000");

            assertThat(reconcile().accepted())
                    .as("seed %d, round %d", SEED, round)
                    .isEmpty();
        }
    }

    @Test
    void amountThatIsNearly_isProposedEvenWithItsReference() {
        long[] apart = {1, -1, 50, -50, 100, -100, 1_000, -1_000};
        for (int round = 0; round < ROUNDS; round++) {
            Money amount = amount();
            LocalDate day = day();
            expect("one", amount, day, "HB-1000");
            pay(amount.plusMinor(apart[random.nextInt(apart.length)]), day, PAYER + "HB 1000 2026");

            Reconciliation found = reconcile();

            assertThat(found.accepted()).as("seed %d, round %d", SEED, round).isEmpty();
            assertThat(found.matches()).as("seed %d, round %d", SEED, round).hasSize(1);
        }
    }

    @Test
    void twoMovementsForOnePayment_withoutReference_areProposed() {
        for (int round = 0; round < ROUNDS; round++) {
            Money amount = amount();
            LocalDate day = day();
            expect("one", amount, day, "HB-1000");
            pay(amount, day, PAYER + "A");
            pay(amount, day.plusDays(random.nextInt(90)), PAYER + "B");

            assertThat(reconcile().accepted())
                    .as("seed %d, round %d", SEED, round)
                    .isEmpty();
        }
    }

    @Test
    void twoMovementsForOnePayment_oneWithItsReference_isKnownByIt() {
        Money amount = amount();
        LocalDate day = day();
        expect("one", amount, day, "HB-1000");
        pay(amount, day, PAYER + "A");
        pay(amount, day.plusDays(20), PAYER + "HB 1000");

        List<Match> accepted = reconcile().accepted();

        assertThat(accepted).hasSize(1);
        assertThat(accepted.get(0).entries().get(0).label()).endsWith("HB 1000");
    }

    @Test
    void sumThatTwoPairsGive_isProposed() {
        for (int round = 0; round < ROUNDS; round++) {
            Money first = amount();
            Money second = amount();
            Money shift = Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt(90_000));
            LocalDate day = day();
            expect("one", first, day, null);
            expect("two", second, day, null);
            expect("three", first.plus(shift), day, null);
            expect("four", second.minus(shift), day, null);
            pay(first.plus(second), day, PAYER + 2026);

            assertThat(reconcile().accepted())
                    .as("seed %d, round %d", SEED, round)
                    .isEmpty();
        }
    }
}
