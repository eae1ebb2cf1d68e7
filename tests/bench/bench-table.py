#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-table.py [--shape] BENCH-FOLDER RUN-DISPLAY VACANCY-CLI VACANCY POSTING: what the table of
CONTRIBUTING.md says, in few runs: a few minutes. Every command has a time limit; what passes it, and
which program is not installed, is said and recorded as missing. --shape measures next to nothing,
and no window, to show the shape of the results."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from growth import SIZES, make_posting, slope
from measure import make_differing, make_postings, with_one_job
from records import record, record_missing

LIMIT = 60
# Of one measurement of growth.
LIMIT_OF_ONE = 20
SHAPE = '--shape' in sys.argv
POSTINGS, DIFFERING, FEW, RUNS = (3, 2, 2, 1) if SHAPE else (1000, 300, 40, 5)
EACH = 2 if SHAPE else 10
WHAT = {'text': 'text', 'json': 'JSON', 'html': 'HTML', 'docx': 'DOCX', 'pdf': 'PDF'}
# What the benchmark of keys calls its postings, and the goal for a bullet.
KEY_GOALS = {'the guide': '≤ 5', '50,000 words': '≤ 8', '10,000 bullets': '≤ 10'}


class Failed(Exception):
    """A command did not end well, or not in time."""


def run(command, limit=LIMIT, **variables):
    """(output, processor seconds, seconds on the clock) of a command that ends within the limit."""
    # A peer may warn; that it does must not end it.
    environment = {key: value for key, value in os.environ.items() if key != 'G_DEBUG'}
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(['timeout', '--kill-after=5', str(limit), *command],
                                   stdin=subprocess.DEVNULL, stdout=output,
                                   stderr=subprocess.STDOUT, env={**environment, **variables})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode('utf-8', 'replace')
    if process.returncode == 124:
        raise Failed(f'more than {limit} s')
    # The program says with 1 that it found something; of any other it is a failure.
    fine = (0, 1) if os.path.basename(command[0]) == 'vacancy-cli' else (0,)
    if process.returncode not in fine:
        raise Failed(f'{os.path.basename(command[0])} ended with status {process.returncode}')
    return text, usage.ru_utime + usage.ru_stime, time.monotonic() - start


def run_for_memory(command):
    """The most MiB that a command had in memory at once, of all processes that it began."""
    program = 'import os, resource, sys; status = os.spawnv(os.P_WAIT, sys.argv[1], sys.argv[1:]); ' \
              'print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); ' \
              'sys.exit(status not in (0, 1))'
    text = run([sys.executable, '-c', program, *command], 2 * LIMIT)[0]
    return int(re.search(r'^peak (\d+)$', text, re.M)[1]) / 1024


def show(name, value, unit, **more):
    """Prints a result and records it."""
    ratio = f'{more["ratio"]:8.2f} of {more["to"]}' if 'ratio' in more else ''
    print(f'{name:58} {value:10.2f} {unit:8} {ratio}', flush=True)
    record(name, round(value, 4), unit, **more)


def show_missing(name, reason):
    print(f'{name:58} {"missing":>10}: {reason}', flush=True)
    record_missing(name, reason)


def has(program, name):
    if shutil.which(program) is not None:
        return True
    show_missing(name, f'{program} is not installed')
    return False


def attempt(name, function):
    """Calls it; what it cannot measure is said. Returns what it returns, or None."""
    try:
        return function()
    except Failed as error:
        show_missing(name, str(error))
        return None


def least(commands, rounds=2, limit=LIMIT):
    """Processor milliseconds and clock milliseconds of all commands, the least of some rounds."""
    sums = []
    for _ in range(rounds):
        times = [run(command, limit)[1:] for command in commands]
        sums.append([1000 * sum(column) for column in zip(*times)])
    return [min(column) for column in zip(*sums)]


# -- Windows ----------------------------------------------------------------------------------

