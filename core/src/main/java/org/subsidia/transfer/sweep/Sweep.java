package org.subsidia.transfer.sweep;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.OneOffGrants;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;

/**
 * A population made ready for many transfers of one funding line: steps 1 to 5 of {@link org.subsidia.transfer.Simulation} at
 * every point of a space, exact to the cent.
 *
 * <p>The line is what a level paid to the structures of the population; those that received of it in the reference year share
 * what follows. Results come in the order of the points and are the same at any number of threads. No more memory is taken for
 * many points than for few. Serializable, so that it can be sent to other machines; {@link #worker()} does the work there.
 */
public final class Sweep implements Serializable {
    private static final long serialVersionUID = 1;
    /** Points that one task takes, so that small populations do not spend their time on passing tasks. */
    private static final int POINTS_A_TASK = 16;

    private static final int TASKS_A_THREAD = 4;
    private static final int MOST_YEARS = 60;

    final SweepFrame frame;
    private final int reference;

    private Sweep(SweepFrame frame, int reference) {
        this.frame = frame;
        this.reference = reference;
    }

    /**
     * Makes a population ready, without its one-off grants.
     *
     * @param population the structures
     * @param level whose line is transferred
     * @param reference the last year before the transfer
     * @param years how many years follow it, 1 to 60
     * @return the sweep with warnings for keys that structures lack, or why there is none
     * @throws IllegalArgumentException if the number of years is out of range
     */
    public static Reading<Sweep> of(Population population, FunderLevel level, int reference, int years) {
        return of(population, level, reference, years, OneOffGrants.END);
    }

    /**
     * Makes a population ready.
     *
     * @param population the structures
     * @param level whose line is transferred
     * @param reference the last year before the transfer
     * @param years how many years follow it, 1 to 60
     * @param oneOff whether one-off grants are part of the line
     * @return the sweep with warnings for keys that structures lack, or why there is none
     * @throws IllegalArgumentException if the number of years is out of range
     */
    public static Reading<Sweep> of(
            Population population, FunderLevel level, int reference, int years, OneOffGrants oneOff) {
        Gathering gathering = new Gathering(level, reference, oneOff, true);
        population.recipients().forEach(gathering::add);
        return gathering.sweep(years);
    }

    /**
     * Makes a population ready whose structures come one after the other, for more of them than fit into memory: only columns are
     * kept. No structure can be read back by its id.
     *
     * @param level whose line is transferred
     * @param reference the last year before the transfer
     * @return what structures are added to, in the order of their ids
     */
    public static Gathering gather(FunderLevel level, int reference) {
        return new Gathering(level, reference, OneOffGrants.END, false);
    }

    /** Structures that become a sweep. */
    public static final class Gathering {
        private final FrameMaking making;
        private final int reference;

        private Gathering(FunderLevel level, int reference, OneOffGrants oneOff, boolean withIds) {
            this.making = new FrameMaking(level, reference, oneOff, withIds);
            this.reference = reference;
        }

        /**
         * Adds the next structure.
         *
         * @param recipient the structure
         */
        public void add(Recipient recipient) {
            making.add(recipient);
        }

        /**
         * The sweep of all that were added.
         *
         * @param years how many years follow the reference, 1 to 60
         * @return the sweep with warnings for keys that structures lack, or why there is none
         * @throws IllegalArgumentException if the number of years is out of range
         */
        public Reading<Sweep> sweep(int years) {
            if (years < 1 || years > MOST_YEARS) {
                throw new IllegalArgumentException("1 to " + MOST_YEARS + " years, not " + years);
            }
            List<Finding> findings = new ArrayList<>();
            SweepFrame frame = making.frame(years, findings);
            return frame == null ? Reading.refused(findings) : Reading.of(new Sweep(frame, reference), findings);
        }
    }

    /** {@return how many structures share the line} */
    public int structures() {
        return frame.before().length;
    }

    /** {@return the names of the keys by which the line can be split} */
    public List<String> keys() {
        return List.copyOf(frame.keys());
    }

    /** {@return over how many years, up to the reference year, the mean of the line can be taken} */
    public int knownYears() {
        return frame.line().length;
    }

    /** {@return the ids of the structures that share the line} */
    public List<String> ids() {
        return frame.ids();
    }

    /** {@return the last year before the transfer} */
    public int reference() {
        return reference;
    }

    /** {@return the last year of the sweep} */
    public int last() {
        return reference + frame.years();
    }

    /**
     * What a structure receives in a year at a point.
     *
     * @param point what is supposed
     * @param id one of {@link #ids()}
     * @param year one after the reference year, to {@link #last()}
     * @return the amount and where it comes from, back to the line
     * @throws IllegalArgumentException if there is no such structure, year, base or key
     */
    public Explanation explain(SweepPoint point, String id, int year) {
        return new SweepExplainer(frame, reference, point).received(index(id), year);
    }

    /**
     * What a structure receives over all years at a point, less what it would have received had its amount of the reference year
     * gone on.
     *
     * @param point what is supposed
     * @param id one of {@link #ids()}
     * @return the gap and where it comes from
     * @throws IllegalArgumentException if there is no such structure, base or key
     */
    public Explanation explain(SweepPoint point, String id) {
        return new SweepExplainer(frame, reference, point).gap(index(id));
    }

    /**
     * The structure whose gap is a quantile at a point.
     *
     * @param point what is supposed
     * @param hundredths one of those of {@link SweepResult#quantiles()}
     * @return its id; among equals the first
     * @throws IllegalArgumentException if this quantile is not told
     */
    public String realising(SweepPoint point, int hundredths) {
        if (Arrays.binarySearch(SweepWorker.HUNDREDTHS, hundredths) < 0) {
            throw new IllegalArgumentException("no quantile " + hundredths);
        }
        SweepWorker worker = worker();
        worker.run(point);
        return frame.ids().get(worker.realising(hundredths));
    }

    private int index(String id) {
        int index = frame.ids().indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException("no structure " + id);
        }
        return index;
    }

    /**
     * One that computes points, one at a time; each thread needs its own.
     *
     * @return the worker
     */
    public SweepWorker worker() {
        return new SweepWorker(frame);
    }

    /**
     * Computes every point of a space.
     *
     * @param space its years and keys are among {@link #knownYears()} and {@link #keys()}
     * @param threads at least 1
     * @param sink told each result, in the order of the points, on the calling thread
     * @throws ArithmeticException if an amount is too great for a number of cents
     */
    public void run(SweepSpace space, int threads, Consumer<SweepResult> sink) {
        if (threads == 1) {
            SweepWorker worker = worker();
            for (long number = 0; number < space.size(); number++) {
                sink.accept(worker.run(space.point(number)));
            }
            return;
        }
        ThreadLocal<SweepWorker> workers = ThreadLocal.withInitial(this::worker);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<List<SweepResult>>> under = new ArrayDeque<>();
            for (long first = 0; first < space.size(); first += POINTS_A_TASK) {
                long from = first;
                long to = Math.min(space.size(), first + POINTS_A_TASK);
                under.add(pool.submit(() -> some(workers.get(), space, from, to)));
                if (under.size() >= TASKS_A_THREAD * threads) {
                    done(under.remove()).forEach(sink);
                }
            }
            while (!under.isEmpty()) {
                done(under.remove()).forEach(sink);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<SweepResult> some(SweepWorker worker, SweepSpace space, long from, long to) {
        List<SweepResult> results = new ArrayList<>();
        for (long number = from; number < to; number++) {
            results.add(worker.run(space.point(number)));
        }
        return results;
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
