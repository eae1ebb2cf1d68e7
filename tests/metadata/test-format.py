#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-format.py ROOT: the layout of C sources.

No line is too long, and spaces and indentation in function bodies are those of .clang-format.
Where a line breaks is not compared: clang-format knows no names and values that belong together.
"""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import sources
from tap import Tap

COLUMNS = 100
# Other versions lay some expressions out in another way; this one is Debian 12's.
VERSION = '14.'
# Macros that are no calls: clang-format would write "_ (" as it writes "puts (".
NO_CALLS = re.compile(r'\b(_|N_|C_|NC_)\(')
DECLARERS = re.compile(r'\b(g_autoptr|g_auto|g_autolist|g_autoslist) \((\w+)\)(?= )')
TOKEN = re.compile(r'''/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|\w+|\n|[^\S\n]+|.''',
                   re.DOTALL)
root = sys.argv[1]
tap = Tap()


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
               for c in line)


def wide_lines():
    for path in sources.files(root, '.c', '.h'):
        for number, line in enumerate(sources.read(root, path).split('\n'), 1):
            if width(line) > COLUMNS:
                yield f'{path}:{number}: {width(line)} columns, more than {COLUMNS}'


def bodies(source):
    """The first and the last line of each function's body."""
    start = None
    for number, line in enumerate(source.split('\n'), 1):
        if line == '{':
            start = number + 1
        elif line == '}' and start:
            if number > start:
                yield start, number - 1
            start = None


def hide(source):
    source = NO_CALLS.sub(r'\1Q (', source)
    return DECLARERS.sub(r'\1Q_\2_Q', source)


def words(source):
    """Each word or sign, whether a space is before it, and the indentation where a line begins."""
    space, line_start = '', True
    for text in TOKEN.findall(source):
        if text == '\n':
            space, line_start = '', True
        elif text.isspace():
            space = text
        else:
            yield text, space, line_start
            space, line_start = '', False


def merge_strings(found):
    """Pieces of one string count as one, wherever it is cut."""
    merged = []
    for text, space, line_start in found:
        if text[0] == '"' and merged and merged[-1][0][0] == '"':
            merged[-1] = (merged[-1][0][:-1] + text[1:], *merged[-1][1:])
        else:
            merged.append((text, space, line_start))
    return merged


def compare(path, source, formatted):
    ours, theirs = merge_strings(words(source)), merge_strings(words(formatted))
    if [word[0] for word in ours] != [word[0] for word in theirs]:
        yield f'{path}: clang-format changes more than spaces'
        return
    previous, depth = '', 0
    for index, ((text, space, starts), (_, wanted, begins)) in enumerate(zip(ours, theirs)):
        depth += (text in '([') - (text in ')]')
        statement = starts and begins and depth == 0 and previous in (';', '{', '}', '')
        inline = not starts and not begins and not text.startswith('/*')
        # Within a line, columns of a table are aligned by hand.
        same = space == wanted if statement else (space == '') == (wanted == '')
        if (statement or inline) and not same and (previous, text) != (')', '{'):
            near = ' '.join(word[0] for word in ours[max(index - 6, 0):index + 3])
            yield f'{path}: {len(wanted)} spaces, not {len(space)}, before “{text}” in “{near}”'
        previous = text


def format_one(path):
    source = hide(sources.read(root, path))
    lines = [f'--lines={first}:{last}' for first, last in bodies(source)]
    if not lines:
        return []
    run = subprocess.run(['clang-format', f'--assume-filename={os.path.join(root, path)}', *lines],
                         input=source, capture_output=True, text=True, check=True)
    return list(compare(path, source, run.stdout))


def other_layout():
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for problems in pool.map(format_one, sources.files(root, '.c')):
            yield from problems[:10]


tap.check('/format/no-line-of-c-has-more-than-100-columns', wide_lines())
NAME = '/format/spaces-and-indentation-obey-clang-format'
version = shutil.which('clang-format') and subprocess.run(['clang-format', '--version'], text=True,
                                                          capture_output=True).stdout
if version and f'version {VERSION}' in version:
    tap.check(NAME, other_layout())
else:
    tap.skip(NAME, f'needs clang-format {VERSION}x')
tap.finish()