def start(command, folder, **variables):
    text = run(command, LD_PRELOAD=os.path.join(folder, 'libfirst-frame.so'), **variables)[0]
    facts = {name: float(value) for name, value in
             re.findall(r'^((?:awaited-)?(?:cpu|memory)) ([\d.]+)$', text, re.M)}
    wanted = 'awaited-memory' if 'FIRST_FRAME_AWAITS' in variables else 'memory'
    if wanted not in facts:
        raise Failed('no frame was painted')
    return facts


def bench_start(folder, vacancy, posting):
    # Name, command, whether its preview is awaited.
    programs = [('a bare window', [os.path.join(folder, 'bare-window')], {}),
                ('Vacancy', [vacancy, posting], {'FIRST_FRAME_AWAITS': 'VacPageView'})]
    if has('gnome-text-editor', 'start of gnome-text-editor'):
        programs.append(('gnome-text-editor', ['gnome-text-editor', '--standalone', posting], {}))
    found = {name: [] for name, *_ in programs}
    for _ in range(RUNS):
        for name, command, awaited in programs:
            facts = attempt(f'start of {name}',
                            lambda: start(command, folder, **(awaited or {'FIRST_FRAME_ENDS': '1'})))
            if facts:
                found[name].append(facts)
    base = {}
    for name, runs in found.items():
        for key, what, scale, unit, goal in (
                ('cpu', 'to the first frame', 1000, 'ms', '≤ 1.3'),
                ('awaited-cpu', 'to the painted preview', 1000, 'ms', '≤ 1.7'),
                ('memory', 'memory at the first frame', 1 / 1024, 'MiB', '≤ 1.3'),
                ('awaited-memory', 'memory at the painted preview', 1 / 1024, 'MiB', '≤ 1.6')):
            values = [facts[key] * scale for facts in runs if key in facts]
            if not values:
                continue
            value = statistics.median(values)
            one = base.setdefault(key.removeprefix('awaited-'), value)
            show(f'{name}: {what}', value, unit, ratio=round(value / one, 3), to='a bare window',
                 n=len(values), goal=goal if name == 'Vacancy' else None)


KEY_LINE = re.compile(r'^(.+?) +(a bullet|prose|the title) +([\d.]+) +([\d.]+) +([\d.]+) +(\d+)', re.M)


def read_keys(folder, *words, limit=LIMIT):
    text = run([os.path.join(folder, 'measure-keys'), *words], limit)[0]
    found = KEY_LINE.findall(text)
    if not found:
        raise Failed('no key was measured')
    return found


def show_key(name, found, goal=None):
    p50, p95, p99 = (float(value) for value in found[2:5])
    show(name, p50, 'ms', p50=p50, p95=p95, p99=p99, pages=int(found[5]), n=100, goal=goal)
    return p50


def bench_keys(folder):
    for posting, goal in KEY_GOALS.items():
        for found in attempt(f'a key: {posting}', lambda: read_keys(folder, posting)) or ():
            show_key(f'a key into {found[1]}: {posting}', found,
                     goal if found[1] == 'a bullet' else None)


FRAME_LINE = re.compile(r'^(.+?) +ms a frame +([\d.]+) +([\d.]+) +([\d.]+) +[\d.]+ +(\d+)', re.M)


def bench_frames(folder):
    found = FRAME_LINE.findall(run([os.path.join(folder, 'measure-frames')])[0])
    if not found:
        raise Failed('no frame was measured')
    for posting, p50, p95, p99, shared in found:
        show(f'a key held at 60 Hz, from frame to frame, on the clock: {posting}', float(p50), 'ms',
             p50=float(p50), p95=float(p95), p99=float(p99), n=300)
        show(f'a key held at 60 Hz, keys in the frame of another: {posting}', int(shared), 'of 300', n=300)


ZOOM_LINE = re.compile(r'^the guide +(keys|the wheel) +([\d.]+) +([\d.]+) +([\d.]+) +(\d+)', re.M)


