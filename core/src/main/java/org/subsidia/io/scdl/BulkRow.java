package org.subsidia.io.scdl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingRow;
import org.subsidia.ledger.FundingRows;
import org.subsidia.ledger.NameBuffer;

/** The rows of a batch, shown to the ledger where they stand: numbers in the batch, texts in the block. */
final class BulkRow implements FundingRow, FundingRows {
    private final BulkBatch batch;
    private final byte[] bytes;
    private final Charset charset;
    private final boolean utf8;
    private final List<FundingDimension> dimensions;
    private final long filePosition;
    private int row;

    BulkRow(BulkBatch batch, byte[] bytes, Charset charset, List<FundingDimension> dimensions, long filePosition) {
        this.batch = batch;
        this.bytes = bytes;
        this.charset = charset;
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        this.dimensions = dimensions;
        this.filePosition = filePosition;
    }

    @Override
    public int size() {
        return batch.size;
    }

    @Override
    public FundingRow row(int index) {
        int year = batch.year[index];
        if (year < 0) {
            return batch.others.get(-1 - year);
        }
        row = index;
        return this;
    }

    @Override
    public long beneficiary() {
        return batch.beneficiary[row];
    }

    @Override
    public String beneficiaryName() {
        return text(BulkLayout.BENEFICIARY);
    }

    @Override
    public long funder() {
        return batch.funder[row];
    }

    @Override
    public void nameBeneficiary(NameBuffer name) {
        name(name, BulkLayout.BENEFICIARY);
    }

    @Override
    public void nameFunder(NameBuffer name) {
        name(name, BulkLayout.FUNDER);
    }

    /** As bytes, unless something has to be taken out of them. */
    private void name(NameBuffer name, int column) {
        int at = (row * batch.textColumns + column) * 2;
        int from = batch.texts[at];
        int to = batch.texts[at + 1];
        boolean quoted = from > 0 && bytes[from - 1] == '"';
        if (!quoted && from < to && isLetter(bytes[from]) && isLetter(bytes[to - 1]) && utf8) {
            name.set(bytes, from, to);
        } else {
            name.set(text(column));
        }
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
    }

    @Override
    public String funderName() {
        return text(BulkLayout.FUNDER);
    }

    @Override
    public int year() {
        return batch.year[row];
    }

    @Override
    public long published() {
        return batch.published[row];
    }

    @Override
    public long attributed() {
        return batch.attributed[row];
    }

    @Override
    public String text(FundingDimension dimension) {
        int index = dimensions.indexOf(dimension);
        String text = index < 0 ? "" : text(BulkLayout.text(index));
        return dimension == FundingDimension.NATURE ? ScdlWriter.nature(ScdlWords.nature(text)) : text;
    }

    @Override
    public long position() {
        return filePosition + batch.line[row];
    }

    private String text(int column) {
        int at = (row * batch.textColumns + column) * 2;
        int from = batch.texts[at];
        int to = batch.texts[at + 1];
        String text = new String(bytes, from, to - from, charset);
        boolean quoted = from > 0 && bytes[from - 1] == '"';
        return RecordCells.tidy(quoted ? text.replace("\"\"", "\"").replace("\r\n", "\n") : text);
    }
}
