package org.subsidia.ledger;

import java.util.EnumMap;
import java.util.Map;

/** Takes rows, and makes a {@link Ledger} of them. Not safe for use by several threads at once. */
public final class LedgerBuilder {
    private final Parties beneficiaries = new Parties();
    private final Parties funders = new Parties();
    private final TextIndex references = new TextIndex();
    private final Map<FundingDimension, TextIndex> texts = new EnumMap<>(FundingDimension.class);
    private final Map<FundingDimension, IntColumn> textColumns = new EnumMap<>(FundingDimension.class);
    private final IntColumn beneficiary = new IntColumn();
    private final IntColumn funder = new IntColumn();
    private final IntColumn year = new IntColumn();
    private final IntColumn day = new IntColumn();
    private final IntColumn reference = new IntColumn();
    private final LongColumn published = new LongColumn();
    private final LongColumn attributed = new LongColumn();
    private final LongColumn position = new LongColumn();
    private final NameBuffer name = new NameBuffer();
    private boolean built;

    /** A builder without rows. */
    public LedgerBuilder() {
        for (FundingDimension dimension : FundingDimension.values()) {
            if (!dimension.isInGroups()) {
                texts.put(dimension, new TextIndex());
                textColumns.put(dimension, new IntColumn());
            }
        }
    }

    /**
     * Appends a row.
     *
     * @param row the row; it is read at once and not kept
     * @return this
     * @throws IllegalStateException after {@link #build()}
     */
    public LedgerBuilder append(LedgerRow row) {
        if (built) {
            throw new IllegalStateException("the ledger is built; append to a new builder");
        }
        beneficiary.append(meet(beneficiaries, row.beneficiary(), row.beneficiaryName(), row.position()));
        funder.append(meet(funders, row.funder(), row.funderName(), row.position()));
        year.append(row.year());
        day.append(row.epochDay());
        reference.append(references.findOrAdd(row.reference()));
        published.append(row.published());
        attributed.append(row.attributed());
        position.append(row.position());
        textColumns.forEach((dimension, column) -> {
            TextIndex index = texts.get(dimension);
            column.append(index == null ? 0 : index.findOrAdd(row.text(dimension)));
        });
        return this;
    }

    private int meet(Parties parties, long code, String text, long position) {
        name.set(text);
        return parties.meet(parties.codeOf(code, text), name, position);
    }

    /** {@return the rows appended so far; the builder takes no more} */
    public Ledger build() {
        built = true;
        return new Ledger(
                beneficiaries,
                funders,
                references,
                texts,
                textColumns,
                beneficiary,
                funder,
                year,
                day,
                reference,
                published,
                attributed,
                position);
    }
}
