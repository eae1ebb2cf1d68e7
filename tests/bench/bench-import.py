#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-import.py VACANCY-CLI: how long it takes to import.

A Word document and a page of 100 KiB, each by a process of its own; then a thousand postings in one
run, on all processors and on one. The best of several runs."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

from measure import best, make_postings

SIZE = 100 * 1024
FILES = 1000
WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'
PARTS = {
    '[Content_Types].xml':
        f'<Types xmlns="{PACKAGE}content-types"><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        '.main+xml"/></Types>',
    '_rels/.rels':
        f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="a" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
}


def read(cli, posting, kind):
    """The lines of a posting as a program for @kind of files writes them."""
    out = posting + '.' + kind
    command = [cli, 'export', '--to', kind, '--force', '-o', out, posting]
    if subprocess.run(command, check=False).returncode != 0:
        sys.exit(f'{posting} is not exported to {kind}')
    with open(out, encoding='utf-8') as file:
        return file.read()


def make_page(cli, posting, target):
    """Its text without its data, so that the text is what is read, and links up to the size."""
    page = read(cli, posting, 'html')
    text = page[page.index('<body'):page.index('</body>')]
    link = '<a href="/jobs/other">Another job</a>'
    links = '<nav>' + link * ((SIZE - len(text)) // len(link)) + '</nav>'
    with open(target, 'w', encoding='utf-8') as file:
        file.write(f'<!doctype html><html lang="en"><head><title>Job</title></head>{text}{links}'
                   '</body></html>')


def make_document(cli, posting, target):
    """Two pages of paragraphs, and a picture that makes up the size."""
    lines = read(cli, posting, 'text').splitlines()
    escaped = (line.replace('&', '&amp;').replace('<', '&lt;') for line in lines)
    body = ''.join(f'<w:p><w:r><w:t>{line}</w:t></w:r></w:p>' for line in escaped)
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, content in PARTS.items():
            package.writestr(name, content)
        package.writestr('word/document.xml',
                         f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        package.writestr('word/media/image1.png', os.urandom(SIZE - 4096))


def report(name, times, count):
    processor, clock = times
    print(f'{name:34} {1000 * processor / count:12.1f} {1000 * clock / count:12.1f}')


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        posting = make_postings(cli, folder, 1)[0][0]
        page, document = (os.path.join(folder, name) for name in ('page.html', 'document.docx'))
        make_page(cli, posting, page)
        make_document(cli, posting, document)
        out = os.path.join(folder, 'out.vacancy')
        print(f'{"milliseconds a file":34} {"processor":>12} {"clock":>12}')
        report('the start of the program alone', best([cli, '--version']), 1)
        for path in (document, page):
            report(f'{os.path.basename(path)}, {os.path.getsize(path) // 1024} KiB',
                   best([cli, 'import', '--force', '-o', out, path]), 1)
        pages = os.path.join(folder, 'pages')
        os.mkdir(pages)
        files = [shutil.copy(page, os.path.join(pages, f'{n:04}.html')) for n in range(FILES)]
        imported = [cli, 'import', '--force', '-o', os.path.join(folder, 'imported') + '/', *files]
        report(f'{FILES} pages in one run', best(imported, 1), FILES)
        report(f'{FILES} pages, one processor', best(['taskset', '-c', '0', *imported], 1), FILES)


main()
