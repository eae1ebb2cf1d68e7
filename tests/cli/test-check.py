# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what `vacancy-cli check` prints for programs, as json and sarif, as they do."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PROGRAM = sys.argv[1]
MEMBERS = ['file', 'id', 'level', 'path', 'start', 'length', 'text', 'message', 'suggestions',
           'source', 'sourceAddress', 'sourceDate']
POSTING = {
    'format': 'vacancy-posting', 'version': 1, 'language': 'en-US',
    'job': {'title': 'Engineer', 'workplace': 'remote', 'employer': {'name': 'Acme'},
            'department': 7, 'apply': {'email': 'jobs@acme.example'},
            'locations': [{'country': 'UK'}],
            'pay': {'minimum': 1, 'maximum': 9, 'currency': 'USD', 'period': 'hour'}},
    'sections': [
        {'id': 'required-qualifications', 'title': 'Was Sie mitbringen',
         'text': 'Für „{{title}}“ 🙂 and\n{{ boss }}, {{employer}}, {{reportsTo}}, {{boss}}',
         'items': [{'text': '5+ years of experience, "quoted" \\ and\ttabbed {{nobody}}'}]}],
}


def run(*arguments, text=None):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([PROGRAM, 'check', *map(str, arguments)], capture_output=True, input=text,
                          encoding='utf-8', env=environment, timeout=30 * PATIENCE, check=False)


def get_value(document, path):
    """The value at a path, as the text that offsets count in; empty for what has no text."""
    for step in path.split('.'):
        document = document[int(step)] if isinstance(document, list) else document.get(step, {})
    return '' if isinstance(document, (dict, list)) else str(document)


def wrong_shape(finding):
    if list(finding) != MEMBERS:
        yield f'members: {list(finding)}'
    for member in ('file', 'id', 'path', 'text', 'message'):
        if not isinstance(finding[member], str):
            yield f'{member}: {finding[member]!r}'
    if finding['level'] not in ('error', 'legal', 'warning', 'hint'):
        yield f'level: {finding["level"]!r}'
    if not all(isinstance(suggestion, str) for suggestion in finding['suggestions']):
        yield f'suggestions: {finding["suggestions"]!r}'
    if finding['source'] is not None and not finding['source']:
        yield 'an empty source'


def wrong_place(finding):
    value = get_value(POSTING, finding['path'])
    start, end = finding['start'], finding['start'] + finding['length']
    if value[start:end] != finding['text']:
        yield f'{finding["path"]} {start}–{end} is “{value[start:end]}”, not “{finding["text"]}”'


def get(findings, **wanted):
    return [finding for finding in findings
            if all(finding[member] == value for member, value in wanted.items())]


def check_findings(tap, file):
    found = run('--to', 'json', '--boards', '--level', 'hint', file)
    findings = json.loads(found.stdout)
    tap.check('/cli/check/findings-go-to-standard-output-and-nowhere-else',
              same((found.returncode, found.stderr), (1, '')))
    tap.check('/cli/check/every-finding-has-every-member',
              [problem for finding in findings for problem in wrong_shape(finding)])
    tap.check('/cli/check/offsets-cut-the-text-out-of-the-value',
              [problem for finding in findings for problem in wrong_place(finding)])
    tap.check('/cli/check/a-placeholder-is-where-it-stands', same(
        [(finding['id'], finding['start'], finding['text'])
         for finding in get(findings, path='sections.0.text')
         if finding['id'] != 'structure.character'],   # where no font has the smiley
        [('structure.placeholder-unknown', 22, '{{ boss }}'),
         ('structure.placeholder-unfilled', 48, '{{reportsTo}}')]))
    tap.check('/cli/check/quotes-and-controls-are-escaped', same(
        [finding['text'] for finding in get(findings, path='sections.0.items.0.text')],
        ['{{nobody}}']))
    tap.check('/cli/check/a-code-names-its-standard-and-the-whole-value', same(
        [(finding['source'], finding['start'], finding['text'])
         for finding in get(findings, id='facts.job.locations.country.code')],
        [('ISO 3166-1', 0, 'UK')]))
    tap.check('/cli/check/what-boards-miss-names-who-says-so', [
        finding['id'] for finding in findings
        if finding['id'].startswith('boards.') and 'JobPosting' not in finding['source']])
    tap.check('/cli/check/a-value-that-the-text-says-is-suggested', same(
        [(finding['level'], finding['path'], finding['suggestions'])
         for finding in get(findings, id='boards.experienceRequirements.offer')],
        [('hint', 'job.experience.months', ['60'])]))
    tap.check('/cli/check/the-same-posting-gives-the-same-bytes', same(
        run('--to', 'json', '-b', '-l', 'hint', file).stdout, found.stdout))
    told = run('-b', '-l', 'hint', file)
    tap.check('/cli/check/text-says-the-same-in-the-same-order', same(
        [line[line.index(finding['message']):] for line, finding
         in zip(told.stderr.splitlines(), findings, strict=True)],
        [f'{finding["message"]} [{finding["path"]}]' for finding in findings]))
    tap.check('/cli/check/hints-are-said-when-asked-for', same(
        json.loads(run('--to', 'json', '-b', file).stdout),
        [finding for finding in findings if finding['level'] != 'hint']))
    tap.check('/cli/check/a-level-holds-for-json', same(
        json.loads(run('--to', 'json', '-b', '-l', 'error', file).stdout), get(findings, level='error')))


