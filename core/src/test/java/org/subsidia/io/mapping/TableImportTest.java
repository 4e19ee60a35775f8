package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.io.mapping.RowOutcome.Kind.NEW;
import static org.subsidia.io.mapping.RowOutcome.Kind.REFUSED;
import static org.subsidia.io.mapping.RowOutcome.Kind.SKIPPED;
import static org.subsidia.io.mapping.RowOutcome.Kind.UNCHANGED;
import static org.subsidia.io.mapping.RowOutcome.Kind.UPDATED;
import static org.subsidia.io.mapping.Tables.codes;
import static org.subsidia.io.mapping.Tables.kinds;
import static org.subsidia.io.mapping.Tables.preview;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.money.DecimalMark;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

class TableImportTest {
    private static final TableRows GRANTS = Tables.of(
            "Structure;Financeur;Référence;Objet;Montant attribué;Date de décision;Taux",
            "Pôle Brume;Région Ponant;2024-17;Animation;50 000,00 €;15/03/2024;50 %",
            "Pôle Brume;Ville de Nivelle;D-88;Salon;1.234,56;02/04/2024;30 %");

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Grant grant(Portfolio portfolio, String reference) {
        return portfolio.grants().stream()
                .filter(grant -> reference.equals(grant.reference()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void preview_newRows_becomeGrantsWithTheirFunders() {
        ImportPreview preview = preview(GRANTS, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(NEW, NEW);
        assertThat(preview.rows().get(0).created()).isEmpty();
        assertThat(preview.rows().get(1).created()).containsExactly(new FunderId("name-villenivelle"));
        Portfolio after = Tables.portfolio().apply(preview.edit());
        assertThat(after.check()).isEmpty();
        Grant first = grant(after, "2024-17");
        assertThat(first.structure()).isEqualTo(new StructureId("S1"));
        assertThat(first.payer()).isEqualTo(new FunderId("F1"));
        assertThat(first.amount(AmountStage.AWARDED)).contains(euros("50000.00"));
        assertThat(first.amounts().get(0).date()).isEqualTo(LocalDate.of(2024, 3, 15));
        assertThat(first.dates().decision()).isEqualTo(LocalDate.of(2024, 3, 15));
        assertThat(first.rate()).isEqualTo(Fraction.of(1, 2));
        assertThat(first.state()).isEqualTo(GrantState.AWARDED);
        assertThat(first.provenance()).hasSize(1);
        assertThat(first.provenance().get(0).line()).isEqualTo(2);
        assertThat(grant(after, "D-88").amount(AmountStage.AWARDED)).contains(euros("1234.56"));
        assertThat(after.funder(new FunderId("name-villenivelle")).orElseThrow().level())
                .isEqualTo(FunderLevel.COMMUNE);
    }

    @Test
    void preview_sameTableAgain_changesNothingAndSaysSo() {
        Portfolio after = Tables.portfolio()
                .apply(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()).edit());
        ImportPreview again = preview(GRANTS, TableKind.GRANTS, after);
        assertThat(kinds(again)).containsExactly(UNCHANGED, UNCHANGED);
        assertThat(again.changesNothing()).isTrue();
        assertThat(codes(again.findings())).contains("MAP-NOTHING-NEW");
        assertThat(after.apply(again.edit())).isEqualTo(after);
    }

    @Test
    void preview_isDeterministic() {
        assertThat(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()))
                .isEqualTo(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()));
    }

    @Test
    void preview_otherAmountAndDate_saysWhatChangesFromWhatToWhat() {
        Portfolio before = Tables.portfolio()
                .apply(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()).edit());
        TableRows changed = Tables.of(
                "Structure;Financeur;Référence;Objet;Montant attribué;Fin de l’action",
                "Pôle Brume;Région Ponant;2024-17;Animation;45 000,00;31/12/2024");
        ImportPreview preview = preview(changed, TableKind.GRANTS, before);
        assertThat(kinds(preview)).containsExactly(UPDATED);
        List<FieldChange> changes = preview.rows().get(0).changes();
        assertThat(changes).extracting(c -> c.field().id()).containsExactly("endDate", "awarded");
        assertThat(changes.get(1).before().orElseThrow().in(Locale.FRENCH)).isEqualTo("50\u202f000,00\u00a0€");
        assertThat(changes.get(1).after().in(Locale.FRENCH)).isEqualTo("45\u202f000,00\u00a0€");
        assertThat(changes.get(0).before()).isEmpty();
        Grant after = grant(before.apply(preview.edit()), "2024-17");
        assertThat(after.rate()).as("a column that is not there erases nothing").isEqualTo(Fraction.of(1, 2));
        assertThat(after.amounts()).hasSize(1);
        assertThat(after.provenance()).hasSize(2);
    }

