package org.subsidia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static GrantRow copy(LedgerRow row) {
        return new GrantRow(
                row.beneficiary(),
                row.beneficiaryName(),
                row.funder(),
                row.funderName(),
                row.year(),
                row.published(),
                row.attributed(),
                row.text(FundingDimension.PURPOSE),
                row.position());
    }

    @Test
    void forEach_returnsEveryRowAsAppended() {
        List<GrantRow> rows = new ArrayList<>();
        LedgerBuilder builder = new LedgerBuilder();
        for (int i = 0; i < 10_000; i++) {
            GrantRow row = i % 7 == 0
                    ? GrantRow.named("Asso " + i % 11, 2020, i).at(i)
                    : GrantRow.of(i % 100, i % 9, 2010 + i % 10, i * 31L - 5000)
                            .to("objet " + i % 13)
                            .at(i);
            rows.add(row);
            builder.append(row);
        }
        Ledger ledger = builder.build();
        List<GrantRow> read = new ArrayList<>();
        ledger.forEach(row -> {
            assertThat(row.reference()).isEqualTo("DEL-" + row.position());
            assertThat(row.epochDay()).isEqualTo((row.year() - 1970) * 365);
            assertThat(row.text(FundingDimension.YEAR)).isEmpty();
            read.add(copy(row));
        });
        assertThat(read).isEqualTo(rows);
        assertThat(ledger.size()).isEqualTo(10_000);
    }

    @Test
    void picture_sameAsOfTheRows() {
        LedgerBuilder builder = new LedgerBuilder();
        FundingAggregator sums = new FundingAggregator(FundingQuery.standard());
        for (int i = 0; i < 500; i++) {
            GrantRow row = GrantRow.of(i % 50, i % 5, 2015 + i % 6, i * 100L).at(i);
            builder.append(row);
            sums.add(row);
        }
        assertThat(builder.build().picture(FundingQuery.standard())).isEqualTo(sums.picture());
    }

    @Test
    void append_afterBuild_isRefused() {
        LedgerBuilder builder = new LedgerBuilder();
        builder.build();
        assertThatThrownBy(() -> builder.append(GrantRow.of(1, 1, 2020, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void texts_longerThanAnArenaTakes_areCutAtACharacter() {
        TextArena arena = new TextArena();
        int address = append(arena, "é".repeat(5_000));
        assertThat(arena.text(address)).isEqualTo("é".repeat(2_048));
        assertThat(arena.text(append(arena, "a" + "é".repeat(5_000)))).isEqualTo("a" + "é".repeat(2_047));
        for (int i = 0; i < 100; i++) {
            assertThat(arena.text(append(arena, "x".repeat(i * 40)))).hasSize(i * 40);
        }
        assertThat(arena.text(address)).hasSize(2_048);
    }

    private static int append(TextArena arena, String text) {
        NameBuffer name = new NameBuffer();
        name.set(text);
        int address = name.keepIn(arena);
        assertThat(name.isIn(arena, address)).isTrue();
        assertThat(TextArena.bytes(text)).hasSizeLessThanOrEqualTo(4096);
        return address;
    }

    @Test
    void query_nonsense_isRefused() {
        assertThatThrownBy(() -> FundingQuery.standard().top(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FundingQuery.standard().of("732 829 320"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(FundingQuery.standard().of("732829320").onlyStructure()).contains("732829320");
    }

    @Test
    void partyCode_writesWhatItWasMadeOf() {
        assertThat(PartyCode.text(PartyCode.ofSiret(35600000000048L))).isEqualTo("35600000000048");
        assertThat(PartyCode.text(PartyCode.ofSiret(712345678900012L / 100))).isEqualTo("07123456789000");
        assertThat(PartyCode.text(PartyCode.ofSiren(5550123))).isEqualTo("005550123");
        assertThat(PartyCode.text(PartyCode.ofRna("W2A1000123"))).isEqualTo("W2A1000123");
        assertThat(PartyCode.text(PartyCode.ofRna("W012345678"))).isEqualTo("W012345678");
        assertThat(PartyCode.text(PartyCode.BY_NAME)).isEmpty();
        assertThat(PartyCode.isIdentified(PartyCode.BY_NAME)).isFalse();
        assertThat(PartyCode.isIdentified(PartyCode.ofSiren(0))).isTrue();
        assertThat(PartyCode.number(PartyCode.ofSiret(35600000000048L))).isEqualTo(35600000000048L);
        assertThat(PartyCode.isOfSiren(PartyCode.ofSiren(356000000), 356000000)).isTrue();
        assertThat(PartyCode.isOfSiren(PartyCode.ofRna("W356000000"), 356000000))
                .isFalse();
    }

    @Test
    void partyCode_ofWhatIsNoNumber_isRefused() {
        assertThatThrownBy(() -> PartyCode.ofSiret(100_000_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartyCode.ofSiret(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartyCode.ofSiren(1_000_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartyCode.ofRna("X123456789")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartyCode.ofRna("W12")).isInstanceOf(IllegalArgumentException.class);
    }
}
