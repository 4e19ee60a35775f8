"""The job of ForecastBenchmark in NumPy, vectorised and seeded, in exact cents.

Whole arrays of payments by runs, in blocks of runs that fit the cache; months are added up by bincount, whose sums of whole
cents below 2**53 are exact; quantiles by partition, not by sorting. Prints processor seconds with the band and without.
"""
import sys
import time

import numpy as np

POINTS = 256
FUNDERS = 12
BLOCK = 1000


def simulate(tables, cents, months, runs, opening, costs, with_band):
    structures, payments = cents.shape
    rng = np.random.Generator(np.random.SFC64(1))
    funder = np.arange(payments) * FUNDERS // payments
    rows = np.arange(payments, dtype=np.int32)[:, None] * POINTS
    ranks = [runs // 10 - 1, runs // 2 - 1, runs * 9 // 10 - 1]
    middle = 0.0
    balances = np.empty((months, runs), dtype=np.int64)
    fixed = np.full((months, 1), costs, dtype=np.int64)
    fixed[0] += opening
    for s in range(structures):
        table = tables[s].reshape(-1).astype(np.int32) * BLOCK
        below = np.zeros(months, dtype=np.int64)
        for first in range(0, runs, BLOCK):
            count = min(BLOCK, runs - first)
            bits = rng.integers(0, 2**32, size=(payments, count), dtype=np.uint32)
            common = rng.integers(0, 2**32, size=(FUNDERS, count), dtype=np.uint32)
            bits = np.where(bits & np.uint32(0x8000), bits, common[funder])
            cells = table.take((bits >> np.uint32(24)).astype(np.int32) + rows)
            cells += np.arange(count, dtype=np.int32)
            weights = np.broadcast_to(cents[s][:, None], cells.shape)
            flows = np.bincount(cells.ravel(), weights.ravel(), (months + 1) * BLOCK)
            flows = flows.reshape(months + 1, BLOCK)[:months, :count].astype(np.int64)
            flows += fixed
            np.cumsum(flows, axis=0, out=balances[:, first : first + count])
        below += (balances < 0).sum(axis=1)
        lowest = np.partition(balances.min(axis=0), ranks)[ranks]
        when = np.bincount(balances.argmin(axis=0), minlength=months)
        if with_band:
            middle += np.partition(balances, ranks, axis=1)[:, ranks][months // 2, 1]
    return middle / structures


def main(path, structures, payments, months, runs, opening, costs):
    raw = np.fromfile(path, dtype=np.uint8)
    split = structures * payments * POINTS
    tables = raw[:split].reshape(structures, payments, POINTS)
    cents = raw[split:].view(np.int64).reshape(structures, payments).astype(np.float64)
    seconds = []
    for band in (True, False):
        start = time.process_time()
        result = simulate(tables, cents, months, runs, opening, costs, band)
        seconds.append(time.process_time() - start)
        if band:
            middle = result
    print(seconds[0], seconds[1], middle)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
