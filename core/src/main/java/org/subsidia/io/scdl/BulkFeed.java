package org.subsidia.io.scdl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.CsvPart;
import org.subsidia.ledger.FundingAggregator;

/**
 * Gives out the blocks of all files, one after the other and to one thread at a time. What cannot be read in blocks (a
 * workbook, a record that breaks the rules of quoting) it reads at once, when all before it has been handed in.
 */
final class BulkFeed {
    /** So many records are read one by one before blocks are tried again. */
    private static final int DETOUR = 1000;

    private final Iterator<Path> paths;
    private final ScdlOptions options;
    private final FundingAggregator sums;
    private final Consumer<? super Finding> findings;
    private final LongConsumer progress;
    private final BulkTurn turn;
    private final List<ScdlFunding.Source> results = new ArrayList<>();
    private final BulkBatch detour = new BulkBatch();
    private final BulkRow nothing = new BulkRow(detour, new byte[0], StandardCharsets.UTF_8, List.of(), 0);
    private long taken;
    private int files;
    private long bytesBefore;
    private @Nullable BulkSource source;
    private @Nullable CsvPart part;
    private @Nullable BulkCutter cutter;

    BulkFeed(
            List<Path> paths,
            ScdlOptions options,
            FundingAggregator sums,
            Consumer<? super Finding> findings,
            LongConsumer progress,
            BulkTurn turn) {
        this.paths = paths.iterator();
        this.options = options;
        this.sums = sums;
        this.findings = findings;
        this.progress = progress;
        this.turn = turn;
    }

    /**
     * A block that was given out.
     *
     * @param number its turn to be handed in
     * @param source its file
     * @param part how its records are cut where they break the rules
     */
    record Task(long number, BulkSource source, CsvPart part) {}

    /** Fills the block with the next records; null when all files are read. */
    synchronized @Nullable Task next(BulkBlock block) {
        while (!turn.isStopped()) {
            BulkSource current = source;
            CsvPart cuttable = part;
            BulkCutter blocks = cutter;
            if (current == null) {
                if (!paths.hasNext()) {
                    return null;
                }
                inTurn(() -> open(paths.next()));
            } else if (cuttable == null || blocks == null) {
                inTurn(() -> readAll(current));
            } else {
                Task task = next(block, current, cuttable, blocks);
                if (task != null) {
                    return task;
                }
            }
        }
        return null;
    }

    private @Nullable Task next(BulkBlock block, BulkSource current, CsvPart cuttable, BulkCutter blocks) {
        try {
            if (!blocks.isAtEnd() && blocks.next(block)) {
                progress.accept(bytesBefore + blocks.position().offset());
                return new Task(taken++, current, cuttable);
            }
        } catch (IOException e) {
            inTurn(() -> current.incomplete(cuttable.unreadable(e)));
            blocks.stop();
        }
        if (blocks.isAtEnd()) {
            inTurn(() -> close(current));
        } else {
            inTurn(() -> detour(current, cuttable, blocks));
        }
        return null;
    }

    /** Does something when all blocks given out so far have been handed in. */
    private void inTurn(Runnable action) {
        turn.await(taken++);
        action.run();
        turn.done();
    }

    private void open(Path path) {
        Reading<ScdlFile> reading = ScdlFile.open(path, options);
        if (!reading.isRead()) {
            reading.findings().forEach(findings);
            results.add(new ScdlFunding.Source(path, Optional.empty()));
            return;
        }
        ScdlFile file = reading.get();
        BulkSource opened = new BulkSource(path, file, files++, sums, findings);
        opened.open();
        source = opened;
        CsvPart cuttable = file.part().orElse(null);
        CsvPart.Position start =
                cuttable == null ? null : cuttable.after(file.header().line()).orElse(null);
        if (cuttable != null && start != null) {
            try {
                cutter = new BulkCutter(path, cuttable.dialect().separator(), start);
                part = cuttable;
            } catch (IOException e) {
                opened.incomplete(cuttable.unreadable(e));
            }
        }
    }

    private void readAll(BulkSource current) {
        boolean whole = current.file()
                .records(
                        record -> {
                            current.interpret(record, detour);
                            handInDetour(current);
                            return !turn.isStopped();
                        },
                        finding -> {
                            BulkSource.note(finding, detour);
                            handInDetour(current);
                        });
        current.complete(whole);
        close(current);
    }

    private void detour(BulkSource current, CsvPart cuttable, BulkCutter blocks) {
        int[] left = {DETOUR};
        Optional<CsvPart.Position> next = cuttable.read(
                blocks.position(),
                record -> {
                    current.interpret(record, detour);
                    handInDetour(current);
                    return --left[0] > 0;
                },
                finding -> {
                    BulkSource.note(finding, detour);
                    handInDetour(current);
                });
        next.ifPresentOrElse(blocks::goOn, blocks::stop);
    }

    private void handInDetour(BulkSource current) {
        current.handIn(detour, nothing);
        detour.clear(0);
    }

    private void close(BulkSource current) {
        BulkCutter blocks = cutter;
        if (blocks != null) {
            bytesBefore += blocks.position().offset();
            blocks.close();
        }
        results.add(current.close());
        source = null;
        part = null;
        cutter = null;
    }

    /** What came of each file, in the order of the files. */
    synchronized List<ScdlFunding.Source> results() {
        return List.copyOf(results);
    }
}
