#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-linked.py VACANCY-CLI VACANCY-CLI-VERBS VACANCY-PAPER: what the programs of the command line
load when they start, and what the module finds in them."""

import os
import re
import subprocess
import sys

from tap import Tap

PAGES = r'pango|cairo|fontconfig|harfbuzz|freetype'
LOADED = PAGES + r'|gsf|icu|poppler'
front, verbs, module = sys.argv[1:]
tap = Tap()


def readelf(*arguments):
    return subprocess.run(['readelf', '--wide', *arguments], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=True).stdout


def loaded(program, unwanted):
    """The libraries of these names that the program is linked to."""
    needed = re.findall(r'NEEDED.*\[(.*)\]', readelf('--dynamic', program))
    return [library for library in needed if re.match(f'lib({unwanted})', library)]


def symbols(program, defined):
    """Our own functions that it has, or lacks, for others."""
    lines = (line.split() for line in readelf('--dyn-syms', program).splitlines())
    return {line[7] for line in lines if len(line) == 8 and line[7].startswith('vac_') and
            (line[6] != 'UND') == defined}


tap.check('/linked/vacancy-cli-starts-without-what-draws-packs-reads-or-indexes',
          loaded(front, LOADED + '|xml2|gdk_pixbuf|sqlite'))
tap.check('/linked/vacancy-cli-verbs-starts-without-what-draws-and-packs', loaded(verbs, LOADED))
tap.check('/linked/the-module-brings-what-draws',
          [] if loaded(module, PAGES) else ['the module is not linked to it'])
for program in front, verbs:
    tap.check(f'/linked/{os.path.basename(program)}-has-what-the-module-lacks',
              sorted(symbols(module, False) - symbols(program, True)))
tap.finish()
