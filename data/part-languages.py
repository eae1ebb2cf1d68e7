#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""part-languages.py FOLDER FILE…: parts each language into what postings are written with and what
they are read by, LANGUAGE.json and LANGUAGE.read.json in FOLDER, without blanks.

Nine tenths of a file are words that others write, and a program that writes a posting need not go
through them."""

import json
import os
import sys

READ = ('clues', 'headings', 'labels', 'other-choices')


def write(path, members):
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(members, file, ensure_ascii=False, separators=(',', ':'))


def main():
    folder, *files = sys.argv[1:]
    for name in files:
        with open(name, encoding='utf-8') as file:
            language = json.load(file)
        base = os.path.join(folder, os.path.basename(name).removesuffix('.json'))
        write(f'{base}.read.json', {member: language.pop(member) for member in READ
                                    if member in language})
        write(f'{base}.json', language)


main()
