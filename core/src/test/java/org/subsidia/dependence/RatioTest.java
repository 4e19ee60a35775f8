package org.subsidia.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

class RatioTest {
    private static final long SEED = Long.getLong("subsidia.seed", 20_261_127L);

    /** TP = 1,000: worked by hand. */
    static OperatingFigures.Builder example(FigureBasis basis) {
        OperatingFigures.Builder builder = OperatingFigures.builder("Cluster", 2025, basis);
        set(builder, OperatingItem.SUBSIDIES, 400);
        set(builder, OperatingItem.CONCOURS_PUBLICS, 50);
        set(builder, OperatingItem.INVESTMENT_SHARES, 30);
        set(builder, OperatingItem.SERVICES_TO_PUBLIC, 40);
        set(builder, OperatingItem.FEES_PUBLIC_WITH_COUNTERPART, 20);
        set(builder, OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART, 10);
        set(builder, OperatingItem.FEES_PRIVATE, 250);
        set(builder, OperatingItem.SERVICES_TO_PRIVATE, 120);
        set(builder, OperatingItem.SPONSORSHIP, 50);
        set(builder, OperatingItem.OTHER_PRODUCTS, 30);
        set(builder, OperatingItem.DEDICATED_FUNDS, -20);
        set(builder, OperatingItem.IN_KIND_PUBLIC, 60);
        set(builder, OperatingItem.IN_KIND_PRIVATE, 140);
        set(builder, OperatingItem.FIXED_COSTS, 600);
        set(builder, OperatingItem.TOTAL_COSTS, 970);
        set(builder, OperatingItem.PUBLIC_AID, 300);
        set(builder, OperatingItem.ELIGIBLE_COSTS, 800);
        set(builder, OperatingItem.PUBLIC_RECEIPTS, 330);
        set(builder, OperatingItem.ALL_RECEIPTS, 900);
        set(builder, OperatingItem.TREASURY, 210);
        return builder;
    }

    static void set(OperatingFigures.Builder builder, OperatingItem item, long euros) {
        builder.item(item, Money.ofMajor(CurrencyUnit.EUR, euros));
    }

    static PublicAmount from(String funder, FunderLevel level, long euros) {
        Party party = new Party(funder, funder, level);
        return new PublicAmount(
                OperatingItem.SUBSIDIES,
                Message.of("DEP-TEXT", funder),
                Money.ofMajor(CurrencyUnit.EUR, euros),
                party,
                party,
                party,
                List.of(funder));
    }

    @ParameterizedTest
    @CsvSource({
        "R1, 450/1000",
        "R2, 460/980",
        "R3, 520/1000",
        "R4, 460/1000",
        "R5, 400/1000",
        "R5K, 540/1140",
        "R6, 510/1200",
        "R7, 330/900",
        "R10, 450/600",
        "R12, 300/800"
    })
    void of_exampleOfTheFormulas_isTheirExactValue(Ratio ratio, String expected) {
        RatioFigure figure = ratio.of(example(FigureBasis.BUDGET).build());
        assertThat(figure.share()).contains(Fraction.parse(expected));
        assertThat(figure.explanation().check()).isEmpty();
        assertThat(figure.explanation().value().number())
                .contains(Fraction.parse(expected).value(8));
    }