    @Test
    void preview_emptyCells_eraseNothing() {
        Portfolio before = Tables.portfolio()
                .apply(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()).edit());
        TableRows empty = Tables.of(
                "Structure;Financeur;Référence;Objet;Montant attribué;Date de décision;Taux",
                "Pôle Brume;Région Ponant;2024-17;;;n.c.;néant");
        assertThat(kinds(preview(empty, TableKind.GRANTS, before))).containsExactly(UNCHANGED);
    }

    @Test
    void preview_cellThatIsStillToCome_isEmptyAndSaysSo() {
        TableRows table = Tables.of(
                "Structure;Financeur;Référence;Objet;Montant attribué;Date de décision",
                "Pôle Brume;Région Ponant;A;en attente;à définir;En cours d’instruction");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(NEW);
        assertThat(codes(preview.rows().get(0).findings())).containsExactly("MAP-CELL-NOT-YET", "MAP-CELL-NOT-YET");
        Grant grant = grant(Tables.portfolio().apply(preview.edit()), "A");
        assertThat(grant.purpose()).as("words are words").isEqualTo("en attente");
        assertThat(grant.amounts()).isEmpty();
        assertThat(grant.dates().decision()).isNull();
    }

    @Test
    void preview_unreadableCell_refusesItsRowWithPlaceAndRawValue() {
        TableRows table = Tables.of(
                "Structure;Financeur;Référence;Montant attribué;Date de décision",
                "Pôle Brume;Région Ponant;A;12 k€;31/02/2024",
                "Pôle Brume;Région Ponant;B;100,00;01/03/24");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(REFUSED, REFUSED);
        assertThat(codes(preview.rows().get(0).findings()))
                .containsExactly("MONEY-AMOUNT-CURRENCY", "MAP-DATE-UNREADABLE");
        var place = preview.rows().get(0).findings().get(0).place();
        assertThat(place.line()).isEqualTo(2);
        assertThat(place.column()).isEqualTo(4);
        assertThat(place.field()).isEqualTo("Montant attribué");
        assertThat(preview.rows().get(0).findings().get(0).message().in(Locale.FRENCH))
                .contains("12 k€");
        assertThat(codes(preview.rows().get(1).findings())).containsExactly("MAP-DATE-SHORT-YEAR");
        assertThat(preview.changesNothing()).isTrue();
    }

    @Test
    void preview_columnWithOneProof_readsTheAmbiguousCellsByIt() {
        TableRows table = Tables.of(
                "Structure;Référence;Montant attribué",
                "Pôle Brume;A;1.234",
                "Pôle Brume;B;1.234,56",
                "Pôle Brume;C;12.345.678");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(NEW, NEW, NEW);
        Portfolio after = Tables.portfolio().apply(preview.edit());
        assertThat(grant(after, "A").amount(AmountStage.AWARDED)).contains(euros("1234.00"));
        assertThat(grant(after, "C").amount(AmountStage.AWARDED)).contains(euros("12345678.00"));
        assertThat(codes(preview.findings())).contains("MAP-MARK-DECIDED");
        assertThat(preview.mapping().column("awarded").orElseThrow().decimalMark())
                .isEqualTo(DecimalMark.COMMA);
    }

    @Test
    void preview_columnWithoutProof_refusesAmbiguousCells() {
        TableRows table = Tables.of("Structure;Référence;Montant attribué", "Pôle Brume;A;1.234", "Pôle Brume;B;5000");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(REFUSED, NEW);
        assertThat(codes(preview.rows().get(0).findings())).containsExactly("MONEY-AMOUNT-AMBIGUOUS");
    }

    @Test
    void preview_columnThatContradictsItself_refusesAmbiguousCellsOnly() {
        TableRows table = Tables.of(
                "Structure;Référence;Montant attribué",
                "Pôle Brume;A;1.234,56",
                "Pôle Brume;B;1,234.56",
                "Pôle Brume;C;1.234");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(NEW, NEW, REFUSED);
        assertThat(codes(preview.findings())).contains("MAP-MARK-MIXED");
    }

    @Test
    void preview_statedMark_decides() {
        TableRows table = Tables.of("Structure;Référence;Montant attribué", "Pôle Brume;A;1.234");
        Mapping mapping = Tables.guess(table, TableKind.GRANTS);
        Mapping stated = mapping.with(mapping.column("awarded").orElseThrow().with(DecimalMark.COMMA));
        ImportPreview preview = TableImport.preview(table, stated, Tables.portfolio());
        Portfolio after = Tables.portfolio().apply(preview.edit());
        assertThat(grant(after, "A").amount(AmountStage.AWARDED)).contains(euros("1234.00"));
    }

    @Test
    void preview_datesMonthFirst_areDecidedByTheColumn() {
        TableRows table = Tables.of(
                "Recipient;Reference;Amount awarded;Award date",
                "Pôle Brume;A;100.00;03/25/2024",
                "Pôle Brume;B;100.00;03/04/2024");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        Portfolio after = Tables.portfolio().apply(preview.edit());
        assertThat(grant(after, "B").dates().decision()).isEqualTo(LocalDate.of(2024, 3, 4));
        assertThat(codes(preview.findings())).contains("MAP-ORDER-DECIDED");
    }

    @Test
    void preview_sharesWithoutSign_areDecidedByTheColumnOrRefused() {
        TableRows percent = Tables.of("Structure;Référence;Taux", "Pôle Brume;A;50", "Pôle Brume;B;1");
        Portfolio after = Tables.portfolio()
                .apply(preview(percent, TableKind.GRANTS, Tables.portfolio()).edit());
        assertThat(grant(after, "B").rate()).isEqualTo(Fraction.of(1, 100));
        TableRows open = Tables.of("Structure;Référence;Taux", "Pôle Brume;A;1", "Pôle Brume;B;1/3");
        ImportPreview preview = preview(open, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(REFUSED, NEW);
        TableRows mixed = Tables.of("Structure;Référence;Taux", "Pôle Brume;A;50", "Pôle Brume;B;0,5");
        assertThat(kinds(preview(mixed, TableKind.GRANTS, Tables.portfolio()))).containsExactly(REFUSED, REFUSED);
    }

    @Test
    void preview_rowsThatAreNoRecords_areSkipped() {
        TableRows table = Tables.of(
                "Structure;Référence;Montant attribué;Visa interne",
                "Pôle Brume;A;100,00;",
                ";;;voir annexe",
                "Structure;Référence;Montant attribué;Visa interne",
                "Pôle Brume;A;100,00;",
                "TOTAL;;200,00;",
                "Pôle Brume;A;150,00;");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(NEW, SKIPPED, SKIPPED, SKIPPED, SKIPPED, REFUSED);
        assertThat(preview.rows().stream().flatMap(r -> r.findings().stream()).map(f -> f.code()))
                .containsExactly(
                        "MAP-ROW-EMPTY", "MAP-ROW-HEADER", "MAP-ROW-REPEATED", "MAP-ROW-TOTAL", "MAP-ROW-CONTRADICTS");
        assertThat(preview.count(SKIPPED)).isEqualTo(4);
    }

    @Test
    void preview_keysOfTheMapping_tellRowsApart() {
        TableRows table =
                Tables.of("Structure;Objet;Montant attribué", "Pôle Brume;Salon;100,00", "Pôle Brume;Salon;150,00");
        assertThat(kinds(preview(table, TableKind.GRANTS, Tables.portfolio()))).containsExactly(NEW, REFUSED);
        Mapping mapping = Tables.guess(table, TableKind.GRANTS).withKeys("structure", "purpose", "awarded");
        assertThat(kinds(TableImport.preview(table, mapping, Tables.portfolio())))
                .containsExactly(NEW, NEW);
    }

    @Test
    void preview_parties_areFoundByNumberThenByName() {
        Portfolio portfolio = Portfolio.of(List.of(
                Structure.builder(new StructureId("S1"), "Pôle Brume")
                        .siret(Tables.SIRET)
                        .build(),
                Structure.builder(new StructureId("S2"), "Pôle Brume")
                        .siren("552100554")
                        .build(),
                Structure.builder(new StructureId("S3"), "Asso Lande")
                        .rna("W291234567")
                        .build()));
        TableRows table = Tables.of(
                "Structure;SIREN structure;Référence",
                "Autre nom;" + Tables.SIREN + ";A",
                "POLE  BRUME;;B",
                "asso lande;;C",
                "Pôle Brume;442395448;D",
                ";W291234567;E");
        ImportPreview preview = preview(table, TableKind.GRANTS, portfolio);
        assertThat(kinds(preview)).containsExactly(NEW, REFUSED, NEW, NEW, NEW);
        assertThat(codes(preview.rows().get(1).findings())).containsExactly("MAP-REF-AMBIGUOUS");
        Portfolio after = portfolio.apply(preview.edit());
        assertThat(grant(after, "A").structure()).isEqualTo(new StructureId("S1"));
        assertThat(grant(after, "C").structure()).isEqualTo(new StructureId("S3"));
        assertThat(grant(after, "D").structure()).isEqualTo(new StructureId("siren-442395448"));
        assertThat(grant(after, "E").structure()).isEqualTo(new StructureId("S3"));
    }

    @Test
    void preview_noStructureColumn_takesTheOnlyOneOrAsks() {
        TableRows table = Tables.of("Financeur;Référence;Montant attribué", "Région Ponant;A;100,00");
        ImportPreview only = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(only)).containsExactly(NEW);
        assertThat(codes(only.findings())).contains("MAP-STRUCTURE-ONLY");
        ImportPreview none = preview(table, TableKind.GRANTS, Portfolio.empty());
        assertThat(none.rows()).isEmpty();
        assertThat(codes(none.findings())).contains("MAP-STRUCTURE-ABSENT");
        Mapping named = Tables.guess(table, TableKind.GRANTS).withConstant("structure.name", "Pôle Neuf");
        assertThat(kinds(TableImport.preview(table, named, Portfolio.empty()))).containsExactly(NEW);
    }

    @Test
    void preview_valueTable_givesWordsTheirMeaning() {
        TableRows table =
                Tables.of("Structure;Financeur;Niveau du financeur;Référence", "Pôle Brume;Truc;Échelon supérieur;A");
        Mapping mapping = Tables.guess(table, TableKind.GRANTS);
        ImportPreview refused = TableImport.preview(table, mapping, Tables.portfolio());
        assertThat(codes(refused.rows().get(0).findings())).containsExactly("MAP-CHOICE-UNKNOWN");
        Mapping told = mapping.with(
                mapping.column("payer.level").orElseThrow().withValues(Map.of("echelon superieur", "REGION")));
        Portfolio after = Tables.portfolio()
                .apply(TableImport.preview(table, told, Tables.portfolio()).edit());
        assertThat(after.funder(new FunderId("name-truc")).orElseThrow().level())
                .isEqualTo(FunderLevel.REGION);
    }

    @Test
    void preview_personalData_isNeverTaken() {
        TableRows table = Tables.of(
                "Structure;SIREN structure;Référence;Objet",
                "Mme Jeanne Exemple;;A;Aide",
                "Pôle Brume;1 85 05 78 006 084 91;B;Aide",
                "Pôle Brume;;C;185057800608491");
        ImportPreview preview = preview(table, TableKind.GRANTS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(SKIPPED, REFUSED, REFUSED);
        assertThat(preview.changesNothing()).isTrue();
        assertThat(preview.rows().toString()).doesNotContain("Jeanne").doesNotContain("185057800608491");
    }

    @Test
    void preview_programme_mustExist() {
        Portfolio portfolio = Tables.portfolio()
                .apply(Edit.put(Programme.builder(new ProgrammeId("P"), ProgrammeKind.CPER, "Plan Brume 2030")
                        .build()));
        TableRows table =
                Tables.of("Structure;Référence;Programme", "Pôle Brume;A;plan brume 2030", "Pôle Brume;B;Inconnu");
        ImportPreview preview = preview(table, TableKind.GRANTS, portfolio);
        assertThat(kinds(preview)).containsExactly(NEW, REFUSED);
        assertThat(grant(portfolio.apply(preview.edit()), "A").programme()).isEqualTo(new ProgrammeId("P"));
    }

    @Test
    void preview_otherFields_ofGrants_areRead() {
        TableRows table = Tables.of(
                "id;Structure;Statut;Section;Régime d’aides d’État;Numéro SA;Notifié à la Commission;Devise;Montant demandé;"
                        + "Dépenses éligibles à partir du;Dépenses éligibles jusqu’au;Année",
                "G9;Pôle Brume;conventionné;F;de minimis;SA.100189;non;CHF;1000;2024-01-01;31 décembre 2024;2024.0");
        Portfolio after = Tables.portfolio()
                .apply(preview(table, TableKind.GRANTS, Tables.portfolio()).edit());
        Grant grant = after.grant(new GrantId("G9")).orElseThrow();
        assertThat(grant.state()).isEqualTo(GrantState.UNDER_CONVENTION);
        assertThat(grant.regimes().get(0).kind()).isEqualTo(RegimeKind.DE_MINIMIS);
        assertThat(grant.regimes().get(0).number()).isEqualTo("SA.100189");
        assertThat(grant.notifiedToUnion()).isFalse();
        assertThat(grant.amount(AmountStage.REQUESTED)).contains(Money.of(CurrencyUnit.of("CHF"), 1000));
        assertThat(grant.eligibility().last()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(grant.fiscalYear()).isEqualTo(2024);
    }

    @Test
    void preview_datedAmounts_keepTheirHistory() {
        Grant before = Grant.builder(new GrantId("G"), new StructureId("S1"))
                .amounts(List.of(
                        new StagedAmount(AmountStage.AWARDED, euros("50000.00"), LocalDate.of(2024, 3, 1), "vote")))
                .build();
        Portfolio portfolio = Tables.portfolio().apply(Edit.put(before));
        TableRows table = Tables.of("id;Montant attribué;Date du montant attribué", "G;40 000,00;01/06/2024");
        Portfolio after =
                portfolio.apply(preview(table, TableKind.GRANTS, portfolio).edit());
        assertThat(after.grant(new GrantId("G")).orElseThrow().amounts())
                .containsExactly(
                        before.amounts().get(0),
                        new StagedAmount(AmountStage.AWARDED, euros("40000.00"), LocalDate.of(2024, 6, 1), null));
        assertThat(kinds(preview(table, TableKind.GRANTS, after))).containsExactly(UNCHANGED);
        TableRows sameDay = Tables.of("id;Montant attribué;Date du montant attribué", "G;41 000,00;2024-03-01");
        Portfolio corrected =
                after.apply(preview(sameDay, TableKind.GRANTS, after).edit());
        assertThat(corrected.grant(new GrantId("G")).orElseThrow().amounts().get(0))
                .isEqualTo(new StagedAmount(AmountStage.AWARDED, euros("41000.00"), LocalDate.of(2024, 3, 1), "vote"));
    }

    @Test
    void preview_ambiguousKey_isRefused() {
        Portfolio portfolio = Tables.portfolio();
        for (String id : List.of("G1", "G2")) {
            portfolio = portfolio.apply(Edit.put(Grant.builder(new GrantId(id), new StructureId("S1"))
                    .reference("R")
                    .build()));
        }
        TableRows table = Tables.of("Structure;Référence;Montant attribué", "Pôle Brume;R;1,00");
        ImportPreview preview = preview(table, TableKind.GRANTS, portfolio);
        assertThat(codes(preview.rows().get(0).findings())).containsExactly("MAP-KEY-AMBIGUOUS");
    }

    @Test
    void preview_receipts_goToTheirGrants() {
        Portfolio portfolio = Tables.portfolio()
                .apply(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()).edit());
        TableRows table = Tables.of(
                "Référence de la subvention;Date d’encaissement;Montant;Référence bancaire",
                "2024-17;20/05/2024;25 000,00;VIR 1",
                "2024-17;21/11/2024;20 000,00;VIR 2",
                "D-88;22/05/2024;-34,56;",
                "ZZZ;22/05/2024;1,00;",
                "2024-17;;1,00;VIR 3");
        ImportPreview preview = preview(table, TableKind.RECEIPTS, portfolio);
        assertThat(kinds(preview)).containsExactly(NEW, NEW, NEW, REFUSED, REFUSED);
        Portfolio after = portfolio.apply(preview.edit());
        assertThat(grant(after, "2024-17").received()).contains(euros("45000.00"));
        assertThat(grant(after, "2024-17").receipts())
                .extracting(Receipt::reference)
                .containsExactly("VIR 1", "VIR 2");
        assertThat(grant(after, "D-88").received()).contains(euros("-34.56"));
        assertThat(codes(preview.rows().get(4).findings())).containsExactly("MAP-CELL-MISSING");
        ImportPreview again = preview(table, TableKind.RECEIPTS, after);
        assertThat(kinds(again)).containsExactly(UNCHANGED, UNCHANGED, UNCHANGED, REFUSED, REFUSED);
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void preview_receiptsById_areUpdated() {
        Grant grant = Grant.builder(new GrantId("G"), new StructureId("S1"))
                .receipts(List.of(new Receipt("r1", LocalDate.of(2024, 1, 2), euros("10.00"), null, null)))
                .build();
        Portfolio portfolio = Tables.portfolio().apply(Edit.put(grant));
        TableRows table = Tables.of(
                "Identifiant de la subvention;id;Date d’encaissement;Montant;Demande de paiement;Devise;Référence",
                "G;r1;2024-01-03;12,00;c1;EUR;x");
        Portfolio after =
                portfolio.apply(preview(table, TableKind.RECEIPTS, portfolio).edit());
        assertThat(after.grant(new GrantId("G")).orElseThrow().receipts())
                .containsExactly(new Receipt("r1", LocalDate.of(2024, 1, 3), euros("12.00"), "c1", "x"));
    }

    @Test
    void preview_years_goToTheirGrantsAndReplaceThoseOfTheSameKindAndYear() {
        Portfolio portfolio = Tables.portfolio()
                .apply(preview(GRANTS, TableKind.GRANTS, Tables.portfolio()).edit());
        TableRows table = Tables.of(
                "Référence de la subvention;Exercice;Nature;Montant",
                "2024-17;2024;Dépensé;25 000,00",
                "2024-17;2025;spent;20 000,00",
                "2024-17;2025;produit;22 500,00",
                "2024-17;2025;dépenses réalisées;1,00",
                "ZZZ;2024;Dépensé;1,00",
                "2024-17;2024;Bizarrerie;1,00",
                "2024-17;;Dépensé;1,00");
        ImportPreview preview = preview(table, TableKind.YEARS, portfolio);
        assertThat(kinds(preview)).containsExactly(NEW, NEW, NEW, REFUSED, REFUSED, REFUSED, REFUSED);
        assertThat(codes(preview.rows().get(3).findings())).containsExactly("MAP-ROW-CONTRADICTS");
        Portfolio after = portfolio.apply(preview.edit());
        assertThat(grant(after, "2024-17").yearLines())
                .containsExactly(
                        new YearLine(YearLineKind.SPENT, 2024, euros("25000.00")),
                        new YearLine(YearLineKind.SPENT, 2025, euros("20000.00")),
                        new YearLine(YearLineKind.INCOME, 2025, euros("22500.00")));
        assertThat(kinds(preview(table, TableKind.YEARS, after)).subList(0, 3))
                .containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
        TableRows corrected =
                Tables.of("Référence de la subvention;Exercice;Nature;Montant", "2024-17;2025;Dépensé;19 000,00");
        assertThat(kinds(preview(corrected, TableKind.YEARS, after))).containsExactly(RowOutcome.Kind.UPDATED);
        assertThat(grant(after.apply(preview(corrected, TableKind.YEARS, after).edit()), "2024-17")
                        .yearLines())
                .hasSize(3)
                .contains(new YearLine(YearLineKind.SPENT, 2025, euros("19000.00")));
    }

    @Test
    void preview_budget_readsKindsAndYears() {
        TableRows table = Tables.of(
                "Exercice;Nature de la ligne;Prévu ou réalisé;Montant;Compte;Libellé;Fixe ou variable;Financeur",
                "2024;Charges de personnel;Prévu;120 000,00;64;Salaires;fixe;",
                "2024;Subventions;Prévu;80 000,00;74;Région;;Région Ponant",
                "2024;Bizarrerie;Prévu;1,00;;;;");
        ImportPreview preview = preview(table, TableKind.BUDGET, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(NEW, NEW, REFUSED);
        Portfolio after = Tables.portfolio().apply(preview.edit());
        List<BudgetLine> lines = after.budgetOf(new StructureId("S1"), 2024);
        assertThat(lines).extracting(BudgetLine::kind).contains(BudgetKind.STAFF, BudgetKind.SUBSIDY);
        assertThat(lines).allMatch(line -> line.basis() == BudgetBasis.PLANNED);
        assertThat(lines).anyMatch(line -> new FunderId("F1").equals(line.funder()));
        assertThat(kinds(preview(table, TableKind.BUDGET, after))).containsExactly(UNCHANGED, UNCHANGED, REFUSED);
    }

    @Test
    void preview_structures_areMadeAndCompleted() {
        TableRows table = Tables.of(
                "Nom;SIREN;RNA;Type;Région;Date de création;Clôture de l’exercice;Forme juridique",
                "Pôle Brume;732 829 320;;Pôle de compétitivité;Bretagne;01/02/2006;31/12;9220",
                "Association Lande;;W291234567;;53;;30 juin;",
                "Fausse;123456789;;PTCE;;;;");
        ImportPreview preview = preview(table, TableKind.STRUCTURES, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(UPDATED, NEW, NEW);
        Portfolio after = Tables.portfolio().apply(preview.edit());
        Structure brume = after.structure(new StructureId("S1")).orElseThrow();
        assertThat(brume.regions().get(0).region()).isEqualTo("53");
        assertThat(brume.created()).isEqualTo(LocalDate.of(2006, 2, 1));
        assertThat(brume.fiscalYearEnd()).isEqualTo(MonthDay.of(12, 31));
        Structure lande = after.structure(new StructureId("rna-W291234567")).orElseThrow();
        assertThat(lande.kind()).isEqualTo(StructureKind.ASSOCIATION);
        assertThat(lande.fiscalYearEnd()).isEqualTo(MonthDay.of(6, 30));
        assertThat(preview.rows().get(2).findings())
                .as("a wrong key is kept and said")
                .isNotEmpty();
        assertThat(kinds(preview(table, TableKind.STRUCTURES, after))).containsExactly(UNCHANGED, UNCHANGED, UNCHANGED);
    }

    @Test
    void preview_funders_areMadeAndCompleted() {
        TableRows table = Tables.of(
                "Nom;Niveau;SIRET;Code NUTS;Code du territoire;Note",
                "Région Ponant;;;FRH0;53;siège",
                "Département de la Lande;;22290001700012;;;",
                "Fondation Phare;privé;;;;");
        ImportPreview preview = preview(table, TableKind.FUNDERS, Tables.portfolio());
        assertThat(kinds(preview)).containsExactly(UPDATED, NEW, NEW);
        Portfolio after = Tables.portfolio().apply(preview.edit());
        assertThat(after.funder(new FunderId("F1")).orElseThrow().nuts()).isEqualTo("FRH0");
        assertThat(after.funders()).extracting(Funder::level).contains(FunderLevel.DEPARTEMENT, FunderLevel.PRIVATE);
    }

    @Test
    void preview_mappingThatDoesNotFit_saysWhyAndDoesNothing() {
        TableRows table = Tables.of("A;A;B", "1;2;3");
        Mapping mapping = Mapping.of(
                        TableKind.GRANTS,
                        MappedColumn.of("Z", "purpose"),
                        MappedColumn.of("A", "reference"),
                        MappedColumn.of("B", "nonsense"),
                        MappedColumn.of("B", "scheme"),
                        MappedColumn.of("B", "scheme"))
                .withConstant("state", "??")
                .withConstant("fantasy", "1")
                .withKeys("payer", "absurd");
        ImportPreview preview = TableImport.preview(table, mapping, Tables.portfolio());
        assertThat(preview.rows()).isEmpty();
        assertThat(preview.changesNothing()).isTrue();
        assertThat(codes(preview.findings()))
                .contains(
                        "MAP-COLUMN-ABSENT",
                        "MAP-COLUMN-TWICE",
                        "MAP-FIELD-UNKNOWN",
                        "MAP-FIELD-TWICE",
                        "MAP-CHOICE-UNKNOWN",
                        "MAP-KEY-ABSENT");
        ImportPreview noHeader = TableImport.preview(
                table,
                Mapping.of(TableKind.GRANTS, MappedColumn.of("A", "purpose")).onSheet("", 9),
                Tables.portfolio());
        assertThat(codes(noHeader.findings())).contains("MAP-HEADER-ABSENT");
        ImportPreview noRows = TableImport.preview(
                Tables.of("Nom"), Mapping.of(TableKind.FUNDERS, MappedColumn.of("Nom", "name")), Tables.portfolio());
        assertThat(codes(noRows.findings())).contains("MAP-ROWS-NONE");
    }

    @Test
    void preview_withoutHeaders_findsColumnsByPosition() {
        TableRows table = Tables.of("Fondation Phare;PRIVATE", "Agence Quai;STATE_OPERATOR");
        Mapping mapping = Mapping.of(
                        TableKind.FUNDERS,
                        MappedColumn.of("-", "name").at(1),
                        MappedColumn.of("-", "level").at(2))
                .onSheet("", 0);
        ImportPreview preview = TableImport.preview(table, mapping, Portfolio.empty());
        assertThat(kinds(preview)).containsExactly(NEW, NEW);
        Mapping lost =
                Mapping.of(TableKind.FUNDERS, MappedColumn.of("Nom", "name")).onSheet("", 0);
        assertThat(codes(TableImport.preview(table, lost, Portfolio.empty()).findings()))
                .contains("MAP-COLUMN-NO-POSITION");
    }

    @Test
    void preview_guardedText_losesItsGuard() {
        TableRows table = Tables.of("Structure;Référence;Objet", "Pôle Brume;A;'=1+1", "Pôle Brume;B;'t Veld");
        Portfolio after = Tables.portfolio()
                .apply(preview(table, TableKind.GRANTS, Tables.portfolio()).edit());
        assertThat(grant(after, "A").purpose()).isEqualTo("=1+1");
        assertThat(grant(after, "B").purpose()).isEqualTo("'t Veld");
    }
}
