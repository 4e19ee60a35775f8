package org.subsidia.cashflow.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.subsidia.cashflow.reconcile.KnownPopulation.Payer;
import org.subsidia.cashflow.reconcile.KnownPopulation.Settings;
import org.subsidia.cashflow.reconcile.KnownPopulation.Words;
import org.subsidia.portfolio.FunderLevel;

/**
 * Why the usual threshold is what it is, and what it is worth. It is chosen on populations whose truth is known, and judged on others
 * that have neither seeds, words, amounts nor habits of paying in common with those. In both, banks cut labels, references are often
 * missing, accounting officers pay for others, payments come late, in parts, together or not at all, and money of others comes in the
 * same amounts, some of it from the same funders.
 */
class ThresholdTest {
    static final Words CHOOSING_WORDS = new Words(
            List.of(
                    new Payer(
                            FunderLevel.REGION,
                            "Région Rives-d'Arvenne",
                            "2026-A-",
                            List.of(
                                    "REGION RIVES D ARVENNE",
                                    "VIR RIVES D'ARVENNE REGION",
                                    "DRFIP RIVES",
                                    "PAIERIE REGIONALE",
                                    "VIREMENT SEPA")),
                    new Payer(
                            FunderLevel.STATE,
                            "État, ministère de l'économie",
                            "2026-B-",
                            List.of("DRFIP 69", "CBCM FINANCES", "DDFIP DU LYS", "VIR TRESOR PUBLIC")),
                    new Payer(
                            FunderLevel.EU_SHARED,
                            "Union européenne, FEDER",
                            "2026-C-",
                            List.of(
                                    "ASP",
                                    "AGENCE DE SERVICES ET DE PAIEMENT",
                                    "REGION RIVES D ARVENNE",
                                    "DRFIP RIVES")),
                    new Payer(
                            FunderLevel.EPCI,
                            "Ormeval Agglomération",
                            "2026-D-",
                            List.of("ORMEVAL AGGLOMERATION", "SGC ORMEVAL", "TRESORERIE ORMEVAL", "DDFIP")),
                    new Payer(
                            FunderLevel.DEPARTEMENT,
                            "Département de la Lys-Brune",
                            "2026-E-",
                            List.of("DEPARTEMENT LYS BRUNE", "PAIERIE DEPARTEMENTALE", "DDFIP")),
                    new Payer(
                            FunderLevel.STATE_OPERATOR,
                            "Agence de la transition",
                            "2026-F-",
                            List.of("AGENCE TRANSITION", "AGENCE DE LA TRANSITION AC", "VIREMENT SEPA"))),
            List.of("Programme d'actions innovation", "Animation de la filière bois"),
            List.of("ACTIONS INNOVATION 2026"),
            List.of("COTISATION SARL DUPONT", "FACTURE 2026-", "REMBOURSEMENT URSSAF", "DRFIP REMB TVA"));