    @ParameterizedTest
    @EnumSource(Ratio.class)
    void of_nothingBelowTheLine_isUndefinedAndNeverZero(Ratio ratio) {
        OperatingFigures.Builder builder = OperatingFigures.builder("Cluster", 2025, FigureBasis.BUDGET);
        for (OperatingItem item : OperatingItem.values()) {
            set(builder, item, 0);
        }
        RatioFigure figure = ratio.of(builder.build());
        assertThat(figure.share()).isEmpty();
        assertThat(figure.explanation().value()).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void of_negativeProducts_saysSo() {
        OperatingFigures.Builder builder = example(FigureBasis.ACCOUNTS);
        set(builder, OperatingItem.OTHER_PRODUCTS, -5_000);
        assertThat(reason(Ratio.R1.of(builder.build()).explanation())).contains("produits d’exploitation");
    }

    @ParameterizedTest
    @EnumSource(Ratio.class)
    void of_oneItemMissing_isUnknownAndNamesIt(Ratio ratio) {
        for (OperatingItem item : ratio.numerator()) {
            OperatingFigures figures = example(FigureBasis.BUDGET)
                    .unknown(item, Message.of("DEP-TEXT", "manque " + item))
                    .build();
            assertThat(reason(ratio.of(figures).explanation())).isEqualTo("manque " + item);
        }
    }

    @Test
    void of_r4OnAccounts_asksForTheEstimate() {
        assertThat(reason(Ratio.R4.of(example(FigureBasis.ACCOUNTS).build()).explanation()))
                .contains("estimation de début d’exercice");
    }

    private static String reason(Explanation explanation) {
        return ((Value.Unknown) explanation.value()).reason().in(Locale.FRENCH);
    }

    @Test
    void bridge_r1ToR5_goesByTheComplementAndNamesWhatIsNeither() {
        Bridge bridge =
                Bridge.of(Ratio.R1, Ratio.R5, example(FigureBasis.BUDGET).build());
        assertThat(bridge.steps().stream().map(step -> step.label().in(Locale.FRENCH)))
                .containsExactly(
                        "complément à 100 % de R1",
                        "sans quote-part des subventions d’investissement (Q747)",
                        "sans prestations vendues à des acheteurs publics (P)",
                        "sans mécénat et dons (M)",
                        "sans autres produits (O)");
        assertThat(bridge.steps().stream().map(Bridge.Stage::change).map(Fraction::toString))
                .containsExactly("1/10", "-3/100", "-1/25", "-1/20", "-3/100");
    }

    @Test
    void bridge_accountsToCash_hasTwoSteps() {
        assertThat(Bridge.of(Ratio.R1, Ratio.R7, example(FigureBasis.BUDGET).build()).steps().stream()
                        .map(Bridge.Stage::after)
                        .map(Fraction::toString))
                .containsExactly("33/100", "11/30");
    }

    /** 400 of 1,000; then fees up by 100 and subsidies down by 200: (500) / 1,100, then 500 / 900. */
    @Test
    void bridge_acrossYears_putsItemsOfTheOtherYearOneByOne() {
        OperatingFigures before = example(FigureBasis.ACCOUNTS).build();
        Money fees = before.amount(OperatingItem.FEES_PRIVATE).orElseThrow();
        Money subsidies = before.amount(OperatingItem.SUBSIDIES).orElseThrow();
        OperatingFigures.Builder next = OperatingFigures.builder("Cluster", 2026, FigureBasis.BUDGET);
        before.items().forEach(next::item);
        OperatingFigures after = next.item(OperatingItem.FEES_PRIVATE, fees.plus(100))
                .item(OperatingItem.SUBSIDIES, subsidies.minus(200))
                .build();
        Bridge bridge = Bridge.of(Ratio.R5, before, Ratio.R5, after);
        assertThat(bridge.isAcrossYears()).isTrue();
        assertThat(bridge.steps().stream().map(Bridge.Stage::after))
                .containsExactly(Fraction.of(5, 11), Fraction.of(5, 9));
        assertThat(bridge.steps().get(0).label().in(Locale.FRENCH)).contains("cotisations de membres privés", "→");
        assertThat(bridge.explanation().check()).isEmpty();
        assertThat(bridge.explanation().label().in(Locale.FRENCH))
                .contains("2026")
                .contains("budget");
        Bridge both = Bridge.of(Ratio.R1, before, Ratio.R5, after);
        assertThat(both.steps()).hasSize(5 + 2);
        assertThat(both.steps().get(6).after()).isEqualTo(Fraction.of(5, 9));
    }

    /** Where a ratio of the end cannot be computed in the first year, the years change before the definition. */
    @Test
    void bridge_acrossYears_changesTheDefinitionWhereBothAreKnown() {
        OperatingFigures before = example(FigureBasis.ACCOUNTS)
                .unknown(OperatingItem.IN_KIND_PUBLIC, Message.of("DEP-TEXT", "sans"))
                .build();
        OperatingFigures.Builder next = OperatingFigures.builder("Cluster", 2026, FigureBasis.BUDGET);
        example(FigureBasis.BUDGET).build().items().forEach(next::item);
        Bridge bridge = Bridge.of(Ratio.R1, before, Ratio.R6, next.build());
        assertThat(bridge.steps()).isNotEmpty();
        assertThat(bridge.explanation().check()).isEmpty();
        Bridge none = Bridge.of(Ratio.R6, before, Ratio.R6, next.build());
        assertThat(none.steps()).isEmpty();
        assertThat(reason(none.explanation())).isEqualTo("sans");
    }

    @Test
    void bridge_randomYears_addsUpExactlyAndNeverDividesByNothing() {
        SplittableRandom random = new SplittableRandom(SEED);
        int defined = 0;
        for (int run = 0; run < 200; run++) {
            OperatingFigures[] years = new OperatingFigures[2];
            for (int year = 0; year < 2; year++) {
                OperatingFigures.Builder builder = OperatingFigures.builder("Cluster", 2024 + year, FigureBasis.BUDGET);
                for (OperatingItem item : OperatingItem.values()) {
                    set(builder, item, random.nextInt(10) == 0 ? -random.nextInt(300) : random.nextInt(1_000));
                }
                years[year] = builder.build();
            }
            for (Ratio from : Ratio.values()) {
                for (Ratio to : Ratio.values()) {
                    Bridge bridge = Bridge.of(from, years[0], to, years[1]);
                    if (bridge.steps().isEmpty()) {
                        continue;
                    }
                    defined++;
                    Fraction sum = bridge.steps().stream()
                            .map(Bridge.Stage::change)
                            .reduce(from.of(years[0]).share().orElseThrow(), Fraction::plus);
                    assertThat(sum)
                            .as("seed %d run %d %s %s", SEED, run, from, to)
                            .isEqualTo(to.of(years[1]).share().orElseThrow());
                    assertThat(bridge.explanation().check()).isEmpty();
                }
            }
        }
        assertThat(defined).isGreaterThan(10_000);
    }

    /** Every pair of ratios, on random figures with negative items too. */
    @Test
    void bridge_randomFigures_addsUpExactly() {
        SplittableRandom random = new SplittableRandom(SEED);
        int defined = 0;
        for (int run = 0; run < 300; run++) {
            OperatingFigures.Builder builder = OperatingFigures.builder("Cluster", 2025, FigureBasis.BUDGET);
            for (OperatingItem item : OperatingItem.values()) {
                builder.item(item, Money.ofMinor(CurrencyUnit.EUR, random.nextLong(-30_000, 100_000)));
            }
            OperatingFigures figures = builder.build();
            for (Ratio from : Ratio.values()) {
                for (Ratio to : Ratio.values()) {
                    Optional<Fraction> start = from.of(figures).share();
                    Optional<Fraction> end = to.of(figures).share();
                    Bridge bridge = Bridge.of(from, to, figures);
                    assertThat(bridge.explanation().check()).as("seed %d", SEED).isEmpty();
                    if (start.isEmpty() || end.isEmpty()) {
                        assertThat(bridge.explanation().value().isKnown()).isFalse();
                        continue;
                    }
                    defined++;
                    Fraction sum =
                            bridge.steps().stream().map(Bridge.Stage::change).reduce(start.get(), Fraction::plus);
                    assertThat(sum).as("seed %d, %s to %s", SEED, from, to).isEqualTo(end.get());
                }
            }
        }
        assertThat(defined).isGreaterThan(10_000);
    }

    /** Scaling all amounts changes no share. */
    @Test
    void of_allAmountsScaled_sharesStay() {
        OperatingFigures figures = example(FigureBasis.BUDGET).build();
        Map<OperatingItem, Explanation> scaled = new EnumMap<>(OperatingItem.class);
        for (OperatingItem item : OperatingItem.values()) {
            Money amount = figures.amount(item).orElseThrow();
            scaled.put(item, Explanation.leaf(item.label(), new Value.Amount(amount.multipliedBy(7))));
        }
        OperatingFigures seven = new OperatingFigures(null, "Cluster", 2025, 12, FigureBasis.BUDGET, scaled, List.of());
        for (Ratio ratio : Ratio.values()) {
            assertThat(ratio.of(seven).share()).isEqualTo(ratio.of(figures).share());
        }
    }

    @Test
    void concentration_exactVector_is0315() {
        OperatingFigures figures = concentrated(45, 25, 20, 10);
        FunderShares shares = FunderShares.of(figures, FunderView.PAYER);
        assertThat(shares.herfindahlExact()).contains(Fraction.of(315, 1000));
        assertThat(shares.herfindahl().check()).isEmpty();
        assertThat(shares.firstShare().value().number().orElseThrow()).isEqualByComparingTo("0.45");
        assertThat(shares.fundersFor80().value().number().orElseThrow()).isEqualByComparingTo("3");
    }

    private static OperatingFigures concentrated(long... euros) {
        OperatingFigures.Builder builder = example(FigureBasis.BUDGET);
        long sum = 0;
        for (int i = 0; i < euros.length; i++) {
            builder.publicAmount(from("F" + i, FunderLevel.values()[i], euros[i]));
            sum += euros[i];
        }
        set(builder, OperatingItem.SUBSIDIES, sum);
        set(builder, OperatingItem.CONCOURS_PUBLICS, 0);
        return builder.build();
    }

    @Test
    void concentration_partWithoutFunder_isUnknownAndLevelsShowTheRest() {
        OperatingFigures.Builder builder = example(FigureBasis.BUDGET);
        builder.publicAmount(from("Région", FunderLevel.REGION, 400));
        FunderShares shares = FunderShares.of(builder.build(), FunderView.ORIGIN);
        assertThat(reason(shares.herfindahl())).contains("sans financeur identifié");
        assertThat(shares.levels().keySet()).containsExactly(FunderLevel.REGION, FunderLevel.UNKNOWN);
        assertThat(shares.levels().get(FunderLevel.UNKNOWN).value())
                .isEqualTo(new Value.Amount(Money.parse("EUR 50.00")));
    }

    @Test
    void loss_ofTheRegion_gapRunwayAndPrivateIncome() {
        OperatingFigures.Builder builder = example(FigureBasis.BUDGET);
        builder.publicAmount(from("Région", FunderLevel.REGION, 400));
        set(builder, OperatingItem.CONCOURS_PUBLICS, 0);
        FunderShares shares = FunderShares.of(builder.build(), FunderView.PAYER);
        FunderLoss loss = FunderLoss.of(shares, shares.first().orElseThrow(), Fraction.of(1, 2));
        // products 950 − dedicated 20 − costs 970 − 400 = −440; 210 of cash last 210 / 440 × 12 months
        assertThat(loss.result().value()).isEqualTo(new Value.Amount(Money.parse("EUR -440.00")));
        assertThat(loss.gap().value()).isEqualTo(new Value.Amount(Money.parse("EUR 440.00")));
        assertThat(loss.runway().value().number().orElseThrow()).isEqualByComparingTo("5.7");
        // (400 + x) / (550 + x) = 1/2 already passed
        assertThat(loss.majority().value()).isEqualTo(new Value.Amount(Money.parse("EUR 0.00")));
        for (Explanation part : List.of(loss.lost(), loss.result(), loss.gap(), loss.runway())) {
            assertThat(part.check()).isEmpty();
        }
        FunderLoss strict = FunderLoss.of(shares, shares.first().orElseThrow(), Fraction.of(4, 5));
        assertThat(strict.majority().value()).isEqualTo(new Value.Amount(Money.parse("EUR 200.00")));
    }

    @Test
    void loss_inAShortFirstYear_isAnnualisedButSharesAreNot() {
        OperatingFigures.Builder builder = example(FigureBasis.BUDGET).months(6);
        builder.publicAmount(from("Région", FunderLevel.REGION, 450));
        FunderShares shares = FunderShares.of(builder.build(), FunderView.PAYER);
        FunderLoss loss = FunderLoss.of(shares, shares.first().orElseThrow(), Fraction.of(1, 2));
        assertThat(loss.lost().value()).isEqualTo(new Value.Amount(Money.parse("EUR 900.00")));
        assertThat(loss.lost().check()).isEmpty();
        assertThat(Ratio.R1.of(builder.build()).share()).contains(Fraction.of(45, 100));
    }

    @Test
    void norms_exampleYear_measuresDistanceAndVerdict() {
        OperatingFigures.Builder builder = example(FigureBasis.BUDGET);
        builder.publicAmount(from("Région", FunderLevel.REGION, 300));
        builder.publicAmount(from("FEDER", FunderLevel.EU_SHARED, 150));
        Dependence dependence = Dependence.of("Cluster", List.of(builder.build()));
        Map<Norm, NormFigure> norms = new EnumMap<>(Norm.class);
        dependence.norms(2025, LawBase.standard()).forEach(norm -> norms.put(norm.norm(), norm));
        assertThat(norms).hasSize(Norm.values().length);
        Map<Norm, String> distances = new EnumMap<>(Norm.class);
        norms.forEach((norm, figure) -> {
            assertThat(figure.distance().check()).isEmpty();
            figure.distance()
                    .value()
                    .number()
                    .ifPresent(number ->
                            distances.put(norm, number.stripTrailingZeros().toPlainString()));
        });
        assertThat(distances)
                .containsEntry(Norm.T1, "0.15")
                .containsEntry(Norm.T2, "0.2")
                .containsEntry(Norm.T3, "-0.1")
                .containsEntry(Norm.T4, "0.125")
                .containsEntry(Norm.T5, "0.04")
                .containsEntry(Norm.T6, "0.2")
                .containsEntry(Norm.T6A, "74700")
                .doesNotContainKey(Norm.T7);
        assertThat(norms.get(Norm.T3).met()).contains(false);
        assertThat(norms.get(Norm.T7).met()).isEmpty();
        assertThat(norms.get(Norm.T1).limit().allRules())
                .extracting("id")
                .containsExactly("dependence.t1.public-share");
    }

    @Test
    void mean_threeYears_isTheMeanOfTheSharesAndNamesAMissingYear() {
        List<OperatingFigures> years = new ArrayList<>();
        for (int year = 2023; year <= 2025; year++) {
            OperatingFigures.Builder builder = OperatingFigures.builder("Cluster", year, FigureBasis.ACCOUNTS);
            OperatingItem.PRODUCTS.forEach(item -> set(builder, item, 0));
            set(builder, OperatingItem.SUBSIDIES, year - 2022);
            set(builder, OperatingItem.FEES_PRIVATE, 9 - (year - 2022));
            years.add(builder.build());
        }
        Dependence dependence = Dependence.of("Cluster", years);
        Explanation mean = dependence.mean(Ratio.R1, 2025);
        assertThat(mean.value().number().orElseThrow()).isEqualByComparingTo("0.22222222");
        assertThat(mean.check()).isEmpty();
        assertThat(reason(dependence.mean(Ratio.R1, 2024))).contains("2022");
    }

    @Test
    void distribution_quantiles_interpolateExactly() {
        Distribution distribution = new Distribution(List.of(Fraction.of(1, 2), Fraction.ZERO, Fraction.of(1, 4)), 2);
        assertThat(distribution.quantile(Fraction.of(1, 2))).contains(Fraction.of(1, 4));
        assertThat(distribution.quantile(Fraction.of(1, 4))).contains(Fraction.of(1, 8));
        assertThat(distribution.quantile(Fraction.ONE)).contains(Fraction.of(1, 2));
        assertThat(new Distribution(List.of(), 1).quantile(Fraction.ZERO)).isEmpty();
    }
}
