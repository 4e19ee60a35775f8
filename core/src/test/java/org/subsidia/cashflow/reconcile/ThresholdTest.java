package org.subsidia.cashflow.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * Why the usual threshold is what it is: a population whose truth is known. Structures have grants of funders that pay themselves or
 * through others; amounts are round and repeat; banks cut labels; references are often missing; payments come late, in parts,
 * together or not at all; fees, rents and members' dues of the same amounts lie in between.
 */
class ThresholdTest {
    private static final long[] SEEDS = {1, 2, 3, 5, 8, 13, 21, 34};
    private static final int STRUCTURES = 12;
    private static final double PRECISION = 0.995;
    private static final double RECALL = 0.30;

    private static final String[] FUNDERS = {
        "REGION:Région Rives-d'Arvenne",
        "STATE:État, ministère de l'économie",
        "EU_SHARED:Union européenne, FEDER",
        "EPCI:Ormeval Agglomération",
        "DEPARTEMENT:Département de la Lys-Brune",
        "STATE_OPERATOR:Agence de la transition"
    };
    private static final String[][] SPELLINGS = {
        {"REGION RIVES D ARVENNE", "VIR RIVES D'ARVENNE REGION", "DRFIP RIVES", "PAIERIE REGIONALE", "VIREMENT SEPA"},
        {"DRFIP 69", "CBCM FINANCES", "DDFIP DU LYS", "VIR TRESOR PUBLIC"},
        {"ASP", "AGENCE DE SERVICES ET DE PAIEMENT", "REGION RIVES D ARVENNE", "DRFIP RIVES"},
        {"ORMEVAL AGGLOMERATION", "SGC ORMEVAL", "TRESORERIE ORMEVAL", "DDFIP"},
        {"DEPARTEMENT LYS BRUNE", "PAIERIE DEPARTEMENTALE", "DDFIP"},
        {"AGENCE TRANSITION", "AGENCE DE LA TRANSITION AC", "VIREMENT SEPA"}
    };
    private static final int[] AMOUNTS = {1_500, 3_000, 5_000, 5_000, 8_000, 10_000, 10_000, 15_000, 20_000, 24_000};
    private static final String[] STEPS = {"avance", "acompte", "solde"};
    private static final int[] SHARES = {50, 30, 20};