    static final Words JUDGING_WORDS = new Words(
            List.of(
                    new Payer(
                            FunderLevel.REGION,
                            "Région Haute-Brenne",
                            "HB",
                            List.of(
                                    "CONSEIL REGIONAL HAUTE BRENNE",
                                    "REGION HAUTE BRENNE SUBV",
                                    "PAIERIE REGIONALE",
                                    "DRFIP BRENNE",
                                    "VIR RECU")),
                    new Payer(
                            FunderLevel.STATE,
                            "DREETS de Haute-Brenne",
                            "EJ 21",
                            List.of(
                                    "DRFIP",
                                    "DREETS HAUTE BRENNE",
                                    "DIRECTION REGIONALE DES FINANCES PUBLIQUES",
                                    "CBCM",
                                    "TRESOR PUBLIC")),
                    new Payer(
                            FunderLevel.EU_SHARED,
                            "Fonds social européen",
                            "FSE/",
                            List.of("ASP AMIENS", "AG SERVICES PAIEMENT", "DRFIP BRENNE", "FONDS SOCIAL EUROPEEN")),
                    new Payer(
                            FunderLevel.COMMUNE,
                            "Ville de Sablonnet",
                            "DEL-2026-",
                            List.of("VILLE DE SABLONNET", "SGC SABLONNET", "TRESORERIE SABLONNET", "VIREMENT")),
                    new Payer(
                            FunderLevel.DEPARTEMENT,
                            "Département du Lozon",
                            "CD",
                            List.of("PAIERIE DEPARTEMENTALE LOZON", "DEPARTEMENT DU LOZON", "DDFIP LOZON")),
                    new Payer(
                            FunderLevel.STATE_OPERATOR,
                            "Caisse des dépôts",
                            "BDT-",
                            List.of("CAISSE DES DEPOTS", "CDC BDT", "BANQUE DES TERRITOIRES", "VIR SEPA RECU"))),
            List.of("Plateau technique partagé", "Ingénierie de la reprise", "Diagnostics d'entreprises"),
            List.of("PLATEAU TECHNIQUE", "ACOMPTE", "SUBV 2026", "INGENIERIE REPRISE 2025"),
            List.of(
                    "VIR SEPA ADHERENT SAS MOULIN",
                    "FACT 26-114 CLIENT",
                    "DGFIP CREDIT IMPOT RECHERCHE",
                    "DDFIP LOZON DEGREVEMENT CFE",
                    "DRFIP RESTITUTION EXCEDENT",
                    "DRFIP REMBOURSEMENT CREDIT DE TVA",
                    "CPAM INDEMNITES JOURNALIERES",
                    "REMISE DE CHEQUES",
                    "OPCO FORMATION"));

    static final List<Settings> CHOOSING = List.of(
            new Settings("round amounts", true, 75, 60, 40, false, 20, 10, 8, 40, 0, 3),
            new Settings("budgets in cents", false, 75, 60, 40, false, 20, 10, 8, 40, 4, 3));

    static final List<Settings> JUDGING = List.of(
            new Settings("budgets in cents, paid late", false, 60, 50, 45, true, 25, 15, 12, 50, 4, 4),
            new Settings("round amounts, paid late", true, 50, 50, 45, true, 30, 20, 15, 60, 4, 4),
            new Settings("references never said", false, 80, 0, 60, true, 15, 5, 5, 30, 6, 6),
            new Settings("many near amounts", false, 60, 60, 30, false, 20, 10, 10, 50, 15, 5));

    private static final long[] CHOOSING_SEEDS = LongStream.rangeClosed(1, 20).toArray();
    private static final long[] JUDGING_SEEDS =
            LongStream.rangeClosed(1_001, 1_020).toArray();
    private static final int STRUCTURES = 12;

    /** What is promised of all accepted movements together, with a confidence of 95 %. */
    private static final double PROMISED = 0.995;
    /** And of those of one population, which are fewer. */
    private static final double PROMISED_EACH = 0.985;

    @Test
    void usualThreshold_isTheLowestThatKeepsThePromiseWhereItIsChosen() {
        for (int threshold = ReconcileOptions.USUAL_THRESHOLD - 5;
                threshold <= ReconcileOptions.USUAL_THRESHOLD;
                threshold += 5) {
            double worst = 1;
            StringBuilder all = new StringBuilder();
            for (Settings settings : CHOOSING) {
                Result result = result(settings, CHOOSING_WORDS, CHOOSING_SEEDS, threshold);
                worst = Math.min(worst, result.bound());
                all.append(settings.name())
                        .append(" at ")
                        .append(threshold)
                        .append(": ")
                        .append(result)
                        .append('\n');
            }
            boolean usual = threshold == ReconcileOptions.USUAL_THRESHOLD;
            assertThat(worst >= PROMISED).as(all.toString()).isEqualTo(usual);
        }
    }

