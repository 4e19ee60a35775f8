package org.subsidia.io.euoperations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Exchanged;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Taken;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class EuOperationsTest {
    private static final Law LAW = LawBase.standard().at(LocalDate.of(2026, 9, 30));
    private static final List<String> HEADER_2021 = List.of(
            "Numéro Opération",
            "NUMCCI",
            "Libellé Programme",
            "Intitulé du projet",
            "Objectifs et réalisations attendus ou effectifs de l'opération",
            "Nom du bénéficiaire",
            "Code postal du bénéficiaire",
            "Date de début",
            "Date de fin",
            "Code postal de l’opération",
            "Zone",
            "Département",
            "Région",
            "Pays",
            "Type d’intervention",
            "Fonds",
            "Objectif spécifique",
            "Objectif spécifique (code et libellé)",
            "Objectif stratégique",
            "Total des dépenses éligibles",
            "Taux de cofinancement",
            "Montant UE",
            "Date première convention");
    private static final String CCI = "2021FR16FFPR018";

    @TempDir
    private Path folder;

    private static String row(String number, String name, String postcode, String total, String rate, String union) {
        return String.join(
                ";",
                number,
                CCI,
                "Auvergne-Rhône-Alpes 2021-2027",
                "Plateforme d’essais",
                "Texte long",
                name,
                postcode,
                "01/01/2023",
                "30/06/2026",
                "69007",
                "",
                "Rhône",
                "Rhône-Alpes",
                "France",
                "021",
                "FEDER",
                "1.1",
                "1.1 - Recherche",
                "1",
                total,
                rate,
                union,
                "14/11/2023");
    }

    private Path csv(String... rows) throws IOException {
        Path file = folder.resolve("liste.csv");
        String text = String.join(";", HEADER_2021) + "\n" + String.join("\n", rows) + "\n";
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static Intake take(Path file, Portfolio portfolio) {
        Reading<Intake> reading = EuOperations.prepare(file, portfolio, MatchOptions.standard(), LAW);
        assertThat(reading.isRead()).as("%s", reading.findings()).isTrue();
        return reading.get();
    }

    private static Grant only(Portfolio portfolio) {
        assertThat(portfolio.grants()).hasSize(1);
        return portfolio.grants().get(0);
    }

    @Test
    void prepare_twoOfOneNameInOneRegion_areToldApartByThePostcode() throws IOException {
        Portfolio twins = Portfolio.of(List.of(
                Structure.builder(new StructureId("lyon"), "Pôle Matériaux")
                        .postcode("69007")
                        .build(),
                Structure.builder(new StructureId("grenoble"), "Pôle Matériaux")
                        .postcode("38000")
                        .build()));
        Path here = csv(row("RA1", "POLE MATERIAUX", "69007", "1000", "50", "500"));
        assertThat(take(here, twins).taken()).singleElement().satisfies(taken -> {
            assertThat(taken.structure()).isEqualTo(new StructureId("lyon"));
            assertThat(taken.score()).isEqualTo(100);
            assertThat(taken.kind()).isEqualTo(Taken.Kind.NEW);
        });
        // neither of them: a person must say
        Path elsewhere = csv(row("RA2", "POLE MATERIAUX", "69001", "1000", "50", "500"));
        assertThat(take(elsewhere, twins).taken()).singleElement().satisfies(taken -> assertThat(taken.kind())
                .isEqualTo(Taken.Kind.REVIEW));
        // another region contradicts the name
        Path far = csv(row("RA3", "POLE MATERIAUX", "29200", "1000", "50", "500"));
        assertThat(take(far, twins).count(Taken.Kind.NEW)).isZero();
    }

    @Test
    void prepare_sameNameAndRegion_makesAGrantWithThePublishedAmount() throws IOException {
        Path file = csv(row("RA0012345", "POLE MATERIAUX D’ARVENNE", "69007", "1 000 000,10", "33,33", "333 333,37"));
        Portfolio portfolio = Exchanged.portfolio();
        Intake intake = take(file, portfolio);
        assertThat(intake.count(Taken.Kind.NEW)).isOne();
        Taken taken = intake.taken().get(0);
        assertThat(taken.score()).isEqualTo(95);
        assertThat(taken.deadline()).isEqualTo(LocalDate.of(2026, 12, 31));
        Portfolio after = portfolio.apply(intake.edit());
        Grant grant = only(after);
        assertThat(grant.structure()).isEqualTo(Exchanged.POLE);
        assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 333333.37"));
        // the exact quotient of the published amounts, so that cost times rate is the published amount again
        assertThat(grant.rate()).isEqualTo(Fraction.of(33333337, 100000010));
        assertThat(grant.state()).isEqualTo(GrantState.UNDER_CONVENTION);
        assertThat(grant.dates().convention()).isEqualTo(LocalDate.of(2023, 11, 14));
        assertThat(grant.receipts()).isEmpty();
        assertThat(grant.provenance()).hasSize(1);
        Programme programme = after.programme(grant.programme()).orElseThrow();
        assertThat(programme.code()).isEqualTo(CCI);
        assertThat(programme.fund()).isEqualTo("FEDER");
        assertThat(after.check(Edit.nothing())).isEmpty();
        assertThat(Exchanged.codes(intake)).doesNotContain("EUOP-RATE-DIFFERS", "EUOP-RATE-ABOVE");
    }

    @Test
    void prepare_twice_changesNothingAndSaysSo() throws IOException {
        Path file = csv(
                row("RA1", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40"),
                row("RA2", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40"));
        Portfolio once =
                Exchanged.portfolio().apply(take(file, Exchanged.portfolio()).edit());
        Grant edited = once.grants().get(0).toBuilder().note("à suivre").build();
        Portfolio worked = once.apply(Edit.put(edited));
        Intake again = take(file, worked);
        assertThat(again.changesNothing()).isTrue();
        assertThat(again.count(Taken.Kind.UNCHANGED)).isEqualTo(2);
        assertThat(Exchanged.codes(again)).contains("XCH-NOTHING-NEW");
        assertThat(worked.apply(again.edit())).isEqualTo(worked);
    }

    @Test
    void prepare_newAmount_updatesTheGrant() throws IOException {
        Path file = csv(row("RA1", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40"));
        Portfolio once =
                Exchanged.portfolio().apply(take(file, Exchanged.portfolio()).edit());
        Path changed = csv(row("RA1", "Pôle Matériaux d'Arvenne", "69007", "100", "0,3", "30"));
        Intake intake = take(changed, once);
        assertThat(intake.count(Taken.Kind.UPDATED)).isOne();
        assertThat(only(once.apply(intake.edit())).amount(AmountStage.AWARDED)).contains(Money.parse("EUR 30.00"));
    }

    @Test
    void prepare_likeNameOrOtherRegion_isForReview() throws IOException {
        Path file = csv(
                row("RA1", "Pôle Matériaux d'Arvenne et des Rives", "69007", "100", "0,4", "40"),
                row("RA2", "Pôle Matériaux d'Arvenne", "35000", "100", "0,4", "40"),
                row("RA3", "Mairie de Nivelle", "69007", "100", "0,4", "40"),
                row("RA4", "M. Jean Petit", "69007", "100", "0,4", "40"));
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.REVIEW)).isEqualTo(2);
        assertThat(intake.count(Taken.Kind.SKIPPED)).isEqualTo(2);
        assertThat(intake.changesNothing()).isTrue();
        assertThat(intake.toString()).doesNotContain("Jean");
    }

    @Test
    void prepare_decisions_goBeforeNames() throws IOException {
        Path file = csv(
                row("RA1", "PMA (ex Matériaux Rives)", "69007", "100", "0,4", "40"),
                row("RA2", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40"));
        Path decisions = Files.writeString(folder.resolve("matches.csv"), """
                beneficiary,postcode,structure
                PMA (ex Matériaux Rives),69007,999900111
                Pôle Matériaux d'Arvenne,,-
                """);
        Portfolio portfolio = Exchanged.portfolio();
        List<MatchDecision> read = MatchDecision.read(decisions, portfolio).get();
        Intake intake = EuOperations.prepare(
                        file, portfolio, new MatchOptions(read, MatchOptions.SAME_NAME, false), LAW)
                .get();
        assertThat(intake.taken()).singleElement().satisfies(one -> assertThat(one.line())
                .isEqualTo(2));
        assertThat(intake.count(Taken.Kind.SKIPPED)).isOne();
    }

    @Test
    void decisions_unknownStructure_areRefused() throws IOException {
        Path decisions = Files.writeString(folder.resolve("m.csv"), "beneficiary,structure\nX,nobody\n");
        Reading<List<MatchDecision>> reading = MatchDecision.read(decisions, Exchanged.portfolio());
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("XCH-NO-STRUCTURE");
    }

    @Test
    void prepare_missingStructures_areMadeOnDemand() throws IOException {
        Path file = csv(row("RA3", "Mairie de Nivelle", "69007", "100", "0,4", "40"));
        Portfolio empty = Portfolio.empty();
        Intake intake = EuOperations.prepare(
                        file, empty, MatchOptions.standard().makingMissing(), LAW)
                .get();
        Portfolio after = empty.apply(intake.edit());
        assertThat(after.structures()).extracting(one -> one.name()).containsExactly("Mairie de Nivelle");
        assertThat(EuOperations.prepare(file, after, MatchOptions.standard().makingMissing(), LAW)
                        .get()
                        .changesNothing())
                .isTrue();
    }

    @Test
    void prepare_contradictions_areTold() throws IOException {
        Path file = csv(
                row("RA1", "Pôle Matériaux d'Arvenne", "69007", "100", "0,5", "40"),
                row("RA2", "Pôle Matériaux d'Arvenne", "69007", "100", "90", "90"),
                row("RA3", "Pôle Matériaux d'Arvenne", "69007", "100", "", "140"),
                row("RA4", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", ""),
                row("RA5", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40")
                        .replace("30/06/2026", "30/06/2031"),
                row("RA6", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40")
                        .replace("30/06/2026", "30/06/2022"));
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.taken())
                .extracting(one -> one.findings().get(0).code())
                .containsExactly(
                        "EUOP-RATE-DIFFERS",
                        "EUOP-RATE-ABOVE",
                        "EUOP-AMOUNT-ABOVE",
                        "EUOP-AMOUNT-MISSING",
                        "EUOP-END-LATE",
                        "EUOP-DATES");
        Portfolio after = Exchanged.portfolio().apply(intake.edit());
        assertThat(after.grants().stream().filter(grant -> "RA4".equals(grant.reference())))
                .singleElement()
                .satisfies(grant -> assertThat(grant.amounts()).isEmpty());
    }

    @Test
    void prepare_grantEnteredByHand_isCompletedNotOverwritten() throws IOException {
        Grant entered = Grant.builder(new GrantId("mine"), Exchanged.POLE)
                .purpose("La plateforme")
                .reference("RA 1")
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 41.00"), null, null)))
                .build();
        Portfolio portfolio = Exchanged.portfolio().apply(Edit.put(entered));
        Path file = csv(row("RA1", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40"));
        // "RA 1" and "RA1" differ in their words, not in their key
        Intake intake = take(file, portfolio);
        Grant after = only(portfolio.apply(intake.edit()));
        assertThat(after.id()).isEqualTo(entered.id());
        assertThat(after.amounts()).isEqualTo(entered.amounts());
        assertThat(after.purpose()).isEqualTo("La plateforme");
        assertThat(after.eligibleBase()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(Exchanged.codes(intake)).contains("EUOP-DIFFERS");
    }

    @Test
    void prepare_shiftedRowsUnreadableAmounts_areRefusedWithTheirPlace() throws IOException {
        Path file = csv(
                row("RA1", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40") + ";de trop",
                row("RA2", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "quarante"),
                row("RA3", "Pôle Matériaux d'Arvenne", "69007", "100", "0,4", "40")
                        .replace("14/11/2023", "hier"),
                String.join(";", HEADER_2021));
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.REFUSED)).isEqualTo(3);
        assertThat(intake.taken().get(1).findings())
                .anySatisfy(finding -> assertThat(finding.place()).hasToString("liste.csv:3:22 (Montant UE)"));
        assertThat(Exchanged.codes(intake)).contains("XCH-ROW-SHIFTED", "XCH-DATE", "XCH-HEADER-AGAIN");
    }

    @Test
    void prepare_workbookWithTypedCells_readsTheSame() throws IOException {
        Path file = folder.resolve("liste.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Lisez-moi").value(0, 0, "Liste des opérations");
            Worksheet sheet = workbook.newWorksheet("Liste");
            sheet.value(0, 0, "Liste des opérations conventionnées");
            for (int i = 0; i < HEADER_2021.size(); i++) {
                sheet.value(2, i, HEADER_2021.get(i));
            }
            List<String> cells = List.of(
                    row("RA1", "Pôle Matériaux d’Arvenne", "69007", "", "", "").split(";", -1));
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(3, i, cells.get(i));
            }
            sheet.value(3, 6, 69007);
            sheet.value(3, 19, new BigDecimal("100000.5"));
            sheet.value(3, 20, new BigDecimal("0.4"));
            sheet.value(3, 21, new BigDecimal("40000.2"));
            sheet.value(3, 22, 45244);
        }
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.taken()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Taken.Kind.NEW);
            assertThat(one.amount()).isEqualTo(Money.parse("EUR 40000.20"));
            assertThat(one.findings()).isEmpty();
        });
    }

    @Test
    void prepare_listOf2014_readsItsOwnColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("2014.csv"), """
                N° opération;Libellé Programme;Intitulé du projet;Nom du bénéficiaire;Code postal du bénéficiaire;Fonds;Date de début;Date de fin;Total dépenses éligibles;Montant UE programmé;Date de programmation
                RH0001;PO FEDER-FSE Rhône-Alpes 2014-2020;Filière composites;POLE MATERIAUX D'ARVENNE;69007;FEDER;01/02/2016;31/12/2018;200 000,00;100 000,00;12/05/2016
                """, StandardCharsets.UTF_8);
        Intake intake = take(file, Exchanged.portfolio());
        Portfolio after = Exchanged.portfolio().apply(intake.edit());
        Grant grant = only(after);
        assertThat(grant.state()).isEqualTo(GrantState.AWARDED);
        assertThat(grant.dates().decision()).isEqualTo(LocalDate.of(2016, 5, 12));
        assertThat(intake.taken().get(0).deadline()).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(after.check(Edit.nothing())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b;c\n1;2;3\n", "{\"a\": 1}", "\u0000\u0001\u0002binary", "<html></html>"})
    void prepare_otherFiles_areRefusedWithASentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), content, StandardCharsets.UTF_8);
        Reading<Intake> reading = EuOperations.prepare(file, Exchanged.portfolio(), MatchOptions.standard(), LAW);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.place().file()).isEqualTo("x.csv"));
    }

    @Test
    void prepare_twoStructuresOfOneName_areForReview() throws IOException {
        Portfolio two = Exchanged.portfolio()
                .apply(Edit.put(
                        org.subsidia.portfolio.Structure.builder(new StructureId("twin"), "Pole Materiaux Arvenne")
                                .build()));
        Path file = csv(row("RA1", "Pôle Matériaux d'Arvenne", "", "100", "0,4", "40"));
        assertThat(take(file, two).count(Taken.Kind.REVIEW)).isOne();
    }
}
