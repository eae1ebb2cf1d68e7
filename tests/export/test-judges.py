#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows exported files, and findings for programs, to outside judges.

test-judges.py SOURCE-ROOT BUILD-FOLDER WRITE-EXPORTS VACANCY-CLI prints TAP.
"""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'metadata'))

import judges
import outlines
import posting_rules
from tap import Tap

source_root, build_folder, write_exports, vacancy_cli = sys.argv[1:5]
node_folder = os.path.join(build_folder, 'judges')
tap = Tap()


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def named(folder, pattern):
    paths = sorted(glob.glob(os.path.join(folder, pattern)))
    assert paths, pattern
    return paths


def is_known_of_tidy(complaint, lines):
    """Tidy 5.6 takes the brackets of an IPv6 address (RFC 3986, 3.2.2) for characters that no URI has."""
    place = re.match(r'line (\d+) column (\d+) - Warning: <a> illegal characters found in URI', complaint)
    return place and re.match(r'<a href="http://\[[0-9a-f:]+\]', lines[int(place[1]) - 1][int(place[2]) - 1:])


def by_tidy(folder):
    tidy = judges.find('tidy')
    for path in named(folder, '*.html'):
        output, _ = judges.run(tidy, '-q', '-e', '-utf8', path)
        lines = read(path).split('\n')
        for complaint in output.splitlines():
            if not is_known_of_tidy(complaint, lines):
                yield f'{os.path.basename(path)}: {complaint}'


def by_xmllint(folder):
    xmllint = judges.find('xmllint')
    for path in named(folder, '*.docx'):
        with zipfile.ZipFile(path) as package, tempfile.TemporaryDirectory() as parts:
            package.extractall(parts)
            files = [os.path.join(parts, name) for name in package.namelist() if not name.endswith('.png')]
            output, status = judges.run(xmllint, '--noout', '--nonet', *files)
        if status != 0 or output:
            yield f'{os.path.basename(path)}: {output}'


def by_jsonschema(folder):
    try:
        import jsonschema
    except ImportError as error:
        raise judges.Missing('python3-jsonschema is not installed') from error
    output, _ = judges.run(vacancy_cli, 'schema')
    schema = json.loads(output)
    validator = jsonschema.validators.validator_for(schema)(schema)
    for path in named(folder, '*-candidate.json') + named(folder, '*-team.json'):
        # This posting holds, on purpose, links that are none.
        if os.path.basename(path).startswith('hostile'):
            continue
        for error in validator.iter_errors(json.loads(read(path))):
            yield f'{os.path.basename(path)}: {error.message}'


def hyphenation_faults(document):
    """Word divides words, but not those of titles and facts."""
    if document.settings.element.find('{*}autoHyphenation') is None:
        yield 'no hyphenation'
    for style in document.styles:
        whole = style.element.find('{*}pPr/{*}suppressAutoHyphens') is not None
        if style.type == 1 and whole != (style.name not in ('Normal', 'List Bullet', 'Logo')):
            yield f'{style.name} is {"not " if whole else ""}hyphenated'


def by_python_docx(folder):
    try:
        import docx
    except ImportError as error:
        raise judges.Missing('python3-docx is not installed') from error
    for path in named(folder, '*.docx'):
        document = docx.Document(path)
        page = outlines.of_html(read(path.replace('.docx', '.html')))
        read_back = outlines.of_docx(document)
        for part, other in zip(page, read_back):
            if len(part) != len(other):
                yield f'{os.path.basename(path)}: {len(other)} blocks, {len(part)} in the page'
            yield from (f'{os.path.basename(path)}: {b} in place of {a}' for a, b in zip(part, other) if a != b)
        pictures = [os.path.basename(path) for shape in document.inline_shapes
                    if shape._inline.docPr.get('descr') != document.core_properties.author]
        yield from (f'{picture}: the picture is not said to be of the employer' for picture in pictures)
        if (len(document.inline_shapes) > 0) != ('<img ' in read(path.replace('.docx', '.html'))):
            yield f'{os.path.basename(path)}: a picture is in one of the Word file and the page alone'
        # What is not the posting itself says so before the title of the job.
        title, job = document.core_properties.title, read_back[0][0][1]
        if title != job and not (path.endswith('-team.docx') and title.endswith((f': {job}', f'：{job}'))):
            yield f'{os.path.basename(path)}: titled {document.core_properties.title}'
        if not document.core_properties.language:
            yield f'{os.path.basename(path)}: no language'
        yield from (f'{os.path.basename(path)}: {fault}' for fault in hyphenation_faults(document))


def sections_of(document):
    """The paragraphs of each section of a Word file, with how many columns it has."""
    columns = [int(found.get(found.tag.replace('}cols', '}num'))) if found is not None else 1
               for found in (section._sectPr.find('{*}cols') for section in document.sections)]
    parts = [[]]
    for paragraph in document.paragraphs:
        parts[-1].append(paragraph)
        if paragraph._p.pPr is not None and paragraph._p.pPr.find('{*}sectPr') is not None:
            parts.append([])
    return list(zip(parts, columns, document.sections))


def columns_by_python_docx(folder):
    """Short lists, and nothing else, stand in columns where the design has them; the text is the same."""
    try:
        import docx
    except ImportError as error:
        raise judges.Missing('python3-docx is not installed') from error
    lists = 0
    for posting in named(os.path.join(source_root, 'tests', 'data'), '*.vacancy'):
        name = os.path.basename(posting)
        texts = {}
        for design in ('classic', 'modern', 'compact'):
            path = os.path.join(folder, f'{name}.{design}.columns')
            judges.run(vacancy_cli, 'export', '--to', 'docx', '--design', design, '-o', path, posting)
            document = docx.Document(path)
            sections = sections_of(document)
            texts[design] = [p.text for p in document.paragraphs if p.style.name in ('List Bullet', 'Heading 1')]
            for paragraphs, columns, section in sections:
                lists += columns == 2
                if columns == 2 and (len(paragraphs) < 4 or {p.style.name for p in paragraphs} != {'List Bullet'}):
                    yield f'{name}, {design}: {[p.text for p in paragraphs]} stand in columns'
            if design == 'classic' and len(sections) != 1:
                yield f'{name}: {len(sections)} sections'
            if any(section.start_type != docx.enum.section.WD_SECTION.CONTINUOUS for _, _, section in sections[1:]):
                yield f'{name}, {design}: a section begins a page'
            if len({(section.page_width, section.left_margin) for _, _, section in sections}) != 1:
                yield f'{name}, {design}: pages differ'
        if len({tuple(text) for text in texts.values()}) != 1:
            yield f'{name}: the designs differ in text'
    if lists < 6:
        yield f'{lists} lists stand in columns'


def by_libreoffice(folder):
    soffice, pdftotext = judges.find('soffice'), judges.find('pdftotext')
    for name in ('posting-candidate', 'remote-candidate'):
        path = os.path.join(folder, name + '.docx')
        judges.run(soffice, f'-env:UserInstallation=file://{folder}/profile', '--headless',
                   '--convert-to', 'pdf', '--outdir', folder, path)
        # In the order in which it is read: short lists stand in columns.
        output, status = judges.run(pdftotext, os.path.join(folder, name + '.pdf'), '-')
        expected = [text for _, text in outlines.of_html(read(path.replace('.docx', '.html')))[0]]
        # Where lines break is the typesetter's business.
        squeezed = ''.join(output.replace('•', '').split())
        if status != 0 or squeezed != ''.join(''.join(expected).replace('•', '').split()):
            yield f'{name}: the text of the PDF is not that of the page'


def compile_as(name, package, kind, values):
    """What the compiler says to JSON texts taken for a type; it refuses other members. One a line, after the first."""
    judges.install_packages(node_folder)
    lines = [f"import type {{ {package[1]} }} from '{package[0]}';"]
    for number, value in enumerate(values):
        lines.append(f'export const value{number}: {kind} = {value};')
    with open(os.path.join(node_folder, name), 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))
    compiler = os.path.join('node_modules', 'typescript', 'bin', 'tsc')
    yield from judges.node(node_folder, compiler, '--noEmit', '--strict', '--skipLibCheck', '--module',
                           'esnext', '--moduleResolution', 'bundler', name)


def by_typescript(folder):
    yield from compile_postings(read(path) for path in named(folder, '*.jsonld'))


def compile_postings(postings):
    """What the compiler says to postings whose type schema-dts knows; it refuses other properties."""
    yield from compile_as('postings.ts', ('schema-dts', 'JobPosting, WithContext'), 'WithContext<JobPosting>', postings)


def typescript_misses_a_fault(folder):
    """A property of another name, one further in, a type that does not belong there, and a value of another type."""
    text = read(os.path.join(folder, 'registered-nurse-candidate.jsonld'))
    faults = (('"datePosted"', '"dateOfPosting"'), ('"addressLocality"', '"city"'),
              ('"QuantitativeValue"', '"JobPosting"'), ('"totalJobOpenings" : 6', '"totalJobOpenings" : true'))
    # A line each, after that of the import, so that what the compiler says names the posting.
    said = list(compile_postings(json.dumps(json.loads(text.replace(*fault))) for fault in faults))
    for number, (good, bad) in enumerate(faults):
        if good not in text:
            yield f'{good} is not there'
        if not any(line.startswith(f'postings.ts({number + 2},') for line in said):
            yield f'{bad} in place of {good} passed'


def compile_logs(logs):
    yield from compile_as('logs.ts', ('sarif', 'Log'), 'Log', logs)


def make_log(folder, *options):
    """Findings of every level and group, in many places."""
    log = os.path.join(folder, 'findings.sarif')
    with open(log, 'w', encoding='utf-8') as file:
        subprocess.run([vacancy_cli, 'check', '--to', 'sarif', '--level', 'hint', '--boards', *options,
                        *named(os.path.join(source_root, 'tests', 'data'), '*.vacancy'),
                        *named(os.path.join(source_root, 'data', 'guides'), '*.json')],
                       stdout=file, stderr=subprocess.DEVNULL, timeout=20 * judges.PATIENCE, check=False)
    return json.loads(read(log))


def by_types_of_sarif(folder):
    log = make_log(folder)
    results = log['runs'][0]['results']
    groups = {result['ruleId'].split('.')[0] for result in results}
    if not {'facts', 'structure', 'boards', 'wording', 'pay'} <= groups:
        yield f'only findings of {groups} are judged'
    yield from compile_logs([json.dumps(log)])


def types_of_sarif_miss_a_fault(folder):
    """Another name, a level that SARIF does not have, a number that is text, and a message that is none."""
    log = make_log(folder)
    log['runs'][0]['results'] = log['runs'][0]['results'][:1]
    text = json.dumps(log)
    level, line = re.search(r'"level": "\w+"', text)[0], re.search(r'"startLine": (\d+)', text)
    faults = (('"ruleId"', '"rule"'), (level, '"level": "hint"'), (line[0], f'"startLine": "{line[1]}"'),
              ('"message": {"text"', '"message": {"words"'))
    said = list(compile_logs(text.replace(*fault, 1) for fault in faults))
    for number, (good, bad) in enumerate(faults):
        if good not in text:
            yield f'{good} is not there'
        if not any(line.startswith(f'logs.ts({number + 2},') for line in said):
            yield f'{bad} in place of {good} passed'


def by_adobe(folder):
    pages = named(folder, '*-candidate.html')
    for line in judges.node(node_folder, 'judge-jobposting.mjs', *pages):
        if ': WARNING: ' not in line:
            yield line


def adobe_misses_a_fault(folder):
    """A judge that lets everything pass is none."""
    page = os.path.join(folder, 'faulty.html')
    text = read(os.path.join(folder, 'posting-candidate.html'))
    with open(page, 'w', encoding='utf-8') as file:
        file.write(text.replace('"datePosted"', '"dateOfPosting"'))
    # The other judges see the same folder, whether or not this one is installed.
    try:
        lines = judges.node(node_folder, 'judge-jobposting.mjs', page)
    finally:
        os.remove(page)
    if not any('ERROR' in line and 'datePosted' in line for line in lines):
        yield 'a posting without a date passed'


def by_json_resume(folder):
    yield from judges.node(node_folder, 'judge-jsonresume.mjs', *named(folder, '*.job.json'))


def differences(path, judge_name, page):
    """What a renderer of Markdown makes of a posting, and what the posting's web page says."""
    expected = outlines.of_html(read(path.replace('.md', '.html')))[0]
    blocks = outlines.of_html(page)[0]
    for block, other in zip(expected, blocks):
        if block != other:
            yield f'{os.path.basename(path)}: {judge_name} reads {other} in place of {block}'
    if len(blocks) != len(expected):
        yield f'{os.path.basename(path)}: {judge_name} reads {len(blocks)} blocks, not {len(expected)}'


