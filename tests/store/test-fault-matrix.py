#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-fault-matrix.py VACANCY-CLI SESSION LIBRARY POSTING [WINDOW-SESSION [EVERY]]

Each system call that saving, keeping and starting again make below a folder of their own fails in
each way that disks and kernels have. Nothing may be torn, no success said that is none, nothing
lost that was said to be kept, and nothing left over once the program was started again.

With WINDOW-SESSION the window is saved from instead. It takes longer to start, so that EVERY may
say that an error comes to each third call alone, say; being killed still comes to all of them.
"""

import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'metadata'))
from tap import Tap  # noqa: E402

vacancy_cli, session, library, posting, *rest = sys.argv[1:]
window = rest[:1]
step = int(rest[1]) if len(rest) > 1 else 1
CALLS = ['open', 'write', 'pwrite', 'fallocate', 'ftruncate', 'fsync', 'close', 'fchmod', 'rename',
         'unlink', 'mkdir']
FAULTS = ['EIO', 'ENOSPC', 'EDQUOT', 'EINTR', 'SHORT', 'KILL']
PARTIAL = {'write', 'pwrite'}
# What a program makes for certain, or the library stands between nothing.
ALWAYS = {'open', 'write', 'fsync', 'close', 'rename'}
IN_PLACE = {'pwrite', 'ftruncate', 'unlink'}
TITLE = 'A Title That Was Typed'
# More calls of one kind than any of these programs makes.
MOST = 100
LONG_AGO = 3 * 3600


class Place:
    """A folder with a posting and the program's own folder in it."""

    def __init__(self, base, linked):
        self.folder = tempfile.mkdtemp(dir=base)
        self.path = os.path.join(self.folder, 'posting.vacancy')
        self.met = self.folder + '.met'
        shutil.copy(posting, self.path)
        if linked:
            os.link(self.path, os.path.join(self.folder, 'other.vacancy'))
        self.names = sorted(os.listdir(self.folder))
        self.old = self.read()

    def read(self):
        with open(self.path, 'rb') as file:
            return file.read()

    def run(self, arguments, plan=None):
        """Runs a program; with a plan, returns nothing if the call that was to fail never came."""
        environment = dict(os.environ, XDG_STATE_HOME=os.path.join(self.folder, 'state'))
        if plan:
            environment.update(VAC_FAULT=plan, VAC_FAULT_FOLDER=self.folder, VAC_FAULT_MET=self.met,
                               LD_PRELOAD=library)
        result = subprocess.run(arguments, env=environment, capture_output=True, text=True,
                                stdin=subprocess.DEVNULL)
        if not plan:
            return result
        if not os.path.exists(self.met):
            return None
        os.remove(self.met)
        return result

    def start_again(self):
        """Returns the titles that a start shows as unsaved, some hours later."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(folder, name)
                if path != self.path:
                    os.utime(path, (os.path.getmtime(path) - LONG_AGO,) * 2)
        result = self.run([session, 'start'])
        if result.returncode != 0:
            raise ChildProcessError(f'the next start failed: {result.stderr}')
        return [line.partition(': ')[2] for line in result.stdout.splitlines()
                if line.startswith('restored: ')], result.stdout

    def leftovers(self):
        """What a start and the next save have not removed."""
        self.run([vacancy_cli, 'set', self.path, 'job.department=Next'])
        names = [name for name in os.listdir(self.folder) if name != 'state']
        yield from (name for name in names
                    if name not in self.names and not name.startswith(GIO_TEMPORARY))
        for folder, _, names in os.walk(os.path.join(self.folder, 'state', 'vacancy')):
            for name in names:
                if os.path.basename(folder) == 'recovery' or '.tmp' in name or \
                        (name[-7:-6] == '.' and name[-6:].isupper()):
                    yield os.path.join(os.path.basename(folder), name)

    def remove(self):
        shutil.rmtree(self.folder)


def check(place, result, new, in_place):
    """What is wrong after a program met its fault."""
    said = result.stdout + result.stderr
    killed = result.returncode == -9
    now = place.read()
    saved = result.returncode == 0
    is_whole = now in (place.old, new)
    if result.returncode not in (0, 1, 2, -9):
        yield f'ended with status {result.returncode}: {said}'
    if not is_whole and not (in_place and (killed or 'damaged' in said)):
        yield f'torn: {len(now)} bytes of {len(place.old)} or {len(new)}'
    if saved and now != new:
        yield f'said to be saved, but is not: {said}'
    if not saved and not killed and not said.strip():
        yield 'failed without a word'
    if not saved and not killed and is_whole and now == new:
        yield f'said not to be saved, but is: {said}'
    restored, words = place.start_again()
    if ('kept\n' in result.stdout.split('not kept')[0] or not is_whole) and now != new and \
            TITLE not in restored:
        yield f'lost: {said}{words}'
    yield from (f'left over: {name}' for name in place.leftovers())


def meet_all(base, arguments, call, fault, linked, new):
    """Returns how many calls failed that way, and what was wrong afterwards."""
    found = []
    n_met = 0
    every = 1 if fault == 'KILL' else step
    for nth in range(1 + FAULTS.index(fault) % every, MOST, every):
        place = Place(base, linked)
        result = place.run([*arguments(place)], f'{call}:{nth}:{fault}')
        if result is not None:
            found += [f'{call} {nth} {fault}: {problem}'
                      for problem in check(place, result, new, linked)]
        place.remove()
        if result is None:
            return n_met, found
        n_met += 1
    return n_met, [f'{call}: no end of calls']


def problems(pool, base, arguments, call, linked, new):
    faults = [fault for fault in FAULTS if fault != 'SHORT' or call in PARTIAL]
    n_met = 0
    for count, found in pool.map(
            lambda fault: meet_all(base, arguments, call, fault, linked, new), faults):
        n_met += count
        yield from found
    print(f'# {call}: {n_met} faults')
    if not n_met and call in (ALWAYS | IN_PLACE if linked else ALWAYS):
        yield 'no such call was met'


def clean_run(base, arguments, linked):
    place = Place(base, linked)
    result = place.run(arguments(place))
    if result.returncode != 0:
        sys.exit(f'Bail out! {result.stderr}')
    new = place.read()
    place.remove()
    return new


tap = Tap()
programs = {
    'window': lambda place: (*window, place.path, TITLE),
} if window else {
    'command-line': lambda place: (vacancy_cli, 'set', place.path, f'job.title={TITLE}'),
    'typing-and-saving': lambda place: (session, 'edit', place.path, TITLE),
    'without-a-local-path': lambda place: (session, 'remote', place.path, TITLE),
}
# GIO opens what it replaces for writing, and follows links in its own way.
NEVER_IN_PLACE = {'without-a-local-path'}
# What GIO was writing when the program was killed, the other end has to remove.
GIO_TEMPORARY = '.goutputstream-'
# What a disk has confirmed is of no interest here, so it may be one that is quick about it.
QUICK = '/dev/shm'
quick = QUICK if os.access(QUICK, os.W_OK) else None
with tempfile.TemporaryDirectory(prefix='vacancy-faults-', dir=quick) as base, \
        concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for program, arguments in programs.items():
        for linked in (False,) if program in NEVER_IN_PLACE else (False, True):
            new = clean_run(base, arguments, linked)
            name = f'/fault-matrix/{program}{"-in-place" if linked else ""}'
            for call in CALLS:
                tap.check(f'{name}/{call}', problems(pool, base, arguments, call, linked, new))
tap.finish()
