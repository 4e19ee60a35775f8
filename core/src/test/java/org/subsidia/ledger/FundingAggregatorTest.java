package org.subsidia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundingAggregatorTest {
    private static final FundingQuery QUERY = FundingQuery.standard()
            .by(List.of(
                    FundingDimension.BENEFICIARY,
                    FundingDimension.FUNDER,
                    FundingDimension.YEAR,
                    FundingDimension.PURPOSE))
            .top(7);

    private static List<GrantRow> rows(long seed, int count) {
        Random random = new Random(seed);
        List<GrantRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GrantRow row = random.nextInt(5) == 0
                    ? GrantRow.named("Asso n°" + random.nextInt(40), random.nextInt(2) * 2020, random.nextInt(9_999))
                    : GrantRow.of(
                            random.nextInt(900),
                            random.nextInt(30),
                            2015 + random.nextInt(9),
                            random.nextLong(1L << 40));
            rows.add(row.attributing(random.nextInt(1_000_000))
                    .to(random.nextInt(3) == 0 ? "" : "objet " + random.nextInt(50))
                    .called(
                            random.nextInt(4) == 0
                                    ? row.beneficiaryName().toUpperCase(java.util.Locale.ROOT)
                                    : row.beneficiaryName())
                    .at(i));
        }
        return rows;
    }

    private static FundingAggregator sums(List<GrantRow> rows) {
        FundingAggregator sums = new FundingAggregator(QUERY);
        rows.forEach(sums::add);
        return sums;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void add_randomRows_sameSumsAsAMapOfDecimals(long seed) {
        Map<String, BigDecimal> naive = new HashMap<>();
        List<GrantRow> rows = rows(seed, 20_000);
        for (GrantRow row : rows) {
            naive.merge(
                    key(row.beneficiary(), row.year(), row.funder(), row.beneficiaryName()),
                    cents(row.published()),
                    BigDecimal::add);
        }
        Map<String, BigDecimal> named = new HashMap<>();
        Map<String, BigDecimal> summed = new HashMap<>();
        FundingAggregator sums = sums(rows);
        sums.forEachGroup((beneficiary, year, funder, grants, published, attributed) -> {
            boolean identified = PartyCode.isIdentified(beneficiary);
            (identified ? summed : named)
                    .put(identified ? key(beneficiary, year, funder, "") : beneficiary + "/" + year, cents(published));
        });
        Map<String, BigDecimal> identified = new HashMap<>(naive);
        identified.keySet().removeIf(key -> key.startsWith("name"));
        assertThat(summed).isEqualTo(identified);
        assertThat(named.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(naive.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("name"))
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(sums.groups()).isEqualTo(summed.size() + named.size());
        assertThat(sums.query()).isEqualTo(QUERY);
    }

    private static String key(long beneficiary, int year, long funder, String name) {
        return beneficiary == PartyCode.BY_NAME
                ? "name " + PartyName.normalised(name) + year
                : beneficiary + "/" + year + "/" + funder;
    }

    private static BigDecimal cents(long amount) {
        return BigDecimal.valueOf(amount);
    }

    @Test
    void add_manyRowsAtOnce_sameAsOneByOne() {
        List<GrantRow> rows = rows(4, 5_000);
        FundingAggregator sums = new FundingAggregator(QUERY);
        sums.addAll(new FundingRows() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public FundingRow row(int index) {
                return rows.get(index);
            }
        });
        assertThat(sums.picture()).isEqualTo(sums(rows).picture());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void merge_anyPartsInAnyOrder_samePicture(long seed) {
        List<GrantRow> rows = rows(seed, 8_000);
        FundingPicture whole = sums(rows).picture();
        Random random = new Random(seed);
        List<List<GrantRow>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        rows.forEach(row -> parts.get(random.nextInt(3)).add(row));
        List<FundingAggregator> sums = new ArrayList<>();
        parts.forEach(part -> sums.add(sums(part)));
        Collections.shuffle(sums, random);
        FundingAggregator all = new FundingAggregator(QUERY);
        sums.forEach(all::merge);
        assertThat(all.picture()).isEqualTo(whole);
    }

    @Test
    void add_permutedRows_sameFigures() {
        List<GrantRow> rows = rows(8, 4_000);
        FundingPicture picture = sums(rows).picture();
        Collections.shuffle(rows, new Random(8));
        FundingPicture permuted = sums(rows).picture();
        assertThat(permuted.total()).isEqualTo(picture.total());
        assertThat(permuted.ofFunders()).isEqualTo(picture.ofFunders());
        assertThat(permuted.evolution()).isEqualTo(picture.evolution());
        assertThat(permuted.tables().get(1)).isEqualTo(picture.tables().get(1));
    }

    @Test
    void picture_amountsTimesTen_sameShares() {
        List<GrantRow> rows = rows(9, 2_000);
        List<GrantRow> tenfold = rows.stream()
                .map(r -> new GrantRow(
                        r.beneficiary(),
                        r.beneficiaryName(),
                        r.funder(),
                        r.funderName(),
                        r.year(),
                        r.published() * 10,
                        r.attributed() * 10,
                        r.purpose(),
                        r.position()))
                .toList();
        Concentration one = sums(rows).picture().ofBeneficiaries();
        Concentration ten = sums(tenfold).picture().ofBeneficiaries();
        assertThat(ten.lorenz()).isEqualTo(one.lorenz());
        assertThat(ten.herfindahl().value()).isEqualTo(one.herfindahl().value());
        assertThat(ten.gini().value()).isEqualTo(one.gini().value());
        assertThat(ten.partiesFor80().value()).isEqualTo(one.partiesFor80().value());
    }

    @Test
    void names_ofOneIdentifier_theEarliestIsShown() {
        GrantRow late = GrantRow.of(1, 1, 2020, 10).called("Pôle Mer Bretagne").at(9);
        GrantRow early = GrantRow.of(1, 2, 2021, 10).called("Pôle Mer").at(3);
        GrantRow without = GrantRow.of(1, 3, 2022, 10).called("").at(1);
        for (List<GrantRow> order : List.of(List.of(without, late, early), List.of(early, without, late))) {
            FundingLine line = sums(order).picture().tables().get(0).lines().get(0);
            assertThat(line.name()).isEqualTo("Pôle Mer");
            assertThat(line.identified()).isTrue();
            assertThat(line.grants()).isEqualTo(3);
        }
    }

    @Test
    void names_withoutIdentifier_areOneRegardlessOfCaseAccentsAndPunctuation() {
        FundingTable table = sums(List.of(
                        GrantRow.named("Grappe Énergie-Bois", 2020, 10).at(1),
                        GrantRow.named("GRAPPE ENERGIE BOIS.", 2021, 20).at(2)))
                .picture()
                .tables()
                .get(0);
        assertThat(table.lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Grappe Énergie-Bois");
            assertThat(line.key()).isEqualTo("GRAPPE ENERGIE BOIS");
            assertThat(line.identified()).isFalse();
        });
    }

    @Test
    void add_sumAbove64Bits_isRefusedNotWrapped() {
        FundingAggregator sums = sums(List.of(GrantRow.of(1, 1, 2020, Long.MAX_VALUE)));
        assertThatThrownBy(() -> sums.add(GrantRow.of(1, 1, 2020, 1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void add_yearOfFiveDigits_isRefused() {
        FundingAggregator sums = new FundingAggregator(QUERY);
        assertThatThrownBy(() -> sums.add(GrantRow.of(1, 1, 10_000, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sums.add(GrantRow.of(1, 1, -1, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void merge_otherQuery_isRefused() {
        FundingAggregator sums = new FundingAggregator(QUERY);
        assertThatThrownBy(() -> sums.merge(new FundingAggregator(QUERY.top(3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupTable_tooManyRowsOfOneGroup_isRefused() {
        GroupTable groups = new GroupTable();
        groups.add(1, 2020, 0, 0xFFFF_FFFFL, 1, 1);
        assertThatThrownBy(() -> groups.add(1, 2020, 0, 1, 1, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(groups.grants(0)).isEqualTo(0xFFFF_FFFFL);
    }
}
