# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files are the same bytes however the program saves work: what it has laid out for one posting
and takes over into the next, and the typeface inside it in place of all fonts of the machine."""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2])
POSTINGS = sorted(SOURCE.glob('tests/data/*.vacancy')) + sorted(SOURCE.glob('data/guides/*.json'))
# Where fontconfig's own rules are, by default: whoever says so gets all fonts.
ALL_FONTS = {'FONTCONFIG_PATH': '/etc/fonts'}


def export(folder, design, postings, **variables):
    """The files of these postings, in one run. What is reported as missing does not matter."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        subprocess.run([PROGRAM, 'export', '--to', 'pdf', '--design', design, '-j', '1', '-o', out,
                        *postings], stderr=subprocess.DEVNULL, timeout=PATIENCE,
                       env=dict(os.environ, LC_ALL='C.UTF-8', **variables))
        return {path.name: path.read_bytes() for path in pathlib.Path(out).iterdir()}


def compare_fonts(folder, design):
    """The files that are others with all fonts of the machine."""
    own, every = export(folder, design, POSTINGS), export(folder, design, POSTINGS, **ALL_FONTS)
    if len(own) != len(POSTINGS):
        return [f'{len(own)} files of {len(POSTINGS)} postings']
    return [name for name in sorted({*own, *every}) if own.get(name) != every.get(name)]


def compare_alone(folder, design):
    """The postings whose file is another one after others."""
    together = export(folder, design, POSTINGS).values()
    return [posting.name for posting in POSTINGS
            if not set(export(folder, design, [posting]).values()) <= set(together)]


tap = Tap()
with tempfile.TemporaryDirectory() as name:
    for design in 'classic', 'modern', 'compact':
        tap.check(f'/pages/{design}-is-the-same-with-all-fonts', compare_fonts(name, design))
    # It has columns of each kind.
    tap.check('/pages/compact-is-the-same-after-others', compare_alone(name, 'compact'))
tap.finish()
