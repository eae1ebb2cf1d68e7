#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py RUN-DISPLAY VACANCY BARE-WINDOW FIRST-FRAME POSTING: the start, as ratios.

Time, processor time and memory until the first frame has been painted, and memory some time later,
against a window of libadwaita with nothing in it, measured in turns in the same run. Where valgrind
is installed, instructions until that frame as well, which are the same however busy the machine is;
those that threads have done by then beside the window are among them."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time

RUNS = 9


def run(command, preload, **variables):
    """(what it wrote on standard error, processor seconds, when it began) of one start."""
    environment = dict(os.environ, LD_PRELOAD=preload, **variables)
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    text = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{command[0]} ended with status {process.returncode}: {text}')
    return text, usage.ru_utime + usage.ru_stime, start


def read_facts(text):
    return dict(line.split() for line in text.splitlines()
                if line.startswith(('painted ', 'memory ', 'settled ')))


def measure(command, preload):
    """Milliseconds to the first frame, of processor time, MiB of memory then, and later."""
    text, processor, start = run(command, preload, FIRST_FRAME_ENDS='1')
    facts = read_facts(text)
    later = read_facts(run(command, preload)[0])
    return ((float(facts['painted']) - start) * 1000, processor * 1000,
            int(facts['memory']) / 1024, int(later['settled']) / 1024)


def count_instructions(command, preload):
    """Millions of instructions to the first frame."""
    text = run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', *command],
               preload, FIRST_FRAME_ENDS='1')[0]
    return int(re.search(r'refs:\s+([\d,]+)', text)[1].replace(',', '')) / 1e6


def print_row(name, values, base):
    cells = (f'{value:9.1f} {value / first:6.2f}' for value, first in zip(values, base))
    print(f'{name:22}', *cells, flush=True)


def print_head(name, titles):
    print(f'{name:22}', *(f'{title:>9} {"ratio":>6}' for title in titles), flush=True)


def main():
    if sys.argv[1] != '--inside':
        run_display, *rest = sys.argv[1:]
        sys.exit(subprocess.run([run_display, sys.executable, __file__, '--inside', *rest]).returncode)

    vacancy, bare, preload, posting = sys.argv[2:]
    commands = {'bare libadwaita window': [bare], 'vacancy, a posting': [vacancy, posting],
                'vacancy, start page': [vacancy]}
    results = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            results[name].append(measure(command, preload))

    medians = {name: [statistics.median(values) for values in zip(*runs)]
               for name, runs in results.items()}
    base = medians['bare libadwaita window']
    print_head(f'median of {RUNS} starts', ('frame ms', 'CPU ms', 'MiB then', 'later'))
    for name, values in medians.items():
        print_row(name, values, base)

    if shutil.which('valgrind') is None:
        print('instructions: valgrind is not installed')
        return
    print_head('to the first frame', ('M instr.',))
    base = [count_instructions([bare], preload)]
    print_row('bare libadwaita window', base, base)
    for name in list(commands)[1:]:
        print_row(name, [count_instructions(commands[name], preload)], base)


main()
