package org.subsidia.rcp.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /**
     * Work to be run once.
     *
     * @param name what the progress dialog says
     * @param work computes the answer, on a thread of its own
     */
    public Background(String name, Callable<T> work) {
        this.name = name;
        this.work = new FutureTask<>(work);
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
                    if (monitor.isCanceled()) {
                        work.cancel(true);
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

    /** {@return what came of it, once it has run} */
    public T result() {
        try {
            return work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
