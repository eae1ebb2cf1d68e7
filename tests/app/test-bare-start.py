#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bare-start.py VACANCY VACANCY-CLI GUIDE: the program lives without what a desktop has.

Each time one thing is taken away. The window comes all the same, one line on standard error says
what is missing, and nothing else is said in the program's own name.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE as FACTOR, Tap  # noqa: E402

vacancy, vacancy_cli, guide = sys.argv[1:]
PATIENCE = 15 * FACTOR
NO_FONTS = ('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
            '<fontconfig><cachedir>{}</cachedir></fontconfig>')
# GTK's own, of which the program has no say: it cannot keep its list of files either.
NOT_OURS = re.compile(r'recently used files|glib-2.0/settings')
tap = Tap()


def find_window(process, deadline):
    while time.monotonic() < deadline and process.poll() is None:
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid),
                                '--name', '.'], capture_output=True, text=True).stdout.split()
        if found:
            return True
        time.sleep(0.1)
    return False


def start(changes, says, path):
    """Yields what is wrong with a start in which some variables have other values, or none."""
    environment = {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
    # Warnings of GTK are what is looked at here.
    environment.pop('G_DEBUG', None)
    deadline = time.monotonic() + PATIENCE
    with open(path, 'w+', encoding='utf-8') as said:
        process = subprocess.Popen([vacancy, guide], env=environment, stdin=subprocess.DEVNULL,
                                   stdout=said, stderr=said)
        try:
            if not find_window(process, deadline):
                yield f'no window came; exit status {process.poll()}'
            # The posting is there once the preview has it.
            time.sleep(1)
            if process.poll() is not None:
                yield f'the program ended with status {process.poll()}'
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait()
        said.seek(0)
        lines = said.read().splitlines()
    signs = [line for line in lines if line.startswith('vacancy: ')]
    if len(signs) != (says is not None) or (says and says not in signs[0]):
        yield f'it says {signs}, not “{says}” alone'
    faults = [line for line in lines if 'CRITICAL' in line or 'Vac' in line.partition('WARNING')[0]]
    faults = [line for line in faults if not NOT_OURS.search(line)]
    if faults:
        yield f'{len(faults)} faults, the first of which is {faults[0]}'


def no_display_problems():
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    done = subprocess.run([vacancy], env=environment, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    if done.returncode != 1 or 'vacancy-cli' not in done.stderr or done.stdout:
        yield f'exit status {done.returncode}: {done.stdout}{done.stderr}'


def break_problems(folder):
    """A PDF has the same bytes where no font is installed."""
    written = []
    for name in ('with', 'without'):
        path = os.path.join(folder, f'{name}.pdf')
        environment = dict(os.environ, SOURCE_DATE_EPOCH='1')
        if name == 'without':
            environment['FONTCONFIG_FILE'] = os.path.join(folder, 'fonts.conf')
        done = subprocess.run([vacancy_cli, 'export', '--to', 'pdf', '-o', path, guide],
                              env=environment, capture_output=True, text=True)
        if not os.path.exists(path):
            yield done.stderr
            return
        with open(path, 'rb') as file:
            written.append(file.read())
    if written[0] != written[1]:
        yield 'the pages are not the same'


def check_all(folder):
    os.makedirs(os.path.join(folder, 'share'))
    for name in ('mime', 'glib-2.0'):
        os.symlink(f'/usr/share/{name}', os.path.join(folder, 'share', name))
    with open(os.path.join(folder, 'fonts.conf'), 'w', encoding='utf-8') as file:
        file.write(NO_FONTS.format(os.path.join(folder, 'cache')))
    nowhere = dict.fromkeys(('HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME',
                             'XDG_STATE_HOME'), '/dev/null/home')
    cases = {
        'anything': ({}, None),
        'fonts': ({'FONTCONFIG_FILE': os.path.join(folder, 'fonts.conf')}, 'font'),
        'a-bus': ({'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/dev/null/bus'}, 'bus'),
        'an-icon-theme': ({'XDG_DATA_DIRS': os.path.join(folder, 'share')}, 'icon theme'),
        'a-settings-backend': ({'GSETTINGS_BACKEND': None}, None),
        'a-home-to-write-to': (nowhere, 'home folder'),
    }
    for name, (changes, says) in cases.items():
        title = '/bare-start/with-everything' if name == 'anything' else f'/bare-start/without-{name}'
        tap.check(title, start(changes, says, os.path.join(folder, 'said')))
    tap.check('/bare-start/without-a-display-it-names-the-command-line', no_display_problems())
    if os.path.exists('/usr/share/fonts/truetype/lato/Lato-Regular.ttf'):
        tap.check('/bare-start/without-fonts-a-page-breaks-the-same', break_problems(folder))
    else:
        tap.skip('/bare-start/without-fonts-a-page-breaks-the-same', 'fonts-lato is not installed')


if shutil.which('xdotool'):
    with tempfile.TemporaryDirectory() as place:
        check_all(place)
else:
    tap.skip('/bare-start', 'xdotool is not installed')
tap.finish()
