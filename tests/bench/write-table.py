#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""write-table.py RESULTS.json SOURCE-ROOT: writes what bench-table measured between the markers of
CONTRIBUTING.md, and three lines of it between those of README.md."""

import json
import os
import re
import sys

MARKER = re.compile(r'(<!--bench-->\n).*?(<!--end-->)', re.DOTALL)


def number(value):
    return f'{value:,.0f}' if abs(value) >= 100 else f'{value:.1f}' if abs(value) >= 10 else f'{value:.2f}'


def row(cells):
    return '| ' + ' | '.join(cells) + ' |'


def head(results):
    machine = results['machine']
    peers = ', '.join(f'{name} {version}' if version else f'{name} not installed'
                      for name, version in results['peers'].items())
    return [f'Vacancy {results["version"]}, {results["date"][:16].replace("T", " ")} UTC, {machine["system"]}, '
            f'{machine["processor"]}, {machine["processors"]} processors, {machine["memory-gib"]} GiB; '
            f'load when it ended {machine["load"]}.', f'Beside it: {peers}.',
            'In processor time where it does not say “on the clock”, of few runs. A goal of a ratio is '
            'to the program named.']


def single_rows(results):
    yield row(['Measured', 'Result', 'Ratio', 'p50 / p95 / p99', 'Goal'])
    yield row(['---', '---:', '---:', '---:', '---'])
    for entry in results:
        ratio = f'{number(entry["ratio"])} × {entry["to"]}' if 'ratio' in entry else ''
        times = ' / '.join(number(entry[key]) for key in ('p50', 'p95', 'p99')) if 'p50' in entry else ''
        yield row([entry['name'], f'{number(entry["value"])} {entry["unit"]}', ratio, times,
                   entry.get('goal', '')])


def growth_rows(results, kind):
    sizes = sorted({entry['size'] for entry in results})
    yield row([f'By {kind}', *(f'{size:,}' for size in sizes), 'Power'])
    yield row(['---', *('---:' for _ in sizes), '---:'])
    for name in dict.fromkeys(entry['growth'] for entry in results):
        values = {entry['size']: entry for entry in results if entry['growth'] == name}
        some = next(iter(values.values()))
        yield row([f'{name}, {some["unit"]}',
                   *(number(values[size]['value']) if size in values else '–' for size in sizes),
                   number(some['power']) if 'power' in some else '–'])


def table(results):
    measured = [entry for entry in results['results'] if entry['bench'] == 'bench-table']
    lines = [*head(results), '', *single_rows(entry for entry in measured if 'growth' not in entry)]
    for kind in dict.fromkeys(entry['kind'] for entry in measured if 'kind' in entry):
        lines += ['', *growth_rows([entry for entry in measured if entry.get('kind') == kind], kind)]
    if results['missing']:
        lines += ['', 'Missing: ' + '; '.join(f'{entry["name"]} ({entry["missing"]})'
                                              for entry in results['missing']) + '.']
    return '\n'.join(lines) + '\n'


def three_lines(results):
    """Those of them that were measured."""
    found = {entry['name']: entry for entry in results['results']}

    def value(name):
        return next((entry for key, entry in found.items() if key.startswith(name)), None)

    first, preview = value('Vacancy: to the first frame'), value('Vacancy: to the painted preview')
    if first and preview:
        yield (f'* Start: {first["ratio"]:.1f} × an empty window’s processor time; '
               f'{preview["ratio"]:.1f} × with the page.')
    key = value('a key into a bullet: the guide')
    if key:
        yield f'* Half of keys reach the page within {key["p50"]:.0f} ms, 95 % within {key["p95"]:.0f}.'
    pdf = value('a process each: LibreOffice'), value('one process: LibreOffice')
    if all(pdf):
        yield (f'* PDF: {pdf[0]["ratio"]:.0f} × as fast as LibreOffice; '
               f'{pdf[1]["ratio"]:.0f} × in batches.')


def write(path, text):
    with open(path, encoding='utf-8') as file:
        before = file.read()
    after, count = MARKER.subn(lambda found: found[1] + text + found[2], before)
    if count != 1:
        sys.exit(f'{path}: {count} pairs of markers, not one')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(after)


def main():
    path, root = sys.argv[1:]
    with open(path, encoding='utf-8') as file:
        results = json.load(file)
    write(os.path.join(root, 'CONTRIBUTING.md'), '\n' + table(results) + '\n')
    write(os.path.join(root, 'README.md'),
          '\n' + "\n".join(three_lines(results)) + '\n\n')


main()
