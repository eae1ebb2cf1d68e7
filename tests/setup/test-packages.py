#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-packages.py SOURCE-ROOT: build-aux/deb makes packages that come and go without a trace.

Needs root: Debian 12 and 13 are made in temporary folders. What is built in one folder is installed
in another that has nothing but what our packages depend on.
"""

import glob
import os
import shutil
import subprocess
import sys

from bare import Debian, Tap, can_show_windows, temporary_folder, why_not

root = os.path.abspath(sys.argv[1])
SUITES = ('bookworm', 'trixie')
CHECKS = {
    'build': 'both-are-built',
    'lint': 'lintian-has-nothing-to-say',
    'install-cli': 'the-command-line-runs-and-needs-no-toolkit',
    'purge-cli': 'nothing-is-left-of-the-command-line',
    'upgrade': 'both-are-upgraded',
    'window': 'the-window-opens',
    'purge': 'nothing-is-left-of-both',
}
LINT = 'lintian --pedantic --fail-on error,warning,info,pedantic /packages/*.changes'
tap = Tap()


def make(suite, place):
    """Returns two folders with the same bare Debian: to build in, and to install in."""
    build, bare = (Debian(root, suite, os.path.join(place, name)) for name in ('build', 'bare'))
    build.run('true')
    subprocess.run(['cp', '-a', build.folder, bare.folder], check=True)
    return build, bare


def build_problems(build, bare):
    # A distributor has a homepage, and lintian wants one.
    done = build.run('build-aux/deb', '/packages', '-Dhomepage=https://example.org/')
    built = glob.glob(os.path.join(build.folder, 'packages', '*.deb'))
    names = {os.path.basename(name).split('_')[0] for name in built}
    if done.returncode or not {'vacancy', 'vacancy-cli'} <= names:
        yield f'exit status {done.returncode}, built: {sorted(names)}\n{done.stderr[-4000:]}'
    shutil.copytree(os.path.join(build.folder, 'packages'), os.path.join(bare.folder, 'packages'))


def lint_problems(build):
    got = build.run('apt-get', '-q', 'install', '--yes', '--no-install-recommends', 'lintian')
    done = build.run('sh', '-c', LINT)
    if got.returncode or done.returncode or done.stdout:
        yield got.stderr + done.stdout + done.stderr


def step_problems(bare, step):
    done = bare.run('tests/setup/packages-inside.sh', step)
    if done.returncode:
        yield f'exit status {done.returncode}\n{done.stderr[-4000:]}'
    if done.stdout:
        yield done.stdout


def window_problems(bare):
    title, said = bare.show_window('env', 'HOME=/tmp/home', 'vacancy')
    # The start page, as no posting is named.
    if title != 'Vacancy':
        yield f'a window called “{title}” came\n{said}'


def check_suite(suite, place):
    build, bare = make(suite, place)
    for step, name in CHECKS.items():
        name = f'/packages/{suite}/{name}'
        if step == 'build':
            tap.check(name, build_problems(build, bare))
        elif step == 'lint':
            tap.check(name, lint_problems(build))
        elif step == 'window' and not can_show_windows():
            tap.skip(name, 'Xvfb or xdotool is not installed')
        elif step == 'window':
            tap.check(name, window_problems(bare))
        else:
            tap.check(name, step_problems(bare, step))


reason = why_not()
for suite in SUITES:
    if reason:
        for check in CHECKS.values():
            tap.skip(f'/packages/{suite}/{check}', reason)
        continue
    with temporary_folder() as place:
        check_suite(suite, place)
tap.finish()
