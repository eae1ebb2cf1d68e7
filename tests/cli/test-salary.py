# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `vacancy-cli salary` as a person does."""

import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402

PROGRAM = sys.argv[1]
FIXTURES = pathlib.Path(__file__).resolve().parent.parent / 'salary' / 'fixtures'


def run(*arguments, columns=None):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    environment.pop('COLUMNS', None)
    if columns:
        environment['COLUMNS'] = str(columns)
    return subprocess.run([PROGRAM, 'salary', *map(str, arguments)], capture_output=True,
                          encoding='utf-8', env=environment, timeout=30 * PATIENCE, check=False)


def expect(found, status=0, out=(), absent=(), err=()):
    """Yields what is wrong with a run."""
    if found.returncode != status:
        yield f'exit status {found.returncode}, not {status}: {found.stderr}'
    for text in out:
        if text not in found.stdout:
            yield f'“{text}” is not in: {found.stdout}'
    for text in absent:
        if text in found.stdout:
            yield f'“{text}” is in: {found.stdout}'
    for text in err:
        if text not in found.stderr:
            yield f'“{text}” is not said in: {found.stderr}'


def get_order(found):
    return [place['name'][:3] for place in json.loads(found.stdout)['places']]


def check_reports(tap):
    tap.check('/cli/salary/the-guide-has-the-expected-figures', expect(
        run(), out=['Seattle', '$170,000', '42.9%', '+13.3%', '65.2%', 'Source: ', '2025'],
        absent=['━']))
    tap.check('/cli/salary/a-wide-terminal-has-range-bars', expect(
        run(columns=200), out=['━◆━', '$100k']))
    tap.check('/cli/salary/a-narrow-terminal-is-not-overrun', [
        line for line in run('--place', 'Austin', columns=80).stdout.splitlines()
        if line.startswith('Austin') and len(line) > 80])
    seattle = json.loads(run('--place', 'Seattle', '--to', 'json').stdout)['places']
    tap.check('/cli/salary/json-has-the-figures-of-seattle', [] if [
        (place['midpoint'], place['spreadPercent'], place['overNationalPercent'])
        for place in seattle] == [(170000, 42.9, 13.3)] else [seattle])
    order = get_order(run('--sort=-national-dollars', '--to', 'json'))
    tap.check('/cli/salary/austin-passes-seattle-and-boston-in-national-dollars',
              [] if order[:5] == ['San', 'New', 'Aus', 'Sea', 'Bos'] else [order])
    tap.check('/cli/salary/csv-names-its-columns', expect(
        run('--to', 'csv', '--place', 'seattle'),
        out=['place,minimum,maximum,midpoint,spread,', 'Seattle,140000,200000,170000,42.9,20000,13.3,']))
    tap.check('/cli/salary/places-stand-side-by-side-with-a-base', expect(
        run('--place', 'Seattle', '--place', 'Austin', '--base', 'Seattle'),
        out=['−$20,000 (−11.8%)', '▲', '▼', '± against Seattle']))


def check_mistakes(tap):
    tap.check('/cli/salary/an-unknown-place-is-wrong-use', expect(
        run('--place', 'Paris'), status=2, err=['Paris']))
    tap.check('/cli/salary/an-unknown-column-is-wrong-use', expect(
        run('--sort', 'weather'), status=2, err=['weather', 'midpoint']))
    tap.check('/cli/salary/an-unknown-format-is-wrong-use', expect(
        run('--to', 'pdf'), status=2, err=['pdf']))
    tap.check('/cli/salary/in-place-needs-a-posting', expect(
        run('--in-place'), status=2, err=['--import']))
    tap.check('/cli/salary/an-unreadable-table-is-reported', expect(
        run('--import', FIXTURES / 'none.csv'), status=2, err=['none.csv: ']))


