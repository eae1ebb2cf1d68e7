#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-licences.py SOURCE-ROOT: what the tree says of its licences, read as machines read it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import sources
from tap import Tap

GPL = 'LICENSES/GPL-3.0-or-later.txt'
root = sys.argv[1]
tap = Tap()


def copy_sources(target):
    """The tree without its build folders, whether or not git is there to tell which those are."""
    for path in sources.files(root, ''):
        os.makedirs(os.path.join(target, os.path.dirname(path)), exist_ok=True)
        shutil.copyfile(os.path.join(root, path), os.path.join(target, path))


def lint():
    with tempfile.TemporaryDirectory() as tree:
        copy_sources(tree)
        run = subprocess.run(['reuse', '--root', tree, 'lint'], capture_output=True, text=True)
    # An expression that reuse cannot parse is reported there, and counts as nothing.
    yield from (line for line in run.stderr.splitlines() if ' ERROR ' in line)
    if run.returncode != 0:
        yield run.stdout + run.stderr


def holders():
    """Each place that names who holds the copyright, and the name."""
    for path, pattern in [('.reuse/dep5', r'^Copyright: (.*)$'),
                          ('data/app.metainfo.xml.in.in', r'<name [^>]*>(.*)</name>'),
                          ('data/app.metainfo.xml.in.in', r'<developer_name [^>]*>(.*)</'),
                          ('src/app/vac-about.c', r'"developer-name", _\("(.*)"\)')]:
        names = re.findall(pattern, sources.read(root, path), re.M)
        yield from ((path, name) for name in names or ['nobody'])


def other_holders():
    found = list(holders())
    return [f'{path}: "{name}", elsewhere "{found[0][1]}"'
            for path, name in found if name != found[0][1]]


if shutil.which('reuse'):
    tap.check('/licences/every-file-has-a-licence-and-a-copyright-holder', lint())
else:
    tap.skip('/licences/every-file-has-a-licence-and-a-copyright-holder', 'reuse is not installed')
tap.check('/licences/copying-is-the-text-of-the-licence',
          [] if sources.read(root, 'COPYING') == sources.read(root, GPL)
          else [f'COPYING and {GPL} differ'])
tap.check('/licences/the-copyright-holder-has-one-name', other_holders())
tap.finish()
