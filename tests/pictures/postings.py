# SPDX-License-Identifier: GPL-3.0-or-later
"""The postings that are shown to a browser and drawn, and how they are exported."""

import glob
import json
import os
import shutil
import subprocess

from tap import PATIENCE

DESIGNS = ('classic', 'modern', 'compact')
# A typeface of each script that the postings have. The program carries the first inside it; a
# browser needs it installed.
FAMILIES = {'Lato': 'fonts-lato', 'DejaVu Sans': 'fonts-dejavu-core'}
# Their files: other packages put more beside them, and of these a browser may choose one.
FILES = ('Lato-*.ttf', 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf')
FONTS = '''<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>%s</dir><cachedir>%s</cachedir>
<match><test name="family"><string>Lato</string></test>
<edit name="family" mode="append"><string>DejaVu Sans</string></edit></match>
</fontconfig>
'''
# What is not for candidates; guides have tables for the team.
AUDIENCES = {'twelve-pages': 'team'}
# Where a language is written on A4.
REGIONS = {'en': 'GB', 'de': 'DE', 'ar': 'SA'}
LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' * 3
ADDRESS = 'https://jobs.example.com/' + 'a-path-that-does-not-end/' * 12 + '?q=' + 'x' * 160


class Missing(Exception):
    """Something that pictures need is not installed; the text says what."""


def find_fonts():
    """The folders of the typefaces, so that every machine draws with the same alone."""
    if shutil.which('fc-match') is None:
        raise Missing('fc-match is not installed')
    folders = []
    for family, package in FAMILIES.items():
        found = subprocess.run(['fc-match', '-f', '%{family[0]}\n%{file}', family], text=True,
                               capture_output=True, timeout=20 * PATIENCE, check=True).stdout
        name, path = found.split('\n', 1)
        if name != family:
            raise Missing(f'the typeface {family} is not installed ({package})')
        folders.append(os.path.dirname(path))
    return folders


def write_fonts_file(folder):
    path, fonts = os.path.join(folder, 'fonts.conf'), os.path.join(folder, 'fonts')
    os.mkdir(fonts)
    for found in find_fonts():
        for pattern in FILES:
            for file in glob.glob(os.path.join(glob.escape(found), pattern)):
                os.symlink(file, os.path.join(fonts, os.path.basename(file)))
    with open(path, 'w', encoding='utf-8') as file:
        file.write(FONTS % (fonts, os.path.join(folder, 'font-cache')))
    return path


def all_parts(node):
    yield node
    for child in node.get('sections', []):
        yield from all_parts(child)


class Postings:
    """Makes postings in a folder, and files of them."""

    def __init__(self, source_root, vacancy_cli, folder):
        self.root, self.program, self.folder = source_root, vacancy_cli, folder
        self.environment = {'FONTCONFIG_FILE': write_fonts_file(folder), 'LC_ALL': 'C.UTF-8'}
        self.run('new', 'machine-learning-engineer', '-o', self.path('guide'))
        self.run('set', self.path('guide'), 'job.employer.name=Northwind Analytics',
                 'job.employer.website=https://northwind.example')
        self.run('set', '--json', self.path('guide'),
                 'job.locations=[{"city": "Austin", "region": "TX", "country": "US"}]')
        for name, file in (('nurse', 'registered-nurse'), ('german', 'software-developer'),
                           ('arabic', 'civil-engineer')):
            shutil.copy(os.path.join(source_root, 'tests', 'data', f'{file}.vacancy'),
                        self.path(name))
        self.run('new', 'software-engineer', '-o', self.path('three-pages'))
        self.change('three-pages', self.switch_all_on)
        self.run('new', 'registered-nurse', '-o', self.path('twelve-pages'))
        self.copy('guide', 'hostile')
        self.change('hostile', self.make_hostile)

    def path(self, name):
        return os.path.join(self.folder, f'{name}.vacancy')

    def run(self, *arguments):
        """Findings about what is missing are no failure."""
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True,
                              env={**os.environ, **self.environment}, timeout=30 * PATIENCE,
                              check=False)
        if done.returncode > 1:
            raise RuntimeError(f'{arguments}: {done.stderr}')
        return done.stdout

    def change(self, name, function):
        with open(self.path(name), encoding='utf-8') as file:
            posting = json.load(file)
        function(posting)
        with open(self.path(name), 'w', encoding='utf-8') as file:
            json.dump(posting, file, ensure_ascii=False)

    @staticmethod
    def switch_all_on(posting):
        for part in all_parts(posting):
            part.pop('include', None)
            for item in part.get('items', []):
                if isinstance(item, dict):
                    item.pop('include', None)

    @staticmethod
    def make_hostile(posting):
        posting['job']['title'] = f'Engineer of {LONG}'
        posting['job']['employer']['name'] = LONG
        posting['job']['department'] = LONG
        parts = [part for part in all_parts(posting) if part.get('audience') != 'team']
        lists = [part for part in parts if part.get('items')]
        lists[0]['items'][0] = {'text': f'{LONG} {ADDRESS}'}
        lists[1]['items'][0] = {'text': f'[{LONG}]({ADDRESS})'}
        texts = [part for part in parts if part.get('text')]
        texts[0]['text'] = f'{LONG} {ADDRESS} {LONG}'
        texts[0]['title'] = f'Heading {LONG}'

    def copy(self, name, other):
        shutil.copy(self.path(name), self.path(other))

    def put_on(self, name, paper, path):
        """Writes a posting that is printed on this paper: where the locale is nobody's, the region
        of its language says so."""
        language = self.run('get', self.path(name), 'language').strip().split('-')[0]
        region = 'US' if paper == 'letter' else REGIONS[language]
        self.run('set', self.path(name), f'language={language}-{region}', '--force', '-o', path)

    def export(self, name, to, design, paper=None):
        """The path of a file."""
        base = '-'.join(filter(None, (name, design, paper)))
        source, path = self.path(name), os.path.join(self.folder, f'{base}.{to}')
        if paper is not None:
            source = self.path(base)
            self.put_on(name, paper, source)
        self.run('export', '--to', to, '--design', design, '--audience',
                 AUDIENCES.get(name, 'candidate'), '--force', '-o', path, source)
        return path

    def read(self, name, design):
        """Plain text, a paragraph on each line as far as that is possible."""
        return self.run('export', '--to', 'text', '--wrap', '1000', '--design', design, '--audience',
                        AUDIENCES.get(name, 'candidate'), self.path(name))
