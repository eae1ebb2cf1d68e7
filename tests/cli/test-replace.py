# SPDX-License-Identifier: GPL-3.0-or-later
"""Replaces words in postings, and sets a field in several."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])


def run(folder, *arguments):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding='utf-8',
                          cwd=folder, env=environment, timeout=30 * PATIENCE, check=False)


def put(folder, name, title, text='', version=2):
    (folder / name).write_text(json.dumps(
        {'format': 'vacancy-posting', 'version': version, 'language': 'en',
         'job': {'title': title},
         'sections': [{'id': 'a', 'title': 'About', 'audience': 'candidate', 'text': text,
                       'items': [{'text': 'Acme bullet'}], 'advice': 'Acme advice'}]},
        indent=2, ensure_ascii=False) + '\n', encoding='utf-8')
    return (folder / name).read_bytes()


def check_dry_run(tap, folder):
    before = put(folder, 'a.vacancy', 'Engineer at Acme', 'acme pays.\n\nAcmeton does not.')
    done = run(folder, 'replace', '--dry-run', '-w', 'Acme', 'Globex', 'a.vacancy')
    tap.check('/cli/replace/a-dry-run-says-each-place-and-writes-nothing', same(
        (done.returncode, done.stdout, done.stderr, (folder / 'a.vacancy').read_bytes() == before),
        (0, 'a.vacancy:6:14: Engineer at [-Acme-]{+Globex+}\n'
            'a.vacancy:13:15: [-acme-]{+Globex+} pays.  Acmeton does not.\n'
            'a.vacancy:16:19: [-Acme-]{+Globex+} bullet\n'
            'a.vacancy:19:17: [-Acme-]{+Globex+} advice\n', '', True)))
    for options, places in ((('--in', 'headings'), [6]), (('--in', 'text'), [13, 13]),
                            (('--in', 'bullets,team'), [16, 19]), (('--in', 'facts'), []),
                            (('--case', '--word'), [6, 16, 19])):
        done = run(folder, 'replace', '-n', *options, 'Acme', 'Globex', 'a.vacancy')
        found = [int(line.split(':')[1]) for line in done.stdout.splitlines()]
        tap.check(f'/cli/replace/{"-".join(options)}', same((done.returncode, found), (0, places)))


def check_replacing(tap, folder):
    first = put(folder, 'a.vacancy', 'Engineer at Acme')
    old = put(folder, 'old.vacancy', 'Cook', version=1).replace(b'Acme', b'Cook')
    (folder / 'old.vacancy').write_bytes(old)
    (folder / 'bad.vacancy').write_text('{"format": "vacancy-posting",\n  "version": ')
    os.symlink('a.vacancy', folder / 'link.vacancy')
    done = run(folder, 'replace', '-w', 'Acme', 'Globex', 'a.vacancy', 'old.vacancy', 'bad.vacancy',
               'link.vacancy', 'a.vacancy')
    tap.check('/cli/replace/each-file-is-changed-once-or-says-why-not', same(
        (done.returncode, done.stdout, done.stderr.startswith('bad.vacancy:2:'),
         done.stderr.count('\n')), (1, 'a.vacancy: 3\n', True, 1)))
    tap.check('/cli/replace/where-nothing-is-found-not-a-byte-changes', same(
        (folder / 'old.vacancy').read_bytes(), old))
    tap.check('/cli/replace/a-link-stays-one', same((folder / 'link.vacancy').is_symlink(), True))
    done = run(folder, 'history', 'a.vacancy')
    number = done.stdout.split('\t')[0]
    kept = run(folder, 'history', 'a.vacancy', '--show', number)
    tap.check('/cli/replace/the-version-before-is-kept', same(
        (done.stdout.count('\n'), kept.stdout.encode()), (1, first)))


def check_what_stays(tap, folder):
    put(folder, 'a.vacancy', 'Acme', 'Work at {{employer}}')
    before = (folder / 'a.vacancy').read_bytes()
    done = run(folder, 'replace', '--in', 'headings', 'Acme', '', 'a.vacancy')
    tap.check('/cli/replace/a-title-does-not-become-empty', same(
        (done.returncode, done.stdout, 'must not be empty' in done.stderr,
         (folder / 'a.vacancy').read_bytes() == before), (1, '', True, True)))


def check_misuse(tap, folder):
    put(folder, 'a.vacancy', 'Acme')
    cases = {
        'nothing-to-look-for': ('', 'x', 'a.vacancy'),
        'no-file': ('a', 'b'),
        'standard-input': ('a', 'b', '-'),
        'an-unknown-place': ('--in', 'nowhere', 'a', 'b', 'a.vacancy'),
        'bytes-that-are-no-text': (b'\xff'.decode(errors='surrogateescape'), 'b', 'a.vacancy'),
        'only-files-that-are-not-there': ('a', 'b', 'no.vacancy'),
    }
    for name, arguments in cases.items():
        done = run(folder, 'replace', *arguments)
        tap.check(f'/cli/replace/refuses-{name}', same(
            (done.returncode, done.stdout, done.stderr != ''), (2, '', True)))
    put(folder, 'a.vacancy', 'Ac\u202eme\x1b')
    done = run(folder, 'replace', '-n', 'me', 'x', 'a.vacancy')
    tap.check('/cli/replace/what-changes-direction-is-made-visible', same(
        (done.returncode, '\u202e' in done.stdout, '\x1b' in done.stdout), (0, False, False)))


def check_locked(tap, folder):
    """A built-in text that is locked, in one posting, and edited in the other."""
    for name in 'a.vacancy', 'b.vacancy':
        put(folder, name, 'Cook')
        run(folder, 'texts', 'insert', 'accommodation-us', name)
    texts = json.loads(run(folder, 'texts', '--to', 'json').stdout)
    tap.check('/cli/replace/the-text-is-locked', same(
        [text['locked'] for text in texts if text['id'] == 'accommodation-us'], [True]))
    section = 'sections.1.title'
    done = run(folder, 'set', 'b.vacancy', f'{section}=Ways to Accommodate You')
    tap.check('/cli/replace/a-copy-is-edited', same(done.returncode, 0))
    dry = run(folder, 'replace', '-n', 'accommodat', 'assist', 'a.vacancy', 'b.vacancy')
    done = run(folder, 'replace', 'accommodat', 'assist', 'a.vacancy', 'b.vacancy')
    tap.check('/cli/replace/a-locked-text-stays', [
        *same((dry.returncode, done.returncode), (1, 1)),
        *same('assist' in run(folder, 'get', 'a.vacancy', section).stdout, False),
        *same('locked' in done.stderr and 'a.vacancy' in done.stderr, True)])
    tap.check('/cli/replace/one-that-was-edited-does-not', same(
        run(folder, 'get', 'b.vacancy', section).stdout, 'Ways to assiste You\n'))
    done = run(folder, 'replace', '--locked', 'accommodat', 'assist', 'a.vacancy')
    tap.check('/cli/replace/unless-it-is-wanted', same(
        (done.returncode, 'assist' in run(folder, 'get', 'a.vacancy', section).stdout), (0, True)))


def check_setting(tap, folder):
    for name in 'a.vacancy', 'b.vacancy':
        put(folder, name, 'Cook')
    done = run(folder, 'set', 'a.vacancy', 'b.vacancy', 'status=archived', 'job.title=Chef')
    titles = [run(folder, 'get', name, 'job.title').stdout for name in ('a.vacancy', 'b.vacancy')]
    tap.check('/cli/set/several-files', same((done.returncode, titles), (0, ['Chef\n'] * 2)))
    done = run(folder, 'set', 'a.vacancy', 'no.vacancy', 'job.title=Baker')
    tap.check('/cli/set/one-of-several-is-not-there', same(
        (done.returncode, run(folder, 'get', 'a.vacancy', 'job.title').stdout), (1, 'Baker\n')))
    for arguments in (('a.vacancy', '-', 'job.title=x'),
                      ('-o', 'c.vacancy', 'a.vacancy', 'b.vacancy', 'job.title=x'),
                      ('a.vacancy', 'job.title=x', 'b.vacancy')):
        done = run(folder, 'set', *arguments)
        title = run(folder, 'get', 'a.vacancy', 'job.title').stdout
        tap.check(f'/cli/set/refuses-{" ".join(arguments)}', same(
            (done.returncode, title), (2, 'Baker\n')))


def main():
    tap = Tap()
    for check in (check_dry_run, check_replacing, check_what_stays, check_misuse, check_locked,
                  check_setting):
        with tempfile.TemporaryDirectory() as name:
            check(tap, pathlib.Path(name))
    tap.finish()


main()
