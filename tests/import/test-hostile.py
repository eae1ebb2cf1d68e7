# SPDX-License-Identifier: GPL-3.0-or-later
"""test-hostile.py VACANCY-CLI CORPUS SANITIZER: imports what strangers made to do harm.

Each file is read by a process of its own with so much memory and time. It becomes a posting, or is
refused with a sentence; nothing crashes, hangs or asks the network for anything."""

import io
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'metadata'))
import corpus  # noqa: E402
from tap import PATIENCE, Tap  # noqa: E402

PROGRAM, CORPUS, SANITIZER = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
SANITIZED = SANITIZER != 'none'
MIB = 1024 * 1024
LARGE = 5 * MIB  # from here on a file may take more memory
MEMORY, MEMORY_FOR_LARGE = 512 * MIB, 1536 * MIB
SECONDS = 12
HTML = '<!doctype html><title>Cook</title><h1>Cook</h1>'
REFERENCES = [
    '<script src="http://127.0.0.1:9/a.js">fetch("http://127.0.0.1:9/b")</script>',
    '<iframe src="http://127.0.0.1:9/frame"></iframe>', '<img src="http://127.0.0.1:9/image.png">',
    '<link rel="stylesheet" href="http://127.0.0.1:9/style.css">',
    '<style>@import url("http://127.0.0.1:9/import.css");</style>',
    '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/refresh">',
    '<object data="http://127.0.0.1:9/object"></object>', '<base href="http://127.0.0.1:9/">',
]
REMOTE = ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/x.dtd" ['
          '<!ENTITY far SYSTEM "http://127.0.0.1:9/far"><!ENTITY near SYSTEM "file:///etc/passwd">'
          ']><html><head>' + ''.join(REFERENCES) + '</head><body><h1>Cook</h1>'
          '<p>You cook. &far;&near;</p><script>alert("Scripted")</script></body></html>')
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'
OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:'
BOMB = ('<!DOCTYPE a [<!ENTITY a0 "ha">' +
        ''.join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) + ']>')

# What an import would say of a crash in a library; a sentence is none of these.
ALARMS = re.compile(r'Sanitizer|runtime error|CRITICAL|WARNING|assertion|parser error')


def limit(memory):
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def run(path, options=()):
    memory = MEMORY_FOR_LARGE if path.stat().st_size >= LARGE else MEMORY
    return subprocess.run([PROGRAM, 'import', *options, path], timeout=SECONDS * PATIENCE,
                          capture_output=True, check=False,
                          preexec_fn=None if SANITIZED else limit(memory))


def problems(result, said=None, lacks=None):
    error = result.stderr.decode('utf-8', 'replace')
    if result.returncode not in (0, 2):
        yield f'status {result.returncode}'
    if ALARMS.search(error):
        yield error[:2000]
    if result.returncode == 2 and not re.search(r'\.\n$', error):
        yield f'no sentence: {error[-300:]!r}'
    if result.returncode == 0 and not result.stdout.startswith(b'{'):
        yield f'no posting: {result.stdout[:100]!r}'
    if said is not None and said not in error:
        yield f'“{said}” is not in {error[-300:]!r}'
    if lacks is not None and re.search(lacks, result.stdout.decode()):
        yield f'{lacks} is in {result.stdout.decode()[:2000]}'


class Hostile:
    """Writes a file, imports it, and takes it away again."""

    def __init__(self, tap, folder):
        self.tap = tap
        self.folder = pathlib.Path(folder)

    def check(self, name, file, content, said=None, lacks=None, options=()):
        path = self.folder / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        try:
            found = list(problems(run(path, options), said, lacks))
        except subprocess.TimeoutExpired:
            found = ['it takes too long']
        path.unlink()
        self.tap.check(name, found)


