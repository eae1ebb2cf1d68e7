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

with open(os.path.join(root, 'README.md'), encoding='utf-8') as file:
    readme = file.read()


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
                                  env={**os.environ, 'PATH': path}, timeout=30 * tap.PATIENCE, check=False)
            # A new posting lacks its place of work, which check and export say.
            allowed = (0, 1) if re.search(r' (check|export) ', command) else (0,)
            if done.returncode not in allowed:
                yield f'{command}: exit status {done.returncode}\n{done.stderr}'


def missing_files():
    targets = re.findall(r'\]\(([^)]+)\)', readme) + re.findall(r'`((?:src|data|build-aux|tests)/[\w./-]+)`', readme)
    for target in targets:
        if not re.match(r'[a-z]+:', target) and not os.path.exists(os.path.join(root, target)):
            yield f'{target} is not there'


def missing_layers():
    """The layer diagram names every folder of src, and no other."""
    diagram = readme[readme.index('## Where the code lives'):]
    named = set(re.findall(r'^    (\w+)  +\S', diagram, re.MULTILINE))
    there = {entry.name for entry in os.scandir(os.path.join(root, 'src')) if entry.is_dir()}
    for name in sorted(named ^ there):
        yield f'{name} is in one of diagram and src, but not in both'


results.check('/readme/commands-run-as-written', run_commands())
results.check('/readme/files-are-there', missing_files())
results.check('/readme/the-diagram-names-every-layer', missing_layers())
results.finish()
