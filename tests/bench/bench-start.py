#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-window.py RUN-DISPLAY VACANCY BARE-WINDOW FIRST-FRAME BENCH-WINDOW POSTING: the window, as ratios.

From start to the first painted frame, and memory some time later, against a window of libadwaita
with nothing in it, measured in turns in the same run; then edits and large postings."""

import os
import statistics
import subprocess
import sys
import time

RUNS = 9


def run(command, preload):
    """(seconds to the first frame, KiB of memory) of one start."""
    environment = dict(os.environ, LD_PRELOAD=preload)
    start = time.monotonic()
    process = subprocess.run(command, env=environment, stderr=subprocess.PIPE, check=True, text=True, timeout=60)
    facts = dict(line.split() for line in process.stderr.splitlines() if line.startswith(('painted ', 'memory ')))
    return float(facts['painted']) - start, int(facts['memory'])


def main():
    if sys.argv[1] != '--inside':
        run_display, *rest = sys.argv[1:]
        sys.exit(subprocess.run([run_display, sys.executable, __file__, '--inside', *rest]).returncode)

    vacancy, bare, preload, window, posting = sys.argv[2:]
    commands = {'bare libadwaita window': [bare], 'vacancy, the start page': [vacancy],
                'vacancy, a posting': [vacancy, posting]}
    results = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            results[name].append(run(command, preload))

    medians = {name: [statistics.median(values) for values in zip(*runs)] for name, runs in results.items()}
    base = medians['bare libadwaita window']
    print(f'{"median of " + str(RUNS) + " starts":26} {"frame ms":>9} {"ratio":>6} {"memory MiB":>11} {"ratio":>6}')
    for name, (frame, memory) in medians.items():
        print(f'{name:26} {frame * 1000:9.0f} {frame / base[0]:6.2f} {memory / 1024:11.1f} {memory / base[1]:6.2f}')
    print(flush=True)
    sys.exit(subprocess.run([window]).returncode)


main()
