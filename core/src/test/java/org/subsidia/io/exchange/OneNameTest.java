package org.subsidia.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.mapping.ImportPreview;
import org.subsidia.io.mapping.MappingGuess;
import org.subsidia.io.mapping.TableImport;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlImport;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.scdl.ScdlOutcome;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** A body without a number is one record, from whatever format its name comes and however it is spelt there. */
class OneNameTest {
    private static final List<String> SPELLINGS = List.of(
            "Association L’Atelier des Brumes et de l’Étang",
            "ASSOCIATION L'ATELIER DES BRUMES ET DE L'ETANG",
            "Atelier des brumes et étang",
            "Association Lâ€™Atelier des Brumes et de lâ€™Ã‰tang");

    @TempDir
    private Path folder;

    private Portfolio scdl(Portfolio into, String name) throws IOException {
        Path file = Files.writeString(
                folder.resolve("scdl.csv"),
                "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;"
                        + "nature;pourcentageSubvention\nRégion Ponant;;2023-02-01;D-1;" + name
                        + ";;Salon;1000;aide en numéraire;1\n");
        ScdlFile opened = ScdlFile.open(file, ScdlOptions.standard()).get();
        ScdlImport result = ScdlImport.prepare(opened, into, ScdlChoice.everybody());
        assertThat(result.count(ScdlOutcome.Kind.REFUSED)).isZero();
        return into.apply(result.edit());
    }

    private Portfolio table(Portfolio into, String name) throws IOException {
        Path file = Files.writeString(
                folder.resolve("table.csv"),
                "Structure;Financeur;Référence;Objet;Montant attribué\n" + name + ";REGION PONANT;D-2;Salon;1000\n");
        TabularFile opened = TabularFile.open(file, Limits.standard()).get();
        TableRows rows = TableRows.read(opened, opened.sheets().get(0)).get();
        ImportPreview preview = TableImport.preview(
                rows,
                MappingGuess.of(rows, Optional.of(TableKind.GRANTS)).mapping().orElseThrow(),
                into);
        return into.apply(preview.edit());
    }

    private Portfolio union(Portfolio into, String name) throws IOException {
        Path file = Files.writeString(
                folder.resolve("ue.csv"),
                "Numéro Opération;NUMCCI;Libellé Programme;Intitulé du projet;Nom du bénéficiaire;Code postal du bénéficiaire;"
                        + "Date de début;Date de fin;Fonds;Total des dépenses éligibles;Taux de cofinancement;Montant UE;Date première convention\n"
                        + "OP-1;2021FR16FFPR018;Auvergne-Rhône-Alpes 2021-2027;Essai;" + name
                        + ";69001;01/01/2023;30/06/2026;FEDER;1000;50%;500;14/11/2023\n");
        Intake intake = EuOperations.prepare(
                        file,
                        into,
                        MatchOptions.standard().makingMissing(),
                        LawBase.standard().at(LocalDate.of(2026, 9, 30)))
                .get();
        return into.apply(intake.edit());
    }

    private static List<String> ids(Portfolio portfolio) {
        return portfolio.structures().stream().map(one -> one.id().value()).toList();
    }

    @Test
    void idsByName_fromScdlTablesAndEuLists_agree() throws IOException {
        for (String name : SPELLINGS) {
            assertThat(ids(scdl(Portfolio.empty(), name))).as(name).containsExactly("name-atelierbrumesetang");
            assertThat(ids(table(Portfolio.empty(), name))).as(name).containsExactly("name-atelierbrumesetang");
            assertThat(ids(union(Portfolio.empty(), name))).as(name).containsExactly("name-atelierbrumesetang");
        }
    }

    @Test
    void threeFormatsOneAfterTheOther_makeOneStructureAndOneRegion() throws IOException {
        Portfolio portfolio = Portfolio.empty();
        for (String name : SPELLINGS) {
            portfolio = union(table(scdl(portfolio, name), name), name);
        }
        assertThat(portfolio.structures()).hasSize(1);
        assertThat(portfolio.funders())
                .extracting(one -> one.id().value())
                .filteredOn(id -> id.contains("ponant"))
                .containsExactly("name-regionponant");
        assertThat(portfolio.check()).isEmpty();
    }

    @Test
    void recordsMadeUnderOlderIds_areFoundByTheirName() throws IOException {
        // what earlier versions made of the name: legal forms counted there
        PortfolioRecord old = Structure.builder(
                        new StructureId("name-associationatelierbrumesetetang"), SPELLINGS.get(0))
                .build();
        Portfolio before = Portfolio.empty().apply(Edit.put(old));
        for (String name : SPELLINGS) {
            assertThat(ids(union(table(scdl(before, name), name), name)))
                    .as(name)
                    .containsExactly("name-associationatelierbrumesetetang");
        }
    }

    @Test
    void twoBodiesThatALegalFormTellsApart_stayApart() throws IOException {
        Portfolio both = Portfolio.of(List.of(
                Structure.builder(new StructureId("a"), "Association Bois Durable")
                        .build(),
                Structure.builder(new StructureId("s"), "SAS Bois Durable").build()));
        Portfolio after = table(scdl(both, "SAS BOIS DURABLE"), "Association Bois durable");
        assertThat(after.structures()).hasSize(2);
        assertThat(after.grants())
                .extracting(grant -> grant.structure().value())
                .containsExactlyInAnyOrder("a", "s");
    }

    @Test
    void aStructureRenamedSince_isNotWrittenOver() throws IOException {
        Portfolio made = scdl(Portfolio.empty(), "Atelier des Brumes");
        Structure renamed =
                made.structures().get(0).toBuilder().name("Les Brumes").build();
        Portfolio after = scdl(made.apply(Edit.put(renamed)), "Atelier des Brumes");
        assertThat(after.structures()).containsExactly(renamed);
    }
}
