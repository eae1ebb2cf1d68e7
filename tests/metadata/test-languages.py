#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-languages.py SOURCE-ROOT: each language of postings says all that English says.

A translator is told which phrase is missing, which is no phrase, and which lacks a name in braces.
"""

import json
import os
import re
import sys

from tap import Tap

# What means the same in English and in the language, and is spelled alike.
SAME_WORDS = {
    'da': ['Bonus', 'Median'],
    'de': ['Website', 'Bonus', 'Minimum', 'Maximum', 'Hybrid', 'Remote', 'Median'],
    'es': ['Total'],
    'fr': ['Minimum', 'Maximum', 'Source', 'Source, {year}', 'Date', 'Notes', 'Points', 'Total',
           'Contact'],
    'nb': ['Bonus', 'Median'],
    'nl': ['Website', 'Bonus', 'per week', 'Contact'],
    'sv': ['Bonus', 'Median'],
}

# What no other language here is written in tells these; the rest are told by their commonest words.
BY_SCRIPT = ('ar', 'he', 'ja', 'zh')
FEWEST_COMMON = 10

root = sys.argv[1]
folder = os.path.join(root, 'data', 'languages')
tap = Tap()


def read(name):
    with open(os.path.join(folder, name), encoding='utf-8') as file:
        return json.load(file)


def names(text):
    return sorted(re.findall(r'{(\w+)}', text))


def problems(name, language, english):
    for part in ('phrases', 'choices'):
        for key in english[part].keys() - language[part].keys():
            yield f'{name} lacks the {part[:-1]} "{key}" ("{english[part][key]}")'
        for key in language[part].keys() - english[part].keys():
            yield f'{name}: "{key}" is none of the {part}'
        for key in language[part].keys() & english[part].keys():
            text = language[part][key]
            if not isinstance(text, str) or not text:
                yield f'{name}: "{key}" is empty'
            elif names(text) != names(english[part][key]):
                yield f'{name}: "{key}" must hold {names(english[part][key])}'
    for code, text in language.get('countries', {}).items():
        if not re.fullmatch('[A-Z]{2}', code) or not isinstance(text, str) or not text:
            yield f'{name}: "{code}" is not the code of a country with a name'
    if language['language'] + '.json' != name:
        yield f'{name} says that it is {language["language"]}'


def left_in_english(name, language, english):
    """A text that is not translated was forgotten, unless the language has the word itself."""
    for part in ('phrases', 'choices'):
        for key, text in language[part].items():
            if (text == english[part].get(key) and re.search(r'[A-Za-z]', re.sub(r'{\w+}', '', text)) and
                    text not in SAME_WORDS.get(language['language'], ())):
                yield f'{name}: "{key}" is English, "{text}"'
    for word in SAME_WORDS.get(language['language'], ()):
        if word not in (*language['phrases'].values(), *language['choices'].values()):
            yield f'{name} does not say "{word}"'


def strange_clues(name, language, clues):
    """A language may lack a clue, which is then not read; it has none of its own."""
    for key, words in language.get('clues', {}).items():
        if key not in clues:
            yield f'{name}: "{key}" is no clue'
        for word in words:
            if word != word.lower() or "'" in word:
                yield f'{name}: "{word}" must be in lower case, with typographic apostrophes'


def strange_words(name, language, english):
    """Headings, labels and words for choices are optional; those there are must be looked for."""
    known = {'headings': nicks('vac-heading.h', 'HEADING'), 'labels': nicks('vac-heading.h', 'LABEL'),
             'other-choices': english['choices'].keys()}
    for part, keys in known.items():
        seen = {}
        for key, words in language.get(part, {}).items():
            if key not in keys:
                yield f'{name}: "{key}" is none of the {part}'
            for word in words:
                folded = word.casefold().replace('’', "'").strip()
                if "'" in word:
                    yield f'{name}: "{word}" must have typographic apostrophes'
                if folded in seen and part != 'other-choices':
                    yield f'{name}: "{word}" is both "{seen[folded]}" and "{key}"'
                seen[folded] = key


def strange_common_words(files):
    """Each language that shares its script with others has words that tell it from them."""
    with open(os.path.join(root, 'data', 'common-words.json'), encoding='utf-8') as file:
        common = json.load(file)
    for code in sorted(common.keys() - {name[:-5] for name in files}):
        yield f'common-words.json: "{code}" is no language'
    for name in files:
        code = name[:-5]
        if '-' not in code and code not in BY_SCRIPT and len(common.get(code, [])) < FEWEST_COMMON:
            yield f'common-words.json: "{code}" has too few words'
    for code, words in common.items():
        for word in words:
            if not re.fullmatch(r'\w+', word) or word != word.casefold():
                yield f'common-words.json: "{word}" is not one word in lower case'


def nicks(header, prefix):
    with open(os.path.join(root, 'src', 'language', header), encoding='utf-8') as file:
        return {word.lower().replace('_', '-')
                for word in re.findall(rf'^  VAC_{prefix}_(\w+),', file.read(), re.MULTILINE)}


def unlisted(files):
    with open(os.path.join(root, 'data', 'meson.build'), encoding='utf-8') as file:
        listed = re.findall(r"'([\w-]+)'", re.search(r'^languages = \[(.*?)\]', file.read(),
                                                     re.MULTILINE | re.DOTALL)[1])
    for name in sorted(set(files) ^ {f'{code}.json' for code in listed}):
        yield f'{name} is in one of data/languages and data/meson.build, but not in both'


files = sorted(os.listdir(folder))
english = read('en.json')
tap.check('/languages/english-has-every-phrase-of-the-program',
          [f'"{key}" is in one of vac-phrase.h and en.json, but not in both'
           for key in sorted(nicks('vac-phrase.h', 'PHRASE') ^ english['phrases'].keys())])
tap.check('/languages/every-language-is-built-in', unlisted(files))
tap.check('/languages/every-language-has-its-common-words', strange_common_words(files))
for name in files:
    tap.check(f'/languages/{name[:-5]}-says-what-english-says', problems(name, read(name), english))
    if not name.startswith('en'):   # British English is English
        tap.check(f'/languages/{name[:-5]}-leaves-nothing-in-english',
                  left_in_english(name, read(name), english))
    tap.check(f'/languages/{name[:-5]}-has-clues-that-are-looked-for',
              strange_clues(name, read(name), nicks('vac-clue.h', 'CLUE')))
    tap.check(f'/languages/{name[:-5]}-has-words-that-are-looked-for',
              strange_words(name, read(name), english))
tap.finish()
