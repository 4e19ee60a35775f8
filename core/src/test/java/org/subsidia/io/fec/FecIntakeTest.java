package org.subsidia.io.fec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class FecIntakeTest {
    private static final Path SAMPLE = Path.of("../examples/data/999900335FEC20251231.txt");
    private static final StructureId WOOD = new StructureId("cluster-bois");
    private static Portfolio portfolio = Portfolio.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        portfolio = FileStore.at(Path.of("../examples/data/rives-arvenne.subsidia"))
                .open()
                .get();
    }

    private static Reading<FecIntake> prepare(Path file, Portfolio into) {
        return FecIntake.prepare(file, into, FecIntakeOptions.usual(LawBase.standard(), FecSample.DAY));
    }

    private static List<FecIntake.Line> of(FecIntake intake, FecIntake.Kind kind) {
        return intake.lines().stream().filter(line -> line.kind() == kind).toList();
    }

    /** The portfolio before the money of 2025 was entered. */
    private static Portfolio withoutReceiptsOf2025() {
        List<Edit> edits = new ArrayList<>();
        for (Grant grant : portfolio.grantsOf(WOOD)) {
            edits.add(Edit.put(grant.toBuilder()
                    .receipts(grant.receipts().stream()
                            .filter(receipt -> receipt.date().getYear() != 2025)
                            .toList())
                    .build()));
        }
        return portfolio.apply(Edit.batch("", edits));
    }

    private static List<Money> receiptsOf2025(Portfolio of) {
        return of.grantsOf(WOOD).stream()
                .flatMap(grant -> grant.receipts().stream())
                .filter(receipt -> receipt.date().getYear() == 2025)
                .map(Receipt::amount)
                .sorted()
                .toList();
    }

    @Test
    void prepare_ofAPortfolioThatHasTheMoney_proposesNoReceipt() {
        FecIntake intake = prepare(SAMPLE, portfolio).get();
        assertThat(intake.verdict().isConform()).isTrue();
        assertThat(of(intake, FecIntake.Kind.RECEIPT)).isEmpty();
        assertThat(of(intake, FecIntake.Kind.KNOWN)).isNotEmpty();
        assertThat(of(intake, FecIntake.Kind.UNRESOLVED)).hasSize(1);
    }

    @Test
    void edit_ofAPortfolioWithoutTheMoneyOfTheYear_bringsBackWhatTheLinesTellAndLeavesTheRestOpen() {
        Portfolio before = withoutReceiptsOf2025();
        FecIntake intake = prepare(SAMPLE, before).get();
        Portfolio after = before.apply(intake.edit("import", intake.lines(), true));
        assertThat(receiptsOf2025(before)).isEmpty();
        assertThat(receiptsOf2025(after)).isNotEmpty();
        List<Money> back = new ArrayList<>(receiptsOf2025(after));
        of(intake, FecIntake.Kind.UNRESOLVED).stream()
                .map(line -> line.match().posting().amount().negated())
                .forEach(back::add);
        assertThat(back).containsAll(receiptsOf2025(portfolio));
        assertThat(receiptsOf2025(portfolio)).containsAll(receiptsOf2025(after));
        assertThat(after.structure(WOOD).orElseThrow().cashOn(LocalDate.of(2025, 12, 31)))
                .hasValueSatisfying(cash -> assertThat(cash.date()).isEqualTo(LocalDate.of(2025, 12, 31)));
    }

    @Test
    void prepare_afterItsEdit_changesNothingAgain() {
        Portfolio before = withoutReceiptsOf2025();
        FecIntake first = prepare(SAMPLE, before).get();
        Portfolio after = before.apply(first.edit("import", first.lines(), true));
        FecIntake again = prepare(SAMPLE, after).get();
        assertThat(of(again, FecIntake.Kind.RECEIPT)).isEmpty();
        assertThat(again.cash()).isNull();
        assertThat(after.apply(again.edit("import", again.lines(), true))).isEqualTo(after);
    }

    @Test
    void edit_ofSeveralFiles_takesTheLinesChosenAndNoneOfTheOthers() throws Exception {
        Portfolio before = withoutReceiptsOf2025();
        Path letter = Files.writeString(folder.resolve("a.txt"), "bonjour\n", StandardCharsets.UTF_8);
        FecIntakes all = FecIntakes.prepare(
                List.of(SAMPLE, letter, SAMPLE), before, FecIntakeOptions.usual(LawBase.standard(), FecSample.DAY));
        assertThat(all.refused()).extracting(Finding::code).containsExactly("FEC-HEADER-NONE");
        FecIntake first = all.intakes().get(0);
        assertThat(of(all.intakes().get(1), FecIntake.Kind.RECEIPT))
                .as("what the first file brings is known to the second")
                .isEmpty();
        FecIntake.Line line = of(first, FecIntake.Kind.RECEIPT).get(0);
        Portfolio after = before.apply(all.edit("import", List.of(line), List.of()));
        assertThat(receiptsOf2025(after)).containsExactly(line.receipt().amount());
        assertThat(after.structure(WOOD)).isEqualTo(before.structure(WOOD));
        Portfolio cash = before.apply(all.edit("import", List.of(), List.of(first.cash())));
        assertThat(receiptsOf2025(cash)).isEmpty();
        assertThat(cash.structure(WOOD).orElseThrow().cashBalances()).contains(first.cash());
    }

    @Test
    void edit_ofNothingChosen_isNothing() {
        FecIntake intake = prepare(SAMPLE, withoutReceiptsOf2025()).get();
        assertThat(intake.edit("import", List.of(), false)).isEqualTo(Edit.nothing());
    }

    @Test
    void prepare_ofAnUnknownSiren_tiesNothingAndSaysSo() throws Exception {
        Path other = Files.copy(SAMPLE, folder.resolve("123456782FEC20251231.txt"));
        FecIntake intake = prepare(other, portfolio).get();
        assertThat(intake.structure()).isNull();
        assertThat(intake.cash()).isNull();
        assertThat(intake.findings()).extracting(Finding::code).contains("FEC-INTAKE-NOBODY");
        assertThat(of(intake, FecIntake.Kind.RECEIPT)).isEmpty();
    }

    @Test
    void prepare_ofSomethingElse_isRefusedInASentence() throws Exception {
        Path page = Files.writeString(folder.resolve("a.txt"), "bonjour\n", StandardCharsets.UTF_8);
        assertThat(prepare(page, portfolio).findings())
                .extracting(Finding::code)
                .containsExactly("FEC-HEADER-NONE");
    }
}
