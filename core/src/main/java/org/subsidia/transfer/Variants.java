package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;

/** Runs a scenario and others that differ in their measures alone; what they have in common is worked out once. */
final class Variants {
    private final Scenario scenario;
    private final Population population;
    private final LawBase laws;
    private final BooleanSupplier cancelled;
    private volatile @Nullable Ground ground;

    Variants(Scenario scenario, Population population, LawBase laws) {
        this(scenario, population, laws, () -> false);
    }

    /** With {@code cancelled}, asked before each run by the thread that makes it, nobody wants the runs any more. */
    Variants(Scenario scenario, Population population, LawBase laws, BooleanSupplier cancelled) {
        this.scenario = scenario;
        this.population = population;
        this.laws = laws;
        this.cancelled = cancelled;
    }

    /**
     * One run, without the findings of what is not known.
     *
     * @throws CancellationException if nobody wants it any more
     */
    Reading<Simulation> run(Scenario variant) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        if (population.recipients().isEmpty()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "XFER-NOBODY"));
        }
        Ground known = ground;
        if (known != null && known.carries(variant)) {
            return Simulation.run(variant, known);
        }
        List<Finding> findings = new ArrayList<>();
        Ground made = Ground.of(variant, population, laws, findings);
        if (findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
            return Reading.refused(findings);
        }
        if (made.carries(scenario)) {
            ground = made;
        }
        return Simulation.run(variant, made);
    }

    /** What one of many runs is asked. */
    interface Task {
        void run(int number);
    }

    /** Does so many tasks, each once, by some threads; which one does which makes no difference. */
    static void all(int tasks, int threads, Task task) {
        if (threads <= 1 || tasks <= 1) {
            for (int number = 0; number < tasks; number++) {
                task.run(number);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int thread = 0; thread < Math.min(threads, tasks); thread++) {
                workers.add(pool.submit(() -> {
                    for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
                        task.run(number);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the runs were interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