def make_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def make_docx(document):
    return make_zip({
        '[Content_Types].xml':
            f'<Types xmlns="{PACKAGE}content-types"><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
            '.main+xml"/></Types>',
        '_rels/.rels':
            f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="a" Type="http://'
            'schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        'word/document.xml': document})


def make_odt(entities, paragraph):
    return make_zip({
        'mimetype': 'application/vnd.oasis.opendocument.text',
        'content.xml':
            f'{entities}<o:document-content xmlns:o="{OFFICE}office:1.0" '
            f'xmlns:t="{OFFICE}text:1.0"><o:body><o:text><t:p>Cook</t:p><t:p>{paragraph}</t:p>'
            '</o:text></o:body></o:document-content>'})


def check_packages(hostile):
    paragraphs = f'<w:document {WORD}><w:body>' + '<w:p><w:r><w:t>%s</w:t></w:r></w:p>'
    hostile.check('a zip bomb is refused', 'bomb.docx',
                  make_docx(paragraphs % ('a' * 100 * MIB) + '</w:body></w:document>'), 'Unpacked')
    hostile.check('a package in a package in a package is refused', 'nested.docx',
                  make_zip({'a.zip': make_zip({'b.zip': make_docx(b'\0' * 50 * MIB)})}), '')
    hostile.check('a Word document of a million levels is read or refused', 'deep.docx',
                  make_docx(f'<w:document {WORD}><w:body>' + '<w:p>' * 1000000))
    hostile.check('entities of a Word document do not grow', 'entities.docx',
                  make_docx(BOMB + paragraphs % '&a11;' + '</w:body></w:document>'), lacks='haha')
    hostile.check('entities of an OpenDocument do not grow', 'entities.odt',
                  make_odt(BOMB, '&a11;'), lacks='haha')
    hostile.check('an entity of an OpenDocument does not read a file', 'file.odt',
                  make_odt('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'),
                  lacks='root:')


def check_pages(hostile):
    cut = 'Its end was left out.'
    line = '<p>Some words of a posting that go on and on.</p>\n'
    hostile.check('a page of 100 MB is refused', 'large.html',
                  HTML + line * (100 * MIB // len(line)),
                  'is not imported.')
    hostile.check('a page of 60 MB is cut', 'fairly-large.html',
                  HTML + line * (60 * MIB // len(line)), cut)
    hostile.check('a page of 60 MB in one paragraph is read or refused', 'paragraph.html',
                  HTML + '<p>' + 'words ' * (10 * MIB))
    for name in ('div', 'b', 'ul'):
        hostile.check(f'a million nested <{name}> are cut', f'{name}.html',
                      HTML + f'<{name}>x' * 1000000, cut)
    hostile.check('unclosed elements of a list are read', 'li.html',
                  HTML + '<ul>' + '<li>x' * 100000, cut)
    hostile.check('cells without end are cut', 'cells.html',
                  HTML + '<table><tr>' + '<td>a' * 1000000, cut)
    hostile.check('line breaks without end are read', 'br.html', HTML + '<p>' + 'a<br>' * 1000000)
    hostile.check('pairs without end are cut', 'dl.html',
                  HTML + '<dl>' + '<dt>a<dd>b' * 100000, cut)
    hostile.check('attributes without end are passed over', 'attributes.html',
                  HTML + '<p ' + ' '.join(f'a{i}="{i}>"' for i in range(300000)) + '>You cook.',
                  lacks='a250')
    hostile.check('paragraphs of 14 MB are cut', 'paragraphs.html',
                  HTML + ('<p>' + 'word ' * 140) * 20000, cut)
    hostile.check('ends of nothing are passed over', 'ends.html',
                  HTML + '<b>' * 200 + '</i>' * 2000000)
    hostile.check('signs of markup without end are read or refused', 'signs.html',
                  '<![<!--<&<' * 1000000)
    hostile.check('what a page refers to is not in the posting', 'remote.html', REMOTE,
                  lacks='127|Scripted|root:|fetch')


def check_data(hostile):
    ending = '{"@type":"JobPosting","title":"Cook","description":"%s"}'
    for sign in ('[', '{"a":'):
        hostile.check(f'a million levels of {sign} are read or refused', 'deep.jsonld',
                      sign * 1000000)
        hostile.check(f'a million levels of {sign} in a page are passed over', 'deep.html',
                      f'{HTML}<p>You cook.</p><script type="application/ld+json">'
                      f'{sign * 1000000}</script>')
    hostile.check('a text of 100 MB in data is refused', 'text.jsonld',
                  ending % ('a' * 100 * MIB), '')
    hostile.check('a page of 15 MB in data is cut', 'page.jsonld',
                  ending % ('<p>words ' * (15 * MIB // 9)),
                  'Its end was left out.')
    several = 'There are several postings in it.'
    posting = '{"@type":"JobPosting","title":"Cook","jobLocation":[%s]},' % ','.join(
        ['{"@id":"x"}'] * 170)
    members = ','.join(f'"a{i}":1' for i in range(9990))
    hostile.check('a large object that all postings refer to is read', 'object.jsonld',
                  '[' + posting * 1000 + '{"@id":"x",%s}]' % members, several)
    hostile.check('an object behind a long list that all postings refer to is read',
                  'list.jsonld', '[' + '{},' * 1000000 + posting * 500 +
                  '{"@id":"x","address":{"addressLocality":"Ulm"}}]', several)
    hostile.check('a long text that all postings refer to is read', 'texts.jsonld',
                  '[' + '{"@type":"JobPosting","title":"Cook","hiringOrganization":{"@id":"x"}},'
                  * 3000 + '{"@id":"x","description":"%s"}]' % ('<p>words ' * 100000), several)


def check_texts(hostile):
    cut = 'Its end was left out.'
    refused = 'is not imported.'
    hostile.check('a line of 100 MB is refused', 'line.txt', 'word ' * (20 * MIB), refused)
    hostile.check('lines of 10 MB are refused', 'lines.txt', ('w' * 10 * MIB + '\n') * 2, refused)
    hostile.check('a line of 10 MB is read', 'one.txt', 'Cook\n\n' + 'word ' * (2 * MIB))
    hostile.check('five million lines are cut', 'short.txt', 'a\n' * 5000000, cut)
    hostile.check('NUL bytes are refused or read', 'nul.txt', b'Cook\0\0\n\0x\0' * 100000)
    hostile.check('broken UTF-8 is read', 'broken.txt',
                  b'Cook\n\n\xff\xfe\xc3\x28\xe2\x82 ' * 20000)
    hostile.check('broken UTF-16 is read', 'wide.txt',
                  b'\xff\xfe' + b'\x00\xd8\x41\x00' * 500000 + b'\n')
    hostile.check('half a character of UTF-16 is read', 'half.txt', b'\xff\xfeC\0o\0o\0k\0\n')
    hostile.check('pay without end is cut', 'pay.txt', '$20 - $30 per hour\n' * 50000, cut)
    hostile.check('sentences on applying without end are read', 'apply.txt',
                  'Please apply now. ' * 500000)
    hostile.check('facts without end are read', 'facts.txt', 'Location: ' + 'Leeds, ' * 200000)
    for name, text in (('quotes', '>' * 100000), ('lists', '- ' * 100000),
                       ('links', '[' * 50000 + 'x' + '](a)' * 50000),
                       ('pictures', '![[]()' * 40000),
                       ('emphasis', '*a **a ' * 30000),
                       ('deeper lists', ''.join(' ' * i * 2 + '- x\n' for i in range(500)))):
        hostile.check(f'Markdown of {name} in {name} is read or refused', f'{name}.md',
                      f'# Cook\n\n{text} x\n')
    hostile.check('Markdown of 10 MB is read as text', 'large.md',
                  '# Cook\n\n' + '- word\n' * 1500000, cut)


def choose_files(folder):
    """A file of each kind, from the corpus or our own."""
    folder = pathlib.Path(folder) / 'corpus'
    folder.mkdir(exist_ok=True)
    pdf = folder / 'own.pdf'
    posting = CORPUS.parent.parent / 'data' / 'registered-nurse.vacancy'
    subprocess.run([PROGRAM, 'export', '--to', 'pdf', '--force', '-o', pdf, posting], check=True)
    chosen = {source.suffix: source for source in corpus.sources(CORPUS)}
    return [pdf, *(corpus.pack(source, folder) for source in chosen.values())]


def check_truncated(hostile):
    for path in choose_files(hostile.folder):
        content = path.read_bytes()
        for share in (0.02, 0.5, 0.98):
            hostile.check(f'{share:.0%} of a {path.suffix} file are read or refused',
                          'cut' + path.suffix,
                          content[:int(len(content) * share)])
    for kind in ('docx', 'odt', 'html', 'markdown', 'text', 'json-ld', 'lever', 'greenhouse',
                 'ashby', 'json-resume'):
        hostile.check(f'nothing at all is refused as {kind}', 'empty',
                      b'', '', options=['--as', kind])


def check_network(tap, folder):
    """Under strace no file asks for a connection, whatever it refers to."""
    name = 'no import opens a connection'
    log = pathlib.Path(folder) / 'calls'
    strace = shutil.which('strace')
    traced = [strace, '-f', '-qq', '-e', 'trace=network', '-o', log]
    if strace is None or subprocess.run([*traced, 'true'], check=False,
                                        capture_output=True).returncode != 0:
        tap.skip(name, 'calls cannot be traced here: strace is missing or not allowed')
        return
    page = pathlib.Path(folder) / 'remote.html'
    page.write_text(REMOTE, encoding='utf-8')
    found = []
    for path in (page, *choose_files(folder)):
        result = subprocess.run([*traced, PROGRAM, 'import', '-o', folder + '/', '--force', path],
                                check=False, capture_output=True, timeout=SECONDS * PATIENCE)
        calls = log.read_text(encoding='utf-8', errors='replace')
        found += [f'{path.name}: status {result.returncode}'] if result.returncode else []
        found += [f'{path.name}: {call}' for call in calls.splitlines()
                  if re.search(r'AF_INET|connect\(|sendto\(', call)]
    tap.check(name, found)


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        if SANITIZED:
            tap.skip('memory is bounded', f'the {SANITIZER} sanitizer maps more than any bound')
        hostile = Hostile(tap, folder)
        check_truncated(hostile)
        check_packages(hostile)
        check_pages(hostile)
        check_data(hostile)
        check_texts(hostile)
        if SANITIZED:
            tap.skip('no import opens a connection', 'a sanitizer cannot work while traced')
        else:
            check_network(tap, folder)
    tap.finish()


main()
