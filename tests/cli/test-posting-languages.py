# SPDX-License-Identifier: GPL-3.0-or-later
"""test-posting-languages.py VACANCY-CLI SOURCE-ROOT: postings in every language hold no English.

What their writer enters is Greek here, which no file of data/languages is in, so every other word
of an export is one of ours.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402

PROGRAM = sys.argv[1]
LANGUAGES = pathlib.Path(sys.argv[2]) / 'data' / 'languages'

CURRENCIES = {'ar': 'SAR', 'cs': 'CZK', 'da': 'DKK', 'en': 'USD', 'he': 'ILS', 'ja': 'JPY',
              'nb': 'NOK', 'pl': 'PLN', 'pt-br': 'BRL', 'sv': 'SEK', 'tr': 'TRY', 'zh': 'CNY',
              'zh-hant': 'TWD'}

# Languages in which every Latin letter is foreign.
OTHER_SCRIPTS = {'ar', 'he', 'ja', 'zh', 'zh-hant'}

# What is Latin by nature: addresses, and the currency of a comparison.
FOREIGN = rf'https?:\S+|\S+@\S+|mailto:|tel:|{"|".join(CURRENCIES.values())}'

# Exports that people read, and what is written for whom.
SUBJECTS = ('posting', 'guide', 'interview', 'panel', 'salaries')
FORMATS = 'text,markdown,html,docx'

TYPES = ('full-time', 'part-time', 'contractor', 'temporary', 'intern', 'volunteer', 'per-diem',
         'other')
WORKPLACES = ('onsite', 'hybrid', 'remote')
CREDENTIALS = ('high-school', 'associate-degree', 'bachelor-degree', 'professional-certificate',
               'postgraduate-degree')
PERIODS = ('year', 'month', 'week', 'day', 'hour')

AREAS = ('metropolitan', 'combined', 'division', 'nonmetropolitan', 'state', 'country', 'city')

# So many postings in a language have every choice and every form of pay in them.
VARIANTS = 6
TITLE = 'Μηχανικός '

# Said only beside a place that others are compared with, of pay by the day, of a rule for means, and
# of a panel without a plan.
SILENT = {'break-even', 'compared-with', 'days-a-year', 'interviewers', 'mean', 'over-base'}


def read_words(language):
    with open(LANGUAGES / f'{language}.json', encoding='utf-8') as file:
        return json.load(file)


def make_section(section, audience='candidate', **members):
    return {'id': section, 'title': 'Ενότητα', 'audience': audience, 'advice': 'Συμβουλή',
            'text': 'Κείμενο.', 'items': [{'label': 'Ετικέτα', 'text': 'λόγος'}], **members}


def make_salaries(currency, period):
    """A blend of surveys with every doubt and every kind of area, a rule for ranges, and pay zones."""
    collapsed = {'p25': 10000, 'median': 17000, 'p75': 24000, 'p90': 24000}
    return {
        'year': 2026, 'currency': currency, 'period': period, 'source': 'Έρευνα', 'weight': 40,
        'surveys': [{'id': 'α', 'name': 'Άλφα', 'effective': '2024-05-01', 'weight': 40},
                    {'id': 'β', 'name': 'Βήτα', 'weight': 20},
                    {'id': 'γ', 'name': 'Γάμα', 'currency': 'XAU', 'weight': 20}],
        'aging': {'rate': 3, 'to': '2026-07-01'},
        'rule': {'target': 'median', 'spread': 20, 'rounding': 1000},
        'zoneBase': 'Αθήνα',
        'zones': [{'name': 'Ζώνη', 'explanation': 'Γιατί.', 'places': ['Πάτρα'],
                   'steps': [{'upTo': 10000, 'percentOfBase': 110}, {'percentOfBase': 105}]}],
        'national': {'minimum': 17000, 'maximum': 20000},
        'places': [
            {'name': 'Αθήνα', 'minimum': 18000, 'maximum': 22000, 'priceIndex': 11000, 'note': 'Ναι',
             'figures': [{'survey': 'α', 'sample': 3, 'areaKind': AREAS[0], **collapsed},
                         {'survey': 'β', 'accepted': True, 'areaKind': AREAS[1], **collapsed},
                         {'survey': 'γ', 'median': 1}]},
            {'name': 'Πάτρα', 'minimum': 16000, 'maximum': 19000,
             'figures': [{'survey': 'ω', 'median': 1},
                         {'survey': 'α', 'median': 17000, 'areaKind': AREAS[2]},
                         {'survey': 'α', 'median': 18000}]},
            {'name': 'Νήσος, PR', 'minimum': 16000, 'maximum': 19000},
            {'name': 'Ρόδος', 'differential': 80},
            *({'name': 'Κως', 'figures': [{'survey': 'α', 'median': 17000, 'areaKind': kind}]}
              for kind in AREAS[3:])]}


def make_posting(language, number=0):
    """A posting with everything in it of which we write a word; choices change with the number."""
    odd = number % 2 == 1
    currency = CURRENCIES.get(language, 'EUR')
    pay = ({'minimum': 18000, 'maximum': 21400}, {'minimum': 18000}, {'maximum': 21400})[number % 3]
    return {
        'format': 'vacancy-posting', 'version': 1, 'language': language,
        'look': {'design': 'modern' if odd else 'classic'},
        'job': {
            'employer': {'name': 'Εταιρεία', 'legalName': 'Εταιρεία ΑΕ', 'website': 'https://example.org', 'about': 'Εμείς.'},
            'department': 'Τμήμα', 'reportsTo': 'Διευθυντής', 'requisition': '2026-17', 'openings': 3,
            'employmentType': TYPES if number == 0 else TYPES[number:number + 2],
            'seasonal': odd, 'vacancyStatus': 'future' if odd else 'existing',
            'fillBy': '2027-01-15', 'contract': {'months': 9, 'ends': '2027-11-30'},
            'hours': {'perWeek': 20, 'perWeekMaximum': 25.5, 'share': 60, 'schedule': 'Δευτέρα'},
            'grades': [{'label': 'Βαθμός', 'scale': 'Κλίμακα'}],
            'daysOnSite': 2, 'timeZones': 'Αθήνα', 'travel': 'Λίγα',
            'remoteAreas': [{'country': 'GR'}, {'country': 'GR', 'region': 'Κρήτη'}],
            'closesTime': '17:00', 'closesZone': 'Europe/Athens',
            'licences': [{'name': 'Άδεια'}], 'languages': [
                {'language': 'el', 'level': 'native'}, {'language': 'el', 'level': 'B2'}],
            'eligibility': {'sponsorship': 'not-offered' if odd else 'offered',
                            'rightToWork': 'Δικαίωμα', 'clearance': 'Έλεγχος'},
            'questions': [{'text': 'Γιατί;'}],
            'contact': {'name': 'Άννα', 'title': 'Διευθύντρια', 'email': 'b@example.org',
                        'phone': '+30 21 0555 0100'},
            'statements': {'equalOpportunity': 'Ίσα.', 'accommodation': 'Πρόσβαση.'},
            'workplace': WORKPLACES[number % 3],
            'locations': [{'city': 'Αθήνα', 'region': 'Αττική', 'country': 'GR'},
                          {'city': 'Πάτρα', 'country': 'GR', 'benefits': 'Λεωφορείο'}],
            'posted': '2026-10-01', 'closes': '2026-12-03',
            **({'startsNow': True} if odd else {'start': '2027-02-01'}),
            'experience': {'months': (1, 2, 5, 12, 18, 60)[number % 6]},
            'education': {'credential': CREDENTIALS[number % 5], 'experienceInstead': number % 2 == 0},
            'apply': {'url': 'https://example.org/1', 'email': 'a@example.org', 'instructions': 'Έλα.'},
            'pay': {**pay, 'currency': currency, 'period': PERIODS[number % 5], 'bonus': '10 %',
                    'basis': 'pro-rata' if odd else 'full-time-equivalent', 'commission': '5 %',
                    'equity': '0,1 %', 'note': 'Και.'}},
        'sections': [
            make_section('required-qualifications',
                         items=[{'id': 'q1', 'text': 'λόγος'}, {'id': 'q2', 'text': 'έργο'}]),
            make_section('education-experience', items=[{'text': 'πτυχίο'}], text=''),
            *([] if number == 5 else [make_section('pay', table='pay')]),
            make_section('variations', 'team', table='variations'),
            make_section('industries', 'team', table='industries'),
            make_section('salaries', 'team', table='salaries'),
            make_section('assessments', 'team', table='assessments'),
            make_section('interview-questions', 'team', items=[
                {'text': 'Πώς;', 'listenFor': 'Λόγια.', 'assesses': ['q1']}, {'text': 'Τι;'}])],
        'interview': {'plan': [{'name': 'Άννα', 'focus': 'Έργα', 'minutes': 45,
                                'asks': ['interview-questions']}]},
        'variations': [{'id': 'α', 'title': 'Παραλλαγή', 'emphasize': 'Ένα', 'highlight': 'Δύο',
                        'additions': [{'section': 'required-qualifications', 'text': 'Τρία'}]}],
        'industries': [{'title': 'Κλάδος', 'requirements': ['Α', 'Β'], 'aspect': 'Γ'}],
        'salaries': make_salaries(currency, PERIODS[(number + 4) % 5]),
        'levels': [{'name': 'Α', 'from': 0, 'to': 500}, {'name': 'Β', 'from': 500, 'to': 1000}],
        'assessments': [{'title': 'Δοκιμή', 'criteria': [
            {'title': 'Κριτήριο', 'weight': 50, 'weak': 'ω', 'good': 'ψ', 'strong': 'χ'}]}]}


def export(folder, postings):
    """Returns the readable texts of all exports, for each posting by its number in the list."""
    sources = []
    for number, posting in enumerate(postings):
        sources.append(str(folder / f'{number}.vacancy'))
        pathlib.Path(sources[-1]).write_text(json.dumps(posting), encoding='utf-8')
    texts = [{} for _ in postings]
    for subject in SUBJECTS:
        target = folder / subject
        target.mkdir()
        subprocess.run([PROGRAM, 'export', '--to', FORMATS, '--what', subject, '--audience',
                        'candidate' if subject == 'posting' else 'team', '-o', str(target),
                        *(sources if subject == 'posting' else sources[::VARIANTS])],
                       stderr=subprocess.DEVNULL, check=False, timeout=30 * PATIENCE,
                       env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        for path in target.iterdir():
            number = int(re.search(rf'{TITLE}(\d+)', path.stem)[1])
            texts[number][subject + path.suffix] = read_text(path)
    return texts


def read_text(path):
    if path.suffix == '.docx':
        with zipfile.ZipFile(path) as archive:
            text = archive.read('word/document.xml').decode().partition('?>')[2]
    else:
        text = path.read_text(encoding='utf-8')
    text = re.sub(r'<!.*?>|<(style|script).*?</\1>', '', text, flags=re.DOTALL)
    return html.unescape(re.sub(r'</?\w[^>]*>', ' ' if path.suffix == '.html' else '', text))


def list_pieces(words, left_out=()):
    """What of a language stands in a text in one piece."""
    for name, text in (*words['phrases'].items(), *words['choices'].items()):
        if name not in left_out:
            yield from (piece.strip() for piece in re.split(r'{\w+}', text)
                        if re.search(r'\w', piece))


def find_english(text, language):
    own = sorted(set(list_pieces(read_words(language))), key=len, reverse=True)
    text = ' '.join(text.split())
    for piece in own:
        text = text.replace(piece, ' ')
    for piece in sorted(set(list_pieces(read_words('en')))):
        if re.search(rf'(?<!\w){re.escape(piece)}(?!\w)', text):
            yield piece
    if language in OTHER_SCRIPTS:
        yield from re.findall(r'[A-Za-z]{3,}', re.sub(FOREIGN, '', text))


def check_direction(tap, folder, languages):
    """Web pages and Word files say which way they run."""
    for number, language in ((VARIANTS * i, language) for i, language in enumerate(languages)):
        pages = {path.suffix: path for path in (folder / 'guide').iterdir()
                 if re.search(rf'{TITLE}{number}\b', path.stem)}
        with zipfile.ZipFile(pages['.docx']) as archive:
            document = archive.read('word/document.xml').decode()
        page = pages['.html'].read_text(encoding='utf-8')
        rtl = language in ('ar', 'he')
        tap.check(f'/languages/a-file-in-{language}-runs-its-way', [
            f'{mark}: {mark in text}' for text, mark in
            ((page, ' dir="rtl">'), (document, '<w:bidi/>'), (document, '<w:rtl/>'),
             (document, '<w:bidiVisual/>')) if (mark in text) != rtl])


def check_language(tap, language, texts):
    said = '\n'.join(text for posting in texts for text in posting.values())
    tap.check(f'/languages/every-export-of-a-posting-in-{language}-is-written',
              [] if [len(posting) for posting in texts] == [4 * len(SUBJECTS)] + [4] * (VARIANTS - 1)
              else ['some are missing'])
    tap.check(f'/languages/no-english-in-a-posting-in-{language}', sorted({
        f'{name} says “{word}”' for posting in texts for name, text in posting.items()
        for word in find_english(text, language)}))
    tap.check(f'/languages/everything-that-{language}-has-a-word-for-is-said',
              [piece for piece in list_pieces(read_words(language), SILENT) if piece not in said])


def main():
    tap = Tap()
    languages = sorted(path.stem for path in LANGUAGES.glob('*.json') if not path.stem.startswith('en'))
    postings = [make_posting(language, number) for language in languages for number in range(VARIANTS)]
    for number, posting in enumerate(postings):
        posting['job']['title'] = f'{TITLE}{number}'
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = export(folder, postings)
        check_direction(tap, folder, languages)
    for i, language in enumerate(languages):
        check_language(tap, language, texts[VARIANTS * i:VARIANTS * (i + 1)])
    tap.finish()


main()