def check_import(tap, folder):
    table = FIXTURES / 'oews-metro.csv'
    tap.check('/cli/salary/an-official-table-is-imported', expect(
        run('--import', table, '--place', 'Alpha', '--place', 'Beta', '--to', 'csv'), status=1,
        out=['90010,150010', '150020,239200', '≥ 239,200', 'Wage Statistics (oews-metro.csv)'],
        err=['oews-metro.csv:5:1: Deltaburg, CC: ']))
    tap.check('/cli/salary/another-occupation-can-be-chosen', expect(
        run('--import', table, '--occupation', '15-1252', '--place', 'Alpha', '--to', 'csv'),
        out=['100000,160000']))

    unclear = folder / 'unclear.csv'
    unclear.write_text('place,min,max\nHere,"120,000","180,000"\n', encoding='utf-8')
    tap.check('/cli/salary/an-unclear-number-is-a-question', expect(
        run('--import', unclear), status=2, err=['unclear.csv:2:1: “120,000”', '--decimal']))
    tap.check('/cli/salary/the-question-can-be-answered', expect(
        run('--import', unclear, '--decimal', '.', '--place', 'Here', '--to', 'csv'),
        out=['Here,120000,180000']))

    check_refusals(tap, folder)
    check_surveys(tap, folder)
    check_provenance(tap, folder)

    posting = folder / 'posting.vacancy'
    subprocess.run([PROGRAM, 'new', 'machine-learning-engineer', '-o', posting], check=True)
    before = posting.read_bytes()
    run(posting, '--import', unclear, '--decimal', '.')
    tap.check('/cli/salary/a-posting-stays-as-it-is',
              [] if posting.read_bytes() == before else ['it was written'])
    run(posting, '--import', unclear, '--decimal', '.', '--in-place')
    tap.check('/cli/salary/in-place-writes-the-posting', expect(
        run(posting, '--place', 'Here', '--to', 'csv'), out=['Here,120000,180000', 'unclear.csv']))


def check_provenance(tap, folder):
    """What is noted of the survey that a table is from."""
    posting = folder / 'noted.vacancy'
    subprocess.run([PROGRAM, 'new', 'machine-learning-engineer', '-o', posting], check=True)
    half = folder / 'half.csv'
    half.write_text('City,Minimum\nReno,60000\nMünchen,70000\n', encoding='utf-8')
    tap.check('/cli/salary/what-a-table-does-not-say-is-asked-for', expect(
        run(posting, '--import', half), err=['2 rows have one end of a range only',
                                             'Not known of the survey: publisher, edition']))
    found = run(posting, '--import', half, '--about', 'name=Pay 2026', '--about', 'edition=2026',
                '--about', 'effective=2026-01-31', '--place', 'Reno', '--place', 'Austin',
                '--base', 'Austin', '--in-place')
    tap.check('/cli/salary/what-is-said-of-a-survey-is-noted', expect(
        found, out=['Source: Pay 2026, 2026 · January 31, 2026', 'mixed from 2 sources',
                    'Reno: Surveys: Pay 2026, 2026'], err=['The survey is noted as: Pay 2026']))
    salaries = json.loads(posting.read_text(encoding='utf-8'))['salaries']
    tap.check('/cli/salary/figures-are-noted-as-published', [] if
              salaries['surveys'][0]['effective'] == '2026-01-31' and
              salaries['places'][-2]['figures'] == [{'survey': 'pay-2026-2026', 'minimum': 60000}]
              else [salaries['surveys'], salaries['places'][-2]])
    tap.check('/cli/salary/nonsense-about-a-survey-is-wrong-use', expect(
        run(posting, '--import', half, '--about', 'effective=soon'), status=2, err=['soon']))
    tap.check('/cli/salary/an-unknown-field-of-a-survey-is-wrong-use', expect(
        run(posting, '--import', half, '--about', 'color=blue'), status=2, err=['publisher']))
    excel = run(posting, '--to', 'excel', '--place', 'München').stdout
    rows = list(csv.DictReader(io.StringIO(excel.removeprefix('\ufeff'))))
    tap.check('/cli/salary/a-table-for-excel-has-its-mark', [] if
              excel.startswith('\ufeff') and rows[0]['place'] == 'München' and
              rows[0]['minimum'] == '70000' and rows[0]['maximum'] == '' else [excel])


