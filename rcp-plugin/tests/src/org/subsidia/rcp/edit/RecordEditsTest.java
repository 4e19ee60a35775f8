package org.subsidia.rcp.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.ui.Records;

class RecordEditsTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static StagedAmount awarded(String amount, LocalDate date) {
        return new StagedAmount(AmountStage.AWARDED, euros(amount), date, "vote");
    }

    private static Grant.Builder grant() {
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .dates(GrantDates.builder().decision(MARCH).build());
    }

    private static Grant after(Grant grant, Edit edit) {
        return Portfolio.empty()
                .apply(Edit.put(grant))
                .apply(edit)
                .grant(grant.id())
                .orElseThrow();
    }

    @Test
    void award_whereThereIsNone_isAddedAtTheDayOfTheDecision() {
        Grant grant = after(grant().build(), RecordEdits.award(grant().build(), euros("12.50")));
        assertThat(grant.amounts()).containsExactly(new StagedAmount(AmountStage.AWARDED, euros("12.50"), MARCH, null));
    }

    @Test
    void award_thatWasLoweredLater_correctsTheOneThatStands() {
        Grant before = grant().addAmount(awarded("40", JUNE))
                .addAmount(awarded("50", MARCH))
                .build();
        Grant grant = after(before, RecordEdits.award(before, euros("41")));
        assertThat(grant.amounts()).containsExactly(awarded("41", JUNE), awarded("50", MARCH));
        assertThat(grant.amount(AmountStage.AWARDED)).contains(euros("41"));
    }

    @Test
    void award_leavesOtherStagesAlone() {
        StagedAmount requested = new StagedAmount(AmountStage.REQUESTED, euros("60"), null, null);
        Grant before =
                grant().addAmount(requested).addAmount(awarded("50", null)).build();
        Grant grant = after(before, RecordEdits.award(before, euros("51")));
        assertThat(grant.amounts()).containsExactly(requested, awarded("51", null));
    }

    @Test
    void rename_ofAGrant_changesItsPurposeOnly() {
        Grant before = grant().addAmount(awarded("50", null)).build();
        Grant grant = after(before, RecordEdits.rename(before, "Salon"));
        assertThat(grant).isEqualTo(before.toBuilder().purpose("Salon").build());
        assertThat(Records.name(grant)).isEqualTo("Salon");
        assertThat(Records.name(before)).isEqualTo("g");
    }
}
