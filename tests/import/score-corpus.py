#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""score-corpus.py VACANCY-CLI [CORPUS]: imports the corpus and counts what came in.

Beside each posting stands what an import has to find in it; corpus.py says how. Each fact, section,
paragraph and bullet is found, wrong or missed. The status is 1 if one fact is wrong, or if fewer
sections or bullets arrived, or more came in that is no part of a posting, than the goal allows.

score-corpus.py --self-test [CORPUS] scores postings made by hand and checks the corpus itself.

How the headings look, and in which postings:

    capitals                          01 06, with a colon 11 50
    a colon                           02, after a no-break space 05, here and there 49
    a short line between blank lines  04, without them 08 09 10
    underlined                        07 with =, 03 with - below quote marks
    Markdown                          12 with #, 13 underlined, 14 in bold
    <h2> to <h4>                      15 16 18 23 24 26 29 30 34 35, of a word processor 52
    <p><strong> or <p><b>             17 19 27 28 33, Word's own page 21, underlined 51
    <b> in a line of its own          20, in a <div> 32 54
    <div> and <span> alone            22
    titles of lists, members          31 32 33, 25 36 37
    styles of Word                    38 43 English, 39 German, 40 French, 44 Spanish, 45 Dutch
    outline levels, bold alone        41, 42 53
    LibreOffice                       46 48 styles, 47 bold by an automatic style

61 to 84 were written apart from the rest, with headings and labels of their own, to see what an
import makes of words and pages that nobody had in mind:

    a picture before or behind        61 67 76
    numbered, or between asterisks    62, 63
    a short line between blank lines  64, in two languages 65, after a triangle 66
    Markdown                          75
    <h2> to <h4>                      68 72 73, of a word processor 70
    <p><b>                            69 71 78, in a line of its own 74, <h2> or <h3> 77 79
    titles of lists                   80
    Word                              81 styles and text boxes, 82 a table as the page, 83 larger
    LibreOffice                       84 styles
