# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline of a posting as it is read back from files: pairs of a kind and a text."""

import html.parser
import re

KINDS = {'h1': 'title', 'h2': 'heading 1', 'h3': 'heading 2', 'p': 'paragraph', 'li': 'bullet'}
STYLES = {'Title': 'title', 'Heading 1': 'heading 1', 'Heading 2': 'heading 2', 'List Bullet': 'bullet'}


def plain(text):
    return re.sub(r'\s+', ' ', text).strip()


class HtmlOutline(html.parser.HTMLParser):
    """Of our own page, whose paragraphs, headings, bullets and cells are never nested deeper. The
    employer has a line of its own there, and leads the facts elsewhere."""

    def __init__(self, text):
        super().__init__()
        self.blocks, self.rows = [], []
        self.kind, self.text, self.cell = None, '', None
        self.leads, self.lead = False, ''
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == 'tr':
            self.rows.append([])
        elif tag == 'div':
            self.leads = ('class', 'employer') in attrs
        elif tag in ('td', 'th'):
            self.cell = ''
        elif tag == 'br':
            self.handle_data(' ')
        elif tag in KINDS and self.cell is None:
            self.kind, self.text = KINDS[tag], ''

    def handle_endtag(self, tag):
        if tag in ('td', 'th'):
            self.rows[-1].append(plain(self.cell))
            self.cell = None
        elif tag in KINDS and self.kind is not None:
            text = plain(self.text)
            if self.leads:
                self.lead = text
            else:
                # From right to left, a mark of direction ends each fact but the last.
                between = '\u200f · ' if '\u200f · ' in text else ' · '
                self.blocks.append((self.kind, self.lead + between + text if self.lead else text))
                self.lead = ''
            self.kind = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data
        elif self.kind is not None:
            self.text += data


def of_html(text):
    outline = HtmlOutline(text)
    return outline.blocks, outline.rows


def of_docx(document):
    """Of a document of python3-docx. Links are not among the runs that it puts together."""
    def text_of(paragraph):
        pieces = [node.text if node.tag.endswith('}t') else ' '
                  for node in paragraph._p.iter() if node.tag.endswith(('}t', '}br'))]
        return plain(''.join(piece or '' for piece in pieces))

    blocks = [(STYLES.get(paragraph.style.name, 'paragraph'), text_of(paragraph))
              for paragraph in document.paragraphs]
    rows = [[plain(' '.join(text_of(paragraph) for paragraph in cell.paragraphs)) for cell in row.cells]
            for table in document.tables for row in table.rows]
    return [block for block in blocks if block[1]], rows
