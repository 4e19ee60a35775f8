package org.subsidia.io.scdl;

/** Takes a block, reads it, hands it in, until there is none. */
final class BulkWorker implements Runnable {
    private final BulkFeed feed;
    private final BulkTurn turn;

    BulkWorker(BulkFeed feed, BulkTurn turn) {
        this.feed = feed;
        this.turn = turn;
    }

    @Override
    public void run() {
        boolean finished = false;
        try {
            work();
            finished = true;
        } finally {
            if (!finished) {
                // the others must not wait for a turn that never ends
                turn.stop();
            }
        }
    }

    private void work() {
        BulkBlock block = new BulkBlock();
        BulkParser parser = null;
        for (BulkFeed.Task task = feed.next(block); task != null; task = feed.next(block)) {
            if (parser == null || !parser.reads(task.source())) {
                parser = new BulkParser(task.source(), task.part());
            }
            BulkBatch batch = parser.read(block);
            turn.await(task.number());
            task.source().handIn(batch, parser.rows(block));
            turn.done();
        }
    }
}
