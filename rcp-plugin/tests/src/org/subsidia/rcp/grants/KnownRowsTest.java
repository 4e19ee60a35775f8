package org.subsidia.rcp.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** What is made anew of the rows when something of the portfolio changes. */
class KnownRowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Structure WATER =
            Structure.builder(new StructureId("water"), "Eau").build();
    private static final Project BANKS =
            Project.builder(new ProjectId("banks"), "Berges").build();
    private static final Grant ALONE = grant("alone", 1_000).build();
    private static final Grant OTHER = grant("other", 2_000).build();
    private static final Grant FIRST = grant("first", 500).project(BANKS.id()).build();
    private static final Grant SECOND = grant("second", 700).project(BANKS.id()).build();
    private static final Portfolio BEFORE = Portfolio.of(List.of(WATER, BANKS, ALONE, OTHER, FIRST, SECOND));

    private final KnownRows known = new KnownRows();

    private static Grant.Builder grant(String id, long euros) {
        return Grant.builder(new GrantId(id), WATER.id())
                .purpose(id)
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.DEFICIT)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(euros), null, null));
    }

    private static Money euros(long euros) {
        return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(euros).setScale(2));
    }

    private GrantRow row(Portfolio portfolio, Grant grant) {
        GrantRows rows = known.of(portfolio.grants(), portfolio, DAY, Locale.FRENCH);
        return rows.get(rows.indexOf(grant.id()));
    }

    private static Grant more(Grant grant) {
        return grant.toBuilder()
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(9_000), null, null)))
                .build();
    }

    @Test
    void of_afterAnEditOfAGrant_isAnewOfThisGrantAlone() {
        GrantRow alone = row(BEFORE, ALONE);
        GrantRow other = row(BEFORE, OTHER);
        assertThat(other.awaited().amount()).contains(euros(2_000));
        Portfolio after = BEFORE.apply(Edit.put(more(OTHER)));
        assertThat(row(after, ALONE)).isSameAs(alone);
        assertThat(row(after, OTHER).awarded()).contains(euros(9_000));
        assertThat(row(after, OTHER).awaited().amount()).contains(euros(9_000));
        assertThat(row(BEFORE, OTHER).awaited().amount()).contains(euros(2_000));
    }

    @Test
    void of_aGrantThatIsGoneAndComesBack_isWhatItIsNow() {
        row(BEFORE, OTHER);
        Portfolio without = BEFORE.apply(Edit.remove(OTHER.id()));
        assertThat(known.of(without.grants(), without, DAY, Locale.FRENCH).indexOf(OTHER.id()))
                .isEqualTo(-1);
        Portfolio again = without.apply(Edit.put(more(OTHER)));
        assertThat(row(again, OTHER).awarded()).contains(euros(9_000));
    }

    @Test
    void of_aProject_hangsOnItsOtherGrantsAndItsMoney() {
        Awaited first = row(BEFORE, FIRST).awaited();
        Portfolio sibling = BEFORE.apply(Edit.put(more(SECOND)));
        assertThat(row(sibling, FIRST).awaited()).isNotSameAs(first);
        Portfolio funded = BEFORE.apply(Edit.put(BANKS.toBuilder()
                .funding(List.of(new FundingLine(FundingKind.OWN, "Mécènes", null, null, euros(5), null)))
                .build()));
        GrantRow alone = row(BEFORE, ALONE);
        first = row(BEFORE, FIRST).awaited();
        assertThat(row(funded, FIRST).awaited()).isNotSameAs(first);
        assertThat(row(funded, ALONE)).isSameAs(alone);
    }

    @Test
    void of_aStructureRenamed_hasItsNewNameAndWhatWasWorkedOut() {
        GrantRow alone = row(BEFORE, ALONE);
        Portfolio renamed = BEFORE.apply(Edit.put(WATER.toBuilder().name("Eaux").build()));
        assertThat(row(renamed, ALONE).structure()).isEqualTo("Eaux");
        assertThat(row(renamed, ALONE).searched()).contains("eaux");
        assertThat(row(renamed, ALONE).awaited()).isSameAs(alone.awaited());
    }

    @Test
    void of_anotherDayOrLanguage_isAnew() {
        GrantRow alone = row(BEFORE, ALONE);
        GrantRows tomorrow = known.of(BEFORE.grants(), BEFORE, DAY.plusDays(1), Locale.FRENCH);
        assertThat(tomorrow.rows()).doesNotContain(alone).hasSize(4);
        GrantRows english = known.of(BEFORE.grants(), BEFORE, DAY.plusDays(1), Locale.ENGLISH);
        assertThat(english.get(0).state()).isEqualTo("Under convention");
    }

    @Test
    void isQuick_untilManyGrantsAreToBeWorkedOut() {
        List<GrantRow> many = java.util.stream.IntStream.range(0, 201)
                .mapToObj(i -> GrantRow.of(grant("g" + i, 10).build(), BEFORE, DAY, Locale.FRENCH))
                .toList();
        assertThat(GridModel.isQuick(many, GrantColumn.REMAINING)).isFalse();
        assertThat(GridModel.isQuick(many, GrantColumn.AWARDED)).isTrue();
        many.get(0).awaited().explanation();
        assertThat(GridModel.isQuick(many, GrantColumn.REMAINING)).isTrue();
    }
}
