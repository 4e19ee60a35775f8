package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepVerbTest {
    private static final Path POPULATION = Path.of("../examples/data/population/exemple.csv");

    @TempDir
    private Path folder;

    @Test
    void sweep_aGrid_writesEveryPoint_theSameAtAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.csv");
        Path three = folder.resolve("three.csv");
        ToolRun run = sweep("--base-years", "1,3", "--rate", "0..1/0.05", "--threads", "1", "--results", one);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("fictive");
        assertThat(run.out()).contains("42", "taux de compensation");
        List<String> lines = Files.readAllLines(one);
        assertThat(lines).hasSize(43);
        // the first point pays nothing: ten years of the line of 2025 are lost
        assertThat(lines.get(1)).startsWith("0,1,0,0,,historic,historic,2795000.00,0.00,0.00,0.00,-27950000.00,");
        // the last of one year's base pays all: nobody loses or wins
        assertThat(lines.get(21))
                .startsWith("20,1,1,0,,historic,historic,2795000.00,27950000.00,27950000.00,0.00,0.00,0,");
        sweep("--base-years", "1,3", "--rate", "0..1/0.05", "--threads", "3", "--results", three);
        assertThat(three).hasSameBinaryContentAs(one);
    }

    @Test
    void sweep_inEveryFormat_hasTheTableOfValues() {
        for (String format : new String[] {"text", "json", "csv", "html"}) {
            assertThat(sweep("--sample", "20", "--rate", "0.5..1", "--key", "historic,members", "--format", format)
                            .out())
                    .contains("members");
        }
    }

    @Test
    void sweep_why_readsAnAmountAndAQuantileBackToTheLine() {
        assertThat(sweep("--rate", "0.5,1", "--why", "0:P01:2027").out())
                .contains("reçu par P01 en 2027", "taux de compensation", "ligne de 2025", "poids dans la clé");
        assertThat(sweep("--rate", "0.5,1", "--why", "1:gap50").out()).contains("écart de", "sur toutes les années");
        for (String bad : new String[] {"2:P01:2027", "0:P99:2027", "0:P01:2025", "0:P01:2036", "P01", "0:gap51"}) {
            assertThat(sweep("--rate", "0.5,1", "--why", bad).err()).contains(bad, "POINT:STRUCTURE");
        }
        assertThat(sweep("--one-off", "never").err()).contains("carry-forward");
    }

    @Test
    void sweep_html_drawsEachParameterOfSeveralValues() {
        String html = sweep("--rate", "0..1/0.25", "--key", "historic,members", "--format", "html")
                .out();
        assertThat(html).contains("Toutes les structures, selon", "Une structure, selon", "médiane");
        assertThat(html.split("<svg", -1)).hasSize(5);
    }

    @Test
    void sweep_badInput_isSaidInASentence() {
        assertThat(sweep("--rate", "0..1").err()).contains("0..1", "rate");
        assertThat(sweep("--key", "beauty").err()).contains("beauty", "historic");
        assertThat(sweep("--years", "0").err()).contains("--years");
        assertThat(sweep("--rate", "10", "--growth", "1", "--years", "60").err())
                .contains("centimes");
        assertThat(sweep("--results", folder.resolve("no").resolve("file.csv")).code())
                .isEqualTo(2);
        assertThat(ToolRun.french("sweep", "--reference", "2025").err()).contains("--population");
    }

    private static ToolRun sweep(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("sweep", "--population", POPULATION, "--reference", "2025", "--at", "2026-01-01"));
        all.addAll(List.of(more));
        return ToolRun.french(all.toArray());
    }
}
