package org.subsidia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;

class FundingPictureTest {
    private static final FundingQuery QUERY = FundingQuery.standard();

    private static FundingPicture picture(FundingQuery query, GrantRow... rows) {
        FundingAggregator sums = new FundingAggregator(query);
        Stream.of(rows).forEach(sums::add);
        return sums.picture();
    }

    private static FundingPicture fourFunders() {
        return picture(
                QUERY,
                GrantRow.of(1, 45, 2020, 45_00),
                GrantRow.of(1, 25, 2021, 25_00),
                GrantRow.of(2, 20, 2021, 20_00),
                GrantRow.of(3, 10, 2021, 10_00));
    }

    private static BigDecimal number(Explanation figure) {
        return figure.value().number().orElseThrow();
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static Stream<Explanation> explanations(FundingPicture picture) {
        return Stream.of(
                        Stream.of(picture.total()),
                        picture.tables().stream().map(FundingTable::total),
                        picture.tables().stream()
                                .flatMap(t -> t.lines().stream().map(FundingLine::share)),
                        picture.tables().stream()
                                .flatMap(t -> t.others().stream().map(FundingLine::share)),
                        picture.evolution().stream().map(FundingYear::change),
                        picture.ofBeneficiaries().figures().stream(),
                        picture.ofFunders().figures().stream())
                .flatMap(s -> s);
    }

    @Test
    void herfindahl_45_25_20_10_is0315() {
        assertThat(number(fourFunders().ofFunders().herfindahl())).isEqualByComparingTo("0.315");
    }

    @Test
    void firstShare_45of100_is045() {
        assertThat(number(fourFunders().ofFunders().firstShare())).isEqualByComparingTo("0.45");
    }

    @Test
    void partiesFor80_70isTooLittle_90isEnough() {
        assertThat(number(fourFunders().ofFunders().partiesFor80())).isEqualByComparingTo("3");
    }

    @Test
    void partiesFor80_exactly80_isEnough() {
        FundingPicture picture = picture(QUERY, GrantRow.of(1, 1, 2020, 80_00), GrantRow.of(1, 2, 2020, 20_00));
        assertThat(number(picture.ofFunders().partiesFor80())).isEqualByComparingTo("1");
    }

    @Test
    void gini_45_25_20_10_asComputedByHand() {
        // 2 (1·10 + 2·20 + 3·25 + 4·45) / (4 · 100) − 5/4 = 610/400 − 500/400
        assertThat(number(fourFunders().ofFunders().gini())).isEqualByComparingTo("0.275");
    }

    @Test
    void lorenz_fourFunders_risesFromNothingToAll() {
        assertThat(fourFunders().ofFunders().lorenz())
                .extracting(p -> p.parties() + " " + p.amount())
                .containsExactly(
                        "0.000000 0.000000",
                        "0.250000 0.100000",
                        "0.500000 0.300000",
                        "0.750000 0.550000",
                        "1.000000 1.000000");
    }

    @Test
    void lorenz_manyParties_isBounded() {
        GrantRow[] rows = Stream.iterate(1, i -> i + 1)
                .limit(1234)
                .map(i -> GrantRow.of(i, 1, 2020, i))
                .toArray(GrantRow[]::new);
        List<LorenzPoint> curve = picture(QUERY, rows).ofBeneficiaries().lorenz();
        assertThat(curve).hasSize(101);
        assertThat(curve.get(100)).isEqualTo(new LorenzPoint(new BigDecimal("1.000000"), new BigDecimal("1.000000")));
    }

    @Test
    void equalParties_haveTheLeastConcentration() {
        FundingPicture picture = picture(QUERY, GrantRow.of(1, 1, 2020, 500), GrantRow.of(1, 2, 2020, 500));
        assertThat(number(picture.ofFunders().herfindahl())).isEqualByComparingTo("0.5");
        assertThat(number(picture.ofFunders().gini())).isZero();
    }

    @Test
    void reversalBelowZero_sharesAreSignedAndConcentrationUnknown() {
        FundingPicture picture = picture(QUERY, GrantRow.of(1, 1, 2020, 150_00), GrantRow.of(1, 2, 2020, -50_00));
        assertThat(picture.attributed()).isEqualTo(euros("100"));
        assertThat(picture.ofFunders().figures()).allSatisfy(figure -> assertThat(figure.value())
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.reason().code()).isEqualTo("LEDGER-UNKNOWN-NEGATIVE")));
        assertThat(picture.ofFunders().lorenz()).isEmpty();
        List<FundingLine> lines =
                picture.table(FundingDimension.FUNDER).orElseThrow().lines();
        assertThat(number(lines.get(0).share())).isEqualByComparingTo("1.5");
        assertThat(number(lines.get(1).share())).isEqualByComparingTo("-0.5");
    }

    @Test
    void totalOfZero_sharesAreUnknown() {
        FundingPicture picture = picture(QUERY, GrantRow.of(1, 1, 2020, 100), GrantRow.of(1, 1, 2021, -100));
        assertThat(picture.ofFunders().herfindahl().value()).isInstanceOf(Value.Unknown.class);
        assertThat(picture.tables().get(0).lines().get(0).share().value()).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void nothing_isAnEmptyPictureWithReasons() {
        FundingPicture picture = picture(QUERY);
        assertThat(picture.grants()).isZero();
        assertThat(picture.evolution()).isEmpty();
        assertThat(picture.ofFunders().gini().value()).isInstanceOf(Value.Unknown.class);
        assertThat(explanations(picture)).allMatch(e -> e.check().isEmpty());
    }

    @Test
    void table_moreGroupsThanLines_sumsUpTheRest() {
        FundingTable table = picture(
                        QUERY.top(2),
                        GrantRow.of(1, 1, 2020, 10),
                        GrantRow.of(2, 1, 2020, 40),
                        GrantRow.of(3, 1, 2020, 20).attributing(5),
                        GrantRow.of(4, 1, 2020, 30))
                .table(FundingDimension.BENEFICIARY)
                .orElseThrow();
        assertThat(table.lines()).extracting(FundingLine::key).containsExactly("000000002", "000000004");
        FundingLine rest = table.others().orElseThrow();
        assertThat(rest.attributed()).isEqualTo(euros("0.15"));
        assertThat(rest.published()).isEqualTo(euros("0.30"));
        assertThat(rest.grants()).isEqualTo(2);
        assertThat(table.groups()).isEqualTo(4);
    }

    @Test
    void table_equalAmounts_areOrderedByKey() {
        FundingTable table = picture(QUERY, GrantRow.of(9, 1, 2020, 10), GrantRow.of(7, 1, 2020, 10))
                .table(FundingDimension.BENEFICIARY)
                .orElseThrow();
        assertThat(table.lines()).extracting(FundingLine::key).containsExactly("000000007", "000000009");
    }

    @Test
    void table_years_areAllShownInOrderWithTheUnknownFirst() {
        FundingTable table = picture(
                        QUERY.top(1),
                        GrantRow.of(1, 1, 2021, 10),
                        GrantRow.of(1, 1, 2019, 20),
                        GrantRow.of(1, 1, FundingRow.UNKNOWN_YEAR, 30))
                .table(FundingDimension.YEAR)
                .orElseThrow();
        assertThat(table.lines()).extracting(FundingLine::key).containsExactly("", "2019", "2021");
        assertThat(table.others()).isEmpty();
    }

    @Test
    void evolution_comparesWithTheYearBeforeOnly() {
        FundingPicture picture = picture(
                QUERY,
                GrantRow.of(1, 1, 2018, 100),
                GrantRow.of(1, 1, 2019, 125),
                GrantRow.of(1, 1, 2021, 50),
                GrantRow.of(1, 1, FundingRow.UNKNOWN_YEAR, 7));
        assertThat(picture.evolution()).extracting(FundingYear::year).containsExactly(2018, 2019, 2021);
        assertThat(picture.evolution().get(0).change().value()).isInstanceOf(Value.Unknown.class);
        assertThat(number(picture.evolution().get(1).change())).isEqualByComparingTo("0.25");
        assertThat(picture.evolution().get(2).change().value()).isInstanceOf(Value.Unknown.class);
        assertThat(picture.undated()).isEqualTo(1);
        assertThat(picture.attributed()).isEqualTo(euros("2.82"));
    }

    @Test
    void evolution_afterAYearOfReversals_isUnknown() {
        FundingPicture picture = picture(QUERY, GrantRow.of(1, 1, 2018, -100), GrantRow.of(1, 1, 2019, 125));
        assertThat(picture.evolution().get(1).change().value()).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void basis_published_ranksByTheOtherAmount() {
        GrantRow shared = GrantRow.of(1, 1, 2020, 100).attributing(10);
        GrantRow whole = GrantRow.of(2, 1, 2020, 50);
        FundingPicture published = picture(QUERY.on(AmountBasis.PUBLISHED), shared, whole);
        assertThat(published.tables().get(0).lines().get(0).key()).isEqualTo("000000001");
        assertThat(number(published.total())).isEqualByComparingTo("1.5");
        assertThat(number(picture(QUERY, shared, whole).total())).isEqualByComparingTo("0.6");
        assertThat(published.tables().get(0).lines().get(0).amount(AmountBasis.PUBLISHED))
                .isEqualTo(euros("1"));
        assertThat(published.tables().get(0).lines().get(0).amount(AmountBasis.ATTRIBUTED))
                .isEqualTo(euros("0.1"));
    }

    @Test
    void byPurpose_isCountedOnlyWhenAsked() {
        GrantRow salon = GrantRow.of(1, 1, 2020, 100).to("Salon");
        GrantRow nothing = GrantRow.of(1, 1, 2020, 30);
        FundingPicture picture = picture(QUERY.by(List.of(FundingDimension.PURPOSE)), salon, salon, nothing);
        assertThat(picture.tables()).hasSize(1);
        assertThat(picture.tables().get(0).lines())
                .extracting(FundingLine::key, FundingLine::identified, FundingLine::grants)
                .containsExactly(tuple("Salon", true, 2L), tuple("", false, 1L));
        assertThat(picture.table(FundingDimension.YEAR)).isEmpty();
    }

    @Test
    void structure_bySiren_countsAllItsEstablishments() {
        GrantRow[] rows = {
            establishment(73282932000074L, 100), establishment(73282932000082L, 10), establishment(35600000000048L, 1)
        };
        assertThat(picture(QUERY.of("732829320"), rows).attributed()).isEqualTo(euros("1.10"));
        assertThat(picture(QUERY.of("73282932000082"), rows).attributed()).isEqualTo(euros("0.10"));
        assertThat(picture(QUERY.of("732829321"), rows).grants()).isZero();
    }

    private static GrantRow establishment(long siret, long cents) {
        return new GrantRow(PartyCode.ofSiret(siret), "X", PartyCode.ofSiren(1), "F", 2020, cents, cents, "", siret);
    }

    @Test
    void explanations_ofEveryFigure_addUpAndSpeakBothLanguages() {
        FundingQuery query = QUERY.top(2).by(List.of(FundingDimension.values()));
        GrantRow[] rows = Stream.iterate(1, i -> i + 1)
                .limit(40)
                .map(i -> GrantRow.of(i % 15, i % 12, 2018 + i % 3, i * 997L).to(i % 4 == 0 ? "" : "objet " + i % 4))
                .toArray(GrantRow[]::new);
        for (FundingPicture picture : List.of(picture(query, rows), picture(query, GrantRow.named("", 0, -5)))) {
            assertThat(explanations(picture))
                    .allSatisfy(e -> assertThat(e.check()).isEmpty());
            assertThat(explanations(picture).flatMap(Explanation::nodes)).allSatisfy(node -> {
                assertThat(node.label().in(Locale.FRENCH)).isNotBlank();
                assertThat(node.label().in(Locale.ENGLISH)).isNotBlank();
                if (node.value() instanceof Value.Unknown unknown) {
                    assertThat(unknown.reason().in(Locale.FRENCH)).isNotBlank();
                }
            });
        }
        for (FundingDimension dimension : FundingDimension.values()) {
            assertThat(dimension.label().in(Locale.FRENCH)).isNotBlank();
        }
        for (AmountBasis basis : AmountBasis.values()) {
            assertThat(basis.label().in(Locale.ENGLISH)).isNotBlank();
        }
    }
}