def make_posting(folder):
    """A posting with one survey beside the guide's own figures."""
    posting = folder / 'survey.vacancy'
    subprocess.run([PROGRAM, 'new', 'machine-learning-engineer', '-o', posting], check=True)
    document = json.loads(posting.read_text(encoding='utf-8'))
    salaries = document['salaries']
    salaries['surveys'] = [{'id': 'oews', 'name': 'OEWS', 'edition': 'May 2024',
                            'effective': '2024-05-01'}]
    for place in salaries['places']:
        if place['name'] == 'Seattle':
            place['figures'] = [{'survey': 'oews', 'p25': 140180, 'median': 171470, 'p75': 213050,
                                 'sample': 12, 'areaCode': '42660', 'areaKind': 'metropolitan'}]
    posting.write_text(json.dumps(document), encoding='utf-8')
    return posting


def check_surveys(tap, folder):
    posting = make_posting(folder)
    seattle = ('--place', 'Seattle', '--to', 'csv')
    tap.check('/cli/salary/a-survey-without-a-weight-changes-nothing', expect(
        run(posting, *seattle), out=['Seattle,140000,200000,170000'], absent=['OEWS', 'rule']))
    tap.check('/cli/salary/a-survey-can-be-shown', expect(
        run(posting, '--survey', 'oews', *seattle),
        out=['Seattle,140180,213050,171470', 'metropolitan area 42660', 'Few responses',
             '"OEWS, May 2024 · May 1, 2024"']))
    tap.check('/cli/salary/a-blend-shows-its-weights', expect(
        run(posting, '--survey', 'oews=50', '--survey', 'own=50', *seattle),
        out=['Seattle,140090,206525,170735', 'Own figures 50.0%']))
    tap.check('/cli/salary/an-unknown-survey-is-wrong-use', expect(
        run(posting, '--survey', 'elsewhere'), status=2, err=['“elsewhere”']))
    tap.check('/cli/salary/a-range-of-the-rule-can-be-used', expect(
        run(posting, '--survey', 'oews', '--rule', 'median', '--spread', '20', '--round', '1,000',
            '--age-rate', '3', '--age-to', '2025-05-01', '--use', 'Seattle', '--in-place', *seattle),
        out=['141000,212000', 'rounded to $1,000', 'starts $3,385 below']))
    pay = json.loads(posting.read_text(encoding='utf-8'))
    tap.check('/cli/salary/and-is-in-the-posting-with-the-rule', [] if (
        pay['job']['pay']['minimum'], pay['job']['pay']['maximum'], pay['salaries']['rule']) == (
            141000, 212000, {'target': 'median', 'spread': 20, 'rounding': 1000}) else [pay['job']])
    tap.check('/cli/salary/a-candidate-is-compared', expect(
        run('--place', 'Seattle', '--candidate', '155k', '--to', 'json'),
        out=['"candidateCompaRatioPercent": 91.2', '"candidateRangePenetrationPercent": 25.0']))
    tap.check('/cli/salary/a-candidate-in-another-currency-is-wrong-use', expect(
        run('--candidate', '€155,000'), status=2, err=['--candidate']))
    tap.check('/cli/salary/columns-are-explained', expect(
        run('--explain'), out=['Compa-ratio (compa-ratio)', '÷', 'Midpoint progression',
                              'midpoint ÷ midpoint of the level before − 1', 'base’s midpoint − 1']))


ZONES = [
    {'name': 'Zone A', 'explanation': 'The coast.', 'places': ['Seattle', 'Paris'],
     'steps': [{'upTo': 100000, 'percentOfBase': 110}, {'percentOfBase': 105}]},
    {'name': 'Zone \u202eB', 'places': ['seattle'], 'steps': [{'percentOfBase': 90.5}]},
]
SCENARIOS = [
    {'name': 'Tight', 'ofPlace': 'Seattle', 'spread': 10, 'rounding': 5000},
    {'name': 'Coast', 'ofZone': 'zone a', 'rounding': 500},
    {'name': 'None', 'ofZone': 'Nowhere'},
]


