# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the files of the tree and takes C sources apart, for the checks of the rules on them."""

import os
import re
from dataclasses import dataclass

OUTSIDE = {'.git', '.flatpak-builder', 'node_modules', '__pycache__'}
TOKEN = re.compile(r'''
    (?P<comment> /\*.*?\*/ | //[^\n]* )
  | (?P<string>  "(?:[^"\\\n]|\\.)*" )
  | (?P<char>    '(?:[^'\\\n]|\\.)+' )
  | (?P<word>    [A-Za-z_]\w* )
  | (?P<punct>   [^\s\w] )
''', re.VERBOSE | re.DOTALL)


@dataclass
class Token:
    kind: str
    text: str
    line: int


def files(root, *suffixes):
    """Paths below root, relative to it, that end in one of suffixes; build folders left out."""
    found = []
    for folder, names, entries in os.walk(root):
        here = os.path.relpath(folder, root)
        names[:] = [name for name in names
                    if name not in OUTSIDE
                    and not os.path.exists(os.path.join(folder, name, 'meson-private'))]
        found += [os.path.normpath(os.path.join(here, entry)) for entry in entries
                  if entry.endswith(suffixes)]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def tokens(source):
    """The tokens of C source without comments; strings without their quotes."""
    line, position = 1, 0
    for match in TOKEN.finditer(source):
        line += source.count('\n', position, match.start())
        position = match.start()
        if match.lastgroup == 'comment':
            continue
        text = match[0][1:-1] if match.lastgroup == 'string' else match[0]
        yield Token(match.lastgroup, text, line)


def strings_in_calls(source):
    """Each string of C source as (token, name of the function whose call it stands in, or '')."""
    callers, previous = [], None
    for token in tokens(source):
        if token.kind == 'punct' and token.text in '([{':
            called = previous is not None and previous.kind == 'word' and token.text == '('
            callers.append(previous.text if called else '')
        elif token.kind == 'punct' and token.text in ')]}':
            if callers:
                callers.pop()
        elif token.kind == 'string':
            yield token, callers[-1] if callers else ''
        previous = token
