"""The job of SweepBenchmark in NumPy, vectorised, in exact cents.

Region by region, so that a block fits the cache; the years of a point at once; whole numbers divided by one number for all,
which NumPy does without a division for each; the cents left over go to the greatest remainders by partition, not by sorting,
and among equals to the first. Prints processor seconds and a sum over all quantiles, which must be that of the library.
"""
import sys
import time

import numpy as np

HUNDREDTHS = np.array([0, 10, 25, 50, 75, 90, 100])


def add(received, weights, total, total_weight):
    part, remainder = np.divmod(weights * total, total_weight)
    left = int(total - part.sum())
    received += part
    if left:
        last = np.partition(remainder, len(remainder) - left)[len(remainder) - left]
        greater = remainder > last
        received += greater
        equals = np.flatnonzero(remainder == last)[: left - np.count_nonzero(greater)]
        received[equals] += 1


def sweep(weights, sums, starts, structures, before, envelopes, keys):
    years = envelopes.shape[1]
    ranks = np.maximum(0, (HUNDREDTHS * len(before) + 99) // 100 - 1)
    lost = -before * years
    received = np.empty(len(structures), dtype=np.int64)
    checksum = 0
    for point in range(len(envelopes)):
        key = keys[point]
        received[:] = 0
        for r in range(len(starts) - 1):
            rows = slice(starts[r], starts[r + 1])
            own = weights[key][rows]
            for year in range(years):
                add(received[rows], own, envelopes[point, year, r], sums[key][r])
        # places are few more than structures: sums by weights are exact below 2**53
        gaps = lost + np.bincount(structures, received, len(before)).astype(np.int64)
        checksum += int(np.partition(gaps, ranks)[ranks].sum())
        checksum += np.count_nonzero(gaps < 0)
    return checksum


def main(path, keys, places, regions, structures, points, years):
    raw = np.fromfile(path, dtype=np.int64)
    columns = []
    for length in (keys * places, keys * regions, regions + 1, places, structures, points * years * regions, points):
        columns.append(raw[:length])
        raw = raw[length:]
    start = time.process_time()
    checksum = sweep(
        columns[0].reshape(keys, places),
        columns[1].reshape(keys, regions),
        columns[2],
        columns[3],
        columns[4],
        columns[5].reshape(points, years, regions),
        columns[6],
    )
    print(f"{time.process_time() - start:.3f} {checksum} {np.__version__}")


main(sys.argv[1], *map(int, sys.argv[2:]))
