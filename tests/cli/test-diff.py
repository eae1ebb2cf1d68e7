# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares and merges postings with `vacancy-cli diff` and `merge`, as people and programs do."""

import copy
import html.parser
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = sys.argv[1]
MEMBERS = ['kind', 'path', 'oldPath', 'heading', 'message', 'before', 'after', 'spans']
POSTING = {
    'format': 'vacancy-posting', 'version': 2, 'language': 'en-US',
    'job': {'title': 'Engineer',
            'pay': {'minimum': 120000, 'maximum': 180000, 'currency': 'USD', 'period': 'year'}},
    'sections': [
        {'id': 'skills', 'title': 'Technical Skills',
         'items': [{'text': 'Write clear and tested code'}, {'text': 'Review the code of others'},
                   {'text': 'Talk to the people who use it'}, {'text': 'Mentor two juniors'}]},
        {'id': 'benefits', 'title': 'Benefits', 'text': 'Thirty days of leave, and a bicycle.'}],
    'x-ours': {'kept': [1.50]},
}
HOSTILE = '<script>alert("1")</script> \x1b[31m\u202e&'


def edited():
    new = copy.deepcopy(POSTING)
    new['job']['pay']['minimum'] = 130000
    items = new['sections'][0]['items']
    items[0]['text'] = 'Write short and tested code'
    items.insert(0, items.pop(3))
    items.pop(2)
    items.append({'text': HOSTILE})
    return new


def run(*arguments, text=None):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, input=text,
                          encoding='utf-8', env=environment, timeout=30 * PATIENCE, check=False)


def get_value(document, path):
    for step in path.split('.'):
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


TEXT = '''\
Pay
  Minimum: $120,000 → $130,000

Technical Skills
  “Mentor two juniors” moved from place 4 to 1
  Write [-clear-] {+short+} and tested code
  [-Review the code of others-]
  {+<script>alert("1")</script> \\u{1b}[31m\\u{202e}&+}
'''


def check_text(tap, old, new):
    found = run('diff', old, new)
    tap.check('/cli/diff/people-read-what-differs-under-headings',
              same((found.returncode, found.stdout, found.stderr), (1, TEXT, '')))
    found = run('diff', old, old)
    tap.check('/cli/diff/the-same-posting-differs-in-nothing',
              same((found.returncode, found.stdout, found.stderr), (0, '', '')))
    loose = new.with_name('loose.vacancy')
    loose.write_text(json.dumps(POSTING).replace('clear and', ' clear  and'), encoding='utf-8')
    tap.check('/cli/diff/layout-is-no-difference', same(run('diff', old, loose).returncode, 0))
    found = run('diff', '-', new, text=old.read_text(encoding='utf-8'))
    tap.check('/cli/diff/one-file-can-be-standard-input',
              same((found.returncode, found.stdout), (1, TEXT)))


def wrong_difference(difference):
    if list(difference) != MEMBERS:
        yield f'members: {list(difference)}'
    if (difference['path'] is None) != (difference['kind'] == 'removed'):
        yield f'{difference["kind"]}: path {difference["path"]}'
    if (difference['oldPath'] is None) != (difference['kind'] == 'inserted'):
        yield f'{difference["kind"]}: oldPath {difference["oldPath"]}'
    if difference['path'] and get_value(edited(), difference['path']) != difference['after']:
        yield f'{difference["path"]} is not {difference["after"]!r}'
    if difference['oldPath'] and get_value(POSTING, difference['oldPath']) != difference['before']:
        yield f'{difference["oldPath"]} was not {difference["before"]!r}'
    if difference['kind'] == 'changed':
        text = ''.join(span['text'] for span in difference['spans'] if span['kind'] != 'removed')
        yield from same(text, str(difference['after']))


def check_json(tap, old, new):
    found = run('diff', '--to', 'json', old, new)
    differences = json.loads(found.stdout)
    tap.check('/cli/diff/programs-read-an-array',
              same((found.returncode, [difference['kind'] for difference in differences]),
                   (1, ['changed', 'moved', 'changed', 'removed', 'inserted'])))
    tap.check('/cli/diff/paths-and-values-are-those-of-the-files',
              [problem for difference in differences for problem in wrong_difference(difference)])
    found = run('diff', '--to', 'json', old, old)
    tap.check('/cli/diff/no-difference-is-an-empty-array',
              same((found.returncode, json.loads(found.stdout)), (0, [])))


