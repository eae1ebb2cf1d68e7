# SPDX-License-Identifier: GPL-3.0-or-later
"""What the README shows runs as written, and what it points to is there."""

import os
import re
import subprocess
import sys
import tempfile

import tap

root, program = (os.path.abspath(path) for path in sys.argv[1:3])
results = tap.Tap()

MOST_WORDS = 700


def read(name):
    with open(os.path.join(root, name), encoding='utf-8') as file:
        return file.read()


readme, contributing = read('README.md'), read('CONTRIBUTING.md')


def commands():
    return re.findall(r'^    (vacancy-cli .+)$', readme, re.MULTILINE)


def run_commands():
    """The commands build on each other, so they run in one folder, in order."""
    found = commands()
    if len(found) < 5:
        yield f'only {len(found)} commands found'
    with tempfile.TemporaryDirectory() as folder:
        path = os.pathsep.join((os.path.dirname(program), os.environ['PATH']))
        for command in found:
            done = subprocess.run(['sh', '-c', command], cwd=folder, capture_output=True, text=True,
                                  env={**os.environ, 'PATH': path},
                                  timeout=30 * tap.PATIENCE, check=False)
            # A new posting lacks its place of work, which check and export say.
            allowed = (0, 1) if re.search(r' (check|export) ', command) else (0,)
            if done.returncode not in allowed:
                yield f'{command}: exit status {done.returncode}\n{done.stderr}'


def missing_files():
    both = readme + contributing
    targets = re.findall(r'\]\(([^)]+)\)', both) + re.findall(r'`((?:src|data|build-aux|tests)/[\w./-]+)', both)
    for target in targets:
        if not re.match(r'[a-z]+:', target) and not os.path.exists(os.path.join(root, target)):
            yield f'{target} is not there'


ARROW = re.compile(r'^    ([\w-]+) .*→ (.*)$', re.MULTILINE)


def drawn(text):
    """{folder: the folders that its arrow points to}, of the diagram in a text."""
    return {name: set(re.findall(r'[\w-]+', targets))
            for name, targets in ARROW.findall(text)}


def compiled():
    """The same, of what meson compiles: each folder's declare_dependency names what it may use."""
    layers = {}
    for entry in os.scandir(os.path.join(root, 'src')):
        if entry.is_dir():
            with open(os.path.join(entry.path, 'meson.build'), encoding='utf-8') as file:
                declared = re.search(r'declare_dependency\((.*?)\)\s*$', file.read(),
                                     re.DOTALL | re.MULTILINE)
            layers[entry.name] = set(re.findall(r'\b(\w+)_dep\b', declared[1].split(
                'dependencies:')[1]))
    names = {name.replace('-', '_'): name for name in layers}
    return {name: {names[target] for target in targets if target in names}
            for name, targets in layers.items()}


def different_arrows(text):
    """The diagram and what meson compiles are the same thing."""
    there, shown = compiled(), drawn(text)
    for name in sorted(there.keys() ^ shown.keys()):
        yield f'{name} is in one of diagram and src, but not in both'
    for name in sorted(there.keys() & shown.keys()):
        if there[name] != shown[name]:
            yield f'{name}: the diagram points to {sorted(shown[name])}, meson to {sorted(there[name])}'


def reaching_in():
    """A private header is included by its bare name, which only its own folder can resolve."""
    for folder, _folders, files in os.walk(os.path.join(root, 'src')):
        for name in files:
            if name.endswith(('.c', '.h')):
                with open(os.path.join(folder, name), encoding='utf-8') as file:
                    for included in re.findall(r'^#include "(.*/.*)"', file.read(), re.MULTILINE):
                        yield f'{name} includes {included} by its path'


results.check('/readme/commands-run-as-written', run_commands())
results.check('/readme/files-are-there', missing_files())
results.check('/readme/is-short', [] if len(readme.split()) < MOST_WORDS
              else [f'{len(readme.split())} words, not under {MOST_WORDS}'])
results.check('/readme/the-diagram-is-what-meson-compiles', different_arrows(readme))
results.check('/readme/contributors-see-the-same-diagram', different_arrows(contributing))
results.check('/readme/no-folder-reaches-into-another', reaching_in())
results.finish()
