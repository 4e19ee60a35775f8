package org.subsidia.transfer.sweep;

import java.io.Serializable;
import java.util.List;

/**
 * A population in columns. A place is a structure in a region; places stand by region, then by structure.
 *
 * @param years how many follow the reference year
 * @param line what was paid in all, the reference year first, then backwards as far as each year is known
 * @param before what each structure received in the reference year
 * @param starts first place of each region, and the end
 * @param structures the structure of each place
 * @param regionCodes codes of the regions; empty: not known
 * @param ids of the structures
 * @param keys names of the keys
 * @param columns of each key
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record SweepFrame(
        int years,
        long[] line,
        long[] before,
        int[] starts,
        int[] structures,
        List<String> regionCodes,
        List<String> ids,
        List<String> keys,
        List<Columns> columns)
        implements Serializable {

    int regions() {
        return starts.length - 1;
    }

    Columns key(String name) {
        int index = keys.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no key " + name + " among " + keys);
        }
        return columns.get(index);
    }
}