def by_program(folder, *command):
    program = judges.find(command[0])
    for path in named(folder, '*-candidate.md'):
        page, status = judges.run(program, *command[1:], path)
        if status != 0:
            yield f'{os.path.basename(path)}: {page}'
        yield from differences(path, command[0], page)


def by_cmark_gfm(folder):
    options = [option for name in ('table', 'strikethrough', 'autolink', 'tasklist', 'footnotes') for option in ('-e', name)]
    yield from by_program(folder, 'cmark-gfm', *options)


def by_pandoc(folder):
    yield from by_program(folder, 'pandoc', '--from', 'gfm+emoji+strikeout+pipe_tables+footnotes', '--to', 'html',
                          '--wrap=none')


def by_npm_renderers(folder):
    judges.install_packages(node_folder)
    output, status = judges.run(judges.find('node'), 'judge-markdown.mjs', *named(folder, '*-candidate.md'),
                                cwd=node_folder)
    if status != 0:
        yield output
        return
    for path, pages in json.loads(output).items():
        for name, page in pages.items():
            yield from differences(path, name, page)


def cmark_gfm_misses_a_fault(folder):
    """Without an escape the text is another one, and the judge has to say so."""
    path = os.path.join(folder, 'faulty-candidate.md')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(read(os.path.join(folder, 'links-candidate.md')).replace('\\~', '~'))
    with open(path.replace('.md', '.html'), 'w', encoding='utf-8') as file:
        file.write(read(os.path.join(folder, 'links-candidate.html')))
    try:
        faults = [fault for fault in by_cmark_gfm(folder) if 'faulty' in fault]
    finally:
        os.remove(path)
        os.remove(path.replace('.md', '.html'))
    if not faults:
        yield 'a text struck through passed'


