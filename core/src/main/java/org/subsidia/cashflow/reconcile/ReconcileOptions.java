package org.subsidia.cashflow.reconcile;

/**
 * What the user may choose.
 *
 * @param threshold the points from which on a match is accepted by itself, 0 to 100; 101: none is
 * @param payers those who pay for others
 */
public record ReconcileOptions(int threshold, PayerTable payers) {
    /** The lowest with which 995 of 1,000 movements accepted are right, with a confidence of 95 %, wherever it was chosen. */
    public static final int USUAL_THRESHOLD = 75;

    /** The threshold that no match reaches. */
    public static final int NEVER = 101;

    /** Checks the threshold. */
    public ReconcileOptions {
        if (threshold < 0 || threshold > NEVER) {
            throw new IllegalArgumentException("a threshold lies between 0 and 101, not at " + threshold);
        }
    }

    /** {@return the usual threshold and the payers that the library knows} */
    public static ReconcileOptions standard() {
        return new ReconcileOptions(USUAL_THRESHOLD, PayerTable.standard());
    }

    /**
     * These options with another threshold.
     *
     * @param points 0 to 101
     * @return the options
     */
    public ReconcileOptions withThreshold(int points) {
        return new ReconcileOptions(points, payers);
    }

    /**
     * These options with other payers.
     *
     * @param table the payers
     * @return the options
     */
    public ReconcileOptions withPayers(PayerTable table) {
        return new ReconcileOptions(threshold, table);
    }
}
