package org.subsidia.rcp.analysis;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Computes answers beside the window, one at a time. Who asks anew while one is computed gets only the answer to the last
 * question; answers to older ones are dropped. Asked and answered on one thread.
 *
 * @param <Q> the question
 * @param <R> the answer
 */
public final class Analysis<Q, R> {

    /**
     * How an answer is computed.
     *
     * @param <Q> the question
     * @param <R> the answer
     */
    @FunctionalInterface
    public interface Computation<Q, R> {
        /**
         * Computes an answer, on any thread.
         *
         * @param question what is asked
         * @param cancelled whether nobody waits for the answer any more; may be looked at or not
         * @return the answer
         */
        R compute(Q question, BooleanSupplier cancelled);
    }

    /** Runs work beside the window, and what follows it on the window's thread. */
    public interface Runner {
        /**
         * Starts work.
         *
         * @param work is run on another thread, and told whether the user has cancelled it
         * @param then is run on the window's thread afterwards
         */
        void start(Consumer<BooleanSupplier> work, Runnable then);
    }

    private final Computation<Q, R> computation;
    private final Consumer<R> answered;
    private final Consumer<Throwable> failed;
    private final Runner runner;
    private Q waiting;
    private boolean running;
    private volatile boolean stale;
    private boolean closed;

    /**
     * An analysis that nobody has asked yet.
     *
     * @param computation how
     * @param answered is given each answer that is still wanted
     * @param failed is given what a computation threw
     * @param runner where it runs
     */
    public Analysis(Computation<Q, R> computation, Consumer<R> answered, Consumer<Throwable> failed, Runner runner) {
        this.computation = computation;
        this.answered = answered;
        this.failed = failed;
        this.runner = runner;
    }

    /**
     * Asks; an answer to a former question that is not there yet is not wanted any more.
     *
     * @param question what is asked
     */
    public void ask(Q question) {
        waiting = question;
        if (running) {
            stale = true;
        } else {
            start();
        }
    }

    /** {@return whether an answer is being computed} */
    public boolean isRunning() {
        return running;
    }

    /** Wants no answer any more. */
    public void close() {
        closed = true;
        stale = true;
        waiting = null;
    }

    private void start() {
        Q question = waiting;
        waiting = null;
        running = true;
        stale = false;
        Attempt attempt = new Attempt(question);
        runner.start(attempt::run, () -> end(attempt));
    }

    private void end(Attempt attempt) {
        running = false;
        if (closed) {
            return;
        }
        if (waiting != null) {
            start();
        } else if (attempt.failure == null) {
            answered.accept(attempt.answer);
        } else if (!(attempt.failure instanceof CancellationException)) {
            failed.accept(attempt.failure);
        }
    }

    private final class Attempt {
        private final Q question;
        private R answer;
        private Throwable failure;

        Attempt(Q question) {
            this.question = question;
        }

        void run(BooleanSupplier cancelled) {
            try {
                answer = computation.compute(question, () -> stale || cancelled.getAsBoolean());
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
    }
}
