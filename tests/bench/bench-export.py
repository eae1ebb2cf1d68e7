#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-export.py VACANCY-CLI: what exports cost beside pandoc and LibreOffice, as ratios.

A thousand postings by one run of the program; fewer where a format takes longer, and for the
peers. All is counted per posting: processor time of one job, and on the clock what all processors
give. pandoc converts the Markdown that the program wrote, to HTML and
DOCX, and needs a process for every file, so the program is measured that way as well; LibreOffice
converts the program's DOCX to PDF, all files in one process, after a run that makes its profile."""

import os
import shutil
import subprocess
import sys
import tempfile

from measure import best, best_of_jobs, make_postings, measure

POSTINGS = 1000
FEWER = 200
FEW = 40

# What the program writes in one run, and of how many postings.
EXPORTS = (
    ('text', POSTINGS),
    ('html', POSTINGS),
    ('jobposting', POSTINGS),
    ('text,html,jobposting', POSTINGS),
    ('markdown', POSTINGS),
    ('docx', FEWER),
    ('pdf', FEWER),
)


def report(name, count, times, base=None):
    """Prints a line; the ratio is that of processor time per posting to the base's."""
    each, clock = (seconds / count for seconds in times)
    ratio = f'{each / base:10.1f}' if base else f'{"1":>10}'
    print(f'{name:46} {count:8} {each * 1000:13.2f} {1 / each:12.0f} {1 / clock:10.0f} {ratio}',
          flush=True)
    return each


def best_of_each(commands):
    """The least of several rounds of runs, one command after another."""
    rounds = ([measure(command) for command in commands] for _ in range(2))
    return tuple(min(sums) for sums in zip(*([sum(column) for column in zip(*times)]
                                             for times in rounds)))


def missing(program, package):
    if shutil.which(program):
        return False
    print(f'SKIP {program}: not installed; “build-aux/bench --peers” installs {package}')
    return True


def bench_program(cli, files, folder):
    """Processor seconds per posting of each format."""
    each = {}
    for exported, count in EXPORTS:
        out = os.path.join(folder, exported)
        command = [cli, 'export', '--to', exported, '--force', '-o', out, *files[:count]]
        each[exported] = report(f'vacancy-cli, {exported}', count, best_of_jobs(command))
    return each


def bench_pandoc(cli, files, folder, each):
    if missing('pandoc', 'pandoc'):
        return
    os.mkdir(os.path.join(folder, 'pandoc'))
    markdown = os.path.join(folder, 'markdown')
    sources = [os.path.join(markdown, name) for name in sorted(os.listdir(markdown))[:FEW]]
    for exported in ('html', 'docx'):
        target = os.path.join(folder, 'pandoc', f'posting.{exported}')
        ours = [[cli, 'export', '--to', exported, '--force', '-o', target, file]
                for file in files[:FEW]]
        peer = [['pandoc', '--standalone', '--metadata', 'title=Posting', '--from', 'commonmark',
                 '--to', exported, '-o', target, file] for file in sources]
        report(f'vacancy-cli, {exported}, a process for each', FEW, best_of_each(ours),
               each[exported])
        report(f'pandoc, Markdown to {exported}, a process for each', FEW, best_of_each(peer),
               each[exported])


def bench_libreoffice(folder, each):
    if missing('soffice', 'libreoffice-writer-nogui'):
        return
    docx = os.path.join(folder, 'docx')
    sources = [os.path.join(docx, name) for name in sorted(os.listdir(docx))[:FEW]]
    command = ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless',
               '--convert-to', 'pdf:writer_pdf_Export', '--outdir',
               os.path.join(folder, 'libreoffice')]
    # Without Java it complains at every start, and works.
    measure([*command, sources[0]], errors=subprocess.DEVNULL)
    times = best([*command, *sources], runs=2, errors=subprocess.DEVNULL)
    if len(os.listdir(os.path.join(folder, 'libreoffice'))) != FEW:
        sys.exit('soffice did not convert every file')
    report('LibreOffice, DOCX to PDF', FEW, times, each['pdf'])


def main():
    cli, = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        files, size = make_postings(cli, folder, POSTINGS)
        print(f'Exports of postings of {size / 1024:.0f} KiB; vacancy-cli to the same format in '
              'one run = 1, in processor time per posting')
        print(f'{"":46} {"postings":>8} {"ms/posting":>13} {"/s of core":>12} {"/s":>10} {"ratio":>10}')
        each = bench_program(cli, files, folder)
        bench_pandoc(cli, files, folder, each)
        bench_libreoffice(folder, each)


main()
