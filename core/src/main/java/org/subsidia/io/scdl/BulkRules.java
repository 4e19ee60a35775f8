package org.subsidia.io.scdl;

import java.util.Arrays;
import org.subsidia.ledger.PartyCode;

/**
 * Reads a record that is written exactly as the standard wants it into the columns of a batch; a record that is not is
 * somebody else's. What it accepts, {@link ScdlInterpreter} would accept without a word and read to the same values.
 */
final class BulkRules {
    private final BulkRecord record;
    private final BulkCells cells;
    private final BulkKind[] kinds;
    private final long[] values;
    private final int[] texts;
    private final int funder;
    private final int beneficiary;
    private final int date;
    private final int amount;
    private final int share;

    BulkRules(BulkLayout layout, BulkRecord record) {
        this.record = record;
        cells = new BulkCells(layout.encoding());
        kinds = new BulkKind[layout.columns()];
        Arrays.fill(kinds, BulkKind.TEXT);
        layout.places().forEach((column, place) -> kinds[place] = BulkKind.of(column));
        // one more, which stands for the share where the file has no such column
        values = new long[kinds.length + 1];
        values[kinds.length] = BulkCells.WHOLE;
        texts = layout.texts().stream().mapToInt(Integer::intValue).toArray();
        funder = layout.place(ScdlColumn.ID_ATTRIBUANT);
        beneficiary = layout.place(ScdlColumn.ID_BENEFICIAIRE);
        date = layout.place(ScdlColumn.DATE_CONVENTION);
        amount = layout.place(ScdlColumn.MONTANT);
        share = layout.places().getOrDefault(ScdlColumn.POURCENTAGE_SUBVENTION, kinds.length);
    }

    /** Adds the record that was cut last to the batch, unless it breaks a rule. */
    boolean take(byte[] bytes, long line, BulkBatch batch) {
        if (!record.has(kinds.length)) {
            return false;
        }
        for (int i = 0; i < kinds.length; i++) {
            long value = cells.read(kinds[i], bytes, record.from[i], record.to[i]);
            if (value < 0) {
                return false;
            }
            values[i] = value;
        }
        batch.reserve();
        int row = batch.size++;
        batch.line[row] = line;
        batch.funder[row] = PartyCode.ofSiret(values[funder]);
        batch.beneficiary[row] = PartyCode.ofSiret(values[beneficiary]);
        batch.year[row] = BulkCells.year(values[date]);
        batch.published[row] = values[amount];
        batch.attributed[row] = BulkCells.part(values[amount], values[share]);
        int at = row * texts.length * 2;
        for (int column : texts) {
            batch.texts[at++] = column < 0 ? 0 : record.from[column];
            batch.texts[at++] = column < 0 ? 0 : record.to[column];
        }
        return true;
    }
}
