# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that nobody here wrote and that judge exported files; each may be missing."""

import filecmp
import os
import shutil
import subprocess

from tap import PATIENCE

HERE = os.path.dirname(os.path.abspath(__file__))
COPIED = ('package.json', 'package-lock.json', 'judge-jobposting.mjs', 'judge-jsonresume.mjs',
          'judge-markdown.mjs')


class Missing(Exception):
    """A judge is not there; the text says why."""


def find(program):
    path = shutil.which(program)
    if path is None:
        raise Missing(f'{program} is not installed')
    return path


def run(*arguments, cwd=None):
    """Standard output and standard error together, and the exit status."""
    try:
        done = subprocess.run(arguments, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL, text=True, timeout=20 * PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise Missing(f'{os.path.basename(arguments[0])} did not come to an end') from error
    return done.stdout, done.returncode


def install_packages(folder):
    """The npm packages of package.json in exact versions, in a folder that lasts between runs."""
    find('node')
    npm = find('npm')
    os.makedirs(folder, exist_ok=True)
    lock = os.path.join(folder, 'package-lock.json')
    fresh = os.path.isdir(os.path.join(folder, 'node_modules', 'typescript')) and \
        filecmp.cmp(os.path.join(HERE, 'package-lock.json'), lock, shallow=False)
    for name in COPIED:
        shutil.copy(os.path.join(HERE, name), folder)
    if fresh:
        return
    output, status = run(npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', cwd=folder)
    if status != 0:
        shutil.rmtree(os.path.join(folder, 'node_modules'), ignore_errors=True)
        last = output.strip().splitlines()[-1:] or ['it said nothing']
        raise Missing(f'npm could not install the judges: {last[0]}')


def node(folder, script, *arguments):
    install_packages(folder)
    output, status = run(find('node'), script, *arguments, cwd=folder)
    return output.splitlines() + ([] if status == 0 else [f'{script} ended with status {status}'])
