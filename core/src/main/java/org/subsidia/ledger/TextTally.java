package org.subsidia.ledger;

/** Sums by the text of one dimension. */
final class TextTally {
    private final FundingDimension dimension;
    private final TextIndex texts = new TextIndex();
    private final LongColumn grants = new LongColumn();
    private final LongColumn published = new LongColumn();
    private final LongColumn attributed = new LongColumn();

    TextTally(FundingDimension dimension) {
        this.dimension = dimension;
    }

    void add(FundingRow row) {
        add(row.text(dimension), 1, row.published(), row.attributed());
    }

    void merge(TextTally other) {
        for (int i = 0; i < other.texts.size(); i++) {
            add(other.texts.text(i), other.grants.get(i), other.published.get(i), other.attributed.get(i));
        }
    }

    private void add(String text, long rows, long publishedCents, long attributedCents) {
        int index = texts.findOrAdd(text);
        if (index == grants.size()) {
            grants.append(0);
            published.append(0);
            attributed.append(0);
        }
        grants.add(index, rows);
        published.add(index, publishedCents);
        attributed.add(index, attributedCents);
    }

    /** The sums, as the picture wants them. */
    GroupSums sums() {
        GroupSums sums = new GroupSums(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            sums.add(i, grants.get(i), published.get(i), attributed.get(i));
        }
        return sums;
    }

    String text(int index) {
        return texts.text(index);
    }
}
