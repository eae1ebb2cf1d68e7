#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-clang.py SOURCE-ROOT: the other compiler has nothing to say either."""

import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import Tap  # noqa: E402

root = os.path.abspath(sys.argv[1])
tap = Tap()


def problems():
    with tempfile.TemporaryDirectory() as folder:
        for words in (['meson', 'setup', folder, root, '-Dwerror=true', '-Dtests=enabled'],
                      ['meson', 'compile', '-C', folder, '--ninja-args=-k0']):
            done = subprocess.run(words, env={**os.environ, 'CC': 'clang'}, capture_output=True,
                                  text=True, stdin=subprocess.DEVNULL)
            if done.returncode:
                yield done.stdout + done.stderr
                return


if shutil.which('clang'):
    tap.check('/clang/compiles-everything-without-a-warning', problems())
else:
    tap.skip('/clang/compiles-everything-without-a-warning', 'clang is not installed')
tap.finish()
