package org.subsidia.io.statepayments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.Exchanged;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Stranger;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.StagedAmount;

class StatePaymentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final String CHORUS =
            "N° EJ;N° poste EJ;Fournisseur payé (DP);;Branche;;Code taxe 1;Exercice comptable;N° DP;N° poste DP;"
                    + "Date de dernière opération sur la DP;Domaine fonctionnel;;Montant payé\n";
    private static final String POLE = "1000011111;Pôle Matériaux;Z039;Associations;99990011100017;";

    @TempDir
    private Path folder;

    private static Intake take(Path file, Portfolio into, MatchOptions options) {
        Reading<Intake> reading = StatePayments.prepare(file, into, options, DAY);
        assertThat(reading.isRead()).as("%s", reading.findings()).isTrue();
        return reading.get();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("chorus.csv"), text, StandardCharsets.UTF_8);
    }

    private static List<String> paid(Grant grant) {
        return grant.amounts().stream()
                .filter(one -> one.stage() == AmountStage.PAID)
                .map(one -> one.date() + " " + one.amount())
                .toList();
    }

    @Test
    void fonjep_real_announcedAgainstPaidAndDue() {
        Path file = Exchanged.real("state/fonjep-one-code-full.xlsx");
        MatchOptions all = MatchOptions.standard().makingMissing();
        Intake intake = take(file, Portfolio.empty(), all);
        Portfolio after = Portfolio.empty().apply(intake.edit());
        assertThat(after.grants()).hasSize(1);
        Grant grant = after.grants().get(0);
        assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 10746.00"));
        assertThat(grant.yearLines()).hasSize(3).allSatisfy(line -> assertThat(line.amount())
                .isEqualTo(Money.parse("EUR 3582.00")));
        assertThat(paid(grant)).hasSize(9).last().isEqualTo("2025-02-06 EUR 7995.00");
        assertThat(grant.schedule())
                .extracting(step -> ((Portion.Amount) step.portion()).amount())
                .containsExactly(Money.parse("EUR 888.00"), Money.parse("EUR 888.00"), Money.parse("EUR 889.50"));
        assertThat(grant.receipts()).isEmpty();
        assertThat(Exchanged.codes(intake).stream().filter("PAY-FONJEP-DIFFERS"::equals))
                .hasSize(3);
        assertThat(intake.taken().get(0).findings().get(0).message().arguments())
                .contains(Money.parse("EUR 3553.50"), Money.parse("EUR 28.50"));
        assertThat(after.toString() + after.structures() + intake).doesNotContain("@cljt");
        assertThat(after.check(Edit.nothing())).isEmpty();
        Intake again = take(file, after, all);
        assertThat(again.changesNothing()).isTrue();
        assertThat(Exchanged.codes(again)).contains("XCH-NOTHING-NEW");
    }

    @Test
    void chorus_real_severalSheetsNoNumberNoCommitment() {
        Path file = Exchanged.real("state/new-chorus-export.xlsx");
        MatchOptions all = MatchOptions.standard().makingMissing();
        Intake intake = take(file, Portfolio.empty(), all);
        assertThat(intake.count(Taken.Kind.NEW)).isEqualTo(12);
        Portfolio after = Portfolio.empty().apply(intake.edit());
        Money sum = after.grants().stream()
                .map(grant -> grant.amount(AmountStage.PAID).orElseThrow())
                .reduce(Money.parse("EUR 0.00"), Money::plus);
        // the cells of both sheets, added up by hand
        assertThat(sum).isEqualTo(Money.parse("EUR 777238.70"));
        assertThat(after.grants())
                .anySatisfy(grant -> assertThat(grant.reference()).isEqualTo("0001821732"));
        assertThat(Exchanged.codes(intake)).contains("PAY-SHEETS", "PAY-NO-EJ", "PAY-NUMBER");
        assertThat(take(file, after, all).changesNothing()).isTrue();
    }

    @Test
    void chorus_paymentsOfOneCommitment_standOneUponTheOther() throws IOException {
        Path file = write(CHORUS
                + "0001821732;1;" + POLE + "2024;000195567;1;2024-05-02;0134-23;Pôles;1 000,50\n"
                + "0001821732;1;" + POLE + "2024;000195560;1;2024-03-02;0134-23;Pôles;500\n"
                + "0009999999;1;9;Autre;Z039;Associations;10000000000001;2024;1;1;2024-03-02;0134-23;Pôles;9\n");
        Intake intake = take(file, Exchanged.portfolio(), MatchOptions.standard());
        Portfolio after = Exchanged.portfolio().apply(intake.edit());
        assertThat(after.grants()).hasSize(1);
        assertThat(paid(after.grants().get(0))).containsExactly("2024-03-02 EUR 500.00", "2024-05-02 EUR 1500.50");
        assertThat(intake.count(Taken.Kind.SKIPPED)).isOne();

        // a later export corrects the first payment and adds one
        Path later = write(CHORUS
                + "1821732;1;" + POLE + "2024;000195567;1;2024-05-02;0134-23;Pôles;1 000,50\n"
                + "0001821732;1;" + POLE + "2024;000195560;1;2024-03-02;0134-23;Pôles;400\n"
                + "0001821732;1;" + POLE + "2025;000200000;1;2025-01-10;0134-23;Pôles;-100\n");
        Intake second = take(later, after, MatchOptions.standard());
        Grant grant = after.apply(second.edit()).grants().get(0);
        assertThat(paid(grant))
                .containsExactly("2024-03-02 EUR 400.00", "2024-05-02 EUR 1400.50", "2025-01-10 EUR 1300.50");
    }

    @Test
    void chorus_strangers_areListedWithTheirMoneyAndBecomeStructuresWhereAPersonSaysSo() throws IOException {
        String other = ";Comité des fêtes;Z039;Associations;99990022800019;2024;1;1;2024-03-02;0134-23;Pôles;";
        Path file = write(CHORUS
                + "1;1;9" + other + "9,50\n"
                + "2;1;9" + other + "10\n"
                + "3;1;9;Comité des fêtes;Z039;Associations;99990044200016;2024;1;1;2024-03-02;0134-23;Pôles;30\n");
        Intake intake = take(file, Exchanged.portfolio(), MatchOptions.standard());
        assertThat(intake.strangers())
                .extracting(Stranger::name, Stranger::number, Stranger::rows, Stranger::sum)
                .containsExactly(
                        tuple("Comité des fêtes", "99990044200016", 1L, Money.parse("EUR 30.00")),
                        tuple("Comité des fêtes", "99990022800019", 2L, Money.parse("EUR 19.50")));
        Beneficiary small = intake.strangers().get(1).beneficiary();
        Beneficiary large = intake.strangers().get(0).beneficiary();

        Intake made = take(
                file,
                Exchanged.portfolio(),
                new MatchOptions(List.of(MatchDecision.making(small)), MatchOptions.SAME_NAME, false));
        Portfolio after = Exchanged.portfolio().apply(made.edit());
        assertThat(after.structures())
                .filteredOn(one -> one.name().equals("Comité des fêtes"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.siren()).isEqualTo("999900228");
                    assertThat(after.grantsOf(one.id())).hasSize(2);
                });
        assertThat(made.strangers()).isEmpty();
        assertThat(made.count(Taken.Kind.REVIEW))
                .as("the other one of this name could be the one that was made")
                .isOne();

        Intake joined = take(
                file,
                Exchanged.portfolio(),
                new MatchOptions(
                        List.of(MatchDecision.of(large, Exchanged.POLE), MatchDecision.of(small, null)),
                        MatchOptions.SAME_NAME,
                        false));
        Portfolio second = Exchanged.portfolio().apply(joined.edit());
        assertThat(second.grantsOf(Exchanged.POLE)).hasSize(1);
        assertThat(second.structures()).hasSameSizeAs(Exchanged.portfolio().structures());
    }

    @Test
    void chorus_sheets_areToldWithTheRows() {
        Intake intake = take(
                Path.of("../examples/data/exchange/chorus-2025.xlsx"),
                Portfolio.empty(),
                MatchOptions.standard().makingMissing());
        assertThat(intake.taken()).extracting(Taken::sheet).doesNotContain("").doesNotContain("Sommaire");
        assertThat(intake.taken().stream().map(Taken::sheet).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void chorus_grantEnteredUnderTheCommitment_getsThePayments() throws IOException {
        Grant mine = Grant.builder(new GrantId("mine"), Exchanged.POLE)
                .reference("1821732")
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 2000.00"), null, null)))
                .build();
        Portfolio portfolio = Exchanged.portfolio().apply(Edit.put(mine));
        Path file = write(CHORUS + "0001821732;1;" + POLE + "2024;7;1;2024-05-02;0134-23;Pôles;1 000,50\n");
        Portfolio after =
                portfolio.apply(take(file, portfolio, MatchOptions.standard()).edit());
        assertThat(after.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.id()).isEqualTo(mine.id());
            assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 2000.00"));
            assertThat(grant.amount(AmountStage.PAID)).contains(Money.parse("EUR 1000.50"));
        });
    }

    @Test
    void chorus_badCells_areRefusedWithTheirPlace() throws IOException {
        Path file = write(CHORUS
                + "1;1;" + POLE + "2024;7;1;hier;0134-23;Pôles;10\n"
                + "1;1;" + POLE + "2024;8;1;2024-05-02;0134-23;Pôles;#\n"
                + "1;1;" + POLE + "2024;#;1;2024-05-02;0134-23;Pôles;10\n");
        Intake intake = take(file, Exchanged.portfolio(), MatchOptions.standard());
        assertThat(intake.count(Taken.Kind.REFUSED)).isEqualTo(3);
        assertThat(intake.taken())
                .extracting(one -> one.findings().get(0).place().toString())
                .containsExactly(
                        "chorus.csv:2:11 (Date de dernière opération sur la DP)",
                        "chorus.csv:3:14 (Montant payé)",
                        "chorus.csv:4:9 (N° DP)");
    }

    @Test
    void dataSubvention_payments_joinByCommitment() throws IOException {
        Path file = write("idVersement,exerciceBudgetaire,siret,montant,dateOperation,ej,programme\n"
                + "v-1,2024,99990011100017,1234.50,2024-06-01,2100000001,Recherche\n"
                + "v-2,2024,99990011100017,765.50,2024-09-01,2100000001,Recherche\n");
        Portfolio after = Exchanged.portfolio()
                .apply(take(file, Exchanged.portfolio(), MatchOptions.standard())
                        .edit());
        assertThat(after.grants()).singleElement().satisfies(grant -> assertThat(grant.amount(AmountStage.PAID))
                .contains(Money.parse("EUR 2000.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b\n1;2\n", "PK\u0003\u0004broken", "{}", "N° EJ;N° DP\n1;2\n"})
    void prepare_otherFiles_areRefusedWithASentence(String content) throws IOException {
        Reading<Intake> reading =
                StatePayments.prepare(write(content), Exchanged.portfolio(), MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).isNotEmpty();
    }
}
