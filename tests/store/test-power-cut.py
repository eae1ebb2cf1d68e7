#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-power-cut.py VACANCY-CLI SESSION POSTING: the power is cut just after “Saved”.

A file system in a file is shut down without writing out what it still holds, as a power cut would,
and mounted again. What was said to be saved has to be there.
"""

import array
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import Tap  # noqa: E402

vacancy_cli, session, posting = sys.argv[1:]
SHUTDOWN = 0x8004587d           # EXT4_IOC_SHUTDOWN
WITHOUT_LOG = 2                 # EXT4_GOING_FLAGS_NOLOGFLUSH
ROUNDS = 4
SIZE = 32 << 20


class Disk:
    """An ext4 file system that can lose its power; where that cannot be, an OSError."""

    def __init__(self, folder):
        self.image = os.path.join(folder, 'image')
        self.root = os.path.join(folder, 'disk')
        os.mkdir(self.root)
        with open(self.image, 'wb') as file:
            file.truncate(SIZE)
        self.call('mkfs.ext4', '-q', '-F', self.image)
        self.mount()

    def call(self, *arguments):
        result = subprocess.run(arguments, capture_output=True, text=True)
        if result.returncode != 0:
            raise OSError(f'{" ".join(arguments)}: {result.stderr.strip()}')

    def mount(self):
        self.call('mount', '-o', 'loop', self.image, self.root)

    def umount(self):
        self.call('umount', self.root)

    def cut_power(self):
        folder = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, array.array('I', [WITHOUT_LOG]))
        finally:
            os.close(folder)
        self.umount()
        self.mount()


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def problems(disk, arguments, linked):
    """Saves again and again; after each cut the file says what it said just before."""
    path = os.path.join(disk.root, f'posting-{linked}-{os.path.basename(arguments[0])}.vacancy')
    shutil.copy(posting, path)
    if linked:
        os.link(path, path + '.other')
    os.sync()
    for number in range(ROUNDS):
        title = f'Title {number}'
        environment = dict(os.environ, XDG_STATE_HOME=os.path.join(disk.root, 'state'))
        result = subprocess.run([word.format(path=path, title=title) for word in arguments],
                                env=environment, capture_output=True, text=True)
        if result.returncode != 0:
            yield f'not saved: {result.stdout}{result.stderr}'
            return
        saved = read(path)
        disk.cut_power()
        after = read(path) if os.path.exists(path) else b''
        if after != saved or title.encode() not in after:
            yield f'{title}: {len(saved)} bytes were saved, {len(after)} are there'


def careless_problems(disk):
    """Otherwise nothing is cut here."""
    path = os.path.join(disk.root, 'careless')
    with open(path, 'wb') as file:
        file.write(b'not for long')
    disk.cut_power()
    if os.path.exists(path) and read(path):
        yield 'what nobody asked the disk to keep is there'


def unsaved_problems(disk):
    """What was kept outlasts a cut as well: the next start shows it."""
    path = os.path.join(disk.root, 'kept.vacancy')
    shutil.copy(posting, path)
    os.sync()
    environment = dict(os.environ, XDG_STATE_HOME=os.path.join(disk.root, 'kept'))
    typing = subprocess.run([session, 'type', path, 'Typed'], env=environment,
                            capture_output=True, text=True)
    disk.cut_power()
    start = subprocess.run([session, 'start'], env=environment, capture_output=True, text=True)
    if 'kept\n' not in typing.stdout or 'restored: Typed\n' not in start.stdout:
        yield f'{typing.stdout}{typing.stderr}{start.stdout}{start.stderr}'


tap = Tap()
programs = {
    'command-line': [vacancy_cli, 'set', '{path}', 'job.title={title}'],
    'typing-and-saving': [session, 'edit', '{path}', '{title}'],
}
with tempfile.TemporaryDirectory(prefix='vacancy-power-') as folder:
    try:
        disk = Disk(folder)
    except OSError as error:
        tap.skip('/power-cut/what-is-saved-is-there', f'SKIPPED: no disk to cut off here: {error}')
        tap.finish()
    try:
        tap.check('/power-cut/what-is-written-carelessly-is-gone', careless_problems(disk))
        for program, arguments in programs.items():
            for linked in (False, True):
                tap.check(f'/power-cut/{program}{"-in-place" if linked else ""}',
                          problems(disk, arguments, linked))
        tap.check('/power-cut/what-was-kept-is-restored', unsaved_problems(disk))
    finally:
        disk.umount()
tap.finish()
