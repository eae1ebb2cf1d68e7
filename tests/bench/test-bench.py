# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bench.py SOURCE-ROOT BENCH-FOLDER VACANCY-CLI: results of benchmarks have their shape, and the
table is written from them. No time is looked at."""

import json
import os
import subprocess
import sys
import tempfile

root, folder, cli = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, '..', 'metadata')]

from growth import slope
from tap import PATIENCE, Tap, same

MARKED = 'before\n<!--bench-->\nold\n<!--end-->\nafter\n'


def run(name, *words, **variables):
    return subprocess.run([sys.executable, os.path.join(here, name), *words], capture_output=True,
                          text=True, timeout=10 * PATIENCE, check=True,
                          env={**os.environ, **variables}).stdout


def shape_faults(results):
    """What is wrong with a document of results."""
    for key in ('version', 'date', 'machine', 'peers', 'results', 'missing'):
        if key not in results:
            yield f'no {key}'
    if not results['results']:
        yield 'no results'
    for entry in results['results']:
        for key, kinds in (('bench', str), ('name', str), ('unit', str), ('value', (int, float))):
            if not isinstance(entry.get(key), kinds):
                yield f'{entry}: {key} is missing'
        if ('ratio' in entry) != ('to' in entry):
            yield f'{entry}: a ratio says what to'


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as inside:
        records, out = os.path.join(inside, 'records'), os.path.join(inside, 'out.json')
        printed = run('bench-table.py', '--shape', folder, 'none', cli, 'none', 'none',
                      VAC_BENCH_RECORDS=records)
        text = run('records.py', records, root)
        results = json.loads(text)
        tap.check('results have their shape', shape_faults(results))
        tap.check('every result is printed', (entry['name'] for entry in results['results']
                                              if entry['name'] not in printed))
        tap.check('the first commands were measured',
                  (name for name in ('check', 'export text', 'export JSON', 'export PDF')
                   if not any(entry.get('growth') == name for entry in results['results'])))
        with open(out, 'w', encoding='utf-8') as file:
            file.write(text)
        for name in ('CONTRIBUTING.md', 'README.md'):
            with open(os.path.join(inside, name), 'w', encoding='utf-8') as file:
                file.write(MARKED)
        run('write-table.py', out, inside)
        with open(os.path.join(inside, 'CONTRIBUTING.md'), encoding='utf-8') as file:
            table = file.read()
        tap.check('the table replaces what stood between its markers',
                  [table] if 'old' in table or not table.startswith('before\n') or
                  not table.endswith('after\n') or '| export PDF, ms |' not in table else [])
    tap.check('what doubles with the size grows by its first power',
              same(round(slope([(1, 3), (10, 30), (100, 300)]), 6), 1))
    tap.check('what quadruples with it by its second',
              same(round(slope([(1, 1), (2, 4), (8, 64)]), 6), 2))
    tap.check('one size has no power', same(slope([(1, 1)]), None))
    tap.finish()


main()
