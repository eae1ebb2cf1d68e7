# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports workbooks, zip files and several tables with `vacancy-cli salary` as a person does."""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / 'metadata'), str(TESTS / 'salary')]
from tap import PATIENCE, Tap  # noqa: E402
from workbook import Workbook, make_zip  # noqa: E402

PROGRAM = sys.argv[1]
# The header of the tables of May 2025, and the columns that a row needs.
OEWS = ('AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE '
        'O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE '
        'H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL '
        'HOURLY').split()


class Folder:
    def __init__(self, path):
        self.path = pathlib.Path(path)

    def write(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def run(*arguments):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, 'salary', *map(str, arguments), '--to', 'json'],
                          capture_output=True, encoding='utf-8', env=environment,
                          timeout=60 * PATIENCE, check=False)


def expect(found, places=None, status=0, err=(), unsaid=()):
    """Yields what is wrong with a run. @places: {name: (minimum, maximum)}."""
    if found.returncode != status:
        yield f'exit status {found.returncode}, not {status}: {found.stderr}'
    for text in err:
        if text not in found.stderr:
            yield f'“{text}” is not said in: {found.stderr}'
    for text in unsaid:
        if text in found.stderr:
            yield f'“{text}” is said in: {found.stderr}'
    if places:
        all_places = json.loads(found.stdout or '{"places": []}')['places']
        got = {place['name']: (place.get('minimum'), place.get('maximum')) for place in all_places}
        for name, pair in places.items():
            if got.get(name) != pair:
                yield f'{name}: {got.get(name)}, not {pair}'


def oews_row(area, title, kind, low, high, group='cross-industry'):
    row = {'AREA': area, 'AREA_TITLE': title, 'AREA_TYPE': kind, 'I_GROUP': group,
           'OCC_CODE': '15-2051', 'OCC_TITLE': 'Data Scientists', 'A_PCT25': low, 'A_PCT75': high,
           'A_MEDIAN': low}
    return [row.get(name) for name in OEWS]


def oews_release():
    rows = [OEWS, oews_row('12420', 'Austin-Round Rock-San Marcos, TX', '4', 101010, '#'),
            oews_row('19740', 'Denver-Aurora-Centennial, CO', '4', 95250, 150000),
            oews_row('99999', 'Nowhere, TX', '4', '*', '**'),
            oews_row('99998', 'Halfway, TX', '4', '*', 90000),
            oews_row('19740', 'Denver-Aurora-Centennial, CO', '4', 1, 2, '3-digit')]
    metro = Workbook().add('MSA_M2025_dl', rows)
    others = Workbook().add('BOS_M2025_dl', [
        OEWS, oews_row('0100001', 'Northwest Alabama nonmetropolitan area', '6', 50000, 60000)])
    notes = Workbook().add('Field Descriptions', [['Field', 'Description'], ['AREA', 'Code']])
    return make_zip([('oesm25ma/BOS_M2025_dl.xlsx', others.make()),
                     ('oesm25ma/MSA_M2025_dl.xlsx', metro.make()),
                     ('oesm25ma/field_descriptions.xlsx', notes.make()),
                     ('__MACOSX/oesm25ma/._MSA_M2025_dl.xlsx', b'none')])


def check_official(tap, folder):
    release = folder.write('oesm25ma.zip', oews_release())
    tap.check('/cli/salary/the-metropolitan-workbook-of-a-release-is-chosen', expect(
        run('--import', release), {'Austin': (101010, 239200),
                                   'Halfway, TX': (None, 90000),
                                   'Denver-Aurora-Centennial, CO': (95250, 150000)}, 1,
        ['“#” is taken for 239,200', 'oesm25ma.zip:4:1: Nowhere, TX: the survey gives no figure',
         '1 row has one end of a range only'],
        ['Alabama']))
    tap.check('/cli/salary/another-workbook-of-a-release-can-be-chosen', expect(
        run('--import', release, '--sheet', 'BOS_M2025_dl.xlsx'),
        {'Northwest Alabama nonmetropolitan area': (50000, 60000)}, 0, unsaid=['Austin']))
    found = run('--import', release)
    tap.check('/cli/salary/the-workbook-of-a-release-is-in-the-source', [] if
              'oesm25ma.zip, MSA_M2025_dl.xlsx' in found.stdout else [found.stdout])
    # Before there was a column for the kind of area, only the name told it.
    old = [name for name in OEWS if name not in ('AREA_TYPE', 'I_GROUP')]
    cells = ['x'] * len(old)
    cells[old.index('AREA_TITLE')], cells[old.index('OCC_CODE')] = 'Reno, NV', '15-2051'
    cells[old.index('A_PCT25')], cells[old.index('A_PCT75')] = 61000, 70000
    book = Workbook(inline=True).add('data', [old, cells]).make()
    names = folder.write('oesm17ma.zip', make_zip([('BOS_M2017_dl.xlsx', book),
                                                   ('MSA_M2017_dl.xlsx', book),
                                                   ('aMSA_M2017_dl.xlsx', book)]))
    tap.check('/cli/salary/the-name-tells-the-metropolitan-workbook', expect(
        run('--import', names), {'Reno, NV': (61000, 70000)}))


