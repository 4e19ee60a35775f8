package org.subsidia.ledger;

/** Number of rows and both amounts of each of a known number of groups, exact. */
final class GroupSums {
    private final long[] grants;
    private final long[] published;
    private final long[] attributed;

    GroupSums(int groups) {
        grants = new long[groups];
        published = new long[groups];
        attributed = new long[groups];
    }

    int size() {
        return grants.length;
    }

    void add(int group, long rows, long publishedCents, long attributedCents) {
        grants[group] = Math.addExact(grants[group], rows);
        published[group] = Math.addExact(published[group], publishedCents);
        attributed[group] = Math.addExact(attributed[group], attributedCents);
    }

    long grants(int group) {
        return grants[group];
    }

    long published(int group) {
        return published[group];
    }

    long attributed(int group) {
        return attributed[group];
    }

    long[] cents(AmountBasis basis) {
        return basis == AmountBasis.PUBLISHED ? published : attributed;
    }
}
