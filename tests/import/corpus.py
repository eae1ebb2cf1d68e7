# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus of postings to import: its files, what is expected of them, and postings to compare.

Beside each NN-name.EXT stands NN-name.expected.json. EXT of a folder is that of the document which
its members make when they are packed. What is expected:

    kind       what sort of source it is
    postings   for a list: what follows, once for each
    language   of the posting; the part before the hyphen counts
    facts      what the source says clearly, by the paths of "vacancy-cli get"; a list of values
               names those of which each will do
    implied    what may be read out of it and need not; another value is wrong
    absent     what it says too vaguely to be taken
    forbidden  words that stand around the posting or were deleted
    sections   in the order of the source: kind (null: a heading that no one knows), title (""
               before the first heading, null if the source has members and no headings), text,
               bullets, sections; optional: there was nothing in it but facts; loose: a figure
               of speech, which may be of the kind or, as no one knows it, of none
"""

import html
import json
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field

# The first id is what an import gives; the others are places in which it may stand as well.
IDS = {
    'responsibilities': ('key-responsibilities',), 'required': ('required-qualifications',),
    'preferred': ('preferred-qualifications',), 'benefits': ('what-we-offer',),
    'about-role': ('about-the-role', 'position-overview'), 'pay': ('compensation-benefits',),
    'employer': ('about-the-employer',), 'apply': ('how-to-apply',),
    'equal-opportunity': ('equal-opportunity',),
}
KNOWN_IDS = tuple(one for ids in IDS.values() for one in ids)
# Fields of the job that hold a section, by the id that the section would have.
FIELDS = {
    'about-the-employer': ('employer', 'about'), 'how-to-apply': ('apply', 'instructions'),
    'equal-opportunity': ('statements', 'equalOpportunity'),
    'accommodation': ('statements', 'accommodation'),
}
DERIVED = {  # Values that the source says in other words.
    'full-time', 'part-time', 'contractor', 'temporary', 'intern', 'per-diem', 'onsite', 'hybrid',
    'remote', 'year', 'month', 'week', 'day', 'hour', 'true', 'high-school', 'associate-degree',
    'bachelor-degree', 'postgraduate-degree', 'professional-certificate', 'full-time-equivalent',
    'advanced', 'basic', 'AUD', 'CAD', 'CHF', 'EUR', 'GBP', 'MXN', 'USD', 'AT', 'AU', 'CA', 'CH',
    'DE', 'ES', 'FR', 'GB', 'IE', 'MX', 'NL', 'US',
}
INLINE = r'span|strong|em|b|i|u|a|font|text:(?:span|a|change[\w-]*)|w:(?!(?:p|tab|br|tc)\b)\w+'
UNSEEN = r'(?s)<w:del .*?</w:del>|<w:instrText.*?</w:instrText>|<!--\[if.*?endif\]-->'


@dataclass
class Section:
    kind: str | None = None
    title: str | None = ''
    id: str = ''
    text: str = ''
    all_bullets: list = field(default_factory=list)  # ((label, text), whether it is optional)
    parent: 'Section | None' = None
    number: int = 0
    optional: bool = False
    loose: bool = False
    is_field: bool = False

    @property
    def bullets(self):
        return [bullet for bullet, _ in self.all_bullets]

    @property
    def paragraphs(self):
        parts = re.split(r'\n\s*\n', self.text)
        lines = ('\n'.join(map(norm, part.strip().split('\n'))) for part in parts)
        return [part for part in lines if part]


def norm(text):
    """The text with single blanks for all white space, and without what takes no space."""
    text = re.sub('[\u200b\u00ad\ufeff]', '', unicodedata.normalize('NFC', text))
    return re.sub(r'\s+', ' ', text).strip()


def title_key(title):
    return re.sub(r'^\W+|[\W]+$', '', norm(title or '')).casefold()


def spell(bullet):
    label, text = bullet
    return f'{label}: {text}' if label else text


def is_id(found, ids):
    """Whether the id is one of them, if with a number behind it."""
    return re.sub(r'-\d+$', '', found or '') in ids


def key_of(path, value):
    """Choices in a list have no order: they are told apart by what they are."""
    return re.sub(r'^(job\.employmentType)\.\d+$', rf'\1.={value}', path)


def keyed(facts):
    return {key_of(path, value): value for path, value in facts.items()}


def flatten_facts(node, path='job'):
    """What stands below a node, by path; sections that live in fields are no facts."""
    if isinstance(node, (dict, list)):
        members = node.items() if isinstance(node, dict) else enumerate(node)
        found = {}
        for name, child in members:
            here = f'{path}.{name}'
            if tuple(here.split('.')[1:]) not in FIELDS.values():
                found.update(flatten_facts(child, here))
        return found
    text = str(node).lower() if isinstance(node, bool) else str(node)
    return {key_of(path, text): text}


def flatten_sections(posting):
    """All sections that candidates read something in, in order, then those in fields."""
    sections = []

    def add(node, parent):
        if node.get('audience') == 'team':
            return
        bullets = [((norm(item.get('label', '')), norm(item.get('text', ''))), False)
                   for item in node.get('items', [])]
        section = Section(title=node.get('title', ''), id=node.get('id', ''), parent=parent,
                          text=node.get('text', ''), all_bullets=bullets, number=len(sections) + 1)
        if parent and not section.title:   # what follows the bullets of the section before it
            sections[-1].text = '\n\n'.join(filter(None, (sections[-1].text, section.text)))
            sections[-1].all_bullets += bullets
            return
        before = len(sections)
        sections.append(section)
        for child in node.get('sections', []):
            add(child, section)
        if len(sections) == before + 1 and not bullets and not section.text:
            sections.pop()

    for node in posting.get('sections', []):
        add(node, None)
    for name, (record, member) in FIELDS.items():
        text = posting.get('job', {}).get(record, {}).get(member)
        if text:
            sections.append(Section(id=name, title='', text=text, is_field=True))
    return sections


def expected_sections(nodes, parent=None):
    found = []
    for node in nodes:
        optional = node.get('optional', parent is not None and parent.optional)
        bullets = []
        for bullet in node.get('bullets', []):
            bullet = {'text': bullet} if isinstance(bullet, str) else bullet
            bullets.append(((norm(bullet.get('label', '')), norm(bullet['text'])),
                            optional or bullet.get('optional', False)))
        section = Section(kind=node.get('kind'), title=node['title'], text=node.get('text', ''),
                          all_bullets=bullets, parent=parent, optional=optional,
                          loose=node.get('loose', False))
        found += [section] + expected_sections(node.get('sections', []), section)
    return found


def make_posting(expected):
    """The posting that an import without a fault would make."""
    posting = {'language': expected['language'], 'job': {}}
    for path, value in expected['facts'].items():
        node, names = posting, path.split('.')
        for name, following in zip(names, names[1:] + ['']):
            new = (value[0] if isinstance(value, list) else value) if not following else \
                [] if following.isdigit() else {}
            if isinstance(node, list):
                node += [new] if int(name) == len(node) else []
            node = node[int(name)] if isinstance(node, list) else node.setdefault(name, new)

    def make_section(node):
        bullets = [bullet if isinstance(bullet, dict) else {'text': bullet}
                   for bullet in node.get('bullets', [])]
        return {'id': IDS.get(node.get('kind'), ('own',))[0], 'title': node['title'] or '',
                'text': node.get('text', ''), 'items': bullets,
                'sections': [make_section(child) for child in node.get('sections', [])]}

    posting['sections'] = [make_section(node) for node in expected['sections']]
    return posting


def sources(folder):
    return sorted(path for path in folder.iterdir()
                  if not path.name.endswith('.expected.json') and path.name[0].isdigit())


def read_expected(source):
    path = source.parent / f'{source.stem}.expected.json'
    return json.loads(path.read_text(encoding='utf-8'))


def pack(source, folder):
    """The file to import: the source itself, or a document made of the members of a folder."""
    if not source.is_dir():
        return source
    target = folder / source.name
    members = sorted((path for path in source.rglob('*') if path.is_file()),
                     key=lambda path: (path.name != 'mimetype', str(path.relative_to(source))))
    with zipfile.ZipFile(target, 'w') as archive:
        for path in members:
            info = zipfile.ZipInfo(str(path.relative_to(source)))
            info.compress_type = zipfile.ZIP_STORED if path.name == 'mimetype' else \
                zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes())
    return target


def strings(node):
    if isinstance(node, dict):
        return [text for child in node.values() for text in strings(child)]
    if isinstance(node, list):
        return [text for child in node for text in strings(child)]
    return [] if node is None else [str(node)]


def decode(source):
    """The source's characters; those of a list of strings for JSON."""
    if source.is_dir():
        data = b' '.join(path.read_bytes() for path in sorted(source.rglob('*'))
                         if path.is_file())
    else:
        data = source.read_bytes()
    if data.startswith(b'\xff\xfe'):
        text = data.decode('utf-16')
    else:
        try:
            text = data.decode('utf-8-sig')
        except UnicodeDecodeError:
            text = data.decode('cp1252')
    if source.suffix in ('.json', '.jsonld'):
        text = ' \n '.join(strings(json.loads(text)))
    return html.unescape(html.unescape(text)).replace('\\/', '/').replace('\\n', ' ')