def check_unchecked(tap, folder):
    """What the program knows by itself is said, and what it does not know is not made up."""
    wages = ('Area,SocCode,GeoLvl,Level1,Level2,Level3,Level4,Average,Label\n'
             '42660,15-2051,1,41.54,52.36,63.17,73.99,63.02,\n'
             '99999,15-2051,1,31.54,42.36,53.17,63.99,53.02,\n')
    names = ('Area,AreaName,StateAb,State,CountyTownName\n'
             '42660,"Seattle-Tacoma-Bellevue, WA",WA,Washington,King County\n'
             '99999,"Spokane, WA",WA,Washington,Spokane County\n')
    release = make_zip([('x/ALC_Export.csv', wages), ('x/EDC_Export.csv', wages),
                        ('x/Geography.csv', names)])
    tap.check('/cli/salary/a-release-names-its-areas', expect(
        run('--import', folder.write('OFLC_Wages_2025-26.zip', release), '--occupation', '15-2051'),
        {'Spokane, WA': (65603, 133099)}, unsaid=['by number only']))
    tap.check('/cli/salary/names-from-elsewhere-are-said-to-be-unchecked', expect(
        run('--import', folder.write('ALC_Export.csv', wages), '--occupation', '15-2051'),
        {'Area 99999': (65603, 133099)}, err=['by number only', 'not checked']))
    old = 'OCC_CODE,OCC_TITLE,AREA_TITLE,A_PCT25,A_MEDIAN,A_PCT75\n15-2051,Data Scientists,Reno,90000,95000,#\n'
    tap.check('/cli/salary/a-cap-that-is-not-known-is-not-made-up', expect(
        run('--import', folder.write('oes2012.csv', old)), status=2,
        err=['Reno: the cap that “#” stands for is not known']))
    tap.check('/cli/salary/a-cap-that-is-not-known-can-be-said', expect(
        run('--import', folder.path / 'oes2012.csv', '--cap', '187200'), {'Reno': (90000, 187200)}))


def check_own(tap, folder):
    pay = [['Our survey of 2025'], [], ['City', 'From', 'To', 'Since'],
           ['Reno, NV', 61000, 70500.5, (45000, 1)], ['Tulsa, OK', 52.810000000000002e3, 60000]]
    book = Workbook(formats=['yyyy-mm-dd']).add('About', [['Notes'], ['of ours']]).add('Pay', pay)
    path = folder.write('own.xlsx', book.make())
    tap.check('/cli/salary/the-sheet-with-places-is-chosen', expect(
        run('--import', path), {'Reno, NV': (61000, 70500.5), 'Tulsa, OK': (52810, 60000)}))
    euro = Workbook(inline=True, formats=['[$€-407]\\ #,##0.00'])
    euro.add('Gehalt', [['Ort', 'Von', 'Bis'], ['Köln', (52000, 1), (61000, 1)]])
    tap.check('/cli/salary/the-currency-of-cells-counts', expect(
        run('--import', folder.write('euro.xlsx', euro.make())), {'Köln': (52000, 61000)}, 1,
        ['in EUR, not converted']))
    years = Workbook()
    for name, state, low in (('2023', 'visible', 61000), ('2024', 'visible', 62000),
                             ('2022', 'hidden', 60000)):
        years.add(name, [['City', 'Min', 'Max'], ['Reno', low, 90000]], state)
    path = folder.write('years.xlsx', years.make())
    tap.check('/cli/salary/two-sheets-that-would-do-are-a-question', expect(
        run('--import', path), status=2, err=['1 “2023”, 2 “2024”', '--sheet']))
    tap.check('/cli/salary/a-sheet-can-be-named', expect(
        run('--import', path, '--sheet', '2024'), {'Reno': (62000, 90000)}))
    tap.check('/cli/salary/a-sheet-that-is-not-there-is-wrong-use', expect(
        run('--import', path, '--sheet', '2021'), status=2, err=['2021', '“2023”']))
    hidden = Workbook().add('a', [['City', 'Min', 'Max'], ['Reno', 61000, 90000]])
    hidden.add('b', [['City', 'Min', 'Max'], ['Reno', 1, 2]], 'hidden')
    tap.check('/cli/salary/a-hidden-sheet-is-no-choice', expect(
        run('--import', folder.write('hidden.xlsx', hidden.make())), {'Reno': (61000, 90000)}))


def check_zips(tap, folder):
    table = 'City;Min;Max\nReno;61000;70000\n'
    tap.check('/cli/salary/a-table-in-a-zip-file-is-read', expect(
        run('--import', folder.write('a.zip', make_zip([('x/pay.csv', table), ('readme.md', 'x')]))),
        {'Reno': (61000, 70000)}))
    tap.check('/cli/salary/a-zip-file-without-tables-is-refused', expect(
        run('--import', folder.write('none.zip', make_zip([('a.doc', 'x')]))), status=2,
        err=['no workbook of Excel']))
    tap.check('/cli/salary/a-damaged-workbook-is-refused', expect(
        run('--import', folder.write('bad.xlsx', b'PK\3\4' + b'x' * 99)), status=2, err=['damaged']))


