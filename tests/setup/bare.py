# SPDX-License-Identifier: GPL-3.0-or-later
"""A bare Debian in a temporary folder, for the tests beside this file. Needs root."""

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE, Tap  # noqa: E402, F401

# More than a folder in memory may hold.
PLACE = os.environ.get('TMPDIR', '/var/tmp')


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


class Debian:
    """A release of Debian in a folder, with a copy of the checkout in /src."""

    def __init__(self, root, suite, folder):
        self.root, self.suite, self.folder = root, suite, folder

    def command(self, *words):
        return [os.path.join(self.root, 'build-aux', 'in-debian'), self.suite, self.folder, *words]

    def run(self, *words):
        return subprocess.run(self.command(*words), capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)

    def show_window(self, *words):
        """Runs on an X server of this machine, which the Debian lacks. Returns the window's title."""
        shown = subprocess.run(
            [os.path.join(self.root, 'tests', 'run-display.sh'), sys.executable,
             os.path.abspath(__file__), self.root, self.suite, self.folder, *words],
            capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return shown.stdout.strip(), shown.stderr


def can_show_windows():
    return shutil.which('Xvfb') and shutil.which('xdotool')


def find_title():
    """The title of the program's window, as soon as there is one."""
    for window in subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'vacancy'],
                                 capture_output=True, text=True).stdout.split():
        title = subprocess.run(['xdotool', 'getwindowname', window], capture_output=True,
                               text=True).stdout.strip()
        if title:
            return title
    return ''


def print_title(debian, *words):
    with subprocess.Popen(debian.command('env', f'DISPLAY={os.environ["DISPLAY"]}', *words),
                          stdin=subprocess.DEVNULL, stdout=sys.stderr) as process:
        deadline = time.monotonic() + 20 * PATIENCE
        title = ''
        while not title and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
            title = find_title()
        process.terminate()
    print(title)


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


if __name__ == '__main__':
    print_title(Debian(*sys.argv[1:4]), *sys.argv[4:])
