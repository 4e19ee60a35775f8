package org.subsidia.io.scdl;

/** A block and what it was read to: what one thread works on, until it is handed in. */
final class BulkBuffer {
    final BulkBlock block = new BulkBlock();
    final BulkBatch batch = new BulkBatch();
}
