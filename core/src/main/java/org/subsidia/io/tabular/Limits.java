package org.subsidia.io.tabular;

/**
 * How much of a stranger's file is read before it is refused.
 *
 * <p>The file itself may be of any usual size, since it is streamed; what has to be held in memory at once (a field, a record,
 * an entry of an archive) is what these limits keep small.
 *
 * @param maxBytes size of the file, in bytes
 * @param maxRows rows of one sheet
 * @param maxColumns cells of one row
 * @param maxFieldLength characters of one cell
 * @param maxRecordLength characters of one record, line breaks inside quotes included; also the longest line, in bytes
 * @param maxArchiveEntries entries of an XLSX archive
 * @param maxInflatedBytes size of all entries of an XLSX archive together, unpacked, in bytes
 * @param maxInflationRatio how many times an entry of more than a mebibyte may grow when unpacked
 */
public record Limits(
        long maxBytes,
        long maxRows,
        int maxColumns,
        int maxFieldLength,
        int maxRecordLength,
        int maxArchiveEntries,
        long maxInflatedBytes,
        int maxInflationRatio) {

    private static final Limits STANDARD =
            new Limits(1L << 40, 2_000_000_000L, 1_000, 100_000, 1 << 20, 2_000, 1L << 30, 200);

    /** Refuses limits below one. */
    public Limits {
        if (Math.min(Math.min(maxBytes, maxRows), maxInflatedBytes) < 1
                || Math.min(Math.min(maxColumns, maxFieldLength), maxRecordLength) < 1
                || Math.min(maxArchiveEntries, maxInflationRatio) < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /** {@return one tebibyte, two thousand million rows, 1 000 columns, 100 000 characters a cell, 1 GiB unpacked} */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * These limits with another size of the file.
     *
     * @param bytes the most bytes that a file may have
     * @return the limits
     */
    public Limits withMaxBytes(long bytes) {
        return new Limits(
                bytes,
                maxRows,
                maxColumns,
                maxFieldLength,
                maxRecordLength,
                maxArchiveEntries,
                maxInflatedBytes,
                maxInflationRatio);
    }

    /**
     * These limits with another number of rows.
     *
     * @param rows the most rows that a sheet may have
     * @return the limits
     */
    public Limits withMaxRows(long rows) {
        return new Limits(
                maxBytes,
                rows,
                maxColumns,
                maxFieldLength,
                maxRecordLength,
                maxArchiveEntries,
                maxInflatedBytes,
                maxInflationRatio);
    }

    /**
     * These limits with other sizes of a row.
     *
     * @param columns the most cells of a row
     * @param fieldLength the most characters of a cell
     * @param recordLength the most characters of a record
     * @return the limits
     */
    public Limits withRecord(int columns, int fieldLength, int recordLength) {
        return new Limits(
                maxBytes,
                maxRows,
                columns,
                fieldLength,
                recordLength,
                maxArchiveEntries,
                maxInflatedBytes,
                maxInflationRatio);
    }

    /**
     * These limits with other sizes of an archive.
     *
     * @param entries the most entries
     * @param inflatedBytes the most bytes of all entries, unpacked
     * @param inflationRatio the most times that an entry may grow
     * @return the limits
     */
    public Limits withArchive(int entries, long inflatedBytes, int inflationRatio) {
        return new Limits(
                maxBytes, maxRows, maxColumns, maxFieldLength, maxRecordLength, entries, inflatedBytes, inflationRatio);
    }
}