def by_own_rules(folder):
    for path in named(folder, '*.jsonld'):
        for problem in posting_rules.check(json.loads(read(path))):
            yield f'{os.path.basename(path)}: {problem}'


def embedded_data_is_the_file(folder):
    opening, closing = '<script type="application/ld+json">', '</script>'
    for path in named(folder, '*-candidate.html'):
        page = read(path)
        data = page[page.index(opening) + len(opening):]
        data = data[:data.index(closing)]
        if json.loads(data) != json.loads(read(path.replace('.html', '.jsonld'))):
            yield f'{os.path.basename(path)}: the data in the page is not the data of the file'


def judge(name, by, folder):
    try:
        problems = list(by(folder))
    except judges.Missing as reason:
        tap.skip(name, str(reason))
        print(f'# {name} was NOT judged: {reason}', file=sys.stderr)
        return
    tap.check(name, problems)


with tempfile.TemporaryDirectory() as exports:
    postings = named(os.path.join(source_root, 'tests', 'export', 'golden'), '*.json')
    # The others are exports themselves.
    judges_ask = [path for path in postings if not path.endswith(('.job.json', '-candidate.json'))]
    judges_ask += named(os.path.join(source_root, 'tests', 'data'), '*.vacancy')
    said, failed = judges.run(write_exports, exports, *judges_ask)
    tap.check('/judges/every-posting-is-written-in-every-format', [said] if failed else [])
    judge('/judges/tidy-has-no-warning-about-a-page', by_tidy, exports)
    judge('/judges/xmllint-reads-every-part-of-a-word-file', by_xmllint, exports)
    judge('/judges/json-schema-accepts-the-json', by_jsonschema, exports)
    judge('/judges/python-docx-reads-the-outline-of-the-page', by_python_docx, exports)
    judge('/judges/python-docx-reads-short-lists-in-columns', columns_by_python_docx, exports)
    judge('/judges/libreoffice-prints-the-text-of-the-page', by_libreoffice, exports)
    judge('/judges/typescript-takes-the-data-for-a-job-posting', by_typescript, exports)
    judge('/judges/typescript-refuses-what-no-job-posting-has', typescript_misses_a_fault, exports)
    judge('/judges/typescript-takes-the-findings-for-a-log-of-sarif', by_types_of_sarif, exports)
    judge('/judges/typescript-refuses-what-no-log-of-sarif-has', types_of_sarif_miss_a_fault, exports)
    judge('/judges/adobe-finds-no-error-in-a-page', by_adobe, exports)
    judge('/judges/adobe-finds-an-error-where-there-is-one', adobe_misses_a_fault, exports)
    judge('/judges/json-resume-schema-accepts-the-job', by_json_resume, exports)
    judge('/judges/cmark-gfm-reads-the-text-of-the-page', by_cmark_gfm, exports)
    judge('/judges/cmark-gfm-finds-a-fault-where-there-is-one', cmark_gfm_misses_a_fault, exports)
    judge('/judges/pandoc-reads-the-text-of-the-page', by_pandoc, exports)
    judge('/judges/marked-and-markdown-it-read-the-text-of-the-page', by_npm_renderers, exports)
    judge('/judges/values-are-what-job-boards-take', by_own_rules, exports)
    judge('/judges/data-in-a-page-is-that-of-the-file', embedded_data_is_the_file, exports)
tap.finish()
