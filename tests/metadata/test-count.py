#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-count.py SOURCE-ROOT: the count at the end of build-aux/test hides no failure."""

import json
import os
import subprocess
import sys
import tempfile

from tap import Tap

counter = os.path.join(sys.argv[1], 'build-aux', 'count-tests')
tap = Tap()

# Name of the check, meson's result, exit status, output of the test program; last line, status.
CASES = [
    ('every-check-counts', 'OK', 0, 'ok 1 /a\nok 2 /b\n1..2\n', '2 passed, 0 failed', 0),
    ('a-failed-check-fails', 'FAIL', 1, 'ok 1 /a\nnot ok 2 /b\n1..2\n', '1 passed, 1 failed', 1),
    ('a-crash-after-checks-fails', 'ERROR', -11, '1..2\nok 1 /a\n', '1 passed, 1 failed', 1),
    ('an-early-end-fails', 'ERROR', 0, '1..2\nok 1 /a\n', '1 passed, 1 failed', 1),
    ('a-timeout-fails', 'TIMEOUT', -15, '', '0 passed, 1 failed', 1),
    ('a-crash-without-output-fails', 'FAIL', -6, None, '0 passed, 1 failed', 1),
    ('a-skipped-check-is-told', 'OK', 0, 'ok 1 /a\nok 2 /b # SKIP no\n1..2\n',
     '1 passed, 0 failed, 1 skipped', 0),
    ('a-skipped-program-is-told', 'SKIP', 0, '1..0 # SKIP no\n', '0 passed, 0 failed, 1 skipped', 0),
    ('a-program-without-tap-counts-once', 'OK', 0, 'okay\n', '1 passed, 0 failed', 0),
]


def output(*logs):
    return subprocess.run([sys.executable, counter, *logs], capture_output=True, text=True)


def count(*logs):
    run = output(*logs)
    return (run.stdout.splitlines() or [''])[-1], run.returncode


def problems(expected, actual):
    return [] if expected == actual else [f'expected {expected}, got {actual}']


def write_log(result, returncode, stdout):
    with open(log, 'w', encoding='utf-8') as file:
        json.dump({'name': 'program', 'result': result, 'returncode': returncode,
                   'stdout': stdout}, file)


with tempfile.TemporaryDirectory() as folder:
    log = os.path.join(folder, 'log.json')
    for name, result, returncode, stdout, line, status in CASES:
        write_log(result, returncode, stdout)
        tap.check(f'/count/{name}', problems((line, status), count(f'run={log}')))
    write_log('OK', 0, 'ok 1 /b # SKIP no judge is here\n1..1\n')
    tap.check('/count/what-is-skipped-is-told-with-the-reason',
              problems(['Skipped:', '  run: program: /b: no judge is here'],
                       output(f'run={log}').stdout.splitlines()[1:3]))
tap.check('/count/no-test-at-all-fails', problems(('0 passed, 0 failed', 1), count()))
tap.finish()