class Page(html.parser.HTMLParser):
    """The texts of a page by the element that they stand in."""

    def __init__(self, text):
        super().__init__()
        self.open, self.texts = [], {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in ('meta', 'br'):
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        self.texts.setdefault(self.open[-1] if self.open else '', []).append(data)


def check_html(tap, old, new):
    found = run('diff', '--to', 'html', old, new)
    page = Page(found.stdout)
    tap.check('/cli/diff/a-page-marks-what-was-removed-and-added-with-signs', same(
        (found.returncode, page.texts['del'], page.texts['ins'][:2]),
        (1, ['−$120,000', '−clear', '−Review the code of others'], ['+$130,000', '+short'])))
    tap.check('/cli/diff/a-page-runs-nothing-and-loads-nothing', same(
        ('script' in page.texts, '\x1b' in found.stdout, '\u202e' in found.stdout,
         "default-src 'none'" in found.stdout), (False, False, False, True)))


def check_misuse(tap, old, new):
    for name, arguments in {
        'an-unknown-format': ['diff', '--to', 'xml', old, new],
        'a-missing-file': ['diff', old, new.with_name('none')],
        'standard-input-twice': ['diff', '-', '-'],
        'one-file': ['diff', old],
        'merging-two-files': ['merge', old, new],
        'merging-a-missing-file': ['merge', old, new, new.with_name('none')],
    }.items():
        found = run(*arguments, text='')
        tap.check(f'/cli/diff/{name}-is-status-2',
                  same((found.returncode, found.stdout, bool(found.stderr)), (2, '', True)))


def check_merge(tap, folder, old, new):
    theirs = copy.deepcopy(POSTING)
    theirs['sections'][1]['text'] = 'Thirty days of leave, and a company bicycle.'
    theirs['sections'][0]['items'][2]['text'] = 'Talk to the people who need it'
    other = folder / 'theirs.vacancy'
    other.write_text(json.dumps(theirs), encoding='utf-8')
    target = folder / 'merged.vacancy'
    found = run('merge', old, new, other, '-o', target)
    wanted = edited()
    wanted['sections'][1]['text'] = theirs['sections'][1]['text']
    wanted['sections'][0]['items'][2]['text'] = 'Talk to the people who need it'
    tap.check('/cli/merge/edits-of-both-are-in-the-result', same(
        (found.returncode, found.stdout, found.stderr,
         json.loads(target.read_text(encoding='utf-8'))), (0, '', '', wanted)))

    theirs['job']['pay']['minimum'] = 125000
    theirs['sections'][0]['items'][0]['text'] = 'Write good and tested code'
    other.write_text(json.dumps(theirs), encoding='utf-8')
    found = run('merge', old, new, other, '-f', '-o', target)
    tap.check('/cli/merge/what-collides-is-told-and-stays', same(
        (found.returncode, found.stderr.splitlines(),
         json.loads(target.read_text(encoding='utf-8'))),
        (1, [f'{target}:job.pay.minimum: Pay, Minimum: here $120,000 → $130,000, '
             'there $120,000 → $125,000',
             f'{target}:sections.0.items.1.text: Technical Skills, “Write short and tested code”, '
             'Text: here “clear” → “short”, there “clear” → “good”'], wanted)))
    found = run('merge', old, new, other, '-o', target)
    tap.check('/cli/merge/a-file-is-not-replaced-unasked', same(found.returncode, 2))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        old, new = folder / 'old.vacancy', folder / 'new.vacancy'
        old.write_text(json.dumps(POSTING), encoding='utf-8')
        new.write_text(json.dumps(edited()), encoding='utf-8')
        check_text(tap, old, new)
        check_json(tap, old, new)
        check_html(tap, old, new)
        check_misuse(tap, old, new)
        check_merge(tap, folder, old, new)
    tap.finish()


main()
