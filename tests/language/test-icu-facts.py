#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-icu-facts.py ASKING KNOWING LANGUAGE…: a program that knows what ICU says of our languages
gives the same answers as one that asks it, and does not load it for them."""

import itertools
import subprocess
import sys

MOST = 20


def get_answers(program, languages):
    """(the answers, whether ICU was loaded)"""
    lines = subprocess.run([program, *languages], check=True, capture_output=True,
                           encoding='utf-8').stdout.splitlines()
    return lines[:-1], lines[-1] == 'ICU'


def main():
    asking, knowing, *languages = sys.argv[1:]
    (asked, _), (known, loaded) = (get_answers(program, languages) for program in (asking, knowing))
    different = [f'{answer!r} is known as {fact!r}'
                 for answer, fact in itertools.zip_longest(asked, known) if answer != fact]
    if loaded:
        different.append('ICU was loaded')
    if different:
        sys.exit('\n'.join(different[:MOST]))
    print(f'{len(known)} answers are the same')


main()
