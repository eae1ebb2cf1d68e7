#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-translations.py SOURCE-ROOT: translators get every text, and only files that exist."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import sources
from tap import Tap

# What build files hand to xgettext for sources with GLib.
XGETTEXT = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
            '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2',
            '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3']
LEAST_SHARE = 95
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


def run(*command):
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def catalogue(language):
    return os.path.join(root, 'po', f'{language}.po')


def form_problems(language):
    if not os.path.exists(catalogue(language)):
        return [f'po/{language}.po is missing']
    result = run('msgfmt', '--check', '--check-accelerators=_', '-o', os.devnull,
                 catalogue(language))
    return [result.stderr] if result.returncode else []


def entries(text):
    """Pairs of message and translation; a message of another context is another message."""
    for block in re.split(r'\n\s*\n', text):
        parts, name = {}, None
        for line in block.splitlines():
            match = re.match(r'(msgctxt|msgid|msgid_plural|msgstr)(?:\[\d+\])? "(.*)"$', line)
            if match:
                name = match[1]
                parts[name] = parts.get(name, '') + match[2]
            elif name and line.startswith('"'):
                parts[name] += line[1:-1]
        if parts.get('msgid'):
            yield (parts.get('msgctxt', ''), parts['msgid']), parts.get('msgstr', '')


def template(*paths):
    """What there is to translate now, whatever the catalogues were last made from."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'vacancy.pot')
        result = run('xgettext', *XGETTEXT, *(paths or ['--files-from=po/POTFILES']), '-o', path)
        if result.returncode:
            tap.check('/translations/the-template-can-be-made', [result.stderr])
            return []
        with open(path, encoding='utf-8') as file:
            return [message for message, _translation in entries(file.read())]


def translations(language):
    """What a program would show: neither what is fuzzy nor what is no longer used."""
    text = run('msgattrib', '--translated', '--no-fuzzy', '--no-obsolete', '--no-wrap',
               catalogue(language)).stdout
    return dict(entries(text))


def share_problems(language, messages):
    """All texts that miss, if they are more than a few."""
    known = translations(language)
    missing = [text for context, text in messages if (context, text) not in known]
    if len(missing) * 100 <= len(messages) * (100 - LEAST_SHARE):
        return []
    return [f'po/{language}.po misses {len(missing)} of {len(messages)} texts:'] + [
        f'po/{language}.po does not translate "{text}"' for text in missing]


def form_text_problems(language):
    """What stands in a window all the time is translated to the last word, whatever the share."""
    known = translations(language)
    messages = template(*(path for path in expected() if path.endswith('.ui')))
    return [f'po/{language}.po does not translate "{text}" of a .ui file'
            for context, text in messages if (context, text) not in known]


def menus(path):
    """The labels of each menu in a file; those of a submenu are a menu of their own."""
    def labels(menu):
        for child in menu:
            if child.tag == 'section':
                yield from labels(child)
            elif child.tag in ('item', 'submenu'):
                for attribute in child.findall('attribute'):
                    if attribute.get('name') == 'label':
                        yield attribute.text

    tree = xml.etree.ElementTree.fromstring(sources.read(root, path))
    for menu in [*tree.iter('menu'), *tree.iter('submenu')]:
        yield list(labels(menu))


def mnemonic_problems(language, known):
    for path in expected():
        if not path.endswith('.ui'):
            continue
        for menu in menus(path):
            taken = {}
            for label in menu:
                shown = known.get(('', label), label)
                letter = re.search(r'_(\w)', shown)
                if letter is None:
                    yield f'{path}: {language}: "{shown}" has no mnemonic'
                    continue
                letter = letter[1].lower()
                if letter in taken:
                    yield f'{path}: {language}: "{taken[letter]}" and "{shown}" share a mnemonic'
                taken[letter] = shown


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
texts = template()
tap.check('/translations/there-is-something-to-translate',
          [] if len(texts) > 100 else [f'xgettext finds only {len(texts)} texts'])
tap.check('/translations/mnemonics-of-a-menu-differ', mnemonic_problems('en', {}))
for code in languages():
    problems = form_problems(code)
    tap.check(f'/translations/{code}-is-well-formed', problems)
    if not problems:
        tap.check(f'/translations/{code}-is-complete', share_problems(code, texts))
        tap.check(f'/translations/{code}-has-every-text-of-the-forms', form_text_problems(code))
        tap.check(f'/translations/{code}-mnemonics-of-a-menu-differ',
                  mnemonic_problems(code, translations(code)))
tap.finish()
