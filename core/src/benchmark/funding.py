"""Runs the funding benchmark: the same job by every contender, each a process of its own, on generated files.

Measured are processor time, wall time and the largest resident memory of the whole process, start included. Contenders take
turns, so that a busy machine is unfair to nobody; of several rounds the best counts. All must print the same figures.
"""

import argparse
import os
import re
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
NAMES = ["subsidia", "subsidia, 2 threads", "pandas", "DuckDB", "DuckDB, 2 threads"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--classpath", required=True, help="the library, its dependencies and DuckDB's driver")
    parser.add_argument("--java", default="java")
    parser.add_argument("--rows", default="1000000,10000000", help="sizes of the files, separated by commas")
    parser.add_argument("--beneficiaries", type=int, default=40_000, help="how many different ones the files name")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default="target/benchmark", help="where the generated files go")
    parser.add_argument("--only", default="", help="a part of the names of the contenders wanted")
    return parser.parse_args()


def python_with_pandas():
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import pandas"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    print("pandas is not installed (Debian: python3-pandas) and does not compete")
    return None


def commands(options, file):
    # one collector thread and no reserve: the heap then follows what is kept
    java = [options.java, "-XX:+UseSerialGC", "-cp", options.classpath]
    python = python_with_pandas()
    subsidia = java + ["org.subsidia.benchmark.SubsidiaFunding", file]
    duckdb = java + ["org.subsidia.benchmark.DuckdbFunding", file]
    all_of_them = {
        NAMES[0]: subsidia + ["1"],
        NAMES[1]: subsidia + ["2"],
        NAMES[2]: [python, os.path.join(ROOT, "funding_pandas.py"), file] if python else None,
        NAMES[3]: duckdb + ["1"],
        NAMES[4]: duckdb + ["2"],
    }
    return {name: command for name, command in all_of_them.items() if command and options.only in name}


def measure(command):
    """Output, processor seconds, wall seconds and kilobytes of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read().strip()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}")
    return output, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss


def generated(options, rows):
    file = os.path.join(options.folder, f"published-{rows}-{options.beneficiaries}.csv")
    if not os.path.exists(file):
        os.makedirs(options.folder, exist_ok=True)
        generator = [options.java, "-cp", options.classpath, "org.subsidia.benchmark.PublishedRows", file, str(rows), "42"]
        generator.append(str(options.beneficiaries))
        subprocess.run(generator, check=True)
    with open(file, "rb") as content:  # so that the first contender does not pay for the disk
        while content.read(1 << 24):
            pass
    return file


def race(options, rows):
    file = generated(options, rows)
    print(f"\n{rows:,} rows, {os.path.getsize(file) / rows:.0f} bytes a row, best of {options.rounds} rounds")
    runs = {name: [] for name in commands(options, file)}
    outputs = set()
    for _ in range(options.rounds):
        for name, command in commands(options, file).items():
            output, *figures = measure(command)
            outputs.add(output)
            runs[name].append(figures)
    if len(outputs) != 1:
        sys.exit("the contenders do not agree:\n" + "\n".join(sorted(outputs)))
    output = outputs.pop()
    print(f"all agree: {output}")
    print(f"{'':22}{'processor s':>12}{'wall s':>9}{'memory MB':>11}")
    best = {name: [min(column) for column in zip(*figures)] for name, figures in runs.items()}
    for name, (processor, wall, memory) in best.items():
        print(f"{name:22}{processor:12.2f}{wall:9.2f}{memory / 1024:11.0f}")
    return best, int(re.search(r"groups=(\d+)", output).group(1))


def ratio(text, value, target, at_least=True):
    kept = value >= target if at_least else value <= target
    sign = "≥" if at_least else "≤"
    print(f"{text:66}{value:7.2f}  {sign} {target:g}  {'kept' if kept else 'MISSED'}")


def main():
    options = arguments()
    sizes = [int(size) for size in options.rows.split(",")]
    best = {rows: race(options, rows) for rows in sizes}
    print()
    for rows, (figures, groups) in best.items():
        if NAMES[0] not in figures:
            continue
        own = figures[NAMES[0]]
        for peer, target in ((NAMES[2], 2), (NAMES[3], 1.5)):
            if peer in figures:
                ratio(f"{rows:,} rows: processor time of {peer} over ours", figures[peer][0] / own[0], target)
        above = max(0, own[2] * 1024 - 150e6) / groups
        ratio(f"{rows:,} rows: bytes above 150 MB for each of {groups:,} groups", above, 100, False)
        if NAMES[1] in figures and rows == sizes[-1]:
            ratio(f"{rows:,} rows: wall time of one thread over two", own[1] / figures[NAMES[1]][1], 1.6)
    if len(sizes) > 1 and NAMES[0] in best[sizes[0]][0]:
        times = best[sizes[-1]][0][NAMES[0]][0] / best[sizes[0]][0][NAMES[0]][0]
        ratio(f"processor time of {sizes[-1] // sizes[0]} times the rows", times, sizes[-1] / sizes[0] * 1.1, False)


main()
