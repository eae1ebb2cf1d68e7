#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-document-portal.py VACANCY-CLI POSTING: files are saved through the document portal.

A program in a sandbox sees a file that somebody chose in a folder that the portal makes, a file
system of its own with ideas of its own.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import PATIENCE, Tap, same  # noqa: E402

PLACES = ('/usr/libexec', '/usr/lib/xdg-desktop-portal')
NAME = '/document-portal/'
LIMIT = 10 * PATIENCE
BUS_NAME, BUS_PATH = 'org.freedesktop.portal.Documents', '/org/freedesktop/portal/documents'

vacancy_cli, posting = sys.argv[1:3]
tap = Tap()


def find(program):
    return next((os.path.join(place, program) for place in PLACES
                 if os.path.exists(os.path.join(place, program))), None)


def lacking():
    """What keeps this machine from having a portal."""
    for program in 'xdg-document-portal', 'xdg-permission-store':
        if find(program) is None:
            return f'{program} is not installed (xdg-desktop-portal)'
    for program in 'dbus-run-session', 'fusermount3':
        if shutil.which(program) is None:
            return f'{program} is not installed'
    if not os.access('/dev/fuse', os.R_OK | os.W_OK):
        return 'there is no /dev/fuse'
    try:
        import gi  # noqa: F401
    except ImportError:
        return 'python3-gi is not installed'
    return None


class NoPortal(Exception):
    """It does not start; the text says so."""


class Portal:
    """The document portal of a session of its own; to be used with “with”."""

    def __init__(self, folder):
        self.runtime = os.path.join(folder, 'runtime')
        os.mkdir(self.runtime, 0o700)
        self.environment = {**os.environ, 'XDG_RUNTIME_DIR': self.runtime, 'HOME': folder,
                            'XDG_DATA_HOME': os.path.join(folder, 'data'),
                            'XDG_STATE_HOME': os.path.join(folder, 'state')}
        self.processes = []

    def __enter__(self):
        for program in 'xdg-permission-store', 'xdg-document-portal':
            self.processes.append(subprocess.Popen(
                [find(program)], env=self.environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        from gi.repository import Gio, GLib
        self.gio, self.glib = Gio, GLib
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        deadline = time.monotonic() + LIMIT
        while not os.path.isdir(os.path.join(self.runtime, 'doc', 'by-app')):
            if time.monotonic() > deadline or self.processes[1].poll() is not None:
                self.end()
                raise NoPortal('the document portal does not start')
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        subprocess.run(['fusermount3', '-u', '-z', os.path.join(self.runtime, 'doc')],
                       capture_output=True, check=False)
        for process in self.processes:
            process.kill()
            process.wait()

    def call(self, method, path, parameters, *more):
        """The path in the portal's folder of what is given to it by a descriptor."""
        descriptors = self.gio.UnixFDList.new()
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        handle = descriptors.append(descriptor)
        os.close(descriptor)
        result, _ = self.bus.call_with_unix_fd_list_sync(
            BUS_NAME, BUS_PATH, BUS_NAME, method,
            self.glib.Variant(parameters, (handle, *more)), None, self.gio.DBusCallFlags.NONE,
            LIMIT * 1000, descriptors, None)
        return os.path.join(self.runtime, 'doc', result.unpack()[0])

    def add(self, path):
        return os.path.join(self.call('Add', path, '(hbb)', True, False), os.path.basename(path))

    def add_new(self, path):
        """A file that is yet to be written."""
        name = os.path.basename(path)
        return os.path.join(self.call('AddNamed', os.path.dirname(path), '(haybb)',
                                      os.fsencode(name) + b'\0', True, False), name)

    def run(self, *words):
        """The problems of a run that has to be quiet."""
        ended = subprocess.run([vacancy_cli, *words], env=self.environment, text=True,
                               capture_output=True, timeout=LIMIT, check=False)
        if ended.returncode != 0 or ended.stderr:
            yield f'{" ".join(words)} ended with {ended.returncode}: {ended.stderr.strip()}'


def title_of(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)['job']['title']


def check_save(portal, folder):
    path = os.path.join(folder, 'mine', 'posting.vacancy')
    shutil.copy(posting, path)
    os.chmod(path, 0o640)
    seen = portal.add(path)
    tap.check(NAME + 'what-is-opened-is-the-file', same(os.path.getsize(seen),
                                                        os.path.getsize(path)))
    for title in 'Welder', 'Joiner':
        tap.check(NAME + f'the-file-is-saved/{title}',
                  [*portal.run('set', seen, 'job.title=' + title), *same(title_of(path), title)])
    tap.check(NAME + 'who-may-read-it-is-kept', same(oct(os.stat(path).st_mode & 0o777), '0o640'))
    tap.check(NAME + 'nothing-is-left-beside-it', same(os.listdir(os.path.dirname(path)),
                                                       ['posting.vacancy']))


def check_new(portal, folder):
    path = os.path.join(folder, 'new', 'posting.txt')
    seen = portal.add_new(path)
    problems = list(portal.run('export', posting, '--to', 'text', '--output', seen))
    tap.check(NAME + 'a-file-is-made', problems + (
        [] if os.path.isfile(path) and os.path.getsize(path) > 0 else ['it is not there']))
    tap.check(NAME + 'nothing-is-left-beside-a-new-file',
              same(os.listdir(os.path.dirname(path)), ['posting.txt']))


def main():
    reason = lacking()
    if reason is not None:
        tap.skip(NAME + 'all', reason)
        print(f'# the document portal was NOT tried: {reason}', file=sys.stderr)
        tap.finish()
    if len(sys.argv) == 3:
        os.execvp('dbus-run-session', ['dbus-run-session', '--', sys.executable, *sys.argv, 'bus'])
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, 'mine'))
        os.mkdir(os.path.join(folder, 'new'))
        try:
            with Portal(folder) as portal:
                check_save(portal, folder)
                check_new(portal, folder)
        except NoPortal as error:
            tap.skip(NAME + 'all', str(error))
            print(f'# the document portal was NOT tried: {error}', file=sys.stderr)
    tap.finish()


main()