    @Test
    void usualThreshold_onPopulationsOfKnownTruth_isRarelyWrong() {
        int accepted = 0;
        int right = 0;
        int payments = 0;
        for (long seed : SEEDS) {
            Population population = new Population(seed);
            payments += population.paid;
            for (Match match : population.reconcile(ReconcileOptions.USUAL_THRESHOLD)) {
                for (BankEntry entry : match.entries()) {
                    accepted++;
                    Set<String> truth = population.truth.getOrDefault(entry.label() + entry.date(), Set.of());
                    boolean correct = match.payments().stream()
                            .allMatch(payment ->
                                    truth.contains(payment.grant().id().value()));
                    right += correct ? 1 : 0;
                }
            }
        }
        double precision = (double) right / accepted;
        double recall = (double) right / payments;
        assertThat(precision).as("%d right of %d accepted", right, accepted).isGreaterThanOrEqualTo(PRECISION);
        assertThat(recall).as("%d right of %d paid", right, payments).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void lowerThreshold_isWrongMoreOften_soThatTheThresholdMatters() {
        int usual = 0;
        int low = 0;
        for (long seed : SEEDS) {
            Population population = new Population(seed);
            usual += population.reconcile(ReconcileOptions.USUAL_THRESHOLD).size();
            low += population.reconcile(Clue.AMOUNT.most()).size();
        }
        assertThat(low).isGreaterThan(usual);
    }

    @Test
    void matches_ofAPopulation_useEachMovementAndPaymentOnceAndAddUp() {
        Population population = new Population(SEEDS[0]);
        Set<BankEntry> entries = new HashSet<>();
        Set<ExpectedPayment> payments = new HashSet<>();
        for (Match match : population.all(ReconcileOptions.USUAL_THRESHOLD)) {
            match.entries().forEach(one -> assertThat(entries.add(one)).isTrue());
            match.payments().forEach(one -> assertThat(payments.add(one)).isTrue());
            assertThat(match.score().check()).isEmpty();
            if (match.payments().size() > 1 || match.entries().size() > 1) {
                assertThat(match.paid()).isEqualTo(match.expected());
            }
        }
        assertThat(entries).isNotEmpty();
    }

    /** One year of a few structures; drawn from a seed. */
    private static final class Population {
        private final Random random;
        private final List<Edit> edits = new ArrayList<>();
        private final List<StructureId> structures = new ArrayList<>();
        private final Map<StructureId, List<ExpectedPayment>> expected = new HashMap<>();
        private final Map<StructureId, List<BankEntry>> entries = new HashMap<>();
        private final Map<String, Set<String>> truth = new HashMap<>();
        private final Portfolio portfolio;
        private int paid;
        private int serial;

        Population(long seed) {
            random = new Random(seed);
            for (String funder : FUNDERS) {
                String[] parts = funder.split(":", 2);
                edits.add(Edit.put(Funder.builder(new FunderId(parts[0]), FunderLevel.valueOf(parts[0]), parts[1])
                        .build()));
            }
            for (int i = 0; i < STRUCTURES; i++) {
                structure(new StructureId("s" + i));
            }
            portfolio = Portfolio.empty().apply(Edit.batch("", edits));
        }

        private void structure(StructureId id) {
            structures.add(id);
            expected.put(id, new ArrayList<>());
            entries.put(id, new ArrayList<>());
            edits.add(Edit.put(Structure.builder(id, "Structure " + id).build()));
            int grants = 4 + random.nextInt(8);
            for (int i = 0; i < grants; i++) {
                grant(id, i);
            }
            for (int i = 0; i < 40; i++) {
                noise(id);
            }
        }

        private void grant(StructureId structure, int number) {
            int funder = random.nextInt(FUNDERS.length);
            FunderId payer = new FunderId(FUNDERS[funder].split(":", 2)[0]);
            int amount = AMOUNTS[random.nextInt(AMOUNTS.length)];
            String reference = random.nextInt(4) == 0
                    ? null
                    : "2026-" + (char) ('A' + funder) + "-" + (1000 + random.nextInt(9000));
            Grant grant = Grant.builder(new GrantId(structure + "-g" + number), structure)
                    .purpose(random.nextBoolean() ? "Programme d'actions innovation" : "Animation de la filière bois")
                    .payer(payer)
                    .decisionMaker(payer)
                    .origin(payer)
                    .reference(reference)
                    .fiscalYear(2026)
                    .state(GrantState.UNDER_CONVENTION)
                    .build();
            edits.add(Edit.put(grant));
            List<ExpectedPayment> steps = new ArrayList<>();
            for (int i = 0; i < STEPS.length; i++) {
                LocalDate day = LocalDate.of(2026, 1, 15).plusDays(random.nextInt(120) + i * 100L);
                steps.add(new ExpectedPayment(
                        grant,
                        STEPS[i],
                        euros(amount * SHARES[i] / 100),
                        day,
                        Explanation.leaf(Message.of("CASH-DAY"), new Value.Day(day))));
            }
            expected.get(structure).addAll(steps);
            pay(structure, steps, SPELLINGS[funder], reference);
        }

        private void pay(StructureId structure, List<ExpectedPayment> steps, String[] spellings, String reference) {
            int together = random.nextInt(10) == 0 ? 2 : 1;
            for (int i = 0; i < steps.size(); i += together) {
                ExpectedPayment step = steps.get(i);
                if (random.nextInt(5) == 0) {
                    continue;
                }
                Money amount = together == 2 && i + 1 < steps.size()
                        ? step.amount().plus(steps.get(i + 1).amount())
                        : step.amount();
                LocalDate day = step.day().plusDays((long) (random.nextGaussian() * 40));
                boolean parts = random.nextInt(12) == 0;
                Money first = parts ? amount.dividedBy(3, RoundingMode.DOWN) : amount;
                line(structure, step, day, first, spellings, reference);
                if (parts) {
                    line(structure, step, day.plusDays(random.nextInt(20)), amount.minus(first), spellings, reference);
                }
            }
        }

        private void line(
                StructureId structure,
                ExpectedPayment step,
                LocalDate day,
                Money amount,
                String[] spellings,
                String reference) {
            String said = reference == null || random.nextInt(5) < 2 ? "" : " " + reference;
            String purpose = random.nextInt(3) == 0 ? " ACTIONS INNOVATION 2026" : "";
            add(
                    structure,
                    day,
                    amount,
                    spellings[random.nextInt(spellings.length)] + said + purpose,
                    step.grant().id().value());
            paid++;
        }

        /** Money of others: members' dues, services, refunds, and a grant that the portfolio does not know. */
        private void noise(StructureId structure) {
            String[] labels = {
                "COTISATION SARL DUPONT",
                "FACTURE 2026-",
                "REMBOURSEMENT URSSAF",
                "DRFIP REMB TVA",
                "REGION RIVES D ARVENNE"
            };
            int kind = random.nextInt(30);
            String label = labels[kind < 10 ? 0 : kind < 20 ? 1 : kind < 26 ? 2 : kind < 29 ? 3 : 4];
            int amount = AMOUNTS[random.nextInt(AMOUNTS.length)] * SHARES[random.nextInt(3)] / 100;
            add(structure, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)), euros(amount), label, "");
        }

        private void add(StructureId structure, LocalDate day, Money amount, String label, String grant) {
            String own = label + " N" + serial++;
            entries.get(structure).add(new BankEntry(Place.NOWHERE, "", day, null, amount, own, null, null, null));
            truth.put(own + day, grant.isEmpty() ? Set.of() : Set.of(grant));
        }

        List<Match> reconcile(int threshold) {
            return all(threshold).stream()
                    .filter(match -> match.state() == Match.State.ACCEPTED)
                    .toList();
        }

        List<Match> all(int threshold) {
            List<Match> matches = new ArrayList<>();
            for (StructureId id : structures) {
                StatementBook book = ReconciliationTest.book(entries.get(id).toArray(BankEntry[]::new));
                ReconcileOptions options = ReconcileOptions.standard().withThreshold(threshold);
                matches.addAll(Reconciliation.of(portfolio, List.of(id), book, expected.get(id), options)
                        .matches());
            }
            return matches;
        }
    }

    private static Money euros(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
