#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-cli.py VACANCY-CLI PARSE-ONLY: a thousand postings in one run, as ratios.

Opening, checking, outlining and writing them by one run of the program, against json-glib only
parsing the same files. Processor time of one job beside one thread of json-glib, and time on the
clock with all processors, the best of several runs each; the clock includes waiting until every
file is safe on the disk."""

import os
import sys
import tempfile

from measure import best, best_of_jobs, make_postings

POSTINGS = 1000


def report(name, base, times):
    processor, clock = times
    print(f'{name:34} {processor / base[0]:10.2f} {clock / base[1]:8.2f} '
          f'{POSTINGS / processor:18.0f} {POSTINGS / clock:14.0f}')


def main():
    cli, parse_only = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        files, size = make_postings(cli, folder, POSTINGS)
        print(f'{POSTINGS} postings of {size / 1024:.0f} KiB in one run, json-glib only parsing them = 1')
        print(f'{"":34} {"one job":>10} {"clock":>8} {"postings/s of core":>18} {"postings/s":>14}')
        base = best([parse_only, *files])
        report('json-glib, parsing only', base, base)
        report('vacancy-cli check', base, best_of_jobs([cli, 'check', *files]))
        for exported in ('text', 'json'):
            out = os.path.join(folder, exported)
            report(f'vacancy-cli export --to {exported}', base,
                   best_of_jobs([cli, 'export', '--to', exported, '--force', '-o', out, *files]))


main()
