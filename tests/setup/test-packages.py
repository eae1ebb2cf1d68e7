#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-packages.py SOURCE-ROOT SUITE: build-aux/deb makes packages that come and go without a trace.

Needs root: that release of Debian is made in temporary folders. What is built in one is installed in
another that has nothing but what our packages depend on. What was built in Debian 13, the desktop that
windows are judged on, is walked through there by the tests that see the most of it.
"""

import glob
import json
import os
import shutil
import subprocess
import sys

from bare import Debian, Tap, can_show_windows, temporary_folder, why_not

root = os.path.abspath(sys.argv[1])
suite = sys.argv[2]
CHECKS = {
    'build': 'both-are-built',
    'lint': 'lintian-has-nothing-to-say',
    'install-cli': 'the-command-line-runs-and-needs-no-toolkit',
    'purge-cli': 'nothing-is-left-of-the-command-line',
    'upgrade': 'both-are-upgraded',
    'window': 'the-window-opens',
    'purge': 'nothing-is-left-of-both',
}
# The programs of the suite display that walk through all places, judge what is seen of them, and
# open most dialogs.
JUDGED_IN = 'trixie'
JUDGES = ('window-audit', 'window-narrow', 'window-contrast', 'window-looks', 'window-preferences',
          'salary-view-side-by-side')
# Of the packages for tests, those that windows need. What was compiled stays as it is.
JUDGE = f"""
. build-aux/common.sh
DEBIAN_FRONTEND=noninteractive apt-get -q install --yes --no-install-recommends $(packages run) \\
  xvfb dbus dbus-daemon libxtst-dev
cd /build/vacancy/obj-*
meson configure -Dtests=enabled
meson test --logbase testlog-judges {' '.join(JUDGES)}
"""
LINT = 'lintian --pedantic --fail-on error,warning,info,pedantic /packages/*.changes'
tap = Tap()


def make(place):
    """Returns two folders with the same bare Debian: to build in, and to install in."""
    build, bare = (Debian(root, suite, os.path.join(place, name)) for name in ('build', 'bare'))
    build.run('true')
    subprocess.run(['cp', '-a', build.folder, bare.folder], check=True)
    return build, bare


def build_problems(build, bare):
    # A distributor has a homepage, and lintian wants one.
    done = build.run('build-aux/deb', '--in', '/build', '/packages', '-Dhomepage=https://example.org/')
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


def judge(build):
    """Returns what each of the programs said, and what was said around them."""
    done = build.run('bash', '-euc', JUDGE)
    logs = glob.glob(os.path.join(build.folder, 'build/vacancy/obj-*/meson-logs/testlog-judges.json'))
    entries = []
    for name in logs:
        with open(name, encoding='utf-8') as log:
            entries += [json.loads(line) for line in log]
    return ({entry['name'].split(' / ')[-1]: entry for entry in entries},
            done.stdout + done.stderr)


def judge_problems(entry, around):
    if entry is None:
        yield f'it was not run\n{around[-4000:]}'
    elif entry['result'] != 'OK':
        yield f'{entry["result"]}\n{(entry.get("stdout") or "")[-20000:]}{entry.get("stderr") or ""}'


def check_windows(build):
    said, around = judge(build)
    for name in JUDGES:
        tap.check(f'/packages/{suite}/{name}', judge_problems(said.get(name), around))


def check_packages(place):
    build, bare = make(place)
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
    if suite == JUDGED_IN:
        check_windows(build)


reason = why_not()
if reason:
    for check in (*CHECKS.values(), *(JUDGES if suite == JUDGED_IN else ())):
        tap.skip(f'/packages/{suite}/{check}', reason)
    tap.finish()
with temporary_folder() as place:
    check_packages(place)
tap.finish()
