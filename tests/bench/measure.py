# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks of the command line share: how time is taken, and of what."""

import os
import random
import re
import subprocess
import sys
import time

RUNS = 3


def measure(command, errors=None):
    """(processor seconds, seconds on the clock) of one run, with the processes it started."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
    _, status, usage = os.wait4(process.pid, 0)
    # The program says with 1 that it found something.
    if os.waitstatus_to_exitcode(status) not in ((0, 1) if command[1:2] == ['check'] else (0,)):
        sys.exit(f'{command[0]} ended with status {os.waitstatus_to_exitcode(status)}')
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start


def best(command, runs=RUNS, errors=None):
    """The least of each over several runs."""
    return tuple(min(times) for times in zip(*(measure(command, errors) for _ in range(runs))))


def with_one_job(command):
    """A command of ours, whose verb is its second word, on one thread: two that share a core would
    each be charged for the time in which they wait for it."""
    return [*command[:2], '--jobs=1', *command[2:]]


def best_of_jobs(command):
    """(processor seconds of one job, seconds on the clock of as many as there are processors)."""
    return (best(with_one_job(command), errors=subprocess.DEVNULL)[0],
            best(command, errors=subprocess.DEVNULL)[1])


def make_postings(cli, folder, count):
    """(names of the files, bytes of one): the first guide with an employer, a place and a date."""
    first = os.path.join(folder, '0000.vacancy')
    subprocess.run([cli, 'new', 'machine-learning-engineer', '-o', first], check=True)
    subprocess.run([cli, 'set', first, 'job.employer.name=Acme', 'job.locations+=Austin',
                    'job.locations.0.country=US', 'job.posted=2026-01-15'], check=True,
                   env={**os.environ, 'XDG_STATE_HOME': folder})
    with open(first, encoding='utf-8') as file:
        text = file.read()
    files = [first]
    for number in range(1, count):
        files.append(os.path.join(folder, f'{number:04}.vacancy'))
        with open(files[-1], 'w', encoding='utf-8') as file:
            file.write(text.replace('"name": "Acme"', f'"name": "Acme {number}"'))
    return files, len(text.encode())


def make_differing(files, folder):
    """Names of copies in which hardly a text is that of another: its words in small letters are
    exchanged for others of the first posting that are as long."""
    word = re.compile(r'(?<![{\w\\])[a-z]{3,}(?![}\w])')
    text = re.compile(r'(?<="text": ).*|(?<="label": ).*')
    with open(files[0], encoding='utf-8') as file:
        words = sorted(set(word.findall(' '.join(text.findall(file.read())))))
    by_length = {len(one): [other for other in words if len(other) == len(one)] for one in words}
    os.mkdir(folder)
    copies = []
    for number, name in enumerate(files):
        choose = random.Random(number).choice
        with open(name, encoding='utf-8') as file:
            changed = text.sub(lambda line: word.sub(lambda one: choose(by_length[len(one[0])]), line[0]),
                               file.read())
        copies.append(os.path.join(folder, os.path.basename(name)))
        with open(copies[-1], 'w', encoding='utf-8') as file:
            file.write(changed)
    return copies