"""

import argparse
import collections
import decimal
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))

import tap  # noqa: E402, F401 # pylint: disable=unused-import,wrong-import-position # no leaks
import corpus  # noqa: E402
from corpus import flatten_facts, flatten_sections, is_id, norm, title_key  # noqa: E402

CORPUS = pathlib.Path(__file__).resolve().parent / 'corpus'
SECTIONS_GOAL, BULLETS_GOAL = 95, 99
LEFT_OUT_GOAL = 95
ALIKE = 0.6  # from here on a bullet is a damaged one and not another


class Score:
    """Counts of (table, row, outcome), and a line on each thing that is not as it should be."""

    def __init__(self):
        self.counts = collections.Counter()
        self.misses = []

    def add(self, file, kind, table, row, outcome, detail=''):
        self.counts[table, row, outcome] += 1
        self.counts['source: ' + table, kind, outcome] += 1
        if outcome != 'found':
            self.misses.append(f'{file}: {table}: {row}: {outcome}: {detail}')

    def total(self, table, outcome=None):
        return sum(n for (t, _, o), n in self.counts.items() if t == table and outcome in (None, o))

    def percent(self, table):
        return 100 * self.total(table, 'found') / max(self.total(table), 1)

    def passes(self):
        return (not self.total('facts', 'wrong') and self.percent('left out') >= LEFT_OUT_GOAL
                and self.percent('sections') >= SECTIONS_GOAL
                and self.percent('bullets') >= BULLETS_GOAL)


def is_same(path, found, expected):
    """Whether a value is one of those expected, however its number or phone is written."""
    for one in expected if isinstance(expected, list) else [expected]:
        if path.endswith('.phone') and ''.join(filter(str.isdigit, found)) == \
                ''.join(filter(str.isdigit, one)):
            return True
        try:
            if decimal.Decimal(found) == decimal.Decimal(one):
                return True
        except decimal.InvalidOperation:
            pass
        if norm(found) == norm(one):
            return True
    return False


def score_facts(score, file, kind, posting, expected):
    def add(path, *outcome):
        row = '.'.join(part for part in path.split('.') if not part.isdigit() and '=' not in part)
        score.add(file, kind, 'facts', row.removeprefix('job.'), *outcome)

    found = flatten_facts(posting.get('job', {}))
    language = posting.get('language', '').split('-')[0]
    wanted = expected['language'].split('-')[0]
    add('language', *(('found',) if language == wanted else ('wrong', f'{language}, not {wanted}')))

    facts, implied = corpus.keyed(expected['facts']), corpus.keyed(expected.get('implied', {}))
    for path, value in facts.items():
        if path not in found:
            add(path, 'missed', value)
        elif is_same(path, found[path], value):
            add(path, 'found')
        else:
            add(path, 'wrong', f'“{found[path]}”, not “{value}”')
    absent = tuple(path.removesuffix('.0') for path in expected.get('absent', []))
    has_pay = any(path.startswith(('job.pay.minimum', 'job.pay.maximum')) for path in found)
    for path, value in found.items():
        if path in facts or path in implied and is_same(path, value, implied[path]):
            continue
        # A currency and a period without an amount are what a new posting begins with.
        idle = path == 'job.pay.disclose' or not has_pay and path.startswith('job.pay.')
        if path.startswith(absent) if absent else False:
            add(path, 'wrong', f'“{value}”, which the posting does not say clearly')
        elif not idle:
            add(path, 'wrong', f'“{value}”, which is not in the posting')


def find_section(expected, sections, used):
    """The section that is the expected one, judged by its heading, or its words if it has none."""
    free = [section for section in sections if id(section) not in used]
    ids = corpus.IDS.get(expected.kind, ())
    if expected.title:
        key = title_key(expected.title)
        named = [section for section in free if title_key(section.title) == key]
        best = [section for section in named if is_id(section.id, ids) or not ids] or named
        if best:
            return best[0]
    words = [norm(text) for text in expected.paragraphs] + [text for _, text in expected.bullets]
    if expected.title:
        free = [section for section in free if section.is_field]
    for section in free:
        if (expected.kind and not expected.optional or expected.title) and \
                not is_id(section.id, ids):
            continue
        here = norm(section.text) + ' ' + ' '.join(text for _, text in section.bullets)
        if any(text in here for text in words):
            return section
    if expected.optional and not expected.title:
        return next((section for section in free if not ids or is_id(section.id, ids)), None)
    return None


def longest_rise(numbers):
    """The indexes of a longest rising part of the numbers: what kept its order."""
    best = []
    for i, number in enumerate(numbers):
        longest = max((best[j] for j in range(i) if numbers[j] < number), key=len, default=[])
        best.append(longest + [i])
    return set(max(best, key=len, default=[]))


def why_misplaced(expected, section, matches):
    ids = corpus.IDS.get(expected.kind, ())
    unknown = expected.loose and not is_id(section.id, corpus.KNOWN_IDS)
    if ids and not is_id(section.id, ids) and not unknown:
        return f'has the id “{section.id}”, not “{ids[0]}”'
    if not ids and (section.is_field or expected.title and is_id(section.id, corpus.KNOWN_IDS)):
        return f'has become “{section.id}”, though its heading says nothing of the kind'
    if expected.parent is not None and not section.is_field:
        parent = matches.get(id(expected.parent))
        if section.parent is not parent and not (expected.kind and section.parent is None):
            return 'stands outside the section that it is a part of'
    if expected.parent is None and section.parent is not None and not expected.kind:
        return f'stands within “{section.parent.title}”'
    return None


def score_sections(score, file, kind, sections, expected):
    """Returns the section in which each expected one came in, by the expected one's id()."""
    matches, used = {}, set()
    order = sorted(expected, key=lambda one: (one.optional, not one.title))
    for one in order:
        section = find_section(one, sections, used)
        if section is not None:
            matches[id(one)] = section
            used.add(id(section))

    placed = [one for one in expected if id(one) in matches and not matches[id(one)].is_field]
    kept = longest_rise([matches[id(one)].number for one in placed])
    moved = {id(one) for i, one in enumerate(placed) if i not in kept}
    for one in expected:
        row, name = one.kind or 'own', one.title or '(no heading)'
        if one.optional:
            continue
        if id(one) not in matches:
            score.add(file, kind, 'sections', row, 'missed', name)
            continue
        reason = why_misplaced(one, matches[id(one)], matches) or \
            ('stands in another order' if id(one) in moved else None)
        score.add(file, kind, 'sections', row, 'wrong' if reason else 'found', f'{name}: {reason}')

    first = min((section.number for section in matches.values() if section.title), default=0)
    for section in sections:
        # Lines with facts may stay where they stood, before the first heading.
        if id(section) not in used and section.number > first and not section.is_field:
            if not any(child.parent is section and id(child) in used for child in sections):
                score.add(file, kind, 'sections', 'own', 'wrong',
                          f'{section.title or section.id}: is no section of the source')
    return matches


