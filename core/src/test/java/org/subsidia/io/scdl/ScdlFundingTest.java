package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.ledger.FundingAggregator;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingQuery;
import org.subsidia.ledger.Ledger;
import org.subsidia.ledger.LedgerBuilder;
import org.subsidia.ledger.LedgerRow;

class ScdlFundingTest {
    private static final FundingQuery ALL =
            FundingQuery.standard().by(List.copyOf(EnumSet.allOf(FundingDimension.class)));
    /** What only a reader that remembers rows can find. */
    private static final Set<String> OF_MEMORY =
            Set.of("SCDL-ROW-DUPLICATE", "SCDL-AMT-REVERSAL", "SCDL-AMT-NEGATIVE", "SCDL-ROW-MANY");

    @TempDir
    Path folder;

    /** The common reader, row by row: what the fast one must agree with. */
    private record Slow(FundingPicture picture, List<Finding> findings, List<long[]> counts) {
        static Slow read(List<Path> files) {
            FundingAggregator sums = new FundingAggregator(ALL);
            List<Finding> findings = new ArrayList<>();
            List<long[]> counts = new ArrayList<>();
            long number = 0;
            for (Path path : files) {
                Reading<ScdlFile> file = ScdlFile.open(path, ScdlOptions.standard());
                findings.addAll(file.findings());
                if (file.isRead()) {
                    long position = number++ << 40;
                    ScdlSummary summary = file.get()
                            .rows(row -> sums.add(new ScdlFundingRow(row, position + row.line())), findings::add);
                    counts.add(new long[] {summary.read(), summary.repaired(), summary.refused()});
                }
            }
            findings.removeIf(finding -> OF_MEMORY.contains(finding.code()));
            return new Slow(sums.picture(), findings, counts);
        }
    }