def bench_zoom(folder):
    found = ZOOM_LINE.findall(run([os.path.join(folder, 'measure-zoom')])[0])
    if not found:
        raise Failed('no step was measured')
    for way, p50, p95, worst, steps in found:
        # Of fewer than a hundred, the worst.
        show(f'a step of zoom by {way}: the guide', float(p50), 'ms', p50=float(p50), p95=float(p95),
             p99=float(worst), n=int(steps), goal='≤ 16')


# -- The command line -------------------------------------------------------------------------

def show_beside(name, value, unit, peer_name, peer, n, goal=None):
    """A result of ours, and how many times as long the peer takes."""
    show(name, value, unit, n=n)
    show(peer_name, peer, unit, ratio=round(peer / value, 2), to=name, n=n, goal=goal)


def bench_thousand(folder, cli, files):
    base = least([[os.path.join(folder, 'parse-only'), *files]])
    names = [f'{POSTINGS} postings: json-glib only parses, one thread']
    names.append(f'{names[0]}, on the clock')
    for name, value in zip(names, base):
        show(name, value, 'ms', n=POSTINGS)
    jobs = {'check': ([cli, 'check'], '≤ 1.3')}
    out = os.path.join(os.path.dirname(files[0]), 'many')
    for to, goal in (('text', '≤ 1.5'), ('json', '≤ 2')):
        jobs[f'export {WHAT[to]}'] = ([cli, 'export', '--to', to, '--force', '-o', f'{out}-{to}/'], goal)
    for what, (words, goal) in jobs.items():
        value = least([with_one_job([*words, *files])])[0]
        show(f'{POSTINGS} postings: {what}, one job', value, 'ms', ratio=round(value / base[0], 3),
             to=names[0], n=POSTINGS, goal=goal)
        value = least([[*words, *files]])[1]
        show(f'{POSTINGS} postings: {what}, all processors, on the clock', value, 'ms',
             ratio=round(value / base[1], 3), to=names[1], n=POSTINGS)
    if has('jq', f'{POSTINGS} postings: jq reads and writes them'):
        value = least([['jq', '.', *files]])[0]
        show(f'{POSTINGS} postings: jq reads and writes them', value, 'ms',
             ratio=round(value / base[0], 3), to=names[0], n=POSTINGS)


def bench_differing(folder, cli, files):
    """What is known of a text from another posting helps little where hardly two are the same."""
    copies = make_differing(files[:DIFFERING], os.path.join(os.path.dirname(files[0]), 'differing'))
    postings = f'{DIFFERING} postings with all texts different'
    name = f'{postings}: json-glib only parses, one thread'
    base = least([[os.path.join(folder, 'parse-only'), *copies]])[0]
    show(name, base, 'ms', n=DIFFERING)
    value = least([with_one_job([cli, 'check', *copies])])[0]
    show(f'{postings}: check, one job', value, 'ms', ratio=round(value / base, 3), to=name, n=DIFFERING)


def bench_memory(cli, files):
    """The memory of a run does not grow with the number of its files."""
    for count in (2, 4) if SHAPE else (100, 1000, 10000):
        many = [files[number % len(files)] for number in range(count)]
        for what, words in (('check', ['check']),
                            ('export text', ['export', '--to', 'text', '--force', '-o',
                                             os.path.join(os.path.dirname(files[0]), 'memory/')])):
            name = f'{what} of {count:,} postings: most memory at once'
            peak = attempt(name, lambda: run_for_memory([cli, *words, *many]))
            if peak is not None:
                show(name, peak, 'MiB', n=count)


