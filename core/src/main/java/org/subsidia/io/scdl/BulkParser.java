package org.subsidia.io.scdl;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.io.tabular.CsvPart;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.ledger.FundingDimension;

/** Reads blocks of one file: records by the rules at once, others by way of the interpreter. */
final class BulkParser {
    /** A longer record may break a limit that the common reader keeps. */
    private static final int LONG_RECORD = 1 << 15;

    private final BulkSource source;
    private final CsvPart part;
    private final BulkCharset charset;
    private final BulkRecord record;
    private final @Nullable BulkRules rules;
    private final int textColumns;

    BulkParser(BulkSource source, CsvPart part) {
        this.source = source;
        this.part = part;
        this.charset = BulkCharset.of(part.dialect().charset());
        this.record = new BulkRecord(
                part.dialect().separator(), source.file().header().width());
        Optional<BulkLayout> layout = source.layout();
        this.rules = layout.map(l -> new BulkRules(l, record)).orElse(null);
        this.textColumns = layout.map(l -> l.texts().size()).orElse(0);
    }

    /** Whether it reads this file. */
    boolean reads(BulkSource file) {
        return source == file;
    }

    /** Reads the buffer's block into its batch. */
    void read(BulkBuffer buffer) {
        BulkBlock block = buffer.block;
        BulkBatch batch = buffer.batch;
        batch.clear(textColumns);
        byte[] bytes = block.bytes;
        int doubt = charset.firstDoubt(bytes, 0, block.end);
        long line = block.line;
        int at = 0;
        while (at < block.end) {
            int next = record.cut(bytes, at);
            boolean usual = doubt >= next && next - at < LONG_RECORD;
            if (!usual || rules == null || !rules.take(bytes, line, batch)) {
                part.read(
                        bytes,
                        at,
                        next,
                        line,
                        row -> interpret(row, batch),
                        finding -> BulkSource.note(finding, batch));
            }
            if (doubt < next) {
                doubt = charset.firstDoubt(bytes, next, block.end);
            }
            line += record.lines;
            at = next;
        }
    }

    private boolean interpret(TabularRow row, BulkBatch batch) {
        source.interpret(row, batch);
        return true;
    }

    /** The rows of the batch, whose texts stand in the block. */
    BulkRow rows(BulkBuffer buffer) {
        List<FundingDimension> dimensions =
                source.layout().map(BulkLayout::dimensions).orElse(List.of());
        return new BulkRow(buffer.batch, buffer.block.bytes, part.dialect().charset(), dimensions, source.position());
    }
}
