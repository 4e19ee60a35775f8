package org.subsidia.io.scdl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.ledger.FundingAggregator;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingQuery;

/**
 * Adds up published files of any size, many rows a second and none kept.
 *
 * <pre>{@code
 * ScdlFunding.Result result = ScdlFunding.of(FundingQuery.standard()).read(files, findings::add);
 * FundingPicture picture = result.picture();
 * }</pre>
 *
 * <p>Rows are read as {@link ScdlFile#rows} reads them, with the same findings in the same order, but for duplicates and
 * reversals, which would need a memory of rows: a negative amount just counts. Rows that are written exactly as the standard
 * wants take a short way; result and findings are the same at any number of threads.
 */
public final class ScdlFunding {
    private static final int MOST_THREADS = 16;
    private static final int BUFFERS_A_THREAD = 4;

    private final FundingQuery query;
    private final ScdlOptions options;
    private final int threads;
    private final Progress progress;

    private ScdlFunding(FundingQuery query, ScdlOptions options, int threads, Progress progress) {
        this.query = query;
        this.options = options;
        this.threads = threads;
        this.progress = progress;
    }

    /** Hears how far reading has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Some more was read. Called often and by any thread, but never by two at once.
         *
         * @param done bytes of all files read so far
         * @param total bytes of all files
         * @return whether to go on
         */
        boolean reached(long done, long total);
    }

    /**
     * What came of one file.
     *
     * @param path the file
     * @param summary counts and totals; empty if the file could not be opened
     */
    public record Source(Path path, Optional<ScdlSummary> summary) {}

    /**
     * What came of all files.
     *
     * @param sums what their rows add up to
     * @param sources what came of each, in the order given
     */
    public record Result(FundingAggregator sums, List<Source> sources) {
        /** Copies the list. */
        public Result {
            sources = List.copyOf(sources);
        }

        /** {@return the sums in figures} */
        public FundingPicture picture() {
            return sums.picture();
        }
    }

    /**
     * A reader for what a query asks, on as many threads as there are processors.
     *
     * @param query what is asked
     * @return the reader
     */
    public static ScdlFunding of(FundingQuery query) {
        int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new ScdlFunding(query, ScdlOptions.standard(), processors, (done, total) -> true);
    }

    /**
     * This reader on another number of threads.
     *
     * @param number how many, at least 1; the calling thread alone if 1
     * @return the reader
     */
    public ScdlFunding threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("at least one thread reads, not " + number);
        }
        return new ScdlFunding(query, options, number, progress);
    }

    /**
     * This reader with other limits.
     *
     * @param other how files are read
     * @return the reader
     */
    public ScdlFunding options(ScdlOptions other) {
        return new ScdlFunding(query, other, threads, progress);
    }

    /**
     * This reader with somebody who hears how far it is.
     *
     * @param listener hears it
     * @return the reader
     */
    public ScdlFunding progress(Progress listener) {
        return new ScdlFunding(query, options, threads, listener);
    }

    /**
     * Reads files.
     *
     * @param files CSV or XLSX, in the order in which findings and names are wanted
     * @param findings takes each finding, file by file and row by row; called by any thread, but never by two at once
     * @return the sums
     * @throws CancellationException if the listener did not want to go on, or the thread was interrupted
     * @throws ArithmeticException if a sum exceeds 64 bits of cents
     */
    public Result read(List<Path> files, Consumer<? super Finding> findings) {
        FundingAggregator sums = new FundingAggregator(query);
        BulkTurn turn = new BulkTurn(threads * BUFFERS_A_THREAD);
        long total = files.stream().mapToLong(ScdlFunding::size).sum();
        BulkFeed feed = new BulkFeed(files, options, sums, findings, done -> tell(done, total), turn);
        if (threads == 1) {
            new BulkWorker(feed, turn).run();
        } else {
            runAll(feed, turn);
        }
        return new Result(sums, feed.results());
    }

    private void tell(long done, long total) {
        if (!progress.reached(done, total)) {
            throw new CancellationException("reading was stopped");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // whoever opens it will say so
            return 0;
        }
    }

    private void runAll(BulkFeed feed, BulkTurn turn) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "subsidia-funding");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(new BulkWorker(feed, turn)));
            }
            throwFirst(workers);
        } finally {
            turn.stop();
            pool.shutdownNow();
        }
    }

    /** Waits for all, and throws what went wrong; that others were stopped by it is not worth telling. */
    private static void throwFirst(List<Future<?>> workers) {
        @Nullable RuntimeException reason = null;
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("reading was stopped");
            } catch (ExecutionException e) {
                RuntimeException thrown = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
                reason = reason == null || reason instanceof CancellationException ? thrown : reason;
            }
        }
        if (reason != null) {
            throw reason;
        }
    }
}
