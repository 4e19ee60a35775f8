package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

/** The accounts of 2025 on their way into a portfolio that has forgotten what came in that year. */
class ImportFecVerbTest {
    private static final Path DATA = Path.of("../examples/data");
    private static final Path FEC = DATA.resolve("999900335FEC20251231.txt");
    private static final Path BEFORE = DATA.resolve("999900335FEC20241231.txt");
    private static final StructureId WOOD = new StructureId("cluster-bois");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void forget() throws IOException {
        file = Files.copy(DATA.resolve("rives-arvenne.subsidia"), folder.resolve("p.subsidia"));
        List<Edit> edits = new ArrayList<>();
        Portfolio portfolio = open();
        for (Grant grant : portfolio.grantsOf(WOOD)) {
            edits.add(Edit.put(grant.toBuilder()
                    .receipts(grant.receipts().stream()
                            .filter(receipt -> receipt.date().getYear() != 2025)
                            .toList())
                    .build()));
        }
        assertThat(FileStore.at(file)
                        .save(portfolio.apply(Edit.batch("", edits)))
                        .isRead())
                .isTrue();
    }

    private Portfolio open() {
        return FileStore.at(file).open().get();
    }

    private long receiptsOf2025() {
        return open().grantsOf(WOOD).stream()
                .flatMap(grant -> grant.receipts().stream())
                .filter(receipt -> receipt.date().getYear() == 2025)
                .count();
    }

    private int balances() {
        return open().structure(WOOD).orElseThrow().cashBalances().size();
    }

    private ToolRun run(Object... more) {
        List<Object> all = new ArrayList<>(List.of("import", "fec", FEC, "--into", file, "--at", "2026-09-30"));
        all.addAll(List.of(more));
        return ToolRun.french(all.toArray());
    }

    @Test
    void importFec_addsWhatCameInAndTheCash_once() throws IOException {
        int noted = balances();
        ToolRun first = run();
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("est conforme", "2 encaissements ont été ajoutés.", "Trésorerie à la clôture")
                .contains("Lignes non rattachées", "77 400,00".replace(' ', '\u202f'));
        assertThat(receiptsOf2025()).isEqualTo(2);
        assertThat(balances()).isEqualTo(noted + 1);
        byte[] after = Files.readAllBytes(file);

        ToolRun second = run();

        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("Aucun encaissement n’a été ajouté.").doesNotContain("Trésorerie");
        assertThat(Files.readAllBytes(file)).isEqualTo(after);
        assertThat(ToolRun.french("history", file).out()).contains("(3 enregistrements)");
    }

    @Test
    void importFec_dryRun_showsTheSameAndKeepsNothing() throws IOException {
        byte[] before = Files.readAllBytes(file);
        ToolRun csv = run("--dry-run", "--format", "csv", "--table", "receipts");
        assertThat(csv.out().lines()).hasSize(3);
        assertThat(csv.out()).contains("55800.00,cluster-bois-region-2025", "21600.00,cluster-bois-region-2024");
        assertThat(run("--dry-run").out()).contains("2 encaissements seraient ajoutés.");
        assertThat(run("--dry-run", "--format", "json").out())
                .contains("\"fecIntake\"", "\"files\"", "\"receipts\"", "\"cash\"", "\"unresolved\"");
        assertThat(run("--dry-run", "--format", "html").out()).contains("encaissements seraient");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void importFec_withoutBalance_leavesTheStructureAsItIs() {
        int noted = balances();
        assertThat(run("--no-balance").out()).doesNotContain("Trésorerie à la clôture");
        assertThat(receiptsOf2025()).isEqualTo(2);
        assertThat(balances()).isEqualTo(noted);
    }

    @Test
    void importFec_ofSeveralYears_isOneStep() {
        ToolRun run = ToolRun.english(
                "import", "fec", BEFORE, FEC, BEFORE, "--into", file, "--at", "2026-09-30", "--dry-run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 receipts would be added.", "999900335FEC20241231.txt");
    }

    @Test
    void importFec_withDaysAndFunders_bringsLinesToGrantsByThem() throws IOException {
        assertThat(run().code()).isZero();
        enterReceiptsAsTheBankDatesThem();
        assertThat(run("--dry-run").out()).contains("Aucun encaissement ne serait ajouté.");
        assertThat(run("--dry-run", "--days", "2").out()).contains("2 encaissements seraient ajoutés.");
        byte[] before = Files.readAllBytes(file);
        ToolRun below = run("--days", "-1");
        assertThat(below.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(below.err()).contains("CLI-BAD-DAYS", "-1");
        Path none = folder.resolve("mots.yaml");
        ToolRun missing = run("--funders", none);
        assertThat(missing.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(missing.err()).contains("mots.yaml");
        Path bad = Files.writeString(none, "ceci n’est pas: [une liste\n");
        assertThat(run("--funders", bad).code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** Three days later than the accounts do. */
    private void enterReceiptsAsTheBankDatesThem() {
        Portfolio portfolio = open();
        List<Edit> edits = new ArrayList<>();
        for (Grant grant : portfolio.grantsOf(WOOD)) {
            edits.add(Edit.put(grant.toBuilder()
                    .receipts(grant.receipts().stream()
                            .map(one ->
                                    new Receipt("banque-" + one.id(), one.date().plusDays(3), one.amount(), null, null))
                            .toList())
                    .build()));
        }
        assertThat(FileStore.at(file)
                        .save(portfolio.apply(Edit.batch("", edits)))
                        .isRead())
                .isTrue();
    }

    @Test
    void importFec_ofNobody_saysWhoseItWouldBe() throws IOException {
        Path stranger = Files.copy(FEC, folder.resolve("123456782FEC20251231.txt"));
        ToolRun run = ToolRun.french("import", "fec", stranger, "--into", file);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("CLI-FEC-NO-STRUCTURE", "123456782");
        ToolRun named = ToolRun.french(
                "import", "fec", stranger, "--into", file, "--structure", "cluster-bois", "--at", "2026-09-30");
        assertThat(named.code()).as(named.err()).isZero();
        assertThat(receiptsOf2025()).isEqualTo(2);
        assertThat(ToolRun.french("import", "fec", FEC, "--into", file, "--structure", "personne")
                        .err())
                .contains("CLI-NO-STRUCTURE", "cluster-bois");
    }

    @Test
    void importFec_ofAFileThatIsNone_namesIt() throws IOException {
        Path letter = Files.writeString(folder.resolve("999900335FEC20261231.txt"), "Cher client,\nmerci.\n");
        ToolRun run = ToolRun.french("import", "fec", letter, "--into", file);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("999900335FEC20261231.txt");
        assertThat(receiptsOf2025()).isZero();
    }
}