def check_places(tap, file):
    posting = {**POSTING, 'job': {**POSTING['job'], 'locations': [{'city': 'Leeds', 'country': 'GB'}]}}
    file.write_text(json.dumps(posting), encoding='utf-8')

    def demanded(*options):
        found = run('--to', 'json', '-l', 'hint', *options, file)
        return {finding['id']: finding['level'] for finding in json.loads(found.stdout)
                if finding['id'].startswith('pay.us-')}

    tap.check('/cli/check/a-job-elsewhere-is-held-to-no-rule-on-pay', same(demanded(), {}))
    tap.check('/cli/check/a-place-that-is-named-is-one', same(
        demanded('--places', 'us-co, us-wa').get('pay.us-co.benefits'), 'legal'))
    tap.check('/cli/check/the-size-of-the-employer-counts-there', same(
        [demanded('--places', 'us-wa', '-n', size).get('pay.us-wa.benefits') for size in (0, 3, 300)],
        ['hint', None, 'legal']))
    wrong = run('--places', 'us-co,atlantis', file)
    tap.check('/cli/check/a-place-without-rules-is-refused', same(
        (wrong.returncode, 'atlantis' in wrong.stderr and 'us-co' in wrong.stderr), (2, True)))


def wrong_result(result, finding):
    place = result['locations'][0]
    levels = {'error': 'error', 'legal': 'error', 'warning': 'warning', 'hint': 'note'}
    yield from same((result['ruleId'], result['message']['text'], result['level']),
                    (finding['id'], finding['message'], levels[finding['level']]))
    yield from same(place['logicalLocations'][0]['fullyQualifiedName'], finding['path'])
    if place['physicalLocation']['region']['startLine'] < 1:
        yield f'{finding["id"]} is in no line'
    yield from same({name: result['properties'][name] for name in MEMBERS if name in
                     result['properties']},
                    {name: finding[name] for name in MEMBERS if name in result['properties']})


def check_log(tap, file):
    findings = json.loads(run('--to', 'json', '-l', 'hint', file).stdout)
    found = run('--to', 'sarif', '-l', 'hint', file)
    log = json.loads(found.stdout)
    results = log['runs'][0]['results']
    tap.check('/cli/check/a-log-says-what-it-is', same(
        (found.returncode, found.stderr, log['version'],
         log['runs'][0]['tool']['driver']['name']), (1, '', '2.1.0', 'vacancy-cli')))
    tap.check('/cli/check/a-log-has-every-finding', [
        problem for result, finding in zip(results, findings, strict=True)
        for problem in wrong_result(result, finding)])
    tap.check('/cli/check/an-empty-log-is-one', same(
        json.loads(run('--to', 'sarif', '-l', 'error', file.with_name('good.vacancy')).stdout)
        ['runs'][0]['results'], []))
    found = run('--level', 'grave', file)
    tap.check('/cli/check/an-unknown-level-is-wrong-use', same(
        (found.returncode, found.stdout, 'grave' in found.stderr), (2, '', True)))


def check_files(tap, file, good):
    single = json.loads(run('--to', 'json', file).stdout)
    tap.check('/cli/check/several-files-are-one-array', same(
        json.loads(run('--to', 'json', file, good, file).stdout), single + single))
    tap.check('/cli/check/a-finding-names-its-file', same(
        {finding['file'] for finding in single}, {str(file)}))
    found = run('--to', 'json', good)
    tap.check('/cli/check/nothing-found-is-an-empty-array', same(
        (found.returncode, found.stdout), (0, '[]\n')))
    found = run('--to', 'json', '-', text=file.read_text(encoding='utf-8'))
    tap.check('/cli/check/standard-input-has-a-name', same(
        {finding['file'] for finding in json.loads(found.stdout)}, {'<stdin>'}))
    found = run('--to', 'json', good, file.with_name('none'))
    tap.check('/cli/check/what-cannot-be-read-is-told-beside-the-array', same(
        (found.returncode, found.stdout, 'none' in found.stderr), (1, '[]\n', True)))
    found = run('--to', 'xml', file)
    tap.check('/cli/check/an-unknown-format-is-wrong-use', same(
        (found.returncode, found.stdout, 'xml' in found.stderr), (2, '', True)))


def check_ignored(tap, file):
    """What is ignored in the posting is ignored here as well, and nothing else."""
    rule = 'structure.placeholder-unknown'
    ignoring = file.with_name('ignoring.vacancy')
    ignoring.write_text(json.dumps({**POSTING, 'review': {'ignored': [{'rule': rule}]}}),
                        encoding='utf-8')
    every, left = (json.loads(run('--to', 'json', path).stdout) for path in (file, ignoring))
    tap.check('/cli/check/what-is-ignored-in-the-posting-is-left-out', same(
        [finding['id'] for finding in left],
        [finding['id'] for finding in every if finding['id'] != rule]) or (
            [] if len(left) < len(every) else [f'{rule} was not found at all']))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / 'posting.vacancy'
        file.write_text(json.dumps(POSTING, ensure_ascii=False), encoding='utf-8')
        good = pathlib.Path(folder) / 'good.vacancy'
        good.write_text(json.dumps({
            **POSTING, 'sections': [],
            'job': {**POSTING['job'], 'department': 'R&D', 'locations': [],
                    'pay': {**POSTING['job']['pay'], 'minimum': 8}}}), encoding='utf-8')
        check_findings(tap, file)
        check_files(tap, file, good)
        check_log(tap, file)
        check_ignored(tap, file)
        check_places(tap, file)
    tap.finish()


main()
