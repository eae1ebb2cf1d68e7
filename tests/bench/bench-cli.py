#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-cli.py VACANCY-CLI PARSE-ONLY: a thousand postings in one run, as ratios.

Opening, checking, outlining and writing them by one run of the program, against json-glib only
parsing the same files. Processor time and time on the clock, the best of several runs each; the
clock includes waiting until every file is safe on the disk."""

import os
import subprocess
import sys
import tempfile
import time

POSTINGS = 1000
RUNS = 3


def measure(command):
    """(processor seconds, seconds on the clock) of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f'{command[0]} ended with status {os.waitstatus_to_exitcode(status)}')
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start


def best(command):
    """The least of each over several runs."""
    return tuple(min(times) for times in zip(*(measure(command) for _ in range(RUNS))))


def make_postings(cli, folder):
    first = os.path.join(folder, '0000.vacancy')
    subprocess.run([cli, 'new', 'machine-learning-engineer', '-o', first], check=True)
    subprocess.run([cli, 'set', first, 'job.employer.name=Acme', 'job.locations+=Austin'], check=True)
    with open(first, encoding='utf-8') as file:
        text = file.read()
    files = [first]
    for number in range(1, POSTINGS):
        files.append(os.path.join(folder, f'{number:04}.vacancy'))
        with open(files[-1], 'w', encoding='utf-8') as file:
            file.write(text.replace('"name": "Acme"', f'"name": "Acme {number}"'))
    return files, len(text.encode())


def report(name, base, times):
    processor, clock = times
    print(f'{name:34} {processor / base[0]:10.2f} {clock / base[1]:8.2f} '
          f'{POSTINGS / processor:18.0f} {POSTINGS / clock:14.0f}')


def main():
    cli, parse_only = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        files, size = make_postings(cli, folder)
        print(f'{POSTINGS} postings of {size / 1024:.0f} KiB in one run, json-glib only parsing them = 1')
        print(f'{"":34} {"processor":>10} {"clock":>8} {"postings/s of core":>18} {"postings/s":>14}')
        base = best([parse_only, *files])
        report('json-glib, parsing only', base, base)
        report('vacancy-cli check', base, best([cli, 'check', *files]))
        for exported in ('text', 'json'):
            out = os.path.join(folder, exported)
            report(f'vacancy-cli export --to {exported}', base,
                   best([cli, 'export', '--to', exported, '--force', '-o', out, *files]))


main()