    private static void assertSameAsSlow(List<Path> files) {
        Slow slow = Slow.read(files);
        for (int threads : new int[] {1, 2, 5}) {
            List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
            ScdlFunding.Result fast = ScdlFunding.of(ALL).threads(threads).read(files, findings::add);
            assertThat(fast.picture()).as("%d threads", threads).isEqualTo(slow.picture());
            assertThat(findings).as("%d threads", threads).containsExactlyElementsOf(slow.findings());
            List<long[]> counts = fast.sources().stream()
                    .flatMap(source -> source.summary().stream())
                    .map(s -> new long[] {s.read(), s.repaired(), s.refused()})
                    .toList();
            assertThat(counts).usingRecursiveComparison().isEqualTo(slow.counts());
        }
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void read_anyDirt_sameAsRowByRow(long seed) throws IOException {
        DirtyRows rows = new DirtyRows(seed, seed % 2 == 0 ? ',' : ';');
        Path first = Files.write(folder.resolve("a.csv"), rows.file(3_000, StandardCharsets.UTF_8));
        Path second = Files.write(folder.resolve("b.csv"), rows.file(40, Charset.forName("windows-1252")));
        Path third = Files.write(folder.resolve("c.csv"), rows.cleanFile(9_000));
        assertSameAsSlow(List.of(first, second, third));
    }

    @Test
    void read_cleanRows_takesTheShortWayWithoutFindings() throws IOException {
        Path file = Files.write(folder.resolve("clean.csv"), new DirtyRows(11, ',').cleanFile(5_000));
        List<Finding> findings = new ArrayList<>();
        ScdlFunding.Result result = ScdlFunding.of(ALL).threads(1).read(List.of(file), findings::add);
        assertThat(findings).noneMatch(finding -> finding.place().line() > 1);
        assertThat(result.sources().get(0).summary().orElseThrow().read()).isEqualTo(5_000);
        assertSameAsSlow(List.of(file));
    }

    @Test
    void read_unclosedQuotes_costsTheSameLinesAsRowByRow() throws IOException {
        DirtyRows rows = new DirtyRows(5, ',');
        StringBuilder text = new StringBuilder(DirtyRows.header(','));
        for (int i = 0; i < 4_000; i++) {
            text.append(rows.clean());
            if (i % 1_500 == 700) {
                text.append("\"never closed,").append(rows.clean());
            }
        }
        assertSameAsSlow(List.of(write("quotes.csv", text.toString(), StandardCharsets.UTF_8)));
    }

    @Test
    void read_recordLongerThanABlock_isRefusedAndTheRestRead() throws IOException {
        DirtyRows rows = new DirtyRows(6, ',');
        String text = DirtyRows.header(',') + rows.clean() + "\"" + ("x".repeat(1000) + "\n").repeat(1_300) + "\"\n"
                + rows.clean();
        assertSameAsSlow(List.of(write("long.csv", text, StandardCharsets.UTF_8)));
    }

    @Test
    void ledger_ofTheRows_givesTheSamePicture() throws IOException {
        Path file = Files.write(folder.resolve("dirty.csv"), new DirtyRows(13, ',').file(500, StandardCharsets.UTF_8));
        LedgerBuilder ledger = new LedgerBuilder();
        ScdlFile.open(file, ScdlOptions.standard())
                .get()
                .rows(row -> ledger.append(new ScdlFundingRow(row, row.line())), finding -> {});
        List<String> days = new ArrayList<>();
        Ledger built = ledger.build();
        built.forEach(row -> days.add(
                row.epochDay() == LedgerRow.UNKNOWN_DAY
                        ? "?"
                        : LocalDate.ofEpochDay(row.epochDay()).toString()));
        assertThat(days).contains("?", "2020-02-29");
        assertThat(built.picture(ALL))
                .isEqualTo(
                        ScdlFunding.of(ALL).read(List.of(file), finding -> {}).picture());
    }

    @Test
    void read_oddLineEnds_sameAsRowByRow() throws IOException {
        DirtyRows rows = new DirtyRows(7, ';');
        String text = DirtyRows.header(';') + rows.clean() + rows.clean() + rows.clean();
        assertSameAsSlow(List.of(
                write("crlf.csv", text.replace("\n", "\r\n"), StandardCharsets.UTF_8),
                write("cr.csv", text.replace("\n", "\r"), StandardCharsets.UTF_8),
                write("open.csv", text.substring(0, text.length() - 1), StandardCharsets.UTF_8),
                write("mark.csv", "\ufeff" + text, StandardCharsets.UTF_8),
                write("wide.csv", "\ufeff" + text, StandardCharsets.UTF_16LE),
                write("header.csv", DirtyRows.header(';'), StandardCharsets.UTF_8)));
    }

    @Test
    void read_whatIsNoFile_isAFindingAndNoSummary() throws IOException {
        Path page = write("page.csv", "<!DOCTYPE html><html></html>", StandardCharsets.UTF_8);
        List<Finding> findings = new ArrayList<>();
        ScdlFunding.Result result =
                ScdlFunding.of(ALL).read(List.of(page, folder.resolve("missing.csv")), findings::add);
        assertThat(findings).extracting(Finding::code).contains("TAB-KIND-HTML", "TAB-FILE-MISSING");
        assertThat(result.sources()).allMatch(source -> source.summary().isEmpty());
        assertThat(result.picture().grants()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void read_listenerHadEnough_isCancelled(int threads) throws IOException {
        Path file = Files.write(folder.resolve("clean.csv"), new DirtyRows(11, ',').cleanFile(9_000));
        ScdlFunding reader = ScdlFunding.of(ALL).threads(threads).progress((done, total) -> done < total / 2);
        assertThatThrownBy(() -> reader.read(List.of(file), finding -> {})).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void read_consumerFails_itsExceptionComesOut(int threads) throws IOException {
        Path file = Files.write(folder.resolve("dirty.csv"), new DirtyRows(3, ',').file(9_000, StandardCharsets.UTF_8));
        ScdlFunding reader = ScdlFunding.of(ALL).threads(threads);
        assertThatThrownBy(() -> reader.read(List.of(file), finding -> {
                    throw new UnsupportedOperationException("full");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void threads_none_isRefused() {
        assertThatThrownBy(() -> ScdlFunding.of(ALL).threads(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void progress_atTheEnd_hasSeenAllBytes() throws IOException {
        Path file = Files.write(folder.resolve("clean.csv"), new DirtyRows(11, ',').cleanFile(9_000));
        long[] last = new long[2];
        ScdlFunding.of(ALL)
                .progress((done, total) -> {
                    last[0] = done;
                    last[1] = total;
                    return true;
                })
                .read(List.of(file), finding -> {});
        assertThat(last[0]).isEqualTo(last[1]).isEqualTo(Files.size(file));
    }

    @Test
    void read_realFiles_sameAsRowByRow() throws IOException {
        String data = System.getenv("SUBSIDIA_REAL_DATA");
        Assumptions.assumeThat(data).as("SUBSIDIA_REAL_DATA is not set").isNotNull();
        try (Stream<Path> files = Files.walk(Path.of(data, "scdl"))) {
            assertSameAsSlow(files.filter(file -> file.toString().matches(".*\\.(csv|xlsx)"))
                    .sorted()
                    .toList());
        }
    }
}
