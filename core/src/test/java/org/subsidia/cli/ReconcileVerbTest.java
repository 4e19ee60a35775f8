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

class ReconcileVerbTest {
    private static final Path SAMPLES = Path.of("../examples/data");
    private static final Path JUNE = SAMPLES.resolve("bank/materiaux-2026-06.xml");
    private static final Path JULY = SAMPLES.resolve("bank/materiaux-2026-07.cfonb");
    private static final Path NOVEMBER = SAMPLES.resolve("bank/materiaux-2026-11.ofx");

    @TempDir
    private Path folder;

    private Path portfolio;

    @BeforeEach
    void copy() throws IOException {
        portfolio = Files.copy(SAMPLES.resolve("rives-arvenne.subsidia"), folder.resolve("p.subsidia"));
    }

    private ToolRun run(boolean french, Object... options) {
        List<Object> all =
                new ArrayList<>(List.of("reconcile", portfolio, "--structure", "pole-materiaux", "--at", "2026-12-01"));
        all.addAll(List.of(options));
        return french ? ToolRun.french(all.toArray()) : ToolRun.english(all.toArray());
    }

    @Test
    void reconcile_ofThreeFormats_findsBookedSureAndDoubtful() {
        ToolRun run = run(true, "--bank", JUNE, "--bank", JULY, "--bank", NOVEMBER, "--explain", "--all-findings");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("CAMT.053", "CFONB 120", "OFX", "FR76…1780")
                .contains("71 040,00".replace(' ', '\u202f'))
                .contains("vraisemblance du rapprochement")
                .doesNotContain("00020260617");
        assertThat(run.err()).contains("BANK-GAP-UNKNOWN", "BANK-NOT-BOOKED");
        assertThat(run(true, "--bank", JUNE, "--format", "json").out()).contains("même montant, date proche");
    }

    @Test
    void reconcile_applied_booksOnceAndSaysSo() throws IOException {
        ToolRun first = run(true, "--bank", NOVEMBER, "--apply", "--balance");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("Un rapprochement a été enregistré");
        byte[] after = Files.readAllBytes(portfolio);
        assertThat(Files.readString(portfolio)).contains("bank-").contains("EUR 153210.77");

        ToolRun second = run(true, "--bank", NOVEMBER, "--apply", "--balance");

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains("Rien de nouveau");
        assertThat(Files.readAllBytes(portfolio)).isEqualTo(after);
        assertThat(run(true, "--bank", NOVEMBER, "--format", "json").out()).contains("relevé déjà importé");
        assertThat(ToolRun.french("history", portfolio).out()).contains("materiaux-2026-11.ofx");
    }

    @Test
    void reconcile_withoutApply_changesNothing() throws IOException {
        byte[] before = Files.readAllBytes(portfolio);

        run(true, "--bank", NOVEMBER);

        assertThat(Files.readAllBytes(portfolio)).isEqualTo(before);
    }

    @Test
    void reconcile_inJsonCsvAndHtml_carriesTheMatches() {
        ToolRun json = run(false, "--bank", NOVEMBER, "--format", "json");
        assertThat(json.out()).contains("\"matches\"", "\"points\"", "\"explanations\"");
        ToolRun csv = run(false, "--bank", NOVEMBER, "--format", "csv", "--table", "matches");
        assertThat(csv.out().lines().findFirst().orElseThrow())
                .contains("state", "points", "amount", "grant", "expected", "why");
        assertThat(csv.out()).contains("71040.00", "pole-materiaux-region-2026");
        ToolRun html = run(true, "--bank", NOVEMBER, "--format", "html");
        assertThat(html.out()).contains("Versements rapprochés", "accepté", "à décider");
    }

    @Test
    void reconcile_sameStatementTwice_countsOnce() {
        ToolRun run = run(false, "--bank", JUNE, JUNE, "--all-findings");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("BANK-SAME");
    }

    @Test
    void reconcile_wrongBalance_isAnErrorInTheData() throws IOException {
        Path wrong = folder.resolve("wrong.xml");
        Files.writeString(wrong, Files.readString(JUNE).replace("86310.40", "86310.41"));

        ToolRun run = run(true, "--bank", wrong);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("BANK-UNBALANCED", "0,01");
    }

