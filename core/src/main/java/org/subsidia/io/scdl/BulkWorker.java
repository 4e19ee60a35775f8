package org.subsidia.io.scdl;

import org.jspecify.annotations.Nullable;

/** Takes a block, reads it, hands it in, until there is none. */
final class BulkWorker implements Runnable {
    private final BulkFeed feed;
    private final BulkTurn turn;
    private @Nullable BulkParser parser;

    BulkWorker(BulkFeed feed, BulkTurn turn) {
        this.feed = feed;
        this.turn = turn;
    }

    @Override
    public void run() {
        boolean finished = false;
        try {
            while (readOne()) {
                // on to the next
            }
            finished = true;
        } finally {
            if (!finished) {
                // the others must not wait for a turn that never comes
                turn.stop();
            }
        }
    }

    private boolean readOne() {
        BulkBuffer buffer = turn.take();
        BulkFeed.Task task = feed.next(buffer.block);
        if (task == null) {
            turn.giveBack(buffer);
            return false;
        }
        BulkParser reader = parser;
        if (reader == null || !reader.reads(task.source())) {
            reader = new BulkParser(task.source(), task.part());
            parser = reader;
        }
        reader.read(buffer);
        BulkRow rows = reader.rows(buffer);
        turn.handIn(task.number(), () -> {
            task.source().handIn(buffer.batch, rows);
            turn.giveBack(buffer);
        });
        return true;
    }
}