def bench_exports(cli, files, folder):
    """One file for each process, and many in one."""
    def ours(to, count, each):
        names = files[:count]
        words = [cli, 'export', '--to', to, '--force', '-o']
        if each:
            return [[*words, f'{folder}/each.{to}', name] for name in names]
        return [[*words, f'{folder}/{to}/', *names]]

    for to in ('markdown', 'docx', 'html'):
        run(ours(to, FEW, False)[0])

    def written(to):
        inside = os.path.join(folder, to)
        return [os.path.join(inside, name) for name in sorted(os.listdir(inside))]

    office = ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless',
              '--convert-to', 'pdf:writer_pdf_Export', '--outdir', f'{folder}/office']
    suffix = {'html': 'html', 'docx': 'docx'}
    peers = [(to, 'pandoc', f'pandoc, Markdown to {WHAT[to]}', EACH, '≥ 15',
              [['pandoc', '--standalone', '--metadata', 'title=Posting', '--from', 'commonmark', '--to',
                to, '-o', f'{folder}/pandoc.{suffix[to]}', name] for name in written('markdown')[:EACH]])
             for to in ('html', 'docx')]
    # Those that take seconds a file are measured on fewer.
    some = 1 if SHAPE else 4
    peers += [('pdf', 'soffice', 'LibreOffice, DOCX to PDF', some, '≥ 100',
               [[*office, name] for name in written('docx')[:some]]),
              ('pdf', 'weasyprint', 'weasyprint, HTML to PDF', some, None,
               [['weasyprint', name, f'{folder}/w.pdf'] for name in written('html')[:some]]),
              ('pdf', 'wkhtmltopdf', 'wkhtmltopdf, HTML to PDF', some, None,
               [['wkhtmltopdf', '-q', name, f'{folder}/k.pdf'] for name in written('html')[:some]])]
    for to, program, peer, count, goal, commands in peers:
        if SHAPE or not has(program, f'a process each: {peer}'):
            continue
        if program == 'soffice':
            # The first run makes its profile.
            attempt(peer, lambda: run(commands[0]))
        times = attempt(f'a process each: {peer}', lambda: least(commands, 1))
        if times:
            show_beside(f'a process each: {WHAT[to]}, {count} files', least(ours(to, count, True))[0] / count,
                        'ms', f'a process each: {peer}, {count} files', times[0] / count, count, goal)
    one = f'one process: PDF, {FEW} files, one job'
    every = f'one process: PDF, {FEW} files, all processors, on the clock'
    command = ours('pdf', FEW, False)[0]
    value = least([with_one_job(command)])[0], least([command])[1]
    show(one, value[0] / FEW, 'ms', n=FEW)
    show(every, value[1] / FEW, 'ms', n=FEW)
    if SHAPE or not has('soffice', 'one process: LibreOffice'):
        return
    peer = attempt('one process: LibreOffice', lambda: least([[*office, *written('docx')]], 1, 120))
    if peer:
        show(f'one process: LibreOffice, {FEW} files', peer[0] / FEW, 'ms', n=FEW,
             ratio=round(peer[0] / value[0], 2), to=one, goal='≥ 40')
        show(f'one process: LibreOffice, {FEW} files, on the clock', peer[1] / FEW, 'ms', n=FEW,
             ratio=round(peer[1] / value[1], 2), to=every, goal='≥ 40')


def bench_instructions(cli, file):
    if not has('valgrind', 'instructions'):
        return
    for name, words, goal in (('--version', ['--version'], '≤ 5'),
                              ('get of one field', ['get', file, 'job.title'], '≤ 8')):
        text = run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', cli, *words])[0]
        count = int(re.search(r'refs:\s+([\d,]+)', text)[1].replace(',', '')) / 1e6
        show(f'vacancy-cli {name}: instructions', count, 'million', n=1, goal=goal)


# -- Growth -----------------------------------------------------------------------------------

def show_growth(name, kind, points, unit):
    power = slope(points)
    for size, value in points:
        show(f'{name}, {size:,} {kind}', value, unit, growth=name, kind=kind, size=size,
             power=None if power is None else round(power, 2))
    if power is not None:
        print(f'{name}: power {power:.2f} of the number of {kind}', flush=True)