    @Test
    void usualThreshold_onOtherPopulations_keepsThePromise() {
        Result all = new Result(0, 0, 0);
        for (Settings settings : JUDGING) {
            Result result = result(settings, JUDGING_WORDS, JUDGING_SEEDS, ReconcileOptions.USUAL_THRESHOLD);
            assertThat(result.bound()).as("%s: %s", settings.name(), result).isGreaterThanOrEqualTo(PROMISED_EACH);
            assertThat(result.coverage())
                    .as("%s: %s", settings.name(), result)
                    .isGreaterThanOrEqualTo(settings.round() ? 0.18 : 0.45);
            all = all.plus(result);
        }
        assertThat(all.bound()).as(all.toString()).isGreaterThanOrEqualTo(PROMISED);
        assertThat(all.coverage()).as(all.toString()).isGreaterThanOrEqualTo(0.42);
    }

    @Test
    void matches_ofAPopulation_useEachMovementAndPaymentOnceAndAddUp() {
        KnownPopulation population = new KnownPopulation(JUDGING.get(0), JUDGING_WORDS, JUDGING_SEEDS[0], STRUCTURES);
        Set<BankEntry> entries = new HashSet<>();
        Set<ExpectedPayment> payments = new HashSet<>();
        for (Match match : population.matches(ReconcileOptions.standard())) {
            match.entries().forEach(one -> assertThat(entries.add(one)).isTrue());
            match.payments().forEach(one -> assertThat(payments.add(one)).isTrue());
            assertThat(match.score().check()).isEmpty();
            assertThat(match.points()).isBetween(0, 100);
            if (match.payments().size() > 1 || match.entries().size() > 1) {
                assertThat(match.paid()).isEqualTo(match.expected());
            }
        }
        assertThat(entries).isNotEmpty();
    }

    @Test
    void bound_ofKnownResults_isThatOfClopperAndPearson() {
        assertThat(new Result(613, 613, 613).bound()).isCloseTo(Math.pow(0.05, 1.0 / 613), within(1e-9));
        assertThat(new Result(100, 95, 100).bound()).isCloseTo(0.89775, within(1e-4));
        assertThat(new Result(0, 0, 10).bound()).isZero();
    }

    /** What came of accepting. */
    record Result(int accepted, int right, int paid) {
        Result plus(Result other) {
            return new Result(accepted + other.accepted, right + other.right, paid + other.paid);
        }

        double coverage() {
            return paid == 0 ? 0 : (double) right / paid;
        }

        /** The precision that would still give a result this good in one of twenty cases (Clopper and Pearson, one side). */
        double bound() {
            double low = 0;
            double high = accepted == 0 ? 0 : 1;
            for (int i = 0; i < 60; i++) {
                double middle = (low + high) / 2;
                if (atLeast(middle) < 0.05) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** The chance of as many right ones, or more, if each is right with this probability. */
        private double atLeast(double probability) {
            int wrong = accepted - right;
            double log = accepted * Math.log(probability);
            double sum = 0;
            for (int k = 0; k <= wrong; k++) {
                sum += Math.exp(log);
                log += Math.log(accepted - k) - Math.log(k + 1.0) + Math.log1p(-probability) - Math.log(probability);
            }
            return sum;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d of %d accepted are right (at least %.2f %%), %.1f %% of %d payments",
                    right,
                    accepted,
                    100 * bound(),
                    100 * coverage(),
                    paid);
        }
    }

    static Result result(Settings settings, Words words, long[] seeds, int threshold) {
        Result all = new Result(0, 0, 0);
        for (long seed : seeds) {
            KnownPopulation population = new KnownPopulation(settings, words, seed, STRUCTURES);
            int accepted = 0;
            int right = 0;
            for (Match match : population.matches(ReconcileOptions.standard().withThreshold(threshold))) {
                if (match.state() == Match.State.ACCEPTED) {
                    accepted += match.entries().size();
                    right += (int) match.entries().stream()
                            .filter(entry -> population.isRight(entry, match))
                            .count();
                }
            }
            all = all.plus(new Result(accepted, right, population.paid()));
        }
        return all;
    }
}
