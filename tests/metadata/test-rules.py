#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-rules.py SOURCE-ROOT: the rules of the house that a compiler does not enforce."""

import os
import re
import sys

import sources
from tap import Tap

SCHEMAS = ('src/model/vac-schema.c', 'src/model/vac-schema-job.c',
           'src/model/vac-schema-rating.c', 'src/model/vac-schema-salaries.c')
BINDER = 'src/editor/vac-binder.c'
ALLOWED = 'tests/metadata/member-names-allowed'
MOST_LINES = 700
# Those past it now must not grow on, and leave this list when they are split.
LONGER = {
}

# In a call of these, a word that is also a member name is a property, signal, settings key, style
# class, text for the user or value of a phrase.
OTHER_NAMES = re.compile(r'^(N?_|C_|NC_|g_object_|g_param_spec_|g_signal_|g_settings_|g_action_|'
                         r'g_simple_action_|g_property_action_|g_variant_|gtk_|adw_|gdk_|gsk_|'
                         r'cairo_|pango_|vac_phrase_format$)')

COMMENTED = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.svg', '.in', 'meson.build',
             'meson_options.txt')
root = sys.argv[1]
tap = Tap()


def in_folders(paths, *folders):
    return [path for path in paths if path.split(os.sep)[0] in folders]


def table_names():
    """Member names in the schema's tables: the first argument of a macro, or a .name."""
    source = ''.join(sources.read(root, path) for path in SCHEMAS)
    names = set(re.findall(r'\b(?!N_|C_)[A-Z][A-Z_]+ ?\("(\w+)",', source))
    return names | set(re.findall(r'\.name = "(\w+)"', source))


def allowed_names():
    """{path: {name, …}} of the list of exceptions; "*" is every name."""
    allowed = {}
    for line in sources.read(root, ALLOWED).splitlines():
        words = line.split('#')[0].split()
        if words:
            allowed.setdefault(words[0], set()).update(words[1:])
    return allowed


def stray_member_names(names):
    allowed, used = allowed_names(), set()
    for path in in_folders(sources.files(root, '.c', '.h'), 'src'):
        if path in SCHEMAS:
            continue
        exceptions = allowed.get(path, set())
        for token, caller in sources.strings_in_calls(sources.read(root, path)):
            if token.text not in names or OTHER_NAMES.match(caller):
                continue
            if token.text in exceptions or '*' in exceptions:
                used.add((path, token.text if token.text in exceptions else '*'))
                continue
            yield f'{path}:{token.line}: "{token.text}" is a member name: use its role'
    for path, exceptions in allowed.items():
        for name in sorted(exceptions):
            if (path, name) not in used:
                yield f'{ALLOWED}: {path} does not need {name} any more'


def blocked_handlers():
    for path in in_folders(sources.files(root, '.c', '.h'), 'src'):
        if path == BINDER:
            continue
        for token in sources.tokens(sources.read(root, path)):
            if re.match(r'g_signal_handlers?_(un)?block', token.text):
                yield f'{path}:{token.line}: {token.text} belongs into {BINDER}'


def silenced():
    pragma = re.compile(r'^\s*#\s*pragma\s+(GCC|clang)\s+diagnostic\b|\b_Pragma\s*\(', re.M)
    for path in in_folders(sources.files(root, '.c', '.h'), 'src'):
        source = sources.read(root, path)
        for match in pragma.finditer(source):
            yield (f'{path}:{source.count(chr(10), 0, match.start()) + 1}: silences the compiler: '
                   'let it see the format, or say what it asks for')


def unlicensed():
    for path in sources.files(root, *COMMENTED):
        head = ''.join(sources.read(root, path).splitlines(keepends=True)[:3])
        # REUSE-IgnoreStart
        if 'SPDX-License-Identifier: ' not in head:
            yield f'{path}: no SPDX-License-Identifier at its head'
        # REUSE-IgnoreEnd


def too_long():
    for path in in_folders(sources.files(root, '.c', '.h'), 'src'):
        lines = sources.read(root, path).count('\n')
        most = LONGER.get(path, MOST_LINES)
        if lines > most:
            yield f'{path}: {lines} lines, more than {most}: split it by verb'


def without_preamble():
    for path in in_folders(sources.files(root, '.c'), 'src'):
        source = sources.read(root, path)
        if not re.search(r'^#define G_LOG_DOMAIN "vac-[\w-]+"$', source, re.M):
            yield f'{path}: no G_LOG_DOMAIN'
        if not re.search(r'^#include "config.h"$', source, re.M):
            yield f'{path}: does not include config.h'


def left_behind():
    words = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b|^#if 0', re.M)
    for path in in_folders(sources.files(root, '.c', '.h', '.py', '.sh', '.ui', '.css'),
                           'src', 'tests', 'ui', 'data', 'build-aux'):
        source = sources.read(root, path)
        for match in words.finditer(source):
            yield f'{path}:{source.count(chr(10), 0, match.start()) + 1}: {match[0]}'


def machine_paths():
    paths = re.compile(r'''(?<![\w.}-])/(?:wor[k]|roo[t]|far[m])/\w''')
    for path in sources.files(root, *COMMENTED, '.json', '.md', 'run', 'test', 'packages'):
        source = sources.read(root, path)
        for match in paths.finditer(source):
            yield f'{path}:{source.count(chr(10), 0, match.start()) + 1}: a path of one machine'


def spelled_ids():
    spelled = re.search(r"^application_id = '(.*)'", sources.read(root, 'meson.build'), re.M)[1]
    both = (spelled, spelled.replace('.', '/'))
    for path in sources.files(root, *COMMENTED, '.json', 'run', 'test', 'POTFILES'):
        text = sources.read(root, path)
        count = sum(text.count(form) for form in both)
        if path == 'meson.build':
            count -= 1
        if count:
            yield f'{path}: spells the application id, which meson.build passes on'


def folders():
    expected = {'meson.build', 'meson_options.txt', 'README.md', 'COPYING', 'NEWS',
                'CONTRIBUTING.md', 'LICENSES', 'src', 'data', 'ui', 'po', 'help', 'tests',
                'build-aux'}
    for name in sorted(os.listdir(root)):
        built = os.path.exists(os.path.join(root, name, 'meson-private'))
        if name not in expected and not name.startswith('.') and not built:
            yield f'{name}: not one of the folders and files of the top level'


if os.path.exists(os.path.join(root, SCHEMAS[0])):
    names = table_names()
    missing = {'format', 'sections', 'reportsTo', 'priceIndex'} - names
    tap.check('/rules/the-schema-table-is-understood',
              [f'"{name}" was not found in {SCHEMAS}' for name in sorted(missing)])
    tap.check('/rules/only-the-schema-spells-member-names', stray_member_names(names))
tap.check('/rules/only-the-binder-blocks-signal-handlers', blocked_handlers())
tap.check('/rules/no-source-silences-the-compiler', silenced())
tap.check('/rules/every-source-names-its-licence', unlicensed())
tap.check('/rules/no-source-is-longer-than-700-lines', too_long())
tap.check('/rules/every-source-has-a-log-domain-and-the-configuration', without_preamble())
tap.check('/rules/nothing-is-left-for-later', left_behind())
tap.check('/rules/no-path-of-one-machine', machine_paths())
tap.check('/rules/the-application-id-is-spelled-once', spelled_ids())
tap.check('/rules/the-top-level-holds-what-it-should', folders())
tap.finish()