def check_zones(tap, folder):
    posting = folder / 'zones.vacancy'
    subprocess.run([PROGRAM, 'new', 'machine-learning-engineer', '-o', posting], check=True)
    subprocess.run([PROGRAM, 'set', '--json', posting, f'salaries.zones={json.dumps(ZONES)}',
                    f'salaries.scenarios={json.dumps(SCENARIOS)}'], check=True)
    subprocess.run([PROGRAM, 'set', posting, 'salaries.zones.1.places+=Austin'], check=True)
    tap.check('/cli/salary/zones-stand-below-the-table', expect(
        run(posting), out=[
            'Pay zones (base: National average range):',
            'Zone A: up to $100,000: 110%; above: 105% · $126,000 – $189,000 · Seattle; Paris · The',
            '“Zone A” names “Paris”', '“Seattle” is in several pay zones: Zone A, Zone \\u{202e}B.',
            'Austin: Pay zone: Zone \\u{202e}B, 90.5%']))
    report = json.loads(run(posting, '--place', 'Seattle', '--to', 'json').stdout)
    place = report['places'][0]
    tap.check('/cli/salary/json-has-the-zone-of-a-place', [] if (
        place['payZone'], place['ruleMinimum'], place['ruleMaximum'], report['zoneBase'],
        report['zones'][0]['steps']) == (
            'Zone A, 105%', 126000, 189000, 'National average range',
            [{'upTo': 100000, 'percentOfBase': 110}, {'percentOfBase': 105}]) else [report])
    tap.check('/cli/salary/csv-has-the-zone-of-a-place', expect(
        run(posting, '--place', 'Austin', '--to', 'csv'),
        out=['rule-minimum,rule-maximum,pay-zone', '108600,162900,']))
    tap.check('/cli/salary/scenarios-stand-beside-the-present-range', expect(
        run(posting, '--scenarios'),
        out=['Present range', '$155,000 – $185,000', '4 of 8', '113.3%', '83.3%',
             'Coast: Zone A: National average range, ', 'None: There is no pay zone “Nowhere”.']))
    found = json.loads(run(posting, '--scenarios', '--base', 'Austin', '--to', 'json').stdout)
    tap.check('/cli/salary/scenarios-are-compared-with-the-base', [] if (
        found['reference'], found['scenarios'][1]['compaRatioPercent'],
        found['scenarios'][1]['rangePenetrationPercent'], found['scenarios'][3]['problem']) == (
            'Austin', 113.3, 90.0, 'There is no pay zone “Nowhere”.') else [found])
    tap.check('/cli/salary/scenarios-are-csv-as-well', expect(
        run(posting, '--scenarios', '--to', 'csv'),
        out=['scenario,minimum,maximum,spread,inside,', 'Tight,155000,185000,19.4,4,113.3,83.3,8,']))
    tap.check('/cli/salary/an-unknown-scenario-is-wrong-use', expect(
        run(posting, '--keep', 'Elsewhere'), status=2, err=['“Elsewhere”']))
    tap.check('/cli/salary/one-without-a-range-cannot-be-kept', expect(
        run(posting, '--keep', 'none', '--in-place'), status=2, err=['Nowhere']))
    run(posting, '--keep', 'coast', '--in-place')
    kept = json.loads(posting.read_text(encoding='utf-8'))
    tap.check('/cli/salary/a-kept-scenario-is-the-pay', [] if (
        kept['job']['pay']['minimum'], kept['job']['pay']['maximum'],
        kept['salaries']['rule'], 'scenarios' in kept['salaries']) == (
            126000, 189000, {'rounding': 500}, False) else [kept['job'], kept['salaries']['rule']])
    subprocess.run([PROGRAM, 'set', '--json', posting, 'levels=[{"name": "I", "from": 100000, '
                    '"to": 120000, "basis": "amount"}, {"name": "II", "from": 120000, '
                    '"to": 144000, "basis": "amount"}]'], check=True)
    tap.check('/cli/salary/levels-stand-below-with-their-progression', expect(
        run(posting), out=['Midpoint progression', '$132,000', '+20.0%']))
    levels = json.loads(run(posting, '--to', 'json').stdout)['levels']
    tap.check('/cli/salary/and-are-in-json', [] if levels[1] == {
        'name': 'II', 'minimum': 120000, 'maximum': 144000, 'midpoint': 132000,
        'midpointProgressionPercent': 20.0} and len(levels[0]) == 4 else [levels])


