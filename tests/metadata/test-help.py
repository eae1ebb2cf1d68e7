#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-help.py SOURCE-ROOT: the manual is valid, complete, and speaks of what the window has."""

import ast
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import sources
from tap import Tap

MALLARD = '{http://projectmallard.org/1.0/}'
# Keys as GTK names them, and as people read them on a keyboard.
KEYS = {'Control': 'Ctrl', 'Return': 'Enter', 'Page_Up': 'Page Up', 'Page_Down': 'Page Down', 'Up': '↑',
        'Down': '↓', 'comma': ',', 'Left': '←', 'Right': '→', 'BackSpace': 'Backspace'}
root = sys.argv[1]
tap = Tap()
pages = sorted(glob.glob(os.path.join(root, 'help', 'C', '*.page')))


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)


def elements(page, name):
    return xml.etree.ElementTree.parse(page).iter(MALLARD + name)


def words(element):
    return ' '.join(''.join(element.itertext()).split())


def plain(label):
    """A label as a reader sees it: without mnemonic, and without the dots of what asks further."""
    return re.sub(r'_(?=\w)', '', label).rstrip('…\u00a0 ')


def messages(catalogue):
    """The texts of a catalogue with their translations, as (text, translation)."""
    text = run('msgcat', '--no-wrap', catalogue, check=True).stdout
    entry = re.compile(r'^msgid ((?:".*"\n)+)(?:msgid_plural (?:".*"\n)+)?msgstr(?:\[0\])? ((?:".*"\n?)+)',
                       re.M)
    for match in entry.finditer(text):
        yield tuple(''.join(ast.literal_eval(line) for line in part.splitlines())
                    for part in match.groups())


def titles(path):
    """What a guide and its sections are called, from the first to the last."""
    with open(path, encoding='utf-8') as file:
        guide = json.load(file)
    return [guide['guide']['title']] + [section['title'] for section in guide['sections']]


def check_meson():
    listed = set(re.findall(r"'([\w/-]+\.(?:page|xml|png))'", sources.read(root, 'help/meson.build')))
    folder = os.path.join(root, 'help', 'C')
    there = {os.path.relpath(path, folder) for path in glob.glob(os.path.join(folder, '**'), recursive=True)
             if os.path.isfile(path)}
    tap.check('what-the-folder-has-is-installed',
              [f'help/C/{path} is in one place only' for path in sorted(listed ^ there)])


def check_judge():
    if not shutil.which('yelp-check'):
        tap.skip('the-manual-is-valid', 'there is no yelp-check')
        return
    folder = os.path.join(root, 'help', 'C')
    for name, arguments in (('validate', pages), ('links', [folder]), ('orphans', [folder]),
                            ('ids', [folder]), ('media', [folder])):
        result = run('yelp-check', name, *arguments)
        tap.check(f'yelp-check-{name}', (result.stdout + result.stderr).splitlines()
                  or (['It failed.'] if result.returncode else []))


def check_labels(labels):
    problems = []
    for page in pages:
        problems += [f'{os.path.basename(page)}: nothing is called “{words(element)}”'
                     for element in elements(page, 'gui') if words(element) not in labels]
    tap.check('every-label-is-one-of-the-window', problems)


def check_keys():
    overlay = sources.read(root, 'ui/app/help-overlay.ui').replace('&lt;', '<').replace('&gt;', '>')
    known = set()
    for keys in re.findall(r'name="accelerator">([^/]*)</property', overlay):
        for key in keys.split():
            parts = re.findall(r'<(\w+)>|(\w+)', key)
            names = [KEYS.get(a or b, a or b) for a, b in parts]
            known.add('+'.join(name.upper() if len(name) == 1 else name for name in names))
    problems = []
    for page in pages:
        sequences = list(elements(page, 'keyseq'))
        found = ['+'.join(words(key) for key in keys) for keys in sequences]
        # What is no part of a sequence is pressed alone.
        parts = [words(key) for keys in sequences for key in keys]
        alone = [words(key) for key in elements(page, 'key')]
        for part in parts:
            alone.remove(part)
        found += alone
        problems += [f'{os.path.basename(page)}: {keys} is not among the keyboard shortcuts'
                     for keys in found if keys not in known]
    tap.check('every-shortcut-is-in-the-list-of-them', problems)


def check_translation(language, labels):
    catalogue = os.path.join(root, 'help', language, f'{language}.po')
    with tempfile.TemporaryDirectory() as folder:
        template, merged = (os.path.join(folder, name) for name in ('help.pot', 'help.po'))
        run('itstool', '-o', template, *pages, check=True)
        run('msgmerge', '-q', '--no-fuzzy-matching', '-o', merged, catalogue, template, check=True)
        # A picture without a translation of its own is the one of the manual.
        entries = [(text, translation) for text, translation in messages(merged)
                   if text and not text.startswith('external ref=')]
    tap.check(f'{language}-is-complete', [f'not translated: {text}' for text, translation in entries
                                          if not translation])
    problems = []
    for text, translation in entries:
        for pattern in ('gui', 'key'):
            said, wanted = (re.findall(f'<{pattern}>(.*?)</{pattern}>', part)
                            for part in (translation, text))
            if pattern == 'gui':
                wanted = sorted(labels.get(' '.join(label.split()), {label}) for label in wanted)
                problems += [f'“{label}” is not what the window says'
                             for label in said if not any(label in names for names in wanted)]
            if translation and len(said) != len(wanted):
                problems.append(f'<{pattern}> differs: {text}')
    tap.check(f'{language}-names-what-the-window-names', problems)


def translated_labels(language):
    """What the window and the guides say in a language, by what they say in English."""
    labels = {}
    for text, translation in messages(os.path.join(root, 'po', f'{language}.po')):
        labels.setdefault(plain(text), set()).add(plain(translation))
    for edition in glob.glob(os.path.join(root, 'data', 'guides', f'*.{language}.json')):
        for text, translation in zip(titles(edition.replace(f'.{language}.', '.')), titles(edition)):
            labels.setdefault(text, set()).add(translation)
    return labels


def main():
    check_meson()
    check_judge()
    check_labels({plain(text) for text, _ in messages(os.path.join(root, 'po', 'de.po'))}.union(
        *map(titles, glob.glob(os.path.join(root, 'data', 'guides', '*.json')))))
    check_keys()
    for language in re.sub(r'#.*', '', sources.read(root, 'help/LINGUAS')).split():
        check_translation(language, translated_labels(language))
    tap.finish()


main()