def score_paragraphs(score, file, kind, sections, expected, matches):
    fields = [section for section in sections if section.is_field]
    for one in expected:
        for paragraph in one.paragraphs:
            here = [matches[id(one)]] if id(one) in matches else []
            wanted = {paragraph, norm(paragraph)}
            if any(not wanted.isdisjoint(section.paragraphs) for section in here + fields):
                score.add(file, kind, 'paragraphs', one.kind or 'own', 'found')
                continue
            place = next((section for section in here + fields + sections
                          if norm(paragraph) in norm(section.text)), None)
            score.add(file, kind, 'paragraphs', one.kind or 'own', 'wrong' if place else 'missed',
                      f'“{norm(paragraph)}”' + (f': in “{place.title or place.id}”, where it is '
                                          'cut, or runs on' if place else ''))


def is_bullet(found, expected):
    """A label may be left in the text only where the source does not set it apart."""
    (label, text), (wanted_label, wanted) = found, expected
    if not wanted_label:
        return norm(f'{label}: {text}' if label else text) == wanted
    return title_key(label) == title_key(wanted_label) and text == wanted


def score_bullets(score, file, kind, sections, expected, matches):
    def add(one, *outcome):
        score.add(file, kind, 'bullets', one.kind or 'own', *outcome)

    left = {id(section): list(section.bullets) for section in sections}
    open_ones = []
    for one in expected:
        section = matches.get(id(one))
        here = left.get(id(section), [])
        for bullet, optional in one.all_bullets:
            match = next((found for found in here if is_bullet(found, bullet)), None)
            if match is not None:
                here.remove(match)
            elif section is not None and section.is_field and bullet[1] in norm(section.text):
                match = bullet
            if optional:
                continue
            if match is not None:
                add(one, 'found')
            else:
                open_ones.append((one, bullet))

    for one, bullet in open_ones:
        likeness, text, place = max(
            ((difflib.SequenceMatcher(None, norm(' '.join(found)), norm(' '.join(bullet))).ratio(),
              found, section) for section in sections for found in left[id(section)]),
            key=lambda each: each[0], default=(0, None, None))
        said = f'“{corpus.spell(bullet)}”'
        if likeness < ALIKE:
            add(one, 'missed', said)
        else:
            left[id(place)].remove(text)
            add(one, 'wrong', f'{said}: “{corpus.spell(text)}” in “{place.title or place.id}”')

    optional = {id(matches[id(one)]) for one in expected if one.optional and id(one) in matches}
    first = min((section.number for section in matches.values() if section.title), default=0)
    for section in sections:
        for bullet in left[id(section)]:
            if id(section) not in optional and section.number >= first:
                score.add(file, kind, 'bullets', 'own', 'wrong',
                          f'“{corpus.spell(bullet)}” is no bullet of “{section.title}”')


def score_posting(score, file, kind, posting, expected):
    sections = flatten_sections(posting)
    wanted = corpus.expected_sections(expected['sections'])
    score_facts(score, file, kind, posting, expected)
    matches = score_sections(score, file, kind, sections, wanted)
    score_paragraphs(score, file, kind, sections, wanted, matches)
    score_bullets(score, file, kind, sections, wanted, matches)
    whole = json.dumps(posting, ensure_ascii=False)
    for text in expected.get('forbidden', []):
        score.add(file, kind, 'left out', 'around the posting',
                  *(('wrong', f'“{text}” came in') if text in whole else ('found',)))


def without_marks(value):
    """What a reader sees: the words, whether they are bold or a link or not."""
    if isinstance(value, dict):
        return {name: without_marks(member) for name, member in value.items()}
    if isinstance(value, list):
        return [without_marks(member) for member in value]
    if not isinstance(value, str):
        return value
    value = re.sub(r'(?<![\\*])\*\*(?!\*)', '', value)
    value = re.sub(r'(?<!\\)\[([^][\n]+)\]\((?:https?|mailto|tel):[^()\s]+\)', r'\1', value)
    return re.sub(r'\\([][*\\])', r'\1', value)