def read_text(source):
    """The source's words, with as little understanding as will do."""
    text = decode(source)
    if source.suffix not in ('.txt', '.md'):
        text = re.sub(UNSEEN, '', text)
        text = re.sub(rf'</?({INLINE})(\s[^<>]*)?/?>', '', text)
        text = re.sub(r'</?[\w!][^<>]*>', ' ', text)
    else:
        text = re.sub(r'(?m)^(> ?)+', '', text)
        text = re.sub(r'\[([^\]]*)\]\([^)]*\)', r'\1', text)
        text = re.sub(r'(?<!\w)[*_`]+|[*_`\\]+(?!\w)', '', text.replace('\\#', '#'))
    return norm(text)


def holds_value(text, path, value):
    if value in DERIVED or path.endswith('.closesTime') or norm(value) in text:
        return True
    number = re.fullmatch(r'(\d+)(?:\.(\d+))?', value)
    if number:
        digits = re.sub(r"(?<=\d)[.,\s'’](?=\d)", '', text)
        whole = (number[1] + (number[2] or '')).lstrip('0')
        months = int(number[1]) % 12 == 0 and path.endswith('.months')
        thousands = whole.removesuffix('000') + 'k'
        return months or any(form in digits for form in (whole, whole + '0')) or \
            thousands in text.casefold()
    date = re.fullmatch(r'(\d{4})-(\d\d)-(\d\d)', value)
    if date:
        day = rf'\b0?{int(date[3])}(\b|er|st|nd|rd|th|[A-Z])'
        return date[1] in text and re.search(day, text) or path == 'job.posted'
    return norm(value).casefold().rstrip('/') in text.casefold()


