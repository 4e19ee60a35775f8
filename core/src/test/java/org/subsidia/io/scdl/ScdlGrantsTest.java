package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class ScdlGrantsTest {
    private static final FunderId REGION = new FunderId("region");
    private static final StructureId POLE = new StructureId("pole");

    @TempDir
    private Path folder;

    private static Grant whole() {
        return Grant.builder(new GrantId("g1"), POLE)
                .purpose("Animation")
                .payer(REGION)
                .reference("24-17")
                .state(GrantState.UNDER_CONVENTION)
                .paymentTerms("unique")
                .regimes(List.of(new Regime(RegimeKind.DE_MINIMIS, null, null, null)))
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 50000.50"), null, null)))
                .dates(GrantDates.builder()
                        .convention(LocalDate.of(2024, 3, 20))
                        .build())
                .receipts(List.of(
                        new Receipt("2", LocalDate.of(2024, 9, 1), Money.parse("EUR 1.00"), null, null),
                        new Receipt("1", LocalDate.of(2024, 6, 1), Money.parse("EUR 1.00"), null, null)))
                .build();
    }

    private static Portfolio of(Grant... grants) {
        List<Edit> edits = new ArrayList<>();
        edits.add(Edit.put(Funder.builder(REGION, FunderLevel.REGION, "Région Ponant")
                .siret("23999901400016")
                .build()));
        edits.add(Edit.put(
                Structure.builder(POLE, "Pôle Brume").siret("99990011100017").build()));
        for (Grant grant : grants) {
            edits.add(Edit.put(grant));
        }
        return Portfolio.empty().apply(Edit.batch("", edits));
    }

    @Test
    void rows_wholeGrant_areWrittenAndReadAgain() throws IOException {
        StringWriter out = new StringWriter();
        List<Finding> findings = new ArrayList<>();
        ScdlWriter writer = ScdlWriter.to(out, "x.csv", findings::add);
        for (ScdlGrants.Published one : ScdlGrants.rows(of(whole()), null)) {
            assertThat(writer.write(one.row())).as("%s", findings).isTrue();
        }
        Path file = Files.writeString(folder.resolve("x.csv"), out.toString(), StandardCharsets.UTF_8);
        Portfolio read = Portfolio.empty()
                .apply(ScdlImport.prepare(
                                ScdlFile.open(file, ScdlOptions.standard()).get(),
                                Portfolio.empty(),
                                new ScdlChoice(Set.of()))
                        .edit());
        assertThat(read.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 50000.50"));
            assertThat(grant.notifiedToUnion()).isFalse();
            assertThat(grant.paymentWindow()).hasToString("2024-06-01/2024-09-01");
        });
    }

    @Test
    void rows_whatIsNotKnown_staysMissing() throws IOException {
        Grant bare = whole().toBuilder()
                .regimes(List.of())
                .paymentTerms(null)
                .receipts(List.of())
                .build();
        List<Finding> findings = new ArrayList<>();
        ScdlWriter writer = ScdlWriter.to(new StringWriter(), "x.csv", findings::add);
        ScdlRow row = ScdlGrants.rows(of(bare), null).get(0).row();
        assertThat(writer.write(row)).isFalse();
        assertThat(findings)
                .extracting(one -> one.place().field())
                .containsExactly("conditionsVersement", "datesPeriodeVersement", "notificationUE");
        assertThat(ScdlGrants.rows(of(bare), false).get(0).row().notified()).contains(false);
    }

    @Test
    void rows_notAwardedOrWithoutAmount_areNone() {
        Grant asked = whole().toBuilder().state(GrantState.REQUESTED).build();
        Grant without =
                whole().toBuilder().id(new GrantId("g2")).amounts(List.of()).build();
        assertThat(ScdlGrants.rows(of(asked, without), null)).isEmpty();
    }
}
