#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-fresh.py SOURCE-ROOT: build-aux/run does in a bare Debian what the README says.

Needs root: a Debian is made in a temporary folder, and packages are installed there.
"""

import contextlib
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402

root = os.path.abspath(sys.argv[1])
SUITE = 'bookworm'
# More than a folder in memory may hold.
PLACE = os.environ.get('TMPDIR', '/var/tmp')
CHECKS = {
    'told': '/fresh/who-may-not-install-is-told-what-is-missing',
    'text': '/fresh/without-a-display-run-prints-the-posting',
    'packages': '/fresh/run-installs-nothing-that-only-tests-need',
    'window': '/fresh/with-a-display-run-opens-the-window',
}
SHOW = [os.path.join(root, 'tests', 'run-display.sh'), sys.executable, os.path.abspath(__file__), root,
        'window']


def why_not():
    """Returns what keeps a Debian from being made here, or nothing."""
    for tool in ('debootstrap', 'unshare', 'chroot', 'apt-get'):
        if not shutil.which(tool):
            return f'{tool} is not installed'
    if os.geteuid() != 0:
        return 'only root can make a Debian in a folder'
    apart = subprocess.run(['unshare', '--mount', '--propagation', 'private', '--pid', '--fork',
                            'mount', '-t', 'tmpfs', 'none', '/mnt'], capture_output=True, text=True,
                           stdin=subprocess.DEVNULL)
    if apart.returncode:
        return f'nothing can be mounted here: {apart.stderr.strip()}'
    with temporary_folder() as folder, contextlib.suppress(OSError):
        device = os.path.join(folder, 'null')
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 3))
        with open(device, 'wb'):
            return ''
    return f'no device files can be made in {PLACE}'


def command(folder, *words):
    return [os.path.join(root, 'build-aux', 'in-debian'), SUITE, folder, *words]


def in_debian(folder, *words):
    return subprocess.run(command(folder, *words), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)


def packages(until):
    """Those that build-aux/packages names up to a line."""
    with open(os.path.join(root, 'build-aux', 'packages'), encoding='utf-8') as file:
        text = file.read().partition(f'\n# {until}\n')[0]
    return set(re.findall(r'^[\w.+-]+', text, re.MULTILINE))


def told_problems(folder):
    """Nobody there has sudo."""
    done = in_debian(folder, 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups',
                     'build-aux/run')
    missing = packages('tests') - set(done.stderr.split())
    if done.returncode != 1 or 'apt-get install' not in done.stderr or missing:
        yield f'exit status {done.returncode}, not named: {sorted(missing)}\n{done.stderr}'


def headings():
    """What has to stand on lines of its own, in this order."""
    with open(os.path.join(root, 'data', 'guides', 'machine-learning-engineer.json'),
              encoding='utf-8') as file:
        guide = json.load(file)
    return [guide['job']['title']] + [section['title'] for section in guide['sections']
                                      if section['audience'] == 'candidate']


def text_problems(folder):
    done = in_debian(folder, 'build-aux/run')
    if done.returncode:
        yield f'exit status {done.returncode}\n{done.stderr}'
    lines = iter(done.stdout.splitlines())
    for heading in headings():
        if heading not in lines:
            yield f'“{heading}” is not among the lines that were printed, or not in its place'


def package_problems(folder):
    """What others brought along is not marked so."""
    asked_for = set(in_debian(folder, 'apt-mark', 'showmanual').stdout.split())
    if not packages('tests') <= asked_for:
        yield f'not installed: {sorted(packages("tests") - asked_for)}'
    for name in sorted((packages('end') - packages('tests')) & asked_for):
        yield f'{name} was installed'


def find_title():
    """The title of the program's window, as soon as there is one."""
    for window in subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'vacancy'],
                                 capture_output=True, text=True).stdout.split():
        title = subprocess.run(['xdotool', 'getwindowname', window], capture_output=True,
                               text=True).stdout.strip()
        if title:
            return title
    return ''


def show_window(folder):
    """Runs on an X server of this machine, which the Debian lacks; prints the window's title."""
    with subprocess.Popen(command(folder, 'env', f'DISPLAY={os.environ["DISPLAY"]}', 'build-aux/run'),
                          stdin=subprocess.DEVNULL, stdout=sys.stderr) as process:
        deadline = time.monotonic() + 20 * PATIENCE
        title = ''
        while not title and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
            title = find_title()
        process.terminate()
    print(title)


def window_problems(folder):
    done = subprocess.run([*SHOW, folder], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    # The start page, as no posting is named.
    if done.stdout.strip() != 'Vacancy':
        yield f'a window called “{done.stdout.strip()}” came\n{done.stderr}'


@contextlib.contextmanager
def temporary_folder():
    """Like the standard library's, but what may be mounted below is never gone into."""
    folder = tempfile.mkdtemp(prefix='vacancy-fresh-', dir=PLACE)
    try:
        os.chmod(folder, 0o755)
        yield folder
    finally:
        with open('/proc/self/mountinfo', encoding='utf-8') as file:
            mounted = [line.split()[4] for line in file if f'{folder}/' in line.split()[4]]
        if mounted:
            print(f'{folder} stays: {mounted} is mounted there', file=sys.stderr)
        else:
            subprocess.run(['rm', '-rf', '--one-file-system', folder], check=True)


if len(sys.argv) > 2:
    show_window(sys.argv[3])
    sys.exit()
tap = Tap()
reason = why_not()
if reason:
    for check in CHECKS.values():
        tap.skip(check, reason)
    tap.finish()
with temporary_folder() as place:
    tap.check(CHECKS['told'], told_problems(place))
    tap.check(CHECKS['text'], text_problems(place))
    tap.check(CHECKS['packages'], package_problems(place))
    if shutil.which('Xvfb') and shutil.which('xdotool'):
        tap.check(CHECKS['window'], window_problems(place))
    else:
        tap.skip(CHECKS['window'], 'Xvfb or xdotool is not installed')
tap.finish()
