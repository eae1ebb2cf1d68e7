# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports the comparison of eight places in every format, and reads it with other programs."""

import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402

PROGRAM = sys.argv[1]
PLACES = ['Seattle', 'Austin', 'Boston', 'Chicago', 'Atlanta', 'San Francisco', 'New York',
          'Remote']
CHOICE = ['--what', 'salaries', '--base', 'Austin',
          *(word for place in PLACES for word in ('--place', place))]
LEAST_PIXELS = 1200


def run(*arguments, status=None):
    found = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, check=False,
                           timeout=60 * PATIENCE)
    if status is not None and found.returncode != status:
        raise AssertionError(f'{arguments}: {found.returncode}: {found.stderr.decode()}')
    return found


def export(posting, form, *more):
    return run('export', '--to', form, *CHOICE, *more, posting).stdout


class Cells(html.parser.HTMLParser):
    """The rows of the first table of a page, and the words for its chart."""

    def __init__(self):
        super().__init__()
        self.rows, self.open, self.label = [], False, None

    def handle_starttag(self, tag, attributes):
        if tag == 'tr':
            self.rows.append([])
        if tag in ('td', 'th'):
            self.open = True
            self.rows[-1].append('')
        if tag == 'svg':
            self.label = dict(attributes).get('aria-label')

    def handle_endtag(self, tag):
        if tag in ('td', 'th'):
            self.open = False
            self.rows[-1][-1] = self.rows[-1][-1].strip()

    def handle_data(self, data):
        if self.open:
            self.rows[-1][-1] += data


def read_markdown(text):
    rows = [[cell.strip() for cell in line.strip().strip('|').split('|')]
            for line in text.splitlines() if line.startswith('| ')]
    return [row for row in rows if not set(row[1]) <= set('-: ')]


def check_tables(tap, posting):
    rows = read_markdown(export(posting, 'markdown').decode())
    tap.check('/cli/comparison/markdown-has-a-table-of-the-chosen-places', [] if
              rows[0][0] == 'Place' and rows[0][2] == 'Austin †' and len(rows[0]) == 9 and
              rows[0][1] == 'Seattle' and ['Remote'] == rows[0][8:] else [rows[0]])
    page = Cells()
    page.feed(export(posting, 'html').decode())
    tap.check('/cli/comparison/the-web-page-has-the-same-cells',
              [] if page.rows == rows else [page.rows, rows])
    tap.check('/cli/comparison/its-chart-has-words', [] if page.label and
              all(place in page.label for place in PLACES) and '$140,000 – $200,000' in page.label
              else [page.label])
    text = export(posting, 'text').decode()
    tap.check('/cli/comparison/text-has-every-figure', [
        cell for row in rows for cell in row[1:] if cell not in text and ' ' not in cell])
    for form, wanted in (('amount', '+$20,000'), ('percent', '+13.3%')):
        cells = read_markdown(export(posting, 'markdown', '--difference', form).decode())
        row = cells[[row[0] for row in cells].index('Midpoint') + 1]
        tap.check(f'/cli/comparison/differences-as-{form}',
                  [] if row[1] == wanted and row[2] == '—' else [row])
    return rows


def check_word(tap, posting, folder, rows):
    path = folder / 'a.docx'
    path.write_bytes(export(posting, 'docx'))
    with zipfile.ZipFile(path) as package:
        png = package.read('word/media/chart1.png')
    width = int.from_bytes(png[16:20], 'big')
    tap.check('/cli/comparison/the-word-file-has-a-picture-of-the-chart',
              [] if png[:8] == b'\x89PNG\r\n\x1a\n' and width > LEAST_PIXELS else [width])
    try:
        import docx
    except ImportError:
        tap.skip('/cli/comparison/python-docx-reads-the-table', 'python3-docx is not installed')
        return
    document = docx.Document(path)
    table = document.tables[0]
    found = [[cell.text for cell in row.cells] for row in table.rows]
    alternative = document.inline_shapes[0]._inline.docPr.get('descr')
    tap.check('/cli/comparison/python-docx-reads-the-table', (
        ['another table', found, rows] if found != rows else
        ['a figure is not flush right'] if any(
            cell.paragraphs[0].alignment != docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
            for row in table.rows for cell in row.cells[1:]) else
        [alternative] if 'Seattle: $140,000 – $200,000' not in alternative else []))


def check_paper(tap, posting, folder):
    """English of the United States is on Letter, German on A4."""
    german = folder / 'de.vacancy'
    run('new', 'machine-learning-engineer', '--language', 'de', '-o', german, status=0)
    for name, size, path in (('letter', '612 x 792', posting), ('a4', '595', german)):
        places = json.loads(path.read_text(encoding='utf-8'))['salaries']['places'][:8]
        names = [word for place in places for word in ('--place', place['name'])]
        pdf = folder / f'{name}.pdf'
        pdf.write_bytes(run('export', '--to', 'pdf', '--what', 'salaries', *names, '--base',
                            places[0]['name'], path).stdout)
        words = re.search(rb'/Alt <FEFF([0-9A-F]+)>', pdf.read_bytes())
        words = bytes.fromhex(words[1].decode()).decode('utf-16-be') if words else ''
        tap.check(f'/cli/comparison/the-chart-on-{name}-has-words', [
            place['name'] for place in places if place['name'] not in words])
        if shutil.which('pdfinfo') is None:
            tap.skip(f'/cli/comparison/eight-places-are-one-page-of-{name}', 'no pdfinfo')
            continue
        facts = subprocess.run(['pdfinfo', pdf], capture_output=True, check=True,
                               encoding='utf-8').stdout
        tap.check(f'/cli/comparison/eight-places-are-one-page-of-{name}', [] if
                  re.search(r'Pages: +1\n', facts) and f' {size}' in facts else [facts])


def check_misuse(tap, posting):
    for name, arguments, said in (
            ('places-are-for-salaries', ['--place', 'Seattle'], '--what=salaries'),
            ('a-difference-needs-a-base', ['--what', 'salaries', '--difference', 'both'], '--base'),
            ('a-form-of-differences-is-known',
             ['--what', 'salaries', '--base', 'Austin', '--difference', 'x'], 'percent'),
            ('an-unknown-place-is-no-file', ['--what', 'salaries', '--place', 'Paris'], 'Paris')):
        found = run('export', '--to', 'text', *arguments, posting)
        tap.check(f'/cli/comparison/{name}', [] if found.returncode == 2 and not found.stdout and
                  said in found.stderr.decode() else [found])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        posting = folder / 'posting.vacancy'
        run('new', 'machine-learning-engineer', '-o', posting, status=0)
        rows = check_tables(tap, posting)
        check_word(tap, posting, folder, rows)
        check_paper(tap, posting, folder)
        check_misuse(tap, posting)
    tap.finish()


main()