def check_several(tap, folder):
    one = folder.write('one.csv', 'City;Min;Max\nReno;61000;70000\n;1;2\n')
    two = folder.write('two.csv', 'Ort,Entgelt tief,Entgelt hoch\nTulsa,52000,60000\nUlm,x,2\n')
    columns = ['--column', 'minimum=Entgelt tief', '--column', 'maximum=Entgelt hoch']
    refused = folder.path / 'refused.csv'
    tap.check('/cli/salary/several-tables-are-imported-in-their-order', expect(
        run('--import', one, '--import', two, *columns, '--refused', refused),
        {'Reno': (61000, 70000), 'Tulsa': (52000, 60000)}, 1, ['two.csv:3:1: Ulm: “x”']))
    rows = list(csv.reader(io.StringIO(refused.read_text(encoding='utf-8'))))
    tap.check('/cli/salary/rows-that-are-refused-are-listed-with-reasons', [] if
              [(row[0].rsplit('/', 1)[-1], *row[1:3]) for row in rows] ==
              [('File', 'Line', 'Place'), ('one.csv', '3', ''), ('two.csv', '3', 'Ulm')] and
              'no name' in rows[1][3] and 'not an amount' in rows[2][3] else [rows])
    tap.check('/cli/salary/a-list-of-refusals-replaces-no-file', expect(
        run('--import', one, '--refused', refused), status=1, err=['refused.csv']))
    tap.check('/cli/salary/a-column-has-to-be-in-one-table-at-least', expect(
        run('--import', one, '--import', two, *columns, '--column', 'note=Remark'), status=2,
        err=['“note=Remark”']))
    posting = folder.path / 'posting.vacancy'
    subprocess.run([PROGRAM, 'new', 'machine-learning-engineer', '-o', posting], check=True)
    before = posting.read_bytes()
    found = run(posting, '--import', one, '--import', folder.path / 'none.csv', '--in-place')
    tap.check('/cli/salary/one-table-that-fails-leaves-the-posting', [
        *expect(found, status=2, err=['none.csv']),
        *([] if posting.read_bytes() == before else ['it was written'])])


def check_layouts(tap, folder):
    """What was said about a table holds for the next one with the same columns."""
    first = folder.write('first.csv', 'Werk;Entgelt tief;Entgelt hoch\nUlm;3000;4000\n')
    said = ['--column', 'place=Werk', '--column', 'minimum=Entgelt tief', '--column',
            'maximum=Entgelt hoch', '--period', 'month']
    newer = folder.write('newer.csv', 'WERK;entgelt-tief;Entgelt (hoch)\nUlm;3100;4100\n')
    other = folder.write('other.csv', 'Werk;Entgelt hoch;Entgelt tief\nUlm;4100;3100\n')
    tap.check('/cli/salary/an-unknown-layout-is-a-question', expect(
        run('--import', first), status=2, err=['--column place=TITLE']))
    run('--import', first, *said)
    tap.check('/cli/salary/what-was-said-of-a-layout-is-remembered', expect(
        run('--import', newer), {'Ulm': (37200, 49200)}, 0, ['--forget']))
    tap.check('/cli/salary/columns-in-another-order-are-another-layout', expect(
        run('--import', other), status=2, err=['--column place=TITLE'], unsaid=['--forget']))
    plain = folder.write('plain.csv', 'City;Min;Max\nUlm;3000;4000\n')
    run('--import', plain, '--period', 'month')
    tap.check('/cli/salary/the-period-of-a-common-layout-is-not-remembered', expect(
        run('--import', plain), {'Ulm': (3000, 4000)}, 1, unsaid=['--forget']))
    tap.check('/cli/salary/what-is-said-now-counts-more', expect(
        run('--import', newer, '--period', 'year'), {'Ulm': (3100, 4100)}, 1))
    tap.check('/cli/salary/what-was-said-can-be-forgotten', expect(
        run('--import', newer, '--forget'), status=2, err=['forgotten', '--column place=TITLE']))


def check_updates(tap, folder):
    first = folder.write('first.csv', 'City;Min;Max\nReno;60000;70000\nTulsa;50000;60000\n')
    newer = folder.write('newer.csv', 'City;Min;Max\nReno;61000;72000\nTulsa;50000;60000\n')
    posting = folder.path / 'update.vacancy'
    subprocess.run([PROGRAM, 'new', 'machine-learning-engineer', '-o', posting], check=True)
    run(posting, '--import', first, '--in-place')
    before = posting.read_bytes()
    found = run(posting, '--import', newer)
    tap.check('/cli/salary/an-update-says-what-changes-before-it-replaces', [
        *expect(found, {'Reno': (61000, 72000)},
                err=['Reno: $60,000 – $70,000 → $61,000 – $72,000 (+2.3%)'], unsaid=['Tulsa']),
        *([] if posting.read_bytes() == before else ['it was written'])])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(name)
        for check in (check_official, check_unchecked, check_own, check_zips, check_several, check_layouts,
                      check_updates):
            check(tap, folder)
    tap.finish()


main()
