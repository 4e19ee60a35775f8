package org.subsidia.rcp.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;

/**
 * Something that takes time and does not look at the monitor itself: when the user cancels, its result is not waited for.
 *
 * @param <T> what it answers
 */
public final class Background<T> implements IRunnableWithProgress {
    private static final long LOOK_EVERY = 50;

    private final String name;
    private final FutureTask<T> work;
    private boolean answered;
    private boolean abandoned;

    /**
     * Work to be run once.
     *
     * @param name what the progress dialog says
     * @param work computes the answer, on a thread of its own
     */
    public Background(String name, Callable<T> work) {
        this(name, work, answer -> {});
    }

    /**
     * Work to be run once, whose answer holds something that must be given back.
     *
     * @param name what the progress dialog says
     * @param work computes the answer, on a thread of its own
     * @param unwanted is given the answer where the user has cancelled before it came
     */
    public Background(String name, Callable<T> work, Consumer<T> unwanted) {
        this.name = name;
        this.work = new FutureTask<>(() -> {
            T answer = work.call();
            synchronized (this) {
                answered = true;
                if (abandoned) {
                    unwanted.accept(answer);
                }
            }
            return answer;
        });
    }

    @Override
    public void run(IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
        monitor.beginTask(name, IProgressMonitor.UNKNOWN);
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    work.get(LOOK_EVERY, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    if (monitor.isCanceled() && abandon()) {
                        thread.interrupt();
                        throw new InterruptedException();
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new InvocationTargetException(e.getCause());
        } finally {
            monitor.done();
        }
    }

    /** Whether the answer is not there yet, and will not be wanted. */
    private synchronized boolean abandon() {
        abandoned = !answered;
        return abandoned;
    }

    /** {@return what came of it, once it has run} */
    public T result() {
        try {
            return work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
