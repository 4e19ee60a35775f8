package org.subsidia.transfer;

import java.util.Arrays;

/**
 * What is booked of a structure’s cash by month, from the first month booked on.
 *
 * @param publicMoney public money
 * @param income own income
 * @param costs cash costs
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record CashTrail(long[] publicMoney, long[] income, long[] costs) {

    static CashTrail of(int months) {
        return new CashTrail(new long[months], new long[months], new long[months]);
    }

    int months() {
        return costs.length;
    }

    /** What a part comes to by the end of a month. */
    static long until(long[] part, int month) {
        return Cents.sum(Arrays.copyOf(part, month + 1));
    }
}
