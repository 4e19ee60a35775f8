package org.subsidia.io.scdl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads hand in their work in the order in which they took it. Nobody waits for a slower thread: work that comes too
 * early lies here until its turn, and whoever hands in what was missing does it all. There are only so many buffers, so that
 * not too much can lie here.
 */
final class BulkTurn {
    private final Map<Long, Runnable> early = new HashMap<>();
    private final Deque<BulkBuffer> free = new ArrayDeque<>();
    private int buffersLeft;
    private long next;
    private boolean busy;
    private boolean stopped;

    BulkTurn(int buffers) {
        buffersLeft = buffers;
    }

    /** A buffer to work with, as soon as there is one. */
    synchronized BulkBuffer take() {
        while (free.isEmpty() && buffersLeft == 0) {
            pause();
        }
        if (free.isEmpty()) {
            buffersLeft--;
            return new BulkBuffer();
        }
        return free.pop();
    }

    /** Gives a buffer back. */
    synchronized void giveBack(BulkBuffer buffer) {
        free.push(buffer);
        notifyAll();
    }

    /** Does the work when all before it is done: now, or later by another thread. */
    void handIn(long number, Runnable work) {
        synchronized (this) {
            early.put(number, work);
            if (busy) {
                return;
            }
            busy = true;
        }
        for (Runnable ready = ready(); ready != null; ready = ready()) {
            ready.run();
            done();
        }
    }

    private synchronized @Nullable Runnable ready() {
        Runnable ready = stopped ? null : early.remove(next);
        busy = ready != null;
        if (!busy) {
            notifyAll();
        }
        return ready;
    }

    /** Waits until everything before has been handed in. */
    synchronized void await(long number) {
        while (next != number || busy) {
            pause();
        }
    }

    /** Ends the turn that was waited for, or one that was handed in. */
    synchronized void done() {
        next++;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // both who call it do so in a loop
    private void pause() {
        if (!stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop();
            }
        }
        if (stopped) {
            throw new CancellationException("reading was stopped");
        }
    }

    /** Nobody's turn comes any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return stopped;
    }
}
