package org.subsidia.rcp.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Pasteboard;

class GridModelTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 15);
    private static final Structure WOOD =
            Structure.builder(new StructureId("wood"), "Bois").build();
    private static final Structure WATER =
            Structure.builder(new StructureId("water"), "Eau").build();

    private final Portfolio portfolio = Portfolio.of(List.<PortfolioRecord>of(
            WOOD,
            WATER,
            grant("a", WOOD, "Étude", "9000.50", 2021),
            grant("b", WOOD, "Salon", "10000.00", 2022),
            grant("c", WATER, "Animation", "500.00", 2022)));
    private final GridModel model = new GridModel(Locale.FRENCH);

    GridModelTest() {
        model.show(GrantRows.of(portfolio.grants(), portfolio, TODAY, Locale.FRENCH));
        model.sort(GrantColumn.PURPOSE, false);
    }

    private static Grant grant(String id, Structure structure, String purpose, String awarded, int year) {
        return Grant.builder(new GrantId(id), structure.id())
                .purpose(purpose)
                .state(GrantState.AWARDED)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(awarded), null, null))
                .dates(GrantDates.builder()
                        .decision(LocalDate.of(year, 3, 1))
                        .start(LocalDate.of(year, 1, 1))
                        .end(LocalDate.of(year, 12, 31))
                        .build())
                .build();
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private List<String> purposes() {
        List<String> texts = new ArrayList<>();
        for (int line = 0; line < model.lines().size(); line++) {
            texts.add(model.text(line, GrantColumn.PURPOSE));
        }
        return texts;
    }

    @Test
    void filter_byColumns_takesWordsComparisonsAndRanges() {
        model.filter(Map.of(GrantColumn.PURPOSE, "etude"));
        assertThat(purposes()).containsExactly("Étude");
        model.filter(Map.of(GrantColumn.AWARDED, "> 9 000,50"));
        assertThat(purposes()).containsExactly("Salon");
        model.filter(Map.of(GrantColumn.AWARDED, ">=9000,50"));
        assertThat(purposes()).containsExactly("Étude", "Salon");
        model.filter(Map.of(GrantColumn.AWARDED, "500..9 500"));
        assertThat(purposes()).containsExactly("Animation", "Étude");
        model.filter(Map.of(GrantColumn.AWARDED_ON, "< 2022"));
        assertThat(purposes()).containsExactly("Étude");
        model.filter(Map.of(GrantColumn.AWARDED_ON, ">=01/03/2022", GrantColumn.STRUCTURE, "eau"));
        assertThat(purposes()).containsExactly("Animation");
        model.filter(Map.of(GrantColumn.AWARDED, "> abc"));
        assertThat(purposes()).isEmpty();
        model.filter(Map.of());
        assertThat(purposes()).hasSize(3);
    }

    @Test
    void group_byStructure_countsAndAddsUpAndFolds() {
        model.group(GrantColumn.STRUCTURE);
        assertThat(model.lines()).hasSize(5);
        GridLine.OfGroup wood = (GridLine.OfGroup) model.lines().get(0);
        assertThat(wood.name()).isEqualTo("Bois");
        assertThat(wood.totals().get(GrantColumn.AWARDED)).isEqualTo(euros("19000.50"));
        assertThat(model.row(0)).isEmpty();
        assertThat(model.lineOf(new GrantId("a"))).isEqualTo(1);
        model.toggle(wood);
        assertThat(model.lines()).hasSize(3);
        assertThat(model.shown()).hasSize(3);
        assertThat(model.lineOf(new GrantId("a"))).isEqualTo(-1);
        model.group(GrantColumn.AWARDED_ON);
        assertThat(model.text(0, GrantColumn.STRUCTURE)).isEqualTo("▾ 2021");
        model.group(null);
        assertThat(model.lines()).hasSize(3);
    }

    @Test
    void remaining_isWhatTheScheduleLeaves_unknownWithoutAnAwardAndNothingOfWhatIsSettled() {
        assertThat(GrantColumn.REMAINING.amount(model.shown().get(1))).contains(euros("9000.50"));
        assertThat(GridModel.totals(model.shown(), List.of(GrantColumn.REMAINING)))
                .containsExactly(Map.entry(GrantColumn.REMAINING, euros("19500.50")));
        Grant bare = grant("e", WOOD, "Foire", "1.00", 2020).toBuilder()
                .amounts(List.of())
                .build();
        GrantRow unknown = GrantRow.of(bare, portfolio, TODAY, Locale.FRENCH);
        assertThat(GrantColumn.REMAINING.text(unknown)).isEqualTo(Texts.gridUnknown);
        assertThat(GrantColumn.REMAINING.explanation(unknown)).isPresent();
        Grant settled = grant("f", WOOD, "Foire", "1.00", 2020).toBuilder()
                .state(GrantState.CLOSED)
                .build();
        GrantRow nothing = GrantRow.of(settled, portfolio, TODAY, Locale.FRENCH);
        assertThat(GrantColumn.REMAINING.text(nothing)).isEmpty();
        assertThat(GrantColumn.REMAINING.explanation(nothing)).isEmpty();
    }

    @Test
    void totals_ofTwoCurrencies_areNone() {
        Grant dollars = grant("d", WOOD, "Salon", "1.00", 2020).toBuilder()
                .amounts(List.of(
                        new StagedAmount(AmountStage.AWARDED, Money.of(CurrencyUnit.USD, BigDecimal.ONE), null, null)))
                .build();
        List<GrantRow> rows = new ArrayList<>(model.shown());
        rows.add(GrantRow.of(dollars, portfolio, TODAY, Locale.FRENCH));
        assertThat(GridModel.totals(rows, List.of(GrantColumn.values()))).doesNotContainKey(GrantColumn.AWARDED);
    }

    @Test
    void paste_ofCells_isOneEditOrNone() {
        List<GrantColumn> columns = List.of(GrantColumn.PURPOSE, GrantColumn.AWARDED, GrantColumn.END);
        Paste paste = Paste.of(
                Pasteboard.parse("Foire\t1 200,5\t30/06/2023\nÉtude\t9000,50\t2021-12-31\n\"a\tb\"\n"),
                model,
                0,
                columns,
                Locale.FRENCH);
        assertThat(paste.refusals()).isEmpty();
        Portfolio after = portfolio.apply(paste.edit("paste"));
        Grant first = after.grant(new GrantId("c")).orElseThrow();
        assertThat(first.purpose()).isEqualTo("Foire");
        assertThat(first.amount(AmountStage.AWARDED)).contains(euros("1200.50"));
        assertThat(first.dates().end()).isEqualTo(LocalDate.of(2023, 6, 30));
        assertThat(after.grant(new GrantId("a"))).isEqualTo(portfolio.grant(new GrantId("a")));
        assertThat(after.grant(new GrantId("b")).orElseThrow().purpose()).isEqualTo("a\tb");

        Paste refused = Paste.of(Pasteboard.parse("Foire\tbeaucoup\t31/02/2023\n"), model, 0, columns, Locale.FRENCH);
        assertThat(refused.refusals()).hasSize(2).allMatch(why -> why.startsWith("Animation, "));
    }

    @Test
    void refusal_ofWhatCannotStandInACell_saysWhy() {
        Grant grant = portfolio.grant(new GrantId("a")).orElseThrow();
        assertThat(CellEdits.refusal(GrantColumn.PURPOSE, grant, " ", Locale.FRENCH))
                .contains(Texts.renameBlank);
        assertThat(CellEdits.refusal(GrantColumn.AWARDED, grant, "-5", Locale.FRENCH))
                .contains(Texts.awardNegative);
        assertThat(CellEdits.refusal(GrantColumn.AWARDED, grant, "12.34.56", Locale.FRENCH))
                .isPresent();
        assertThat(CellEdits.refusal(GrantColumn.END, grant, "31/12/2020", Locale.FRENCH))
                .contains(Texts.cellDayOrder);
        assertThat(CellEdits.refusal(GrantColumn.END, grant, "29/02/2023", Locale.FRENCH))
                .isPresent();
        assertThat(CellEdits.refusal(GrantColumn.STATE, grant, "Peut-être", Locale.FRENCH))
                .isPresent();
        assertThat(CellEdits.refusal(GrantColumn.RECEIVED, grant, "5", Locale.FRENCH))
                .contains(Texts.cellReadOnly);
        assertThat(CellEdits.refusal(GrantColumn.END, grant, "", Locale.FRENCH)).isEmpty();
        assertThat(CellEdits.changed(GrantColumn.END, grant, "", Locale.FRENCH)
                        .dates()
                        .end())
                .isNull();
        String closed = GrantState.CLOSED.label().in(Locale.FRENCH);
        assertThat(CellEdits.changed(GrantColumn.STATE, grant, closed, Locale.FRENCH)
                        .state())
                .isEqualTo(GrantState.CLOSED);
    }
}
