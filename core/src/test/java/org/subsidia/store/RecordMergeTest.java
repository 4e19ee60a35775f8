package org.subsidia.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.RecordMerge.Merged;

class RecordMergeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Grant BASE = Grant.builder(new GrantId("g"), new StructureId("s"))
            .purpose("Animation")
            .note("à suivre")
            .dates(GrantDates.builder().decision(DAY).build())
            .receipts(List.of(receipt(1)))
            .build();

    private static Receipt receipt(int euros) {
        return new Receipt("r" + euros, DAY.plusDays(euros), Money.of(CurrencyUnit.EUR, euros), null, null);
    }

    @Test
    void merge_ofDifferentFields_hasBothChanges() {
        Grant mine = BASE.toBuilder().purpose("Animation 2026").build();
        Grant theirs = BASE.toBuilder().note("relancée").build();
        assertThat(RecordMerge.of(BASE, mine, theirs))
                .isEqualTo(new Merged(mine.toBuilder().note("relancée").build(), List.of()));
    }

    @Test
    void merge_ofTheSameField_keepsTheLaterAndNamesIt() {
        Grant mine = BASE.toBuilder().purpose("A").note(null).build();
        Grant theirs = BASE.toBuilder().purpose("B").note("relancée").build();
        assertThat(RecordMerge.of(BASE, mine, theirs)).isEqualTo(new Merged(mine, List.of("note", "purpose")));
    }

    @Test
    void merge_ofDates_looksIntoThem() {
        Grant mine = BASE.toBuilder()
                .dates(BASE.dates().toBuilder().request(DAY.minusDays(9)).build())
                .build();
        Grant theirs = BASE.toBuilder()
                .dates(BASE.dates().toBuilder().notification(DAY.plusDays(9)).build())
                .build();
        Merged merged = RecordMerge.of(BASE, mine, theirs);
        assertThat(merged.contested()).isEmpty();
        assertThat(((Grant) merged.record()).dates())
                .isEqualTo(
                        mine.dates().toBuilder().notification(DAY.plusDays(9)).build());
    }

    @Test
    void merge_ofLists_takesTheEntriesOfBoth() {
        Grant mine = BASE.toBuilder().receipts(List.of(receipt(1), receipt(2))).build();
        Grant theirs = BASE.toBuilder().receipts(List.of(receipt(3))).build();
        Merged merged = RecordMerge.of(BASE, mine, theirs);
        assertThat(((Grant) merged.record()).receipts()).containsExactly(receipt(3), receipt(2));
        assertThat(merged.contested()).isEmpty();

        Grant other = BASE.toBuilder().receipts(List.of(receipt(4))).build();
        assertThat(RecordMerge.of(BASE, other, theirs)).isEqualTo(new Merged(other, List.of("receipts")));
    }

    @Test
    void merge_keepsWhatItDoesNotKnow() {
        TreeMap<String, String> unknown = new TreeMap<>();
        unknown.put("/colour", "\"red\"");
        Grant theirs = BASE.toBuilder().extras(new Extras(unknown)).build();
        Grant mine = BASE.toBuilder().purpose("A").build();
        assertThat(RecordMerge.of(BASE, mine, theirs).record())
                .isEqualTo(theirs.toBuilder().purpose("A").build());
    }

    @Test
    void onto_removedByOthers_putsItBack_removedByMe_removesIt() {
        Portfolio seen = Portfolio.empty().apply(Edit.put(BASE));
        Edit mine = Edit.put(BASE.toBuilder().purpose("A").build());
        assertThat(RecordMerge.onto(seen, mine, Portfolio.empty())).isEqualTo(mine);
        Portfolio theirs = seen.apply(Edit.put(BASE.toBuilder().purpose("B").build()));
        assertThat(RecordMerge.onto(seen, Edit.remove(BASE.id()), theirs)).isEqualTo(Edit.remove(BASE.id()));
        assertThat(RecordMerge.onto(seen, mine, seen.apply(mine))).isEqualTo(Edit.nothing());
    }

    @Test
    void overtaken_namesWhatWouldBeLost() {
        Grant mine = BASE.toBuilder().purpose("A").build();
        Portfolio seen = Portfolio.empty().apply(Edit.put(BASE));
        Portfolio note = seen.apply(Edit.put(BASE.toBuilder().note("relancée").build()));
        Portfolio purpose = seen.apply(Edit.put(BASE.toBuilder().purpose("B").build()));
        assertThat(RecordMerge.overtaken(seen, Edit.put(mine), seen)).isEmpty();
        assertThat(RecordMerge.overtaken(seen, Edit.put(mine), note)).isEmpty();
        assertThat(RecordMerge.overtaken(seen, Edit.put(mine), purpose))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("STORE-MERGE-OVERTAKEN");
                    assertThat(finding.message().in(Locale.FRENCH)).contains("« g »", "(purpose)");
                });
        assertThat(RecordMerge.overtaken(seen, Edit.put(mine), Portfolio.empty()))
                .hasSize(1);
        assertThat(RecordMerge.overtaken(seen, Edit.remove(BASE.id()), note)).hasSize(1);
        assertThat(RecordMerge.overtaken(seen, Edit.remove(BASE.id()), Portfolio.empty()))
                .isEmpty();
    }

    /** Edits of different records commute; an edit onto its own state is itself. */
    @RepeatedTest(20)
    void onto_unrelatedChanges_isBothOneAfterTheOther(RepetitionInfo round) {
        long seed = 4_711L + round.getCurrentRepetition();
        Portfolio seen = new RandomPortfolio(seed).portfolio(5, 5);
        Structure added =
                Structure.builder(new StructureId("une-autre"), "Une autre").build();
        Portfolio theirs = seen.apply(Edit.put(added));
        for (PortfolioRecord record : seen.stream().limit(12).toList()) {
            assertThat(RecordMerge.of(record, record, record))
                    .as("seed %d", seed)
                    .isEqualTo(new Merged(record, List.of()));
            Edit gone = Edit.remove(record.id());
            assertThat(theirs.apply(RecordMerge.onto(seen, gone, theirs)))
                    .as("seed %d", seed)
                    .isEqualTo(seen.apply(gone).apply(Edit.put(added)));
        }
    }
}
