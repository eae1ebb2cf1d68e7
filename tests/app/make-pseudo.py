#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-pseudo.py PO MO: a translation into no language, to see what is not translated or cut off.

Takes the messages of a complete catalogue. Each becomes itself in brackets, with marks on its vowels,
two fifths longer, as a translation may be.
"""

import re
import subprocess
import sys

# What stands for something else, or is a mnemonic, stays.
KEPT = re.compile(r'(%[-+ #0]*\d*\$?[-+ #0\']*[\d.*]*(?:hh?|ll?|z|j|t|L)?[a-zA-Z%]|<[^<>]*>|&\w+;|'
                  r'\{[^{}]*\}|\\.|_.)')
MARKS = str.maketrans('aeiouAEIOU', 'äëïöüÄËÏÖÜ')


def translate(text):
    parts = KEPT.split(text)
    shown = ''.join(part if i % 2 else part.translate(MARKS) for i, part in enumerate(parts))
    words = len(re.sub(r'\\n', '', ''.join(parts[::2])))
    return f'⟦{shown}{"·" * -(-words * 2 // 5)}⟧'


def unquote(lines):
    return ''.join(re.search(r'"((?:[^"\\]|\\.)*)"', line).group(1) for line in lines)


def convert(entry):
    lines = [line for line in entry.split('\n') if not line.startswith('#')]
    starts = [i for i, line in enumerate(lines) if line.startswith('msg')]
    fields = {}
    for i, start in enumerate(starts):
        end = starts[i + 1] if i + 1 < len(starts) else len(lines)
        fields[lines[start].split(' ')[0]] = lines[start:end]
    text = unquote(fields['msgid'])
    result = fields.get('msgctxt', []) + fields['msgid'] + fields.get('msgid_plural', [])
    if 'msgid_plural' in fields:
        return '\n'.join(result + [f'msgstr[0] "{translate(text)}"',
                                   f'msgstr[1] "{translate(unquote(fields["msgid_plural"]))}"'])
    if not text:
        return '\n'.join(result + fields['msgstr'])
    # gettext wants both to end alike.
    end = r'\n' if text.endswith(r'\n') else ''
    return '\n'.join(result + [f'msgstr "{translate(text.removesuffix(end))}{end}"'])


with open(sys.argv[1], encoding='utf-8') as file:
    entries = file.read().strip().split('\n\n')
subprocess.run(['msgfmt', '-o', sys.argv[2], '-'], check=True, text=True,
               input='\n\n'.join(map(convert, entries)) + '\n')
