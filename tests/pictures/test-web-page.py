#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens exported web pages in a real browser.

test-web-page.py SOURCE-ROOT VACANCY-CLI prints TAP.
"""

import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'metadata'))

import browser
import postings
from tap import PATIENCE, Tap

NAMES = ('guide', 'german', 'arabic', 'nurse', 'hostile', 'twelve-pages')
WIDTHS = (1280, 768, 360, 320)
# A phone is this wide at most; its screen is told apart from a narrow window.
PHONE = 400
# Half of a window of 1280, with letters twice as large.
LARGE_TEXT = (640, '200%')
# Between the margins of A4, in CSS pixels.
PRINTED = 642
# Plain text has the rows of a table one below the other, with what the columns say.
TABLES = ('twelve-pages',)
PAPERS = {'letter': (8.5, 11), 'a4': (210 / 25.4, 297 / 25.4)}
LEVELS = {'=': 1, '-': 2, '~': 3}
MARK = re.compile(r'^[•◦–-] ')
# Marks of direction are for those who see lines, not for those who hear them.
INVISIBLE = re.compile('[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]')

source_root, vacancy_cli = sys.argv[1:3]
tap = Tap()


def plain(text):
    return ' '.join(INVISIBLE.sub('', unicodedata.normalize('NFKC', text)).split())


def letters(text):
    """Without what is told apart by spaces, signs and the ends of lines."""
    return ''.join(re.findall(r'\w+', plain(text))).casefold()


class Expected:
    """What plain text says of a posting: its headings with levels, and its text after them."""

    def __init__(self, made, name, design):
        lines = made.read(name, design).split('\n')
        self.headings, self.texts = [], []
        for line, below in zip(lines, lines[1:] + ['']):
            level = LEVELS.get(below[:1]) if below and set(below) <= {below[0]} else None
            if level is not None and line:
                self.headings.append((level, plain(line)))
                self.texts.append(plain(line))
            elif line and not (set(line) <= set('=-~ ') and len(line) > 2):
                self.texts.append(plain(MARK.sub('', line)))
        self.has_tables = name in TABLES
        self.language = made.run('get', made.path(name), 'language').strip()

    def body(self):
        """From the first heading after the facts, which designs set in different ways."""
        second = [name for level, name in self.headings if level > 1][0]
        return self.texts[self.texts.index(second):]


class Heard:
    """What a screen reader is told of the page, in its order."""

    def __init__(self, page):
        nodes = page.call('Accessibility.getFullAXTree')['nodes']
        self.by_id = {node['nodeId']: node for node in nodes}
        self.headings, self.texts, self.links, self.mains, self.outside = [], [], [], 0, []
        self.walk(nodes[0], False)

    def walk(self, node, inside):
        role, name = node.get('role', {}).get('value'), node.get('name', {}).get('value', '')
        ignored = node.get('ignored', False)
        if role == 'StaticText' and not ignored:
            self.texts.append(plain(name))
            if not inside:
                self.outside.append(plain(name))
            return
        if role == 'heading' and not ignored:
            level = [entry['value']['value'] for entry in node['properties']
                     if entry['name'] == 'level'][0]
            self.headings.append((level, plain(name)))
        elif role == 'link' and not ignored:
            self.links.append(plain(name))
        elif role == 'main' and not ignored:
            self.mains += 1
            inside = True
        for child in node.get('childIds', []):
            if child in self.by_id:
                self.walk(self.by_id[child], inside)


def difference(found, wanted):
    if found == wanted:
        return
    place = next((number for number, (a, b) in enumerate(zip(found, wanted)) if a != b),
                 min(len(found), len(wanted)))
    yield f'{found[place:place + 2]} in place of {wanted[place:place + 2]}'


def text_difference(found, wanted):
    """By letters: cells and links are pieces of their own for one of the two."""
    found, wanted = letters(''.join(found)), letters(''.join(wanted))
    start = found.find(wanted[:40])
    if start < 0:
        yield f'it does not say {wanted[:40]}'
    elif found[start:] != wanted:
        place = next((number for number, (a, b) in enumerate(zip(found[start:], wanted)) if a != b),
                     min(len(found) - start, len(wanted)))
        yield f'{found[start:][max(0, place - 10):place + 30]} in place of ' \
              f'{wanted[max(0, place - 10):place + 30]}'


def is_loud(event):
    if event['method'] == 'Log.entryAdded':
        return event['params']['entry']['level'] in ('warning', 'error')
    return event['method'] in ('Runtime.exceptionThrown', 'Runtime.consoleAPICalled')


def by_network(page, path, expected):
    """Requests; a picture inside the page is none."""
    page.open(path)
    page.set_view(WIDTHS[0])
    page.evaluate('new Promise(requestAnimationFrame).then(() => 0)')
    for event in page.events:
        if event['method'] == 'Network.requestWillBeSent':
            url = event['params']['request']['url']
            if not url.startswith('data:') and url != 'file://' + path:
                yield f'asks for {url}'


def by_console(page, path, expected):
    page.open(path)
    page.evaluate('new Promise(requestAnimationFrame).then(() => 0)')
    for event in page.events:
        if is_loud(event):
            entry = event['params'].get('entry', event['params'])
            yield f'says {entry.get("text", event["method"])}'


def by_offline(page, path, expected):
    """Without a network the page is the same as with one, which this machine need not have."""
    size = '[document.body.scrollHeight, document.body.innerText.length, ' \
           '...[...document.images].map(i => i.naturalWidth)].join()'
    page.set_view(WIDTHS[0])
    seen = []
    for online in 'true', 'false':
        # Not every version says in the page what it was told to emulate.
        told = page.call('Page.addScriptToEvaluateOnNewDocument', source='Object.defineProperty('
                         f'Navigator.prototype, "onLine", {{get: () => {online}}});')
        page.call('Network.emulateNetworkConditions', offline=online == 'false', latency=0,
                  downloadThroughput=-1, uploadThroughput=-1)
        page.open(path)
        seen.append(page.evaluate(size))
        page.call('Page.removeScriptToEvaluateOnNewDocument', **told)
    page.call('Network.emulateNetworkConditions', offline=False, latency=0,
              downloadThroughput=-1, uploadThroughput=-1)
    yield from difference(seen[1:], seen[:1])
    if page.evaluate('[...document.images].some(i => i.naturalWidth === 0)'):
        yield 'a picture is not shown'


with open(os.path.join(HERE, 'page-checks.js'), encoding='utf-8') as file:
    CHECKS = file.read()


def look(page, kinds, what):
    found = page.evaluate(CHECKS)
    for kind in kinds:
        yield from (f'{what}: {kind}: {text}' for text in found[kind])


def by_widths(page, path, expected):
    page.open(path)
    for width in WIDTHS:
        page.set_view(width, phone=width <= PHONE)
        yield from look(page, ('wide', 'cut', 'close', 'covered'), f'{width} wide')


def by_contrast(page, path, expected):
    page.open(path)
    for width in (WIDTHS[0], WIDTHS[-1]):
        for dark in (False, True):
            page.set_view(width, dark=dark)
            yield from look(page, ('pale',), f'{"dark" if dark else "light"}, {width} wide')
    page.set_view(WIDTHS[1], dark=True, medium='print')
    yield from look(page, ('pale',), 'in print')


def by_large_text(page, path, expected):
    width, size = LARGE_TEXT
    page.open(path)
    page.set_view(width)
    page.evaluate(f'void (document.documentElement.style.fontSize = "{size}")')
    yield from look(page, ('wide', 'cut', 'covered'), f'text of {size}, {width} wide')


def by_reader(page, path, expected):
    """The order of text, headings, landmarks and links."""
    page.open(path)
    for width in (WIDTHS[0], WIDTHS[-1]):
        page.set_view(width)
        heard = Heard(page)
        yield from difference(heard.headings, expected.headings)
        if not expected.has_tables:
            yield from text_difference(heard.texts, expected.body())
        if heard.mains != 1:
            yield f'{heard.mains} main landmarks'
        if heard.outside:
            yield f'outside of the main landmark: {heard.outside[:2]}'
        if '' in heard.links:
            yield 'a link without a name'
    if page.evaluate('[...document.links].some(a => !/^(https?|mailto|tel):/.test(a.href))'):
        yield 'a link to somewhere strange'


def by_language(page, path, expected):
    page.open(path)
    rtl = expected.language.startswith(('ar', 'he', 'fa', 'ur'))
    yield from difference(
        page.evaluate('[document.documentElement.lang, getComputedStyle(document.body).direction]'),
        [expected.language, 'rtl' if rtl else 'ltr'])
    title = page.evaluate('document.title')
    if expected.headings[0][1] not in plain(title):
        yield f'called {title}'


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=60 * PATIENCE,
                          check=True).stdout


def by_print(page, path, expected):
    """Every word is on a sheet, no sheet is empty, and there are no more than its text needs."""
    page.open(path)
    page.set_view(PRINTED, medium='print')
    # What is too wide, a browser prints smaller.
    yield from look(page, ('wide', 'cut', 'covered'), 'in print')
    page.set_view(WIDTHS[0])
    shown = page.evaluate('document.querySelector("main").innerText')
    needed = int(re.search(r'^Pages: +(\d+)', run('pdfinfo', expected.pdf), re.M)[1])
    for paper, size in PAPERS.items():
        printed = path + f'.{paper}.pdf'
        with open(printed, 'wb') as file:
            file.write(page.print(*size))
        boxes = run('pdftotext', '-bbox', printed, '-')
        sheets = boxes.split('<page ')[1:]
        # Type of a browser's page is a little larger than that of ours.
        if len(sheets) > needed * 1.5 + 1:
            yield f'{paper}: {len(sheets)} sheets, {needed} of the PDF'
        for number, sheet in enumerate(sheets, 1):
            width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"',
                                                sheet).groups())
            words = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" '
                               r'yMax="([\d.-]+)">', sheet)
            if not words:
                yield f'{paper}: sheet {number} is empty'
            for x, y, end, bottom in (map(float, word) for word in words):
                if x < 0 or y < 0 or end > width or bottom > height:
                    yield f'{paper}: text is out of sheet {number}'
                    break
        # Letters only: where lines and columns end is another matter, and so is how a file says
        # those of Arabic.
        missing = collections.Counter(letters(shown))
        missing.subtract(letters(run('pdftotext', '-raw', printed, '-')))
        lost = sum(count for count in missing.values() if count > 0)
        if not expected.language.startswith('ar') and lost:
            yield f'{paper}: {lost} letters are missing'


KINDS = {
    'asks-nobody-for-anything': by_network,
    'has-no-complaint': by_console,
    'needs-no-network': by_offline,
    'fits-every-width': by_widths,
    'stands-out-in-light-dark-and-print': by_contrast,
    'fits-with-letters-of-twice-the-size': by_large_text,
    'is-heard-as-the-outline-says': by_reader,
    'says-its-language-and-direction': by_language,
    'is-printed-whole': by_print,
}

POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
ELSEWHERE = '<img alt="" src="http://127.0.0.1:9/x.png">'


def style(rules):
    return lambda html: html.replace('</head>', f'<style>{rules}</style></head>')


def into(text):
    return lambda html: html.replace('</main>', f'{text}</main>')


# Each a page that is broken in one way, which the check of that kind has to see.
FAULTS = (
    ('a-picture-from-elsewhere', 'asks-nobody-for-anything',
     lambda html: POLICY.sub('', into(ELSEWHERE)(html))),
    ('a-picture-that-the-policy-forbids', 'has-no-complaint', into(ELSEWHERE)),
    ('a-script-that-throws', 'has-no-complaint',
     lambda html: POLICY.sub('', into('<script>nothing()</script>')(html))),
    ('what-is-there-with-a-network-only', 'needs-no-network', lambda html: POLICY.sub('', into(
        '<script>if (navigator.onLine) document.write("<p>Online")</script>')(html))),
    ('a-line-that-does-not-break', 'fits-every-width', style('p { white-space: nowrap; }')),
    ('a-line-that-is-cut', 'fits-every-width',
     style('main { overflow: hidden; } p { white-space: nowrap; }')),
    ('text-without-a-margin', 'fits-every-width',
     style('@media (max-width: 40rem) { main { padding: 0; } }')),
    ('a-heading-over-text', 'fits-every-width', style('h2 { position: relative; top: 2rem; }')),
    ('quiet-text-that-is-too-quiet', 'stands-out-in-light-dark-and-print',
     style('.facts p { color: #999999; }')),
    ('dark-text-in-the-dark', 'stands-out-in-light-dark-and-print',
     style('@media (prefers-color-scheme: dark) { p { color: #555555; } }')),
    ('pale-print', 'stands-out-in-light-dark-and-print',
     style('@media print { p { color: #888888; } }')),
    ('a-column-that-does-not-narrow', 'fits-with-letters-of-twice-the-size',
     style('li { min-width: 22rem; white-space: nowrap; }')),
    ('a-heading-of-another-level', 'is-heard-as-the-outline-says',
     lambda html: html.replace('<h3>', '<h4>', 1).replace('</h3>', '</h4>', 1)),
    ('a-heading-that-is-hidden', 'is-heard-as-the-outline-says',
     lambda html: html.replace('<h2>', '<h2 aria-hidden="true">', 1)),
    ('a-paragraph-that-is-elsewhere', 'is-heard-as-the-outline-says',
     lambda html: re.sub(r'(<p>Join.*?</p>)(.*)(</main>)', r'\2\1\3', html, flags=re.DOTALL)),
    ('a-page-without-a-landmark', 'is-heard-as-the-outline-says',
     lambda html: html.replace('<main', '<div').replace('</main>', '</div>')),
    ('a-link-without-a-name', 'is-heard-as-the-outline-says',
     into('<a href="https://example.com/"></a>')),
    ('a-page-of-no-language', 'says-its-language-and-direction',
     lambda html: re.sub('<html [^>]*>', '<html>', html)),
    ('a-page-from-the-wrong-side', 'says-its-language-and-direction',
     style('body { direction: rtl; }')),
    ('a-page-that-is-printed-in-part', 'is-printed-whole',
     style('@media print { main { height: 10rem; overflow: hidden; } }')),
    ('a-heading-on-every-sheet', 'is-printed-whole',
     style('@media print { h3 { break-before: page; } }')),
    ('a-line-beside-the-sheet', 'is-printed-whole',
     style('@media print { .facts { position: relative; left: -30rem; } }')),
)


def check_that_faults_are_found(page, path, expected):
    with open(path, encoding='utf-8') as good:
        html = good.read()
    for name, kind, spoil in FAULTS:
        faulty = path.replace('.html', f'-{name}.html')
        with open(faulty, 'w', encoding='utf-8') as file:
            file.write(spoil(html))
        problems = list(KINDS[kind](page, faulty, expected))
        same = ['the page is not spoiled'] if spoil(html) == html else []
        tap.check(f'/web-page/finds/{name}', same or ([] if problems else ['it was not seen']))


def check_all(page, made):
    for name in NAMES:
        for design in postings.DESIGNS:
            expected = Expected(made, name, design)
            expected.pdf = made.export(name, 'pdf', design)
            path = made.export(name, 'html', design)
            for kind, by in KINDS.items():
                tap.check(f'/web-page/{name}/{design}/{kind}', by(page, path, expected))
            if (name, design) == ('guide', 'classic'):
                check_that_faults_are_found(page, path, expected)


with tempfile.TemporaryDirectory() as folder:
    try:
        if shutil.which('pdftotext') is None:
            raise browser.Missing('pdftotext is not installed (poppler-utils)')
        made = postings.Postings(source_root, vacancy_cli, folder)
        with browser.Browser(folder, made.environment) as page:
            check_all(page, made)
    except (browser.Missing, postings.Missing) as reason:
        tap.skip('/web-page', str(reason))
        print(f'# No web page was opened in a browser: {reason}', file=sys.stderr)
    except browser.Failed as reason:
        tap.check('/web-page/the-browser-does-as-told', [reason])
tap.finish()
