package org.subsidia.io.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;

class StoppingTest {
    private static final int ROWS = 40_000;

    @TempDir
    private Path folder;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    private static int interruptedAfterTheFirstRow(TabularFile file, List<Finding> findings) {
        List<TabularRow> rows = new ArrayList<>();
        boolean whole = file.read(
                0,
                row -> {
                    rows.add(row);
                    Thread.currentThread().interrupt();
                    return true;
                },
                findings::add);
        assertThat(whole).isFalse();
        return rows.size();
    }

    @Test
    void read_ofALargeCsvOnAnInterruptedThread_stopsSoonAndSaysSo() throws IOException {
        Path path = folder.resolve("a.csv");
        Files.writeString(path, "a;b\n" + "1;deux\n".repeat(ROWS), StandardCharsets.UTF_8);
        List<Finding> findings = new ArrayList<>();
        int rows = interruptedAfterTheFirstRow(
                TabularFile.open(path, Limits.standard()).get(), findings);
        assertThat(rows).isLessThan(ROWS / 2);
        assertThat(findings).extracting(Finding::code).containsExactly("TAB-STOPPED");
    }

    @Test
    void read_ofAWorkbookOnAnInterruptedThread_stopsSoonAndSaysSo() throws IOException {
        Path path = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            for (int i = 0; i < 50; i++) {
                sheet.value(i, 0, i);
            }
        }
        List<Finding> findings = new ArrayList<>();
        int rows = interruptedAfterTheFirstRow(
                TabularFile.open(path, Limits.standard()).get(), findings);
        assertThat(rows).isEqualTo(1);
        assertThat(findings).extracting(Finding::code).containsExactly("TAB-STOPPED");
    }

    @Test
    void lines_onAnInterruptedThread_stopSoonAndSaySo() throws IOException {
        Path path = folder.resolve("a.txt");
        Files.writeString(path, "une ligne de texte\n".repeat(ROWS), StandardCharsets.UTF_8);
        List<Finding> findings = new ArrayList<>();
        int[] count = {0};
        TextLines lines = TextLines.open(path, Limits.standard()).get();
        boolean whole = lines.read(
                (number, text) -> {
                    count[0]++;
                    Thread.currentThread().interrupt();
                    return true;
                },
                findings::add);
        assertThat(whole).isFalse();
        assertThat(count[0]).isLessThan(ROWS / 2);
        assertThat(findings).extracting(Finding::code).containsExactly("TAB-STOPPED");
    }
}
