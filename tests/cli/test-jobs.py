# SPDX-License-Identifier: GPL-3.0-or-later
"""Many files at once: whatever is printed and written is as if they came one after another."""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
DATA = pathlib.Path(__file__).resolve().parent.parent / 'data'
VERBS = {
    'check': ['check'],
    'check-json': ['check', '--to', 'json', '--level', 'hint'],
    'check-sarif': ['check', '--to', 'sarif'],
    'measure': ['measure'],
    'measure-json': ['measure', '--to', 'json'],
    'export': ['export', '--to', 'text,html,docx,json', '-o', 'out'],
    'export-places': ['export', '--to', 'json', '--per-place', '-o', 'out'],
    'import': ['import', '-o', 'out'],
}


def run(folder, arguments, given=None):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, input=given, capture_output=True,
                          timeout=PATIENCE, env=dict(os.environ, LC_ALL='C.UTF-8'))


def make_files(folder):
    """Postings of different sizes, the same one several times, and files that are none."""
    names = sorted(path.name for path in DATA.glob('*.vacancy'))
    files = []
    for index in range(40):
        name = f'{index}.vacancy'
        (folder / name).write_bytes((DATA / names[index % len(names)]).read_bytes())
        files.append(name)
    (folder / 'broken.vacancy').write_text('{"format": "vacancy-posting",\n "version": }')
    files[7:7] = ['broken.vacancy', 'missing.vacancy', '3.vacancy']
    return files


def tell(folder, verb, files, *jobs):
    """Status, output, messages, and what was written."""
    out = folder / 'out'
    ran = run(folder, [*verb, *jobs, *files])
    written = {path.name: path.read_bytes() for path in out.iterdir()} if out.is_dir() else {}
    for name in written:
        (out / name).unlink()
    return ran.returncode, ran.stdout, ran.stderr, written


tap = Tap()
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    files = make_files(folder)
    for verb, arguments in VERBS.items():
        one = tell(folder, arguments, files, '-j', '1')
        if 'out' in arguments:
            tap.check(f'/jobs/{verb}-writes', [] if len(one[3]) >= 40 else [sorted(one[3])])
        tap.check(f'/jobs/{verb}-is-the-same', same(tell(folder, arguments, files, '-j8'), one))
    for arguments in (['check', '-j', '-1', '0.vacancy'], ['check', '-', '-']):
        ran = run(folder, arguments, b'')
        tap.check('/jobs/refused-' + '-'.join(arguments[1:3]), same(ran.returncode, 2))
    (folder / '-j8').write_bytes((folder / '0.vacancy').read_bytes())
    text = run(folder, ['export', '--to', 'text', '0.vacancy']).stdout
    tap.check('/jobs/file-named-as-an-option',
              same(run(folder, ['export', '-ttext', '--', '-j8']).stdout, text))
    run(folder, ['export', '-t', 'text', '-o', '-j9', '0.vacancy'])
    tap.check('/jobs/value-named-as-an-option', same((folder / '-j9').read_bytes(), text))
tap.finish()
