package org.subsidia.io.scdl;

import java.util.concurrent.CancellationException;

/** Lets threads hand in their work in the order in which they took it. */
final class BulkTurn {
    private long next;
    private boolean stopped;

    /** Waits until everything before has been handed in. */
    synchronized void await(long number) {
        boolean interrupted = false;
        while (next != number && !stopped && !interrupted) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted = true;
            }
        }
        if (stopped || interrupted) {
            stop();
            throw new CancellationException("reading was stopped");
        }
    }

    synchronized void done() {
        next++;
        notifyAll();
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
