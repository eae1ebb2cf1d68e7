#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-own-designs.py VACANCY-CLI SOURCE-ROOT FORMAT…: what looks different is read alike.

Postings are exported in each design to each FORMAT that people can read, and imported. Each field
of the job, and each line of the text that candidates read, must be in what comes back, but for
those that LOST names with a reason; and a reason that explains nothing any more is a failure too.
"""

import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(sys.argv[2], 'tests', 'metadata'))

from tap import Tap   # pylint: disable=wrong-import-position

program, root, formats = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
tap = Tap()

ENDINGS = {'pdf': 'pdf', 'docx': 'docx', 'html': 'html', 'markdown': 'md', 'text': 'txt'}
DESIGNS = ['classic', 'modern', 'compact']
GUIDE, NURSE = 'data/guides/machine-learning-engineer.json', 'tests/data/registered-nurse.vacancy'
GERMAN, ARABIC = 'tests/data/software-developer.vacancy', 'tests/data/civil-engineer.vacancy'
POSTINGS = [GUIDE, NURSE, GERMAN, ARABIC]

# Formats, designs and postings that a loss is seen in (None for all), what begins like it, and why.
LOST = [
    (None, None, None, r'job\.skills\[', 'no document of the posting lists them'),
    (None, None, None, r'job\.employer\.logo: data', 'a picture, which is not read'),
    (None, None, None, r'job\.pay\.(bonus|note): ', 'text below a heading, and stays that'),
    (None, None, None, r'job\.locations\[0\]\.country: ', 'not printed where nobody needs it'),
    (['pdf', 'docx', 'markdown', 'text'], None, None, r'job\.locations\[0\]\.(street|postalCode): ',
     'for machines: only the web page has them, in its data'),
    (['text'], None, [ARABIC], '', 'lines are measured without the marks of letters'),
    (['pdf'], None, [ARABIC], '', 'the library takes ligatures apart, and turns figures'),
]

# What even a loss of everything must leave: what the job is, whose, where, and how.
KEPT = ['job.title', 'job.employer.name', 'job.locations[0].city', 'job.workplace',
        'job.employmentType[0]', 'job.department', 'job.requisition', 'job.openings', 'job.closes']


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True,
                          check=False)
    if done.returncode > 1:
        raise AssertionError(f'{arguments}: status {done.returncode}: {done.stderr}')


def plain(text):
    """Where lines may break is no part of a text, nor are marks of its direction."""
    return re.sub('[\u200e\u200f]', '', re.sub('[\u00a0\u202f]', ' ', text))


def fields(node, path):
    """Each value of a file by its path."""
    if isinstance(node, dict):
        for name, child in node.items():
            yield from fields(child, f'{path}.{name}')
    elif isinstance(node, list):
        for position, child in enumerate(node):
            yield from fields(child, f'{path}[{position}]')
    else:
        yield path, plain(node) if isinstance(node, str) else node


def read(posting, folder):
    """What a candidate's file has of the job, and the lines that candidates read."""
    data, text = folder / 'read.json', folder / 'read.txt'
    run('export', '--force', '--to', 'json', '-o', data, posting)
    run('export', '--force', '--to', 'text', '--wrap', 'none', '-o', text, posting)
    job = json.loads(data.read_text(encoding='utf-8'))['job']
    return (dict(fields(job, 'job')),
            [line for line in map(plain, text.read_text(encoding='utf-8').splitlines()) if line])


def differences(before, after):
    """What was lost (-) and what nobody wrote (+), a line each."""
    for field in sorted({*before[0], *after[0]}):
        if before[0].get(field) != after[0].get(field):
            yield f'{field}: {before[0].get(field)} | {after[0].get(field)}'
    for line in difflib.unified_diff(before[1], after[1], lineterm='', n=0):
        if line[0] in '+-' and not line.startswith(('+++', '---')):
            yield line


def is_meant(loss, name, design, posting, difference):
    return ((loss[0] is None or name in loss[0]) and (loss[1] is None or design in loss[1]) and
            (loss[2] is None or posting in loss[2]) and re.match(loss[3], difference))


def problems(name, design, posting, folder, seen):
    source, target = folder / f'source.{ENDINGS[name]}', folder / 'target.vacancy'
    run('export', '--force', '--to', name, '--design', design, '-o', source, root / posting)
    run('import', '--force', source, '-o', target)
    for difference in differences(read(root / posting, folder), read(target, folder)):
        reasons = [i for i, loss in enumerate(LOST)
                   if is_meant(loss, name, design, posting, difference)]
        seen.update(reasons)
        if not reasons or difference.split(': ')[0] in KEPT:
            yield difference


with tempfile.TemporaryDirectory() as temporary:
    used = set()
    for format_name in formats:
        for design_name in DESIGNS:
            for path_name in POSTINGS:
                stem = pathlib.Path(path_name).stem
                tap.check(f'/own-designs/{format_name}/{design_name}/{stem}',
                          list(problems(format_name, design_name, path_name,
                                        pathlib.Path(temporary), used)))
    tap.check('/own-designs/each-reason-explains-a-loss',
              [f'{loss[3]}: {loss[4]}' for i, loss in enumerate(LOST)
               if i not in used and (loss[0] is None or set(loss[0]) & set(formats))])
tap.finish()
