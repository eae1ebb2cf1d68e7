# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol, for checks that are Python programs."""

import os
import sys

# How many times longer than on a quiet machine to wait; see ../meson.build.
PATIENCE = int(os.environ.get('VAC_PATIENCE', 10))

# Looking for leaks when a program ends fails by itself now and then ("Tracer caught signal 11"), and
# here programs end by the thousand; those of the tests in C look for them.
if 'ASAN_OPTIONS' in os.environ:
    os.environ['ASAN_OPTIONS'] += ':detect_leaks=0'


def same(found, wanted):
    """The problems of a check for which two values are to be equal."""
    return [] if found == wanted else [f'{found!r}, not {wanted!r}']


class Tap:
    """Collects checks; each is named by a sentence and has a list of problems, best an empty one."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        self.count += 1
        problems = list(problems)
        if problems:
            self.failed += 1
        print(f'{"not ok" if problems else "ok"} {self.count} {name}')
        for problem in problems:
            for line in str(problem).splitlines():
                print(f'# {line}')

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} {name} # SKIP {reason}')

    def finish(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
