package org.subsidia.cashflow.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.cashflow.reconcile.PayerTable.Payer;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.FunderLevel;

class PayerTableTest {
    @TempDir
    private Path folder;

    private static PayerTable again(PayerTable table) {
        return PayerTable.read("own.yaml", new ByteArrayInputStream(table.text().getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    @Test
    void text_isReadAsTheSameTable() {
        PayerTable odd = new PayerTable(List.of(
                Payer.named(
                        "Trésorerie « d’Ormeval »: \"a\" # b \\ \n\t{c}",
                        List.of("Très. ORMEVAL", "no", "12"),
                        Set.of()),
                Payer.named("true", List.of("on"), EnumSet.allOf(FunderLevel.class)),
                Payer.named("😀", List.of("x"), Set.of(FunderLevel.STATE))));
        assertThat(again(odd)).isEqualTo(odd);
        assertThat(again(PayerTable.standard())).isEqualTo(PayerTable.standard());
        assertThat(again(PayerTable.none())).isEqualTo(PayerTable.none());
    }

    @Test
    void named_makesItsIdAndLosesSpellingsOfWhichNothingIsLeft() {
        Payer payer = Payer.named("Caisse d’Ormeval", List.of("Caisse Ormeval", " – ", ""), Set.of(FunderLevel.EPCI));
        assertThat(payer.id()).isEqualTo("caisse-d-ormeval");
        assertThat(payer.spellings()).containsExactly(" CAISSE ORMEVAL ");
    }

    @Test
    void file_thatIsNone_isRefusedInASentence() throws IOException {
        Reading<PayerTable> absent = PayerTable.read(folder.resolve("absent.yaml"));
        assertThat(absent.findings()).extracting(one -> one.code()).containsExactly("TAB-FILE-MISSING");
        assertThat(PayerTable.read(folder).isRead()).isFalse();
        Path letter = Files.writeString(folder.resolve("letter.yaml"), "Dear all");
        assertThat(PayerTable.read(letter).findings())
                .extracting(one -> one.code())
                .containsExactly("BANK-PAYERS-LIST");
    }
}
