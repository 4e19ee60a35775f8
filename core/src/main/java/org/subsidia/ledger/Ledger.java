package org.subsidia.ledger;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Granted subsidies, row by row, in columns: repeating texts once, amounts in cents, days as numbers. It does not change.
 *
 * <p>A row takes some sixty bytes beside the distinct names and texts. Rows come back in the order in which they were
 * appended; a party has everywhere the name that stands earliest in the input.
 */
public final class Ledger {
    private final Parties beneficiaries;
    private final Parties funders;
    private final TextIndex references;
    private final Map<FundingDimension, TextIndex> texts;
    private final Map<FundingDimension, IntColumn> textColumns;
    private final IntColumn beneficiary;
    private final IntColumn funder;
    private final IntColumn year;
    private final IntColumn day;
    private final IntColumn reference;
    private final LongColumn published;
    private final LongColumn attributed;
    private final LongColumn position;

    Ledger(
            Parties beneficiaries,
            Parties funders,
            TextIndex references,
            Map<FundingDimension, TextIndex> texts,
            Map<FundingDimension, IntColumn> textColumns,
            IntColumn beneficiary,
            IntColumn funder,
            IntColumn year,
            IntColumn day,
            IntColumn reference,
            LongColumn published,
            LongColumn attributed,
            LongColumn position) {
        this.beneficiaries = beneficiaries;
        this.funders = funders;
        this.references = references;
        this.texts = texts;
        this.textColumns = textColumns;
        this.beneficiary = beneficiary;
        this.funder = funder;
        this.year = year;
        this.day = day;
        this.reference = reference;
        this.published = published;
        this.attributed = attributed;
        this.position = position;
    }

    /** {@return the number of rows} */
    public int size() {
        return published.size();
    }

    /**
     * Shows every row, in order.
     *
     * @param reader gets the same object each time, which is valid only while it reads
     */
    public void forEach(Consumer<? super LedgerRow> reader) {
        Cursor cursor = new Cursor();
        for (cursor.row = 0; cursor.row < size(); cursor.row++) {
            reader.accept(cursor);
        }
    }

    /**
     * What the rows add up to.
     *
     * @param query what to show
     * @return the picture
     * @throws ArithmeticException if a sum exceeds 64 bits of cents
     */
    public FundingPicture picture(FundingQuery query) {
        FundingAggregator aggregator = new FundingAggregator(query);
        forEach(aggregator::add);
        return aggregator.picture();
    }

    private final class Cursor implements LedgerRow {
        private int row;

        @Override
        public long beneficiary() {
            return code(beneficiaries, beneficiary.get(row));
        }

        @Override
        public String beneficiaryName() {
            return beneficiaries.name(beneficiary.get(row));
        }

        @Override
        public long funder() {
            return code(funders, funder.get(row));
        }

        @Override
        public String funderName() {
            return funders.name(funder.get(row));
        }

        private long code(Parties parties, int index) {
            long code = parties.code(index);
            return PartyCode.isIdentified(code) ? code : PartyCode.BY_NAME;
        }

        @Override
        public int year() {
            return year.get(row);
        }

        @Override
        public int epochDay() {
            return day.get(row);
        }

        @Override
        public String reference() {
            return references.text(reference.get(row));
        }

        @Override
        public long published() {
            return published.get(row);
        }

        @Override
        public long attributed() {
            return attributed.get(row);
        }

        @Override
        public String text(FundingDimension dimension) {
            TextIndex index = texts.get(dimension);
            IntColumn column = textColumns.get(dimension);
            return index == null || column == null ? "" : index.text(column.get(row));
        }

        @Override
        public long position() {
            return position.get(row);
        }
    }
}
