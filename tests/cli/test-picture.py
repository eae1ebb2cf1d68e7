# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets, prints and removes an employer's logo, and gives files that are no logo."""

import base64
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
PREFIX = 'data:image/png;base64,'
LOGO = 'job.employer.logo'


def chunk(name, content):
    return (struct.pack('>I', len(content)) + name + content +
            struct.pack('>I', zlib.crc32(name + content)))


def make_png(width, height, pixels, more=b''):
    header = struct.pack('>IIBBBBB', width, height, 8, 6, 0, 0, 0)
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + more +
            chunk(b'IDAT', zlib.compress(pixels, 9)) + chunk(b'IEND', b''))


GOOD = make_png(40, 20, (b'\0' + b'\x20\x60\xa0\xff' * 40) * 20, chunk(b'tEXt', b'Author\0Nobody'))
FILES = {
    'empty.png': (b'', 'empty'),
    'text.png': (b'This is a text.\n', 'not a PNG'),
    'half.png': (GOOD[:len(GOOD) // 2], 'damaged'),
    'bomb.png': (make_png(30000, 30000, bytes(100000)), '30000 × 30000'),
    'huge.png': (GOOD + bytes(9 * 1024 * 1024), '8 MiB'),
    'animation.gif': (b'GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;',
                      'not a PNG'),
    'page.svg': (b'<html><script>alert(1)</script></html>', 'not an SVG'),
    'entities.svg': (b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
                     b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>', 'not an SVG'),
}


def run(folder, *arguments):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding='utf-8',
                          cwd=folder, env=environment, timeout=30 * PATIENCE, check=False)


def get(folder):
    return run(folder, 'get', 'a.vacancy', LOGO).stdout.rstrip('\n')


def check_setting(tap, folder):
    done = run(folder, 'set', 'a.vacancy', f'{LOGO}=@good.png')
    value = get(folder)
    png = base64.b64decode(value.removeprefix(PREFIX))
    tap.check('/cli/picture/is-set-from-a-file-beside-the-working-directory',
              same((done.returncode, done.stderr, value.startswith(PREFIX)), (0, '', True)))
    tap.check('/cli/picture/holds-the-pixels-and-no-more', same(
        (png[:8], struct.unpack('>II', png[16:24]), b'tEXt' in png, b'Nobody' in png),
        (b'\x89PNG\r\n\x1a\n', (40, 20), False, False)))
    done = run(folder, 'set', 'a.vacancy', f'{LOGO}={value}')
    tap.check('/cli/picture/can-be-set-to-what-get-prints', same((done.returncode, get(folder)),
                                                                 (0, value)))
    found = run(folder, 'check', 'a.vacancy')
    tap.check('/cli/picture/has-no-finding', same(LOGO in found.stderr, False))
    for name, (content, sentence) in FILES.items():
        (folder / name).write_bytes(content)
        done = run(folder, 'set', 'a.vacancy', f'{LOGO}=@{name}', 'job.title=Changed')
        tap.check(f'/cli/picture/{name.replace(".", "-")}-is-refused-and-nothing-written', same(
            (done.returncode, sentence in done.stderr, name in done.stderr, get(folder)),
            (2, True, True, value)))
    done = run(folder, 'set', 'a.vacancy', f'{LOGO}=@none.png')
    tap.check('/cli/picture/a-file-that-is-not-there-is-named',
              same((done.returncode, 'none.png' in done.stderr), (2, True)))
    done = run(folder, 'set', 'a.vacancy', f'{LOGO}=good.png')
    tap.check('/cli/picture/any-other-text-is-refused',
              same((done.returncode, get(folder)), (2, value)))
    done = run(folder, 'set', 'a.vacancy', f'{LOGO}=')
    tap.check('/cli/picture/is-removed-by-nothing', same((done.returncode, get(folder)), (0, '')))


def check_strange_values(tap, folder):
    """What a hand or another program put there is reported and kept, and printed nowhere."""
    bomb = PREFIX + base64.b64encode(FILES['bomb.png'][0]).decode()
    for value in (bomb, PREFIX + 'A' * 3000000, 'see {{nobody}} \u2063 \U0010fffd'):
        posting = {'format': 'vacancy-posting', 'version': 2,
                   'job': {'title': 'Clerk', 'employer': {'name': 'Acme', 'logo': value}}}
        (folder / 'b.vacancy').write_text(json.dumps(posting), encoding='utf-8')
        findings = [(finding['id'], finding['text'], len(finding['message']) < 200) for finding
                    in json.loads(run(folder, 'check', '--to', 'json', 'b.vacancy').stdout)
                    if finding['path'] == LOGO]
        tap.check('/cli/picture/a-value-that-is-none-is-one-finding-without-its-text',
                  same(findings, [('structure.value', '', True)]))
        done = run(folder, 'set', 'b.vacancy', 'job.department=R&D')
        kept = json.loads((folder / 'b.vacancy').read_text(encoding='utf-8'))
        tap.check('/cli/picture/a-value-that-is-none-is-kept',
                  same((done.returncode, kept['job']['employer']['logo'] == value), (0, True)))
        for kind in ('text', 'html', 'markdown', 'jobposting', 'pdf'):
            made = run(folder, 'export', '--force', '--to', kind, '-o', 'out', 'b.vacancy')
            size = (folder / 'out').stat().st_size
            tap.check(f'/cli/picture/a-value-that-is-none-is-not-in-{kind}', same(
                (made.returncode < 2, size < 100000, b'img' in (folder / 'out').read_bytes()),
                (True, True, False)))


def check_comparing(tap, folder):
    other = make_png(30, 20, (b'\0' + b'\xa0\x60\x20\xff' * 30) * 20)
    (folder / 'other.png').write_bytes(other)
    for name, logo in (('none', ''), ('one', '@good.png'), ('two', '@other.png')):
        (folder / f'{name}.vacancy').write_bytes((folder / 'a.vacancy').read_bytes())
        run(folder, 'set', f'{name}.vacancy', f'{LOGO}={logo}')
    names = {'none': [], 'one': ['picture of 40 × 20 pixels'], 'two': ['picture of 30 × 20 pixels']}
    for kind in 'text', 'json', 'html':
        for a, b in ('none', 'one'), ('one', 'none'), ('one', 'two'):
            done = run(folder, 'diff', '--to', kind, f'{a}.vacancy', f'{b}.vacancy')
            missing = [name for name in names[a] + names[b] if name not in done.stdout]
            tap.check(f'/cli/picture/diff-to-{kind}-from-{a}-to-{b}-calls-it-a-picture', same(
                (done.returncode, missing, 'base64' in done.stdout), (1, [], False)))
    done = run(folder, 'merge', 'none.vacancy', 'one.vacancy', 'two.vacancy')
    tap.check('/cli/picture/merging-two-calls-them-pictures', same(
        (done.returncode, done.stderr.count('picture of'), 'base64' in done.stderr), (1, 2, False)))
    done = run(folder, 'history', 'one.vacancy')
    tap.check('/cli/picture/history-has-none-of-it', same(
        (done.returncode, 'base64' in done.stdout), (0, False)))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / 'good.png').write_bytes(GOOD)
        (folder / 'a.vacancy').write_text(json.dumps(
            {'format': 'vacancy-posting', 'version': 2,
             'job': {'title': 'Clerk', 'employer': {'name': 'Acme'}}}), encoding='utf-8')
        check_setting(tap, folder)
        check_strange_values(tap, folder)
        check_comparing(tap, folder)
    tap.finish()


main()
