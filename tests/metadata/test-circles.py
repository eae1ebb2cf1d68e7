#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-circles.py LIBRARY…: the files of a folder call one another in one direction.

Reads what each object of a static library defines and what it lacks. Names of types do not count:
whoever casts to a class calls nothing of its file.
"""

import re
import shutil
import subprocess
import sys

from tap import Tap

# Folders with circles. A folder leaves this list with its last one.
WITH_CIRCLES = {'editor', 'paper-view', 'salary', 'salary-view', 'store'}
SYMBOL = re.compile(r'(?:[0-9a-fA-F]+ )? *([A-Za-z]) (\w+)(?:\.\w+)*$')
tap = Tap()


def symbols(library):
    """Each symbol that is not a file's own, as (file, whether it is defined there, name)."""
    listing = subprocess.run(['nm', library], capture_output=True, text=True, check=True).stdout
    file = None
    for line in listing.splitlines():
        member = re.search(r'([\w-]+\.c)\.o:$', line)
        if member:
            file = member[1]
            continue
        symbol = SYMBOL.match(line.strip())
        if symbol and file and (symbol[1] == 'U' or symbol[1].isupper()):
            yield file, symbol[1] != 'U', symbol[2]


def calls(library):
    """{file: {file that it calls: names}}"""
    definer, lacks = {}, {}
    for file, defined, name in symbols(library):
        lacks.setdefault(file, set())
        if defined:
            definer[name] = file
        elif not name.endswith('_get_type'):
            lacks[file].add(name)
    graph = {file: {} for file in lacks}
    for file, names in lacks.items():
        for name in sorted(names):
            if definer.get(name, file) != file:
                graph[file].setdefault(definer[name], []).append(name)
    return graph


def find_circle(graph):
    """A list of files of which each calls the next and the last one the first, or None."""
    done = set()
    for start in sorted(graph):
        path, rest = [start], [iter(sorted(graph[start]))]
        while path:
            called = next(rest[-1], None)
            if called is None:
                done.add(path.pop())
                rest.pop()
            elif called in path:
                return path[path.index(called):]
            elif called not in done:
                path.append(called)
                rest.append(iter(sorted(graph[called])))
    return None


def circle_problems(graph):
    circle = find_circle(graph)
    for file, called in zip(circle or [], (circle or [])[1:] + (circle or [])[:1]):
        yield f'{file} calls {", ".join(graph[file][called])} of {called}'


def check(library):
    folder = re.search(r'libvac-([\w-]+)\.a$', library)[1]
    name = f'/circles/{folder}/files-call-one-another-in-one-direction'
    graph = calls(library)
    problems = list(circle_problems(graph))
    if not graph:
        tap.check(name, [f'{library}: no object was understood'])
    elif folder not in WITH_CIRCLES:
        tap.check(name, problems)
    elif problems:
        tap.skip(name, 'not yet')
    else:
        tap.check(name, [f'{folder} has no circle any more: take it off the list'])


if shutil.which('nm') is None:
    tap.skip('/circles/files-call-one-another-in-one-direction', 'there is no nm')
else:
    for library in sys.argv[1:]:
        check(library)
tap.finish()
