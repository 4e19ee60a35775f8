package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class ScdlImportTest {
    private static final String HEADER = "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;"
            + "idBeneficiaire;objet;montant;nature;pourcentageSubvention\n";

    @TempDir
    Path folder;

    @Test
    void prepare_intoAnEmptyPortfolio_makesStructuresFundersAndGrants() {
        ScdlImport result = prepare(Samples.open(Samples.EXTENDED), Portfolio.empty());
        assertThat(result.count(ScdlOutcome.Kind.NEW)).isEqualTo(1);
        assertThat(result.count(ScdlOutcome.Kind.REFUSED)).isEqualTo(1);
        Portfolio portfolio = Portfolio.empty().apply(result.edit());
        assertThat(portfolio.check()).isEmpty();
        Structure structure = portfolio.structures().get(0);
        assertThat(structure.name()).isEqualTo("Grappe Numérique");
        assertThat(structure.siret()).isEqualTo(Samples.GRAPPE);
        assertThat(structure.rna()).isEqualTo("W830012345");
        Funder funder = portfolio.funders().get(0);
        assertThat(funder.level()).isEqualTo(FunderLevel.REGION);
        Grant grant = portfolio.grants().get(0);
        assertThat(grant.payer()).isEqualTo(funder.id());
        assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 50000"));
        assertThat(grant.amount(AmountStage.REQUESTED)).contains(Money.parse("EUR 60000"));
        assertThat(grant.dates().convention()).hasToString("2024-02-01");
        assertThat(grant.dates().decision()).hasToString("2024-01-15");
        assertThat(grant.dates().start()).hasToString("2024-01-01");
        assertThat(grant.fiscalYear()).isEqualTo(2024);
        assertThat(grant.state()).isEqualTo(GrantState.UNDER_CONVENTION);
        assertThat(grant.scheme()).isEqualTo("Animation");
        assertThat(grant.notifiedToUnion()).isFalse();
        assertThat(grant.provenance()).singleElement().satisfies(provenance -> {
            assertThat(provenance.file()).isEqualTo("etendu.csv");
            assertThat(provenance.line()).isEqualTo(2);
            assertThat(provenance.sha256()).hasSize(64);
            assertThat(provenance.published()).isEqualTo(Money.parse("EUR 50000"));
        });
    }

    @Test
    void prepare_theSameFileTwice_changesNothingAndSaysSo() {
        for (String sample : List.of(Samples.COMMAS, Samples.TITLES, Samples.EXTENDED)) {
            ScdlFile file = Samples.open(sample);
            Portfolio once =
                    Portfolio.empty().apply(prepare(file, Portfolio.empty()).edit());
            ScdlImport again = prepare(file, once);
            assertThat(again.changesNothing()).isTrue();
            assertThat(again.findings()).extracting(Finding::code).containsExactly("SCDL-IMP-NOTHING");
            assertThat(again.count(ScdlOutcome.Kind.UNCHANGED))
                    .isEqualTo(once.grants().size());
            assertThat(once.apply(again.edit())).isEqualTo(once);
        }
    }

    @Test
    void prepare_attributedAmounts_makeTheTotalOfTheFile() {
        ScdlImport result = prepare(Samples.open(Samples.TITLES), Portfolio.empty());
        Portfolio portfolio = Portfolio.empty().apply(result.edit());
        List<Money> amounts = portfolio.grants().stream()
                .map(grant -> grant.amount(AmountStage.AWARDED).orElseThrow())
                .toList();
        Money persons = Money.parse("EUR 1700");
        assertThat(Money.total(amounts).plus(persons))
                .isEqualTo(result.summary().attributed());
        assertThat(result.count(ScdlOutcome.Kind.SKIPPED)).isEqualTo(2);
        assertThat(portfolio.structures().toString()).doesNotContain("Jean").doesNotContain(ScdlParty.PERSON);
    }

    @Test
    void prepare_duplicateRows_areGrantsOfTheirOwn() throws IOException {
        String row = "Région;" + Samples.FUNDER + ";2023-02-01;D-1;Grappe;" + Samples.GRAPPE
                + ";Salon;500;aide en numéraire;1\n";
        ScdlFile file = file(HEADER + row + row);
        ScdlImport result = prepare(file, Portfolio.empty());
        Portfolio portfolio = Portfolio.empty().apply(result.edit());
        assertThat(portfolio.grants()).hasSize(2);
        assertThat(portfolio.structures()).hasSize(1);
        assertThat(portfolio.funders()).hasSize(1);
        assertThat(prepare(file, portfolio).changesNothing()).isTrue();
    }

    @Test
    void prepare_correctedRow_updatesWhatTheFileSaysAndKeepsTheRest() throws IOException {
        String start = "Région;" + Samples.FUNDER + ";2023-02-01;D-1;Grappe;" + Samples.GRAPPE + ";Salon;";
        Portfolio once = Portfolio.empty()
                .apply(prepare(file(HEADER + start + "500;aide en numéraire;1\n"), Portfolio.empty())
                        .edit());
        Grant grant = once.grants().get(0);
        Portfolio edited = once.apply(Edit.put(
                grant.toBuilder().note("à suivre").state(GrantState.CLOSED).build()));
        ScdlImport result = prepare(file(HEADER + start + "400;aide en nature;0.5\n"), edited);
        assertThat(result.count(ScdlOutcome.Kind.UPDATED)).isEqualTo(1);
        Grant updated = edited.apply(result.edit()).grants().get(0);
        assertThat(updated.id()).isEqualTo(grant.id());
        assertThat(updated.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 200"));
        assertThat(updated.note()).isEqualTo("à suivre");
        assertThat(updated.state()).isEqualTo(GrantState.CLOSED);
        assertThat(updated.provenance()).hasSize(2);
    }

    @Test
    void prepare_knownStructuresAndFunders_areUsed() throws IOException {
        StructureId cluster = new StructureId("notre-grappe");
        FunderId region = new FunderId("region");
        FunderId town = new FunderId("ville");
        Portfolio portfolio = Portfolio.of(List.of(
                Structure.builder(cluster, "Grappe").siret(Samples.GRAPPE).build(),
                Funder.builder(region, FunderLevel.REGION, "La Région")
                        .siren("235100013")
                        .build(),
                Funder.builder(town, FunderLevel.COMMUNE, "Ville de Fréjolles").build()));
        ScdlImport result = prepare(
                file(HEADER
                        + "Région;" + Samples.FUNDER
                        + ";2023-02-01;D-1;Autre nom;902100015;Salon;500;aide en numéraire;1\n"
                        + "VILLE DE FREJOLLES;;2023-02-01;D-2;Grappe;;Salon;500;aide en numéraire;1\n"),
                portfolio);
        Portfolio after = portfolio.apply(result.edit());
        assertThat(after.structures()).hasSize(1);
        assertThat(after.funders()).hasSize(2);
        assertThat(after.grantsOf(cluster)).hasSize(2);
        assertThat(after.grantsOf(region)).hasSize(1);
        assertThat(after.grantsOf(town)).hasSize(1);
    }

    @Test
    void prepare_chosenBeneficiaries_skipsAllOthers() {
        ScdlFile file = Samples.open(Samples.COMMAS);
        ScdlImport one = ScdlImport.prepare(file, Portfolio.empty(), ScdlChoice.of(Siret.of(Samples.POLE)));
        assertThat(one.count(ScdlOutcome.Kind.NEW)).isEqualTo(1);
        assertThat(one.count(ScdlOutcome.Kind.SKIPPED)).isEqualTo(2);
        assertThat(one.outcomes())
                .filteredOn(outcome -> outcome.kind() == ScdlOutcome.Kind.SKIPPED)
                .isEmpty();
        ScdlImport unit = ScdlImport.prepare(file, Portfolio.empty(), ScdlChoice.of(Siren.of("902100015")));
        assertThat(unit.count(ScdlOutcome.Kind.NEW)).isEqualTo(1);
        ScdlImport nobody = ScdlImport.prepare(file, Portfolio.empty(), ScdlChoice.of(Rna.of("W831234567")));
        assertThat(nobody.changesNothing()).isTrue();
        assertThat(nobody.findings()).extracting(Finding::code).containsExactly("SCDL-IMP-NONE");
    }

    @Test
    void prepare_refusedRows_areListedWithTheirReason() {
        ScdlImport result = prepare(Samples.open(Samples.COMMAS), Portfolio.empty());
        assertThat(result.outcomes())
                .filteredOn(outcome -> outcome.kind() == ScdlOutcome.Kind.REFUSED)
                .hasSize(2)
                .allSatisfy(outcome -> {
                    assertThat(outcome.row()).isEmpty();
                    assertThat(outcome.grant()).isEmpty();
                    assertThat(outcome.findings()).hasSize(1);
                });
    }

    private static ScdlImport prepare(ScdlFile file, Portfolio into) {
        return ScdlImport.prepare(file, into, ScdlChoice.everybody());
    }

    private ScdlFile file(String text) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "publication", ".csv"), text);
        return ScdlFile.open(path, ScdlOptions.standard()).get();
    }
}