    @Test
    void reconcile_badInput_endsInASentence() throws IOException {
        Path binary = Files.write(folder.resolve("b.bin"), new byte[] {1, 0, 2});
        assertThat(run(false, "--bank", binary).code()).isEqualTo(2);
        assertThat(run(false, "--bank", folder.resolve("none")).err()).contains("TAB-FILE-MISSING");
        assertThat(run(false, "--bank", JUNE, "--threshold", "200").err()).contains("CLI-RECONCILE-THRESHOLD");
        assertThat(ToolRun.english("reconcile", portfolio, "--bank", JUNE, "--balance")
                        .code())
                .isEqualTo(2);
        assertThat(ToolRun.english("reconcile", folder.resolve("no.subsidia"), "--bank", JUNE)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void reconcile_withPayersOfOnesOwn_readsThemFirst() throws IOException {
        Path payers = folder.resolve("payers.yaml");
        Files.writeString(payers, "- id: own\n  name: Caisse commune\n  spellings: [SGC ORMEVAL]\n  for: [CHAMBER]\n");

        ToolRun run = run(true, "--bank", NOVEMBER, "--payers", payers, "--format", "json");
        assertThat(run.out()).contains("Caisse commune est nommé, qui ne paie pas");

        Files.writeString(payers, "- id: own\n  name: x\n  spellings: [X]\n  for: [MOON]\n");
        assertThat(run(true, "--bank", NOVEMBER, "--payers", payers).code()).isEqualTo(2);
    }

    @Test
    void reconcile_ofATableWithOwnHeaders_takesThemByMapping() throws IOException {
        Path table = folder.resolve("own.csv");
        Files.writeString(
                table, "Jour compta;Texte;Somme\n12/11/2026;REGION RIVES D ARVENNE 2026-CP-region;71 040,00\n");

        ToolRun unknown = run(true, "--bank", table);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("BANK-CSV-COLUMNS", "--mapping");
        Path mapping = folder.resolve("own-bank.yaml");
        Files.writeString(mapping, """
                version: 1
                kind: movements
                columns:
                  - {column: Jour compta, field: date, dates: dayFirst}
                  - {column: Texte, field: label}
                  - {column: Somme, field: amount, decimalMark: comma}
                """);
        ToolRun named = run(true, "--bank", table, "--mapping", mapping);
        assertThat(named.code()).as(named.err()).isZero();
        assertThat(named.out()).contains("accepté");
        Files.move(mapping, folder.resolve("own.mapping.yaml"));
        assertThat(run(true, "--bank", table).out()).contains("accepté");
        Files.writeString(folder.resolve("own.mapping.yaml"), "version: 1\nkind: grants\ncolumns: []\n");
        assertThat(run(true, "--bank", table).err()).contains("BANK-CSV-KIND");
    }

    @Test
    void reconcile_ofTheSampleTable_followsTheStatementBefore_andBooksOnce() throws IOException {
        Path table = SAMPLES.resolve("bank-csv/materiaux-2026-12.csv");
        ToolRun both = run(true, "--bank", NOVEMBER, table, "--all-findings");
        assertThat(both.code()).as(both.err()).isZero();
        assertThat(both.out()).contains("CSV", "FR76…1780", "juste").doesNotContain("00020260617");
        assertThat(both.err()).contains("BANK-CSV-NO-MOVEMENT").doesNotContain("BANK-GAP", "BANK-CSV-BALANCE");

        ToolRun first = run(true, "--bank", table, "--apply", "--balance");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("Un rapprochement a été enregistré");
        byte[] after = Files.readAllBytes(portfolio);
        assertThat(Files.readString(portfolio)).contains("EUR 107517.97");
        ToolRun second = run(true, "--bank", table, table, "--apply", "--balance");
        assertThat(second.out()).contains("Rien de nouveau");
        assertThat(Files.readAllBytes(portfolio)).isEqualTo(after);
    }

    @Test
    void reconcile_ofATableWithALineTooFew_saysWhere() throws IOException {
        Path table = folder.resolve("cut.csv");
        String whole = Files.readString(
                SAMPLES.resolve("bank-csv/materiaux-2026-12.csv"), java.nio.charset.Charset.forName("windows-1252"));
        Files.writeString(
                table,
                whole.lines()
                        .filter(line -> !line.contains("FORGES DU LYS"))
                        .collect(java.util.stream.Collectors.joining("\n")));
        Files.copy(SAMPLES.resolve("bank-csv/materiaux-2026-12.mapping.yaml"), folder.resolve("cut.mapping.yaml"));

        ToolRun run = run(false, "--bank", table);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cut.csv:7:7 (Reste)", "BANK-CSV-BALANCE", "BANK-UNBALANCED", "4,800.00");
    }

    @Test
    void reconcile_ofATableThatExplainsItself_savesItsMapping() throws IOException {
        Path table = folder.resolve("plain.csv");
        Files.writeString(table, "Date;Libellé;Montant\n12/11/2026;REGION RIVES D ARVENNE;71 040,00\n");

        ToolRun run = run(true, "--bank", table, "--save-mapping", "--all-findings");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("BANK-CSV-GUESSED", "plain.mapping.yaml");
        assertThat(Files.readString(folder.resolve("plain.mapping.yaml")))
                .contains("kind: movements", "field: amount\n    decimalMark: comma");
    }

    @Test
    void reconcile_threshold101_acceptsNothing() {
        ToolRun run = run(true, "--bank", NOVEMBER, "--threshold", "101");

        assertThat(run.out()).contains("Rien n’est à enregistrer sans décision");
    }
}
