#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hardening.py BUILD-ROOT FORTIFY PROGRAM…: the programs are built to withstand what they read.

FORTIFY is the level of _FORTIFY_SOURCE that was configured, or "none".
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys

from tap import Tap

build, fortify, *programs = sys.argv[1:]
tap = Tap()


def readelf(*arguments):
    return subprocess.run(['readelf', '--wide', *arguments], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=True).stdout


def missing(text, **patterns):
    """What a pattern was not found for."""
    return [what.replace('_', ' ') for what, pattern in patterns.items()
            if not re.search(pattern, text, re.MULTILINE)]


def address_problems(program):
    return missing(readelf('--file-header', '--dynamic', '--program-headers', program),
                   position_independent=r'^\s*Type:\s+DYN', marked_so=r'\bFLAGS_1\b.*\bPIE\b',
                   stack_without_code=r'\bGNU_STACK\b.* RW ', read_only_relocations=r'\bGNU_RELRO\b',
                   bound_at_start=r'\bFLAGS_1\b.*\bNOW\b')


def call_problems(program):
    symbols = readelf('--dyn-syms', program)
    wanted = {'checked_stack': r'\b__stack_chk_fail\b'}
    if fortify != 'none':
        wanted['checked_calls'] = r'\b__(?!stack)\w+_chk\b'
    return missing(symbols, **wanted)


def commands():
    """Our own compilations for src, as (source, words)."""
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as file:
        for entry in json.load(file):
            if re.match(r'src/', entry['output']):
                yield entry['output'], shlex.split(entry['command'])


def flag_problems():
    """What leaves no mark on a program."""
    for output, words in commands():
        if '-fstack-clash-protection' not in words:
            yield f'{output}: without -fstack-clash-protection'
        if fortify != 'none' and f'-D_FORTIFY_SOURCE={fortify}' not in words:
            yield f'{output}: without _FORTIFY_SOURCE={fortify}'


def branch_problems():
    """The start-up code of the C library may lack the mark, so the objects are asked, not the program."""
    for output, words in commands():
        path = os.path.join(build, output)
        if '-fcf-protection=full' in words:
            if not re.search(r'IBT, SHSTK', readelf('--notes', path)):
                yield f'{output}: not marked for IBT and SHSTK'
        elif '-mbranch-protection=standard' not in words:
            yield f'{output}: built without protected branches'


if shutil.which('readelf'):
    for path in programs:
        name = os.path.basename(path)
        tap.check(f'/hardening/{name}-has-no-fixed-address-to-jump-to', address_problems(path))
        tap.check(f'/hardening/{name}-checks-its-stack-and-its-copies', call_problems(path))
    tap.check('/hardening/every-source-is-compiled-with-the-flags', flag_problems())
    tap.check('/hardening/every-object-is-marked-for-protected-branches', branch_problems())
else:
    tap.skip('/hardening/the-programs-withstand-what-they-read', 'readelf is not installed')
tap.finish()