def grow(name, kind, unit, sizes, function):
    points = []
    for size in sizes:
        value = attempt(f'{name}, {size:,} {kind}', lambda: function(size))
        if value is not None:
            points.append((size, value))
    show_growth(name, kind, points, unit)


def bench_growth(folder, cli, vacancy, inside):
    for kind, all_sizes in SIZES.items():
        sizes = all_sizes[:2] if SHAPE else all_sizes
        paths = {size: make_posting(inside, kind, size) for size in sizes}
        words = {'check': ['check']}
        for to in ('text', 'json', 'html', 'pdf'):
            words[f'export {WHAT[to]}'] = ['export', '--to', to, '--force', '-o', f'{inside}/grown.{to}']
            if kind == 'places':
                words[f'export {WHAT[to]}'] += ['--what', 'salaries']
        if kind == 'places':
            # A comparison as JSON is the posting itself.
            words['export JSON'] = words['export JSON'][:-2]
        for name, command in words.items():
            grow(name, kind, 'ms', sizes,
                 lambda size: 1000 * run([cli, *command, paths[size]], LIMIT_OF_ONE)[1])
        if SHAPE:
            continue
        opened = {size: attempt(f'open, {size:,} {kind}', lambda: start(
            [vacancy, paths[size]], folder, FIRST_FRAME_AWAITS='VacPageView')) for size in sizes}
        for name, key, scale, unit in (('open to the first frame', 'cpu', 1000, 'ms'),
                                       ('open to the painted preview', 'awaited-cpu', 1000, 'ms'),
                                       ('memory at the first frame', 'memory', 1 / 1024, 'MiB'),
                                       ('memory at the painted preview', 'awaited-memory', 1 / 1024, 'MiB')):
            show_growth(name, kind, [(size, facts[key] * scale) for size, facts in opened.items() if facts],
                        unit)
        grow('a key into a bullet, p50', kind, 'ms', sizes,
             lambda size: float(read_keys(folder, paths[size], 'a bullet', limit=40)[0][2]))


def bench_salaries(folder):
    text = run([os.path.join(folder, 'measure-salaries')])[0]
    points = [(int(size), float(value)) for size, value in
              re.findall(r'^(\d+) +([\d.]+)', text, re.M) if float(value) > 0]
    if not points:
        raise Failed('no import was measured')
    show_growth('import of salaries into 3,400', 'places', points, 'ms')


def main():
    words = [word for word in sys.argv[1:] if word != '--shape']
    if words[0] != '--inside':
        inside = [sys.executable, __file__, '--inside', *sys.argv[1:]]
        sys.exit(subprocess.run(inside if SHAPE else [words[1], *inside], check=False).returncode)

    folder, _, cli, vacancy, posting = words[1:]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as inside:
        os.environ['XDG_STATE_HOME'] = inside
        print('few runs of each, in processor time unless it says “on the clock”')
        files, _ = make_postings(cli, inside, POSTINGS)
        if not SHAPE:
            attempt('start', lambda: bench_start(folder, vacancy, shutil.copy(posting, inside)))
            attempt('keys', lambda: bench_keys(folder))
            attempt('frames', lambda: bench_frames(folder))
            attempt('zoom', lambda: bench_zoom(folder))
            attempt('instructions', lambda: bench_instructions(cli, files[0]))
            attempt('import of salaries', lambda: bench_salaries(folder))
        attempt('a thousand postings', lambda: bench_thousand(folder, cli, files))
        attempt('differing postings', lambda: bench_differing(folder, cli, files))
        attempt('memory', lambda: bench_memory(cli, files))
        attempt('exports', lambda: bench_exports(cli, files, inside))
        attempt('growth', lambda: bench_growth(folder, cli, vacancy, inside))
    print(f'{time.monotonic() - began:.0f} s in all')


main()
