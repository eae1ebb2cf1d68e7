#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws pages and web pages of postings and compares them with the pictures kept in “reference”.

test-pictures.py SOURCE-ROOT BUILD-FOLDER VACANCY-CLI [--update] prints TAP. What differs is saved
in BUILD-FOLDER/differences. With --update the pictures kept are made anew.
"""

import glob
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'metadata'))

import browser
import picture
import postings
from tap import Tap

REFERENCE = os.path.join(HERE, 'reference')
PAPERS = ('letter', 'a4')
PRINTED = ('guide', 'nurse', 'german', 'arabic', 'three-pages', 'twelve-pages')
SHOWN = ('guide', 'arabic')
# Width in CSS pixels, dots for each of them, dark, phone.
VIEWS = {'light': (960, 0.4, False, False), 'dark': (960, 0.4, True, False),
         'phone': (360, 0.6, False, True)}

source_root, build_folder, vacancy_cli = sys.argv[1:4]
update = sys.argv[4:] == ['--update']
differences = os.path.join(build_folder, 'differences')
tap = Tap()


def reference_of(name):
    path = os.path.join(REFERENCE, f'{name}.png')
    if not os.path.exists(path):
        return None
    with open(path, 'rb') as file:
        return picture.read(file.read())


def judge(name, drawn):
    """Problems of a picture; what differs is there to be looked at."""
    if update:
        picture.keep(drawn, os.path.join(REFERENCE, f'{name}.png'))
        return
    reference = reference_of(name)
    problems = ['there is no such picture'] if reference is None else \
        list(picture.compare(drawn, reference))
    yield from problems
    if problems:
        yield f'see {picture.save(drawn, differences, name)}'
    if problems and reference is not None:
        shown = picture.show_difference(drawn, reference)
        yield f'and {picture.save(shown, differences, name + "-difference")}'


def draw(path):
    return picture.lay_out(picture.draw_pages(path))


def printed(made):
    """Names and pictures of the pages; as many at a time as there are processors."""
    def one(task):
        return '-'.join(task), draw(made.export(task[0], 'pdf', *task[1:]))

    tasks = [(name, design, paper) for name in PRINTED for paper in PAPERS
             for design in postings.DESIGNS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(one, tasks)


def shown(made, page):
    for name in SHOWN:
        for design in postings.DESIGNS:
            page.open(made.export(name, 'html', design))
            for view, (width, scale, dark, phone) in VIEWS.items():
                page.set_view(width, scale=scale, dark=dark, phone=phone)
                yield f'{name}-{design}-{view}', picture.read(page.take_picture())


def is_found(drawn, name):
    """A comparison that lets everything pass is none."""
    return [] if list(picture.compare(drawn, reference_of(name))) else ['it was not seen']


def move_line(sheet):
    """The second line of the first text of a page, 6 points lower."""
    moved, down = sheet.copy(), round(6 * picture.RESOLUTION / 72)
    place = (0, 126, 425, 134)
    moved.paste((255, 255, 255), place)
    moved.paste(sheet.crop(place), (0, place[1] + down))
    return moved


def check_that_faults_are_found(made):
    name, options = 'guide-classic-letter', ('pdf', 'classic', 'letter')
    made.copy('guide', 'faulty')
    made.run('set', made.path('faulty'), 'look.accentColor=#8b1a1a')
    tap.check('/pictures/another-accent-is-found',
              is_found(draw(made.export('faulty', *options)), name))
    made.copy('guide', 'faulty')
    made.change('faulty', lambda posting: posting['sections'].pop(2))
    tap.check('/pictures/a-section-left-out-is-found',
              is_found(draw(made.export('faulty', *options)), name))
    path = made.export('guide', *options)
    tap.check('/pictures/a-line-moved-by-six-points-is-found', is_found(move_line(draw(path)), name))
    tap.check('/pictures/a-paler-ground-is-found',
              is_found(draw(made.export('guide', 'pdf', 'compact', 'letter')).point(
                  lambda value: 255 if value > 238 else value), 'guide-compact-letter'))


def check_that_trifles_are_not(made):
    """Another renderer stands for another version of this one."""
    for design in postings.DESIGNS:
        path = made.export('guide', 'pdf', design, 'letter')
        drawn = picture.lay_out(picture.draw_by_cairo(path, made.folder))
        tap.check(f'/pictures/cairo-draws-{design}-as-poppler-does',
                  picture.compare(drawn, reference_of(f'guide-{design}-letter')))


def skip(name, reason):
    tap.skip(name, str(reason))
    print(f'# {name} was NOT compared: {reason}', file=sys.stderr)


def check_pages(made):
    for name, drawn in printed(made):
        tap.check(f'/pictures/pages/{name}', judge(name, drawn))
    if not update:
        check_that_faults_are_found(made)
        check_that_trifles_are_not(made)


def check_web_pages(made):
    try:
        with browser.Browser(made.folder, made.environment) as page:
            for name, drawn in shown(made, page):
                tap.check(f'/pictures/web/{name}', judge(name, drawn))
    except browser.Missing as reason:
        if update:
            raise
        skip('/pictures/web', reason)
    except browser.Failed as reason:
        tap.check('/pictures/web/the-browser-does-as-told', [reason])


def check_names():
    """Nothing is kept that nobody compares."""
    wanted = {f'{name}-{design}-{paper}' for name in PRINTED for design in postings.DESIGNS
              for paper in PAPERS}
    wanted |= {f'{name}-{design}-{view}' for name in SHOWN for design in postings.DESIGNS
               for view in VIEWS}
    kept = {os.path.basename(path)[:-len('.png')]
            for path in glob.glob(os.path.join(REFERENCE, '*.png'))}
    for name in sorted(kept - wanted):
        if update:
            os.remove(os.path.join(REFERENCE, f'{name}.png'))
            continue
        yield f'{name}: no picture is compared with it'
    size = sum(os.path.getsize(path) for path in glob.glob(os.path.join(REFERENCE, '*.png')))
    if size > 3 * 1024 * 1024:
        yield f'all pictures together have {size} bytes, more than 3 MiB'


with tempfile.TemporaryDirectory() as folder:
    try:
        picture.require()
        made = postings.Postings(source_root, vacancy_cli, folder)
    except postings.Missing as reason:
        if update:
            raise
        skip('/pictures', reason)
    else:
        check_pages(made)
        check_web_pages(made)
        tap.check('/pictures/every-picture-kept-is-compared', check_names())
tap.finish()
