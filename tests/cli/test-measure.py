# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what `vacancy-cli measure` prints, for people and for programs."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = sys.argv[1]
MEMBERS = ['file', 'words', 'sentences', 'longestSentence', 'longSentences', 'syllables', 'letters',
           'characters', 'bullets', 'required', 'preferred', 'responsibilities', 'employerWords',
           'you', 'we', 'readingSeconds', 'readingEase', 'grade', 'lix', 'bulletShare',
           'rangeWidth', 'pages', 'linesOver', 'bulletsOver', 'fittingDesign', 'fittingType',
           'fittingPaper', 'masculine', 'feminine', 'verdict', 'verdictWithoutTrade']
POSTING = {
    'format': 'vacancy-posting', 'version': 2, 'language': 'en-GB',
    'job': {'title': 'Track Layer', 'employer': {'name': 'Rail'},
            'pay': {'minimum': 20, 'maximum': 25, 'currency': 'GBP', 'period': 'hour'}},
    'sections': [
        {'id': 'about-the-role', 'title': 'The Role of a Leader',
         'text': 'You lead our data-driven team. We trust you.'},
        {'id': 'required-qualifications', 'title': 'Required',
         'items': [{'text': 'Lead time planning'}, {'text': 'Strength'}]}],
}
TEXT = """{file}
Words: 12
Sentences: 4
Words in the longest sentence: 5
Sentences of more than 25 words: 0
Bullets: 2
Required qualifications: 2
Preferred qualifications: 0
Responsibilities: 0
Words on the employer: 0
“You”: 2
“We”: 2
Seconds to read: 3
Share of the words in bullets: 33 %
Reading ease (Flesch): 91.0
School grade (Flesch and Kincaid): 1.3
Readability index (Lix): 28.0
Width of the pay range: 25.0 % of its minimum
Pages: 1
Words coded masculine: 3 (lead, driven)
  of these, terms of a trade: 2 (driven, lead)
Words coded feminine: 1 (trust)
Verdict of the Gender Decoder: Coded masculine
The same without terms of a trade: Neutral
"""


def run(*arguments, text=None):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, 'measure', *map(str, arguments)], capture_output=True,
                          input=text, encoding='utf-8', env=environment, timeout=30 * PATIENCE,
                          check=False)


def check_text(tap, file):
    found = run(file)
    tap.check('/cli/measure/people-get-a-line-a-figure', same(
        (found.returncode, found.stdout, found.stderr), (0, TEXT.format(file=file), '')))
    tap.check('/cli/measure/text-is-what-is-printed-if-nothing-is-said', same(
        run('--to', 'text', file).stdout, found.stdout))
    tap.check('/cli/measure/several-files-are-parted-by-an-empty-line', same(
        run(file, file).stdout, found.stdout + '\n' + found.stdout))


def check_objects(tap, file):
    found = run('--to', 'json', file)
    measure, = json.loads(found.stdout)
    tap.check('/cli/measure/programs-get-every-member', same(
        (found.returncode, found.stderr, list(measure)), (0, '', MEMBERS)))
    tap.check('/cli/measure/figures-are-numbers', same(
        [measure[name] for name in ('file', 'words', 'sentences', 'syllables', 'readingEase',
                                    'grade', 'bulletShare', 'rangeWidth', 'required')],
        [str(file), 12, 4, 16, 91.0, 1.3, 0.333, 0.25, 2]))
    tap.check('/cli/measure/words-of-a-trade-are-told-apart', same(
        (measure['masculine'], measure['feminine'], measure['verdict'],
         measure['verdictWithoutTrade']),
        ({'count': 3, 'words': ['lead', 'driven'], 'ofTrade': 2,
          'wordsOfTrade': ['driven', 'lead']},
         {'count': 1, 'words': ['trust'], 'ofTrade': 0, 'wordsOfTrade': []},
         'masculine', 'neutral')))
    tap.check('/cli/measure/several-files-are-one-array', same(
        json.loads(run('--to', 'json', file, file).stdout), [measure, measure]))
    found = run('--to', 'json', '-', text=json.dumps({**POSTING, 'language': 'de'}))
    german, = json.loads(found.stdout)
    tap.check('/cli/measure/what-cannot-be-measured-is-null', same(
        [german[name] for name in ('file', 'words', 'readingEase', 'grade', 'verdict',
                                   'verdictWithoutTrade')],
        ['<stdin>', 12, None, None, None, None]))
    sections = [{'id': 'a', 'title': 'A', 'text': 'You are lead\\"er, lead\u0001er'}]
    odd, = json.loads(run('--to', 'json', '-', text=json.dumps(
        {**POSTING, 'sections': sections})).stdout)
    tap.check('/cli/measure/words-are-escaped', same(
        odd['masculine']['words'][0], 'lead\\'))


def check_files(tap, file):
    found = run('--to', 'json', file, file.with_name('none'))
    tap.check('/cli/measure/what-cannot-be-read-is-told-beside-the-array', same(
        (found.returncode, len(json.loads(found.stdout)), 'none' in found.stderr), (1, 1, True)))
    found = run('--to', 'json', file.with_name('none'))
    tap.check('/cli/measure/nothing-measured-is-an-empty-array', same(
        (found.returncode, found.stdout), (2, '[]\n')))
    for arguments in (['--to', 'xml', file], []):
        found = run(*arguments)
        tap.check(f'/cli/measure/wrong-use-is-told-{len(arguments)}', same(
            (found.returncode, found.stdout, found.stderr != ''), (2, '', True)))
    found = run('--help')
    tap.check('/cli/measure/help-says-what-is-counted', same(
        (found.returncode, 'Gender Decoder' in found.stdout, '--to' in found.stdout),
        (0, True, True)))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / 'posting.vacancy'
        file.write_text(json.dumps(POSTING, ensure_ascii=False), encoding='utf-8')
        check_text(tap, file)
        check_objects(tap, file)
        check_files(tap, file)
    tap.finish()


main()
