package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.ledger.FundingRow;

/**
 * What one block was read to: the rows that are written by the rules, in columns; between them the rows that had to be
 * interpreted; and what was found.
 */
final class BulkBatch {
    private static final int FIRST_SIZE = 4096;

    int size;
    /** The year of a row by the rules; for another one −1 less its index in {@link #others}. */
    int[] year = new int[FIRST_SIZE];

    long[] line = new long[FIRST_SIZE];
    long[] beneficiary = new long[FIRST_SIZE];
    long[] funder = new long[FIRST_SIZE];
    long[] published = new long[FIRST_SIZE];
    long[] attributed = new long[FIRST_SIZE];
    /** Where the texts of the row stand: start and end of each text column, row by row. */
    int[] texts = new int[0];

    int textColumns;
    final List<FundingRow> others = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    long repaired;
    long refused;

    /** Empties the batch, for rows with so many text columns. */
    void clear(int columns) {
        if (texts.length < year.length * columns * 2) {
            texts = new int[year.length * columns * 2];
        }
        textColumns = columns;
        size = 0;
        others.clear();
        findings.clear();
        repaired = 0;
        refused = 0;
    }

    /** Makes room for one more row. */
    void reserve() {
        if (size == year.length) {
            int larger = size * 2;
            year = Arrays.copyOf(year, larger);
            line = Arrays.copyOf(line, larger);
            beneficiary = Arrays.copyOf(beneficiary, larger);
            funder = Arrays.copyOf(funder, larger);
            published = Arrays.copyOf(published, larger);
            attributed = Arrays.copyOf(attributed, larger);
            texts = Arrays.copyOf(texts, Math.max(texts.length, larger * textColumns * 2));
        }
    }

    void addOther(FundingRow row, boolean wasRepaired) {
        reserve();
        repaired += wasRepaired ? 1 : 0;
        published[size] = row.published();
        attributed[size] = row.attributed();
        year[size++] = -1 - others.size();
        others.add(row);
    }
}
