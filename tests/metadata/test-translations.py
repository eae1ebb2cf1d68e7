#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-translations.py SOURCE-ROOT: translators get every text, and only files that exist."""

import os
import re
import subprocess
import sys

import sources
from tap import Tap

KEYWORDS = re.compile(r'^(N?_|N?C_|Q_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?)$')
root = sys.argv[1]
tap = Tap()


def has_text(path):
    """Whether the file holds text for translators."""
    source = sources.read(root, path)
    if path.endswith('.ui'):
        return bool(re.search(r'\btranslatable="(yes|true)"', source))
    if path.startswith('data/'):
        return True
    previous = None
    for token in sources.tokens(source):
        if token.text == '(' and previous is not None and KEYWORDS.match(previous.text):
            return True
        previous = token
    return False


def cut_texts(path):
    """Strings that xgettext cuts: it joins pieces only with the macros of <inttypes.h>."""
    previous, inside = None, False
    for token in sources.tokens(sources.read(root, path)):
        if token.text == '(' and previous is not None and KEYWORDS.match(previous.text):
            inside = True
        elif token.kind == 'punct':
            inside = False
        elif (inside and token.kind == 'word' and previous.kind == 'string'
                and not re.match(r'^PRI[diouxX]\d+$', token.text)):
            yield f'{path}:{token.line}: "{previous.text}" is cut off at {token.text}'
        previous = token


def listed():
    lines = (line.split('#')[0].strip()
             for line in sources.read(root, 'po/POTFILES').splitlines())
    return [line for line in lines if line]


def expected():
    found = [path for path in sources.files(root, '.c', '.h') if path.startswith('src/')]
    found += [path for path in sources.files(root, '.ui') if path.startswith('ui/')]
    return [path for path in found if has_text(path)]


def languages():
    text = re.sub(r'#.*', '', sources.read(root, 'po/LINGUAS'))
    return text.split()


def catalogue_problems(language):
    path = os.path.join(root, 'po', f'{language}.po')
    if not os.path.exists(path):
        return [f'po/{language}.po is missing']
    run = subprocess.run(['msgfmt', '--check', '-o', os.devnull, path],
                         capture_output=True, text=True)
    return [run.stderr] if run.returncode else []


files = listed()
tap.check('/translations/every-file-with-text-is-listed',
          [f'{path}: add it to po/POTFILES' for path in expected() if path not in files])
tap.check('/translations/every-listed-file-exists',
          [f'{path}: in po/POTFILES, but not there' for path in files
           if not os.path.exists(os.path.join(root, path))])
tap.check('/translations/every-listed-file-has-text',
          [f'{path}: in po/POTFILES without text for translators' for path in files
           if os.path.exists(os.path.join(root, path)) and not has_text(path)])
tap.check('/translations/every-file-is-listed-once',
          [f'{path}: in po/POTFILES more than once' for path in sorted(set(files))
           if files.count(path) > 1])
tap.check('/translations/no-text-is-cut-off-by-a-macro',
          [problem for path in expected() if path.endswith(('.c', '.h'))
           for problem in cut_texts(path)])
for language in languages():
    tap.check(f'/translations/{language}-is-well-formed', catalogue_problems(language))
tap.finish()
