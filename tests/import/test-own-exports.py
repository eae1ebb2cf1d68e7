#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-own-exports.py VACANCY-CLI SOURCE-ROOT: what the program exports, it imports again.

Each posting of tests/data is exported, imported and exported, twice. What the second import carries
the first one must have carried: from then on nothing changes, in any format. A format may leave out
what it has no place for; what is left of the first export is printed for each.
"""

import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(sys.argv[2], 'tests', 'metadata'))

from tap import Tap   # pylint: disable=wrong-import-position

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
tap = Tap()

# Format, the ending of its files, and the postings that do not come back the same twice, and why.
FORMATS = [
    # Lines of Japanese break within words, and Arabic ones are measured without their marks.
    ('text', 'txt', {'sales-representative', 'civil-engineer'}),
    ('markdown', 'md', {'sales-representative', 'civil-engineer'}),
    # Places that are parted by the sign that is within them.
    ('html', 'html', {'sales-representative', 'civil-engineer'}),
    ('docx', 'docx', {'civil-engineer'}),
    # schema.org has one list for skills and languages, so that languages come back as skills.
    ('jobposting', 'jsonld', {'sales-representative', 'civil-engineer', 'design-intern',
                              'financial-controller', 'part-time-teacher', 'software-developer',
                              'support-engineer'}),
    ('json', 'json', set()),
]


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True,
                          check=False)
    if done.returncode > 1:
        raise AssertionError(f'{arguments}: status {done.returncode}: {done.stderr}')


def export(name, posting, target):
    run('export', '--force', '--to', name, '-o', target, posting)


def readable(posting, folder):
    """What a candidate reads, for formats that are no text."""
    target = folder / 'read.txt'
    export('text', posting, target)
    return target.read_text(encoding='utf-8').splitlines()


def problems(name, ending, exceptions, folder):
    kept = total = 0
    for posting in sorted((root / 'tests' / 'data').glob('*.vacancy')):
        first, second = folder / f'first.{ending}', folder / f'second.{ending}'
        once, twice = folder / 'once.vacancy', folder / 'twice.vacancy'
        export(name, posting, first)
        run('import', '--force', first, '-o', once)
        export(name, once, second)
        run('import', '--force', second, '-o', twice)
        before, after = readable(once, folder), readable(twice, folder)
        original = readable(posting, folder)
        total += len(original)
        kept += len(original) - sum(
            line.startswith('- ') for line in difflib.ndiff(original, before))
        if posting.stem not in exceptions and before != after:
            yield f'{posting.stem} changes: ' + '; '.join(
                line for line in difflib.unified_diff(before, after, lineterm='', n=0)
                if line[0] in '+-')[:300]
    print(f'# {name}: {100 * kept / total:.1f} % of the lines that a candidate reads come back as they were')


with tempfile.TemporaryDirectory() as temporary:
    for row in FORMATS:
        tap.check(f'/own-exports/{row[0]}-comes-back', list(problems(*row, pathlib.Path(temporary))))
tap.finish()