def score_file(score, program, source, expected, folder):
    """Imports one file; a list of postings makes one file each, told apart by their titles."""
    wanted = expected.get('postings', [expected])
    packed = corpus.pack(source, folder)
    target = folder / ('made' if 'postings' in expected else 'made.vacancy')
    if 'postings' in expected:
        target.mkdir()
    run = subprocess.run([program, 'import', packed, '-o', target], capture_output=True, text=True,
                         check=False)
    made = sorted(target.glob('*.vacancy')) if target.is_dir() else [target] * target.exists()
    postings = [without_marks(json.loads(path.read_text(encoding='utf-8'))) for path in made]
    if run.returncode != 0 or len(postings) != len(wanted):
        score.misses.append(f'{source.name}: status {run.returncode}, {len(postings)} postings of '
                            f'{len(wanted)}: {run.stderr.strip()}')
    for one in wanted:
        title = one['facts']['job.title']
        match = next((posting for posting in postings
                      if is_same('', posting.get('job', {}).get('title', ''), title)),
                     postings[0] if postings and len(wanted) == 1 else {})
        score_posting(score, source.name, expected['kind'], match, one)
        postings = [posting for posting in postings if posting is not match]
    for posting in postings:
        title = posting.get('job', {}).get('title', '')
        score.add(source.name, expected['kind'], 'facts', 'title', 'wrong',
                  f'“{title}” is a posting too many')


def print_table(score, table, heading):
    rows = sorted({row for (name, row, _) in score.counts if name == table})
    print(f'\n{heading:<28}{"found":>8}{"wrong":>8}{"missed":>8}')
    for row in rows:
        numbers = (score.counts[table, row, outcome] for outcome in ('found', 'wrong', 'missed'))
        print(f'{row:<28}' + ''.join(f'{number:8}' for number in numbers))


def print_score(score, files):
    print_table(score, 'facts', 'Facts by field')
    for table in ('sections', 'paragraphs', 'bullets'):
        print_table(score, table, f'{table.title()} by kind')
    for table in ('facts', 'sections', 'bullets'):
        print_table(score, f'source: {table}', f'{table.title()} by source')
    if score.misses:
        print('\nNot as it should be')
    for miss in score.misses:
        print(f'  {miss}')
    print(f'\n{files} files')
    for table in ('facts', 'sections', 'paragraphs', 'bullets', 'left out'):
        numbers = ', '.join(f'{score.total(table, o)} {o}' for o in ('found', 'wrong', 'missed'))
        print(f'{table:<12}{score.percent(table):6.1f} %   {numbers}')


def score_corpus(program, folder):
    score, files = Score(), corpus.sources(folder)
    for source in files:
        with tempfile.TemporaryDirectory() as temporary:
            score_file(score, program, source, corpus.read_expected(source),
                       pathlib.Path(temporary))
    print_score(score, len(files))
    goal = f'no wrong fact, {SECTIONS_GOAL} % of sections, {BULLETS_GOAL} % of bullets'
    print(f'{"reaches" if score.passes() else "misses"} the goal: {goal}')
    return 0 if files and score.passes() else 1


PERFECT = {
    'language': 'en-GB',
    'job': {'title': 'Baker', 'employmentType': ['part-time', 'full-time'],
            'pay': {'minimum': 12.5, 'currency': 'GBP', 'period': 'hour'},
            'apply': {'instructions': 'Write to us.'}},
    'sections': [{'id': 'position-overview', 'title': 'Overview', 'text': 'We bake.'},
                 {'id': 'key-responsibilities', 'title': 'Your work',
                  'items': [{'label': 'Dough', 'text': 'knead it'}, {'text': 'Sweep'}],
                  'sections': [{'id': 'x', 'title': 'At night', 'items': [{'text': 'Bake'}]}]},
                 {'id': 'pets', 'title': 'Our cat', 'text': 'She\n\nsleeps.'},
                 {'id': 'gravy', 'title': 'Gravy', 'items': [{'text': 'Bread'}]}]}
EXPECTED = {
    'language': 'en-US',
    'facts': {'job.title': 'Baker', 'job.pay.minimum': '12.50', 'job.pay.currency': 'GBP',
              'job.pay.period': 'hour', 'job.employmentType.0': 'full-time'},
    'implied': {'job.employmentType.1': 'part-time'}, 'absent': ['job.closes'],
    'forbidden': ['cookies'],
    'sections': [{'kind': None, 'title': '', 'text': 'We bake.'},
                 {'kind': 'responsibilities', 'title': 'YOUR WORK:',
                  'bullets': [{'label': 'Dough', 'text': 'knead it'}, 'Sweep'],
                  'sections': [{'title': 'At night', 'bullets': ['Bake']}]},
                 {'kind': 'pay', 'title': 'Pay', 'optional': True},
                 {'kind': None, 'title': 'Our cat', 'text': 'She\n\nsleeps.'},
                 {'kind': 'benefits', 'title': 'Gravy', 'bullets': ['Bread'], 'loose': True},
                 {'kind': 'apply', 'title': 'Apply', 'text': 'Write to us.'}]}
