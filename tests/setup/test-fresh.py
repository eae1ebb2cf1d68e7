#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-fresh.py SOURCE-ROOT: build-aux/run does in a bare Debian what the README says.

Needs root: a Debian is made in a temporary folder, and packages are installed there.
"""

import json
import os
import re
import sys

from bare import Debian, Tap, can_show_windows, temporary_folder, why_not

root = os.path.abspath(sys.argv[1])
SUITE = 'bookworm'
CHECKS = {
    'told': '/fresh/who-may-not-install-is-told-what-is-missing',
    'text': '/fresh/without-a-display-run-prints-the-posting',
    'packages': '/fresh/run-installs-nothing-that-only-tests-need',
    'window': '/fresh/with-a-display-run-opens-the-window',
}


def packages(until):
    """Those that build-aux/packages names up to a line."""
    with open(os.path.join(root, 'build-aux', 'packages'), encoding='utf-8') as file:
        text = file.read().partition(f'\n# {until}\n')[0]
    return set(re.findall(r'^[\w.+-]+', text, re.MULTILINE))


def told_problems(debian):
    """Nobody there has sudo."""
    done = debian.run('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups',
                     'build-aux/run')
    missing = packages('tests') - set(done.stderr.split())
    if done.returncode != 1 or 'apt-get install' not in done.stderr or missing:
        yield f'exit status {done.returncode}, not named: {sorted(missing)}\n{done.stderr}'


def headings():
    """What has to stand on lines of its own, in this order."""
    with open(os.path.join(root, 'data', 'guides', 'machine-learning-engineer.json'),
              encoding='utf-8') as file:
        guide = json.load(file)
    return [guide['job']['title']] + [
        section['title'] for section in guide['sections']
        if section['audience'] == 'candidate' and section.get('include', True)]


def text_problems(debian):
    done = debian.run('build-aux/run')
    if done.returncode:
        yield f'exit status {done.returncode}\n{done.stderr}'
    lines = iter(done.stdout.splitlines())
    for heading in headings():
        if heading not in lines:
            yield f'“{heading}” is not among the lines that were printed, or not in its place'


def package_problems(debian):
    """What others brought along is not marked so."""
    asked_for = set(debian.run('apt-mark', 'showmanual').stdout.split())
    if not packages('tests') <= asked_for:
        yield f'not installed: {sorted(packages("tests") - asked_for)}'
    for name in sorted((packages('end') - packages('tests')) & asked_for):
        yield f'{name} was installed'


def window_problems(debian):
    title, said = debian.show_window('build-aux/run')
    # The start page, as no posting is named.
    if title != 'Vacancy':
        yield f'a window called “{title}” came\n{said}'


tap = Tap()
reason = why_not()
if reason:
    for check in CHECKS.values():
        tap.skip(check, reason)
    tap.finish()
with temporary_folder() as place:
    fresh = Debian(root, SUITE, place)
    tap.check(CHECKS['told'], told_problems(fresh))
    tap.check(CHECKS['text'], text_problems(fresh))
    tap.check(CHECKS['packages'], package_problems(fresh))
    if can_show_windows():
        tap.check(CHECKS['window'], window_problems(fresh))
    else:
        tap.skip(CHECKS['window'], 'Xvfb or xdotool is not installed')
tap.finish()
