package org.subsidia.io.scdl;

/** Whole records of one file, as bytes. The buffer is used again and again. */
final class BulkBlock {
    /** Large enough that a block is worth a turn, small enough for the cache of a processor. */
    static final int SIZE = 1 << 20;

    byte[] bytes = new byte[SIZE + BulkWord.PADDING];
    /** Where the last record ends. */
    int end;
    /** Line of the first record in the file, from 1. */
    long line;
}