def check_expected(text, raw, expected):
    """What is expected of a posting and is not in its source, or contradicts itself."""
    for path, value in [*expected['facts'].items(), *expected.get('implied', {}).items()]:
        for one in value if isinstance(value, list) else [value]:
            if not holds_value(text, path, one) and one not in raw:
                yield f'{path} is nowhere “{one}”'
    for path in expected.get('absent', []):
        if path in expected['facts'] or path in expected.get('implied', {}):
            yield f'{path} is expected and must be absent'
    for section in expected_sections(expected['sections']):
        if section.kind is not None and section.kind not in IDS:
            yield f'“{section.kind}” is no kind of section'
        parts = [part for bullet in section.bullets for part in bullet]
        for part in [*parts, *map(norm, section.paragraphs), norm(section.title or '')]:
            if part not in text:
                yield f'nowhere “{part}”'
    for word in expected.get('forbidden', []):
        if word in json.dumps(expected['sections'], ensure_ascii=False):
            yield f'“{word}” is expected and forbidden'


def check(folder):
    """The faults of the corpus itself, as lines."""
    for source in sources(folder):
        expected = read_expected(source)
        text, raw = read_text(source), decode(source)
        for one in expected.get('postings', [expected]):
            yield from (f'{source.name}: {fault}' for fault in check_expected(text, raw, one))
