# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what `vacancy-cli coverage` prints, for people and for programs."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = sys.argv[1]
POSTING = {
    'format': 'vacancy-posting', 'version': 2, 'language': 'en-US', 'job': {'title': 'Welder'},
    'sections': [
        {'id': 'required-qualifications', 'title': 'Required',
         'items': [{'id': 'q1', 'text': 'Welding of steel'}, {'text': 'Reading of drawings'},
                   {'text': 'Left out', 'include': False}]},
        {'id': 'interview-questions', 'title': 'Questions', 'audience': 'team',
         'items': [{'label': 'Seam', 'text': 'Show us a seam.', 'assesses': ['q1', 'gone']},
                   {'text': 'Which drawings have you worked from?'}]}],
    'assessments': [{'title': 'Trial', 'criteria': [{'title': 'Tidiness\x1b'}]}],
}
TEXT = """{file}
  Welding of steel
    Seam
  Reading of drawings: never assessed
    perhaps: Which drawings have you worked from?
Assessed, and never asked for:
  Which drawings have you worked from?
  Tidiness\\u{{1b}}
"""
OBJECT = {
    'qualifications': [
        {'path': 'sections.0.items.0', 'name': 'Welding of steel',
         'assessedBy': [{'path': 'sections.1.items.0', 'name': 'Seam'}], 'offered': []},
        {'path': 'sections.0.items.1', 'name': 'Reading of drawings', 'assessedBy': [],
         'offered': [{'path': 'sections.1.items.1',
                      'name': 'Which drawings have you worked from?'}]}],
    'notAskedFor': [
        {'path': 'sections.1.items.1', 'name': 'Which drawings have you worked from?'},
        {'path': 'assessments.0.criteria.0', 'name': 'Tidiness\x1b'}],
}


def run(*arguments):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, 'coverage', *map(str, arguments)], capture_output=True,
                          encoding='utf-8', env=environment, timeout=30 * PATIENCE, check=False)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / 'posting.vacancy'
        file.write_text(json.dumps(POSTING), encoding='utf-8')
        before = file.read_bytes()
        found = run(file)
        tap.check('/cli/coverage/people-read-what-is-missing', same(
            (found.returncode, found.stdout, found.stderr), (1, TEXT.format(file=file), '')))
        found = run('--to', 'json', file, file)
        tap.check('/cli/coverage/programs-get-paths', same(
            (found.returncode, json.loads(found.stdout)), (1, [{'file': str(file), **OBJECT}] * 2)))
        tap.check('/cli/coverage/nothing-is-stored', same(file.read_bytes(), before))

        whole = json.loads(json.dumps(POSTING))
        whole['sections'][0]['items'][1]['id'] = 'q2'
        whole['sections'][1]['items'][1]['assesses'] = ['q2']
        del whole['assessments']
        file.write_text(json.dumps(whole), encoding='utf-8')
        tap.check('/cli/coverage/all-is-well', same(run(file).returncode, 0))
        found = run('--to', 'json', file.with_name('none'))
        tap.check('/cli/coverage/what-cannot-be-read-is-told', same(
            (found.returncode, found.stdout, found.stderr != ''), (2, '[]\n', True)))
        for arguments in (['--to', 'xml', file], []):
            found = run(*arguments)
            tap.check(f'/cli/coverage/wrong-use-is-told-{len(arguments)}', same(
                (found.returncode, found.stdout, found.stderr != ''), (2, '', True)))
    tap.finish()


main()
