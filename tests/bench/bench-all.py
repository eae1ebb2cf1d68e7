#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-all.py -- COMMAND… -- COMMAND…: runs benchmarks one after another, never two at once.

The exit status is 1 if one of them could not be run to its end."""

import itertools
import subprocess
import sys


def main():
    failed = False
    for is_mark, words in itertools.groupby(sys.argv[1:], lambda word: word == '--'):
        if is_mark:
            continue
        command = list(words)
        failed |= subprocess.run(command, check=False).returncode != 0
        print(flush=True)
    sys.exit(failed)


main()
