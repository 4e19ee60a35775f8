package org.subsidia.io.scdl;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * The versions of the standard.
 *
 * <p>The number that a schema gives itself does not identify it: 2.1.0 calls itself 2.0.2, and the extended profile of 2024
 * calls itself 2.1.1. Columns do, as far as versions differ in columns: 1.1 and 2.0.0 to 2.0.2 have the same fourteen, 2.1.0
 * and 2.1.1 the same sixteen.
 */
public enum ScdlVersion {
    /** 27 April 2018. */
    V1_1("1.1"),
    /** 24 January 2019. */
    V2_0_0("2.0.0"),
    /** 28 June 2019. */
    V2_0_1("2.0.1"),
    /** 30 September 2022. */
    V2_0_2("2.0.2"),
    /** RNA numbers and schemes of aid; calls itself 2.0.2. */
    V2_1_0("2.1.0"),
    /** 28 September 2023; what {@link ScdlWriter} writes. */
    V2_1_1("2.1.1"),
    /** The extended profile of data.subvention, 6 September 2024; calls itself 2.1.1. */
    DATA_SUBVENTION("data.subvention");

    private static final Set<ScdlColumn> SINCE_2_1 =
            EnumSet.of(ScdlColumn.RNA_BENEFICIAIRE, ScdlColumn.DISPOSITIF_AIDE);

    private final String label;

    ScdlVersion(String label) {
        this.label = label;
    }

    /** {@return the number under which the version is known} */
    public String label() {
        return label;
    }

    /** {@return the columns of this version, required or not} */
    public Set<ScdlColumn> columns() {
        EnumSet<ScdlColumn> columns = EnumSet.allOf(ScdlColumn.class);
        if (this != DATA_SUBVENTION) {
            columns.removeIf(ScdlColumn::isExtended);
        } else {
            columns.remove(ScdlColumn.DISPOSITIF_AIDE);
        }
        if (compareTo(V2_1_0) < 0) {
            columns.removeAll(SINCE_2_1);
        }
        return columns;
    }

    /**
     * The version with these columns; of several with the same columns the newest.
     *
     * @param columns the columns of a file
     * @return the version
     */
    public static ScdlVersion of(Collection<ScdlColumn> columns) {
        // a single extended column, such as a budget year, is found in files that follow the standard otherwise
        if (columns.stream().filter(ScdlColumn::isExtended).count() >= 3) {
            return DATA_SUBVENTION;
        }
        return columns.stream().anyMatch(SINCE_2_1::contains) ? V2_1_1 : V2_0_2;
    }
}
