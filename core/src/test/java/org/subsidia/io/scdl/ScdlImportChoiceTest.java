package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void editOf_everyGrant_isTheWholeEdit() throws IOException {
        ScdlImport all = prepared();
        Set<GrantId> ids = Set.of(
                all.outcomes().get(0).grant().orElseThrow(),
                all.outcomes().get(1).grant().orElseThrow());
        assertThat(all.editOf(ids)).isEqualTo(all.edit());
        assertThat(all.editOf(Set.of()).edits()).isEmpty();
    }
}
