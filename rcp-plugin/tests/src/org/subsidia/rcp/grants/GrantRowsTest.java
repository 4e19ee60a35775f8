package org.subsidia.rcp.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class GrantRowsTest {
    private static final Funder REGION = Funder.builder(
                    new FunderId("region"), FunderLevel.REGION, "Région Rives-d’Arvenne")
            .build();
    private static final Structure WOOD =
            Structure.builder(new StructureId("wood"), "Filière Forêt").build();

    private static Grant grant(String id, String purpose, String awarded, LocalDate decision) {
        Grant.Builder grant = Grant.builder(new GrantId(id), WOOD.id())
                .purpose(purpose)
                .payer(REGION.id())
                .dates(GrantDates.builder().decision(decision).build());
        if (awarded != null) {
            Money amount = Money.of(CurrencyUnit.EUR, new BigDecimal(awarded));
            grant.addAmount(new StagedAmount(AmountStage.AWARDED, amount, null, null));
        }
        return grant.build();
    }

    private static GrantRows rows(Grant... grants) {
        List<PortfolioRecord> records = new ArrayList<>(List.of(grants));
        records.add(WOOD);
        records.add(REGION);
        Portfolio portfolio = Portfolio.of(records);
        return GrantRows.of(portfolio.grants(), portfolio, LocalDate.of(2024, 1, 15), Locale.FRENCH);
    }

    private static List<String> ids(GrantRows rows) {
        return rows.rows().stream().map(row -> row.grant().id().value()).toList();
    }

    private final GrantRows three = rows(
            grant("a", "Étude d’impact", "9000", LocalDate.of(2021, 5, 1)),
            grant("b", "Salon", "10000", null),
            grant("c", "Animation", null, LocalDate.of(2019, 1, 1)));

    @Test
    void with_wordsInAnyCaseAndWithoutAccents_findsTheRowsThatHaveAllOfThem() {
        assertThat(ids(three.with("etude REGION"))).containsExactly("a");
        assertThat(ids(three.with("foret salon"))).containsExactly("b");
        assertThat(ids(three.with("d'impact"))).containsExactly("a");
        assertThat(ids(three.with("salon étude"))).isEmpty();
        assertThat(ids(three.with("  "))).hasSize(3);
    }

    @Test
    void by_anAmount_ordersByValueAndPutsTheUnknownLastBothWays() {
        assertThat(ids(three.by(GrantColumn.AWARDED, false, Locale.FRENCH))).containsExactly("a", "b", "c");
        assertThat(ids(three.by(GrantColumn.AWARDED, true, Locale.FRENCH))).containsExactly("b", "a", "c");
    }

    @Test
    void by_aDate_ordersByDay() {
        assertThat(ids(three.by(GrantColumn.AWARDED_ON, false, Locale.FRENCH))).containsExactly("c", "a", "b");
    }

    @Test
    void by_aText_ordersAsTheLanguageDoes() {
        assertThat(ids(three.by(GrantColumn.PURPOSE, false, Locale.FRENCH))).containsExactly("c", "a", "b");
    }

    @Test
    void indexOf_aGrantThatIsFilteredOut_isNone() {
        assertThat(three.with("salon").indexOf(new GrantId("a"))).isEqualTo(-1);
        assertThat(three.with("salon").indexOf(new GrantId("b"))).isZero();
    }

    @Test
    void with_twelveThousandGrants_answersWhileOneTypes() {
        Grant[] many = new Grant[12_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = grant("g" + i, "Projet numéro " + i, String.valueOf(i), LocalDate.of(2020, 1, 1 + i % 28));
        }
        GrantRows rows = rows(many).by(GrantColumn.AWARDED_ON, true, Locale.FRENCH);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(rows.with("numero 11999").size()).isEqualTo(1);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).as("nanoseconds of one filter").isLessThan(100_000_000);
    }
}