def check_refusals(tap, folder):
    odd = folder / 'odd.csv'
    odd.write_text('Year,SOC,Site code,From amount\n2024,151252,Reno,100000\n', encoding='utf-8')
    tap.check('/cli/salary/unknown-titles-are-refused-with-their-names', expect(
        run('--import', odd), status=2,
        err=['2 “SOC”', '4 “From amount”', '--column place=TITLE'], absent=['151252']))
    tap.check('/cli/salary/columns-can-be-named', expect(
        run('--import', odd, '--column', 'place=site code', '--column', 'median=4', '--place', 'Reno',
            '--to', 'csv'), out=['Reno,100000,100000'], err=['per year, USD', 'median']))
    tap.check('/cli/salary/a-column-that-is-not-there-is-wrong-use', expect(
        run('--import', odd, '--column', 'place=Nowhere'), status=2, err=['Nowhere', '1 “Year”']))
    tap.check('/cli/salary/a-field-that-is-not-there-is-wrong-use', expect(
        run('--import', odd, '--column', 'town=SOC'), status=2, err=['town=SOC', 'price-index']))

    table = FIXTURES / 'oews-header.csv'
    tap.check('/cli/salary/the-occupation-looked-for-is-named', expect(
        run('--import', table), status=2, err=['15-2051', 'not in the table', '27-2011 Actors']))
    tap.check('/cli/salary/an-occupation-that-is-not-there-is-refused', expect(
        run('--import', table, '--occupation', '27-2012'), status=2,
        err=['27-2012', 'nearest', '27-2011 Actors']))
    tap.check('/cli/salary/an-occupation-that-cannot-be-followed-is-refused', expect(
        run('--import', FIXTURES / 'year-first.csv', '--occupation', '27-2011'), status=2,
        err=['--column occupation=']))
    tap.check('/cli/salary/hourly-pay-is-converted-in-sight', expect(
        run('--import', table, '--occupation', '27-2011', '--place', 'Los', '--to', 'csv'),
        out=['41912,99237', '20.15 – 47.71 per hour'], err=['2,080 hours']))
    tap.check('/cli/salary/the-cap-can-be-said', expect(
        run('--import', table, '--occupation', '29-1141', '--cap', '208,000', '--place', 'San',
            '--to', 'csv'), status=1, out=['149760,208000'], err=['208,000 a year']))

    monthly = folder / 'monthly.csv'
    monthly.write_text('Place,Min,Max\nUlm,4200,5200\n', encoding='utf-8')
    tap.check('/cli/salary/the-period-can-be-said', expect(
        run('--import', monthly, '--period', 'month', '--place', 'Ulm', '--to', 'csv'),
        out=['Ulm,50400,62400', '4,200 – 5,200 per month'], err=['read as per month']))
    tap.check('/cli/salary/what-is-far-away-is-said', expect(
        run('--import', monthly, '--place', 'Ulm'), status=1, err=['Ulm: far outside of']))
    tap.check('/cli/salary/another-currency-is-said', expect(
        run('--import', monthly, '--period', 'month', '--currency', 'eur', '--place', 'Ulm',
            '--to', 'csv'), status=1, out=['amounts in EUR'], err=['in EUR', 'not converted']))
    tap.check('/cli/salary/a-period-that-is-none-is-wrong-use', expect(
        run('--import', monthly, '--period', 'century'), status=2, err=['century']))
    tap.check('/cli/salary/a-currency-that-is-none-is-wrong-use', expect(
        run('--import', monthly, '--currency', 'XYZ'), status=2, err=['XYZ']))


def main():
    tap = Tap()
    check_reports(tap)
    check_mistakes(tap)
    with tempfile.TemporaryDirectory() as folder:
        check_import(tap, pathlib.Path(folder))
        check_zones(tap, pathlib.Path(folder))
    tap.finish()


main()
