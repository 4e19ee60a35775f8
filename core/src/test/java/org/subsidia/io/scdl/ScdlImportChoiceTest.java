package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;

class ScdlImportChoiceTest {
    private static final String FILE = """
            nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention,dispositifAide
            Région d’essai,,2023-03-01,D1,Cluster Bois,,Animation,1000.00,aide en numéraire,unique,2023-04-01,,non,1,
            Métropole d’essai,,2023-03-02,D2,Cluster Eau,,Salon,250.50,aide en numéraire,unique,2023-04-02,,non,1,
            """;

    @TempDir
    Path folder;

    private ScdlImport prepared() throws IOException {
        Path file = Files.writeString(folder.resolve("scdl.csv"), FILE);
        ScdlFile scdl = ScdlFile.open(file, ScdlOptions.standard()).get();
        return ScdlImport.prepare(scdl, Portfolio.empty(), ScdlChoice.everybody());
    }

    @Test
    void editOf_oneGrant_bringsItsStructureAndFunderAndNoOther() throws IOException {
        ScdlImport all = prepared();
        GrantId bois = all.outcomes().get(0).grant().orElseThrow();
        Portfolio portfolio = Portfolio.empty().apply(all.editOf(Set.of(bois)));
        assertThat(portfolio.grants()).extracting(Grant::id).containsExactly(bois);
        assertThat(portfolio.structures()).extracting(Structure::name).containsExactly("Cluster Bois");
        assertThat(portfolio.funders()).hasSize(1);
        assertThat(portfolio.check()).isEmpty();
    }

    @Test
    void editOf_severalFiles_bringsWhatBothSayOfTheGrantAndWhatOnlyTheFirstMakes() throws IOException {
        Path first = Files.writeString(folder.resolve("2023.csv"), FILE);
        Path second = Files.writeString(
                folder.resolve("2024.csv"),
                FILE.replace("1000.00", "1200.00").replace("D2,Cluster Eau", "D3,Cluster Eau"));
        ScdlImports all =
                ScdlImports.prepare(List.of(open(first), open(second)), Portfolio.empty(), ScdlChoice.everybody());
        assertThat(all.imports().get(1).outcomes())
                .extracting(ScdlOutcome::kind)
                .containsExactly(ScdlOutcome.Kind.UPDATED, ScdlOutcome.Kind.NEW);
        GrantId bois = all.imports().get(0).outcomes().get(0).grant().orElseThrow();
        GrantId eau = all.imports().get(1).outcomes().get(1).grant().orElseThrow();
        Portfolio one = Portfolio.empty().apply(all.editOf("two", Set.of(bois)));
        assertThat(one.grant(bois).orElseThrow().amount(AmountStage.AWARDED)).contains(Money.parse("EUR 1200.00"));
        assertThat(one.structures()).extracting(Structure::name).containsExactly("Cluster Bois");
        // its structure and funder are made by the first file alone
        Portfolio other = Portfolio.empty().apply(all.editOf("two", Set.of(eau)));
        assertThat(other.grants()).extracting(Grant::id).containsExactly(eau);
        assertThat(other.structures()).extracting(Structure::name).containsExactly("Cluster Eau");
        assertThat(other.check()).isEmpty();
    }

    private static ScdlFile open(Path file) {
        return ScdlFile.open(file, ScdlOptions.standard()).get();
    }

    @Test
    void editOf_everyGrant_isTheWholeEdit() throws IOException {
        ScdlImport all = prepared();
        Set<GrantId> ids = Set.of(
                all.outcomes().get(0).grant().orElseThrow(),
                all.outcomes().get(1).grant().orElseThrow());
        assertThat(all.editOf(ids)).isEqualTo(all.edit());
        assertThat(all.editOf(Set.of()).edits()).isEmpty();
    }
}
