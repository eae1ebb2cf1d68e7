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
    if language['language'] + '.json' != name:
        yield f'{name} says that it is {language["language"]}'


def phrases_of_the_program():
    with open(os.path.join(root, 'src', 'language', 'vac-phrase.h'), encoding='utf-8') as file:
        return {word.lower().replace('_', '-')
                for word in re.findall(r'^  VAC_PHRASE_(\w+),', file.read(), re.MULTILINE)}


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
           for key in sorted(phrases_of_the_program() ^ english['phrases'].keys())])
tap.check('/languages/every-language-is-built-in', unlisted(files))
for name in files:
    tap.check(f'/languages/{name[:-5]}-says-what-english-says', problems(name, read(name), english))
tap.finish()
