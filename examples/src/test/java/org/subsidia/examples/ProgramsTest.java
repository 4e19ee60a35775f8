package org.subsidia.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each small program, run as the README runs it, says what it is there to say. */
class ProgramsTest {
    private static final String PORTFOLIO = "data/rives-arvenne.subsidia";

    private interface Program {
        void main(String[] args);
    }

    private static String run(Program program, String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            program.main(args);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cleanPublishedFile_tellsRowsAndRepairs() {
        assertThat(run(CleanPublishedFile::main, "data/rives-arvenne-2020.csv"))
                .contains(" rows, ", " kept out, EUR ", " × ");
        assertThat(run(CleanPublishedFile::main, PORTFOLIO))
                .doesNotContain("Exception")
                .isNotBlank();
    }

    @Test
    void fundingOfOneStructure_explainsItsTotal() {
        assertThat(run(FundingOfOneStructure::main, "999900111", "data/rives-arvenne-2023.csv"))
                .contains("grants, EUR ");
    }

    @Test
    void cashOfOneStructure_tellsTwelveMonthsAndTheNeed() {
        String said = run(CashOfOneStructure::main, PORTFOLIO, "pole-materiaux", "2026-09-30");
        assertThat(said.lines().filter(line -> line.matches("20\\d\\d-\\d\\d\\t\\+EUR .*")))
                .hasSize(12);
        assertThat(said).contains("below zero in ", "besoin de financement");
        assertThat(run(CashOfOneStructure::main, PORTFOLIO, "nobody", "2026-09-30"))
                .contains("No structure nobody");
        assertThat(run(CashOfOneStructure::main, "data/README.md", "x", "2026-09-30"))
                .doesNotContain("Exception")
                .isNotBlank();
    }

    @Test
    void callsForOneProject_answersEveryCall() {
        String said = run(CallsForOneProject::main, PORTFOLIO, "projet-cybersecurite", "2026-06-15");
        assertThat(said.lines().count()).isGreaterThan(5);
        assertThat(said.lines()).allMatch(line -> line.split("\t", -1).length == 3);
    }

    @Test
    void transferOfOneLine_explainsTheGreatestLoss() {
        assertThat(run(TransferOfOneLine::main, "line-deleted-2026", "data/population/exemple.csv"))
                .contains("Pôle Littoral Numérique\tEUR 1726000.00\tEUR 1110000.00\tEUR -616000.00")
                .containsPattern("argent public de Pôle Littoral Numérique en 2028\\h: 1\\h110\\h000,00\\h€");
    }
}