# What is damaged, and the counts of wrong and missed that it has to cost.
DAMAGES = [
    ('nothing', lambda p: None, {}),
    ('another amount', lambda p: p['job']['pay'].update(minimum=125), {('facts', 'wrong'): 1}),
    ('no title', lambda p: p['job'].pop('title'), {('facts', 'missed'): 1}),
    ('an invented fact', lambda p: p['job'].update(department='Ovens'), {('facts', 'wrong'): 1}),
    ('a guessed date', lambda p: p['job'].update(closes='2027-01-01'), {('facts', 'wrong'): 1}),
    ('a lost bullet', lambda p: p['sections'][1]['items'].pop(), {('bullets', 'missed'): 1}),
    ('a cut bullet', lambda p: p['sections'][1]['items'][0].update(text='knead'),
     {('bullets', 'wrong'): 1}),
    ('a label in the text', lambda p: p['sections'][1]['items'].__setitem__(
        0, {'text': 'Dough: knead it'}), {('bullets', 'wrong'): 1}),
    ('a bullet in another section', lambda p: p['sections'][2].update(
        items=[p['sections'][1]['items'].pop()]), {('bullets', 'wrong'): 1}),
    ('another kind', lambda p: p['sections'][1].update(id='what-we-offer'),
     {('sections', 'wrong'): 1}),
    ('a figure of speech understood', lambda p: p['sections'][3].update(id='what-we-offer'), {}),
    ('a figure of speech misunderstood', lambda p: p['sections'][3].update(id='how-to-apply'),
     {('sections', 'wrong'): 1}),
    ('another order', lambda p: p['sections'].insert(1, p['sections'].pop()),
     {('sections', 'wrong'): 1}),
    ('a lost section', lambda p: p['sections'].pop(2),
     {('sections', 'missed'): 1, ('paragraphs', 'missed'): 2}),
    ('a section too many', lambda p: p['sections'].append({'title': 'Menu', 'text': 'Home'}),
     {('sections', 'wrong'): 1}),
    ('a group lifted out', lambda p: p['sections'].insert(
        2, p['sections'][1].pop('sections')[0]), {('sections', 'wrong'): 1}),
    ('a line not joined', lambda p: p['sections'][0].update(text='We\nbake.'),
     {('paragraphs', 'wrong'): 1}),
    ('a paragraph run on', lambda p: p['sections'][2].update(text='She sleeps.'),
     {('paragraphs', 'wrong'): 2}),
    ('a banner', lambda p: p['sections'][0].update(text='We bake.\n\nWe use cookies'),
     {('left out', 'wrong'): 1}),
    ('nothing came in', lambda p: p.clear(), {
        ('facts', 'wrong'): 1, ('facts', 'missed'): 5, ('sections', 'missed'): 6,
        ('paragraphs', 'missed'): 4, ('bullets', 'missed'): 4}),
]


def self_test(folder):
    problems = []
    for name, damage, costs in DAMAGES:
        posting, score = json.loads(json.dumps(PERFECT)), Score()
        damage(posting)
        score_posting(score, name, 'text', posting, EXPECTED)
        found = {(table, outcome): score.total(table, outcome)
                 for table in ('facts', 'sections', 'paragraphs', 'bullets', 'left out')
                 for outcome in ('wrong', 'missed') if score.total(table, outcome)}
        gated = any(key[0] != 'paragraphs' and key != ('facts', 'missed') for key in costs)
        if found != costs or score.passes() == gated:
            problems.append(f'{name}: cost {found}, not {costs}: {score.misses}')
    problems += corpus.check(folder)
    for source in corpus.sources(folder):
        expected = corpus.read_expected(source)
        for one in expected.get('postings', [expected]):
            score = Score()
            score_posting(score, source.name, expected['kind'], corpus.make_posting(one), one)
            problems += score.misses
    print('\n'.join(problems) or f'{len(DAMAGES)} postings scored, '
          f'{len(corpus.sources(folder))} files of the corpus hold what is expected of them')
    return 1 if problems else 0


def main():
    parser = argparse.ArgumentParser(usage='%(prog)s (VACANCY-CLI | --self-test) [CORPUS]')
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('paths', nargs='*')
    options = parser.parse_args()
    program = None if options.self_test else options.paths.pop(0) if options.paths else \
        parser.error('name the vacancy-cli that is to import')
    folder = pathlib.Path(options.paths[0]) if options.paths else CORPUS
    return self_test(folder) if options.self_test else score_corpus(program, folder)


if __name__ == '__main__':
    sys.exit(main())
