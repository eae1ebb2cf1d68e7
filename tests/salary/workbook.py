# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes workbooks of Excel, with only what a test needs."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'


def column(number):
    """The name of a column, from 0."""
    name = ''
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord('A') + rest) + name
    return name


class Raw(str):
    """A cell that is written as it is: XML after its reference."""


class Workbook:
    """Sheets are added with their rows; a cell is text, a number, a bool, Raw, or None."""

    def __init__(self, inline=False, from_1904=False, formats=()):
        self.inline, self.from_1904, self.formats = inline, from_1904, formats
        self.sheets, self.strings = [], {}

    def add(self, name, rows, state='visible', first_row=1):
        self.sheets.append((name, state, self.sheet(rows, first_row)))
        return self

    def cell(self, reference, value):
        if isinstance(value, Raw):
            return f'<c r="{reference}"{value}</c>'
        if isinstance(value, bool):
            return f'<c r="{reference}" t="b"><v>{int(value)}</v></c>'
        if isinstance(value, tuple):
            return f'<c r="{reference}" s="{value[1]}"><v>{value[0]}</v></c>'
        if isinstance(value, (int, float)):
            return f'<c r="{reference}"><v>{value!r}</v></c>'
        if self.inline:
            return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        index = self.strings.setdefault(value, len(self.strings))
        return f'<c r="{reference}" t="s"><v>{index}</v></c>'

    def sheet(self, rows, first_row):
        lines = []
        for number, row in enumerate(rows, first_row):
            cells = ''.join(self.cell(f'{column(i)}{number}', value)
                            for i, value in enumerate(row) if value is not None)
            lines.append(f'<row r="{number}">{cells}</row>')
        return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'

    def parts(self):
        sheets = ''.join(
            f'<sheet name={quoteattr(name)} sheetId="{i}" state="{state}" r:id="rId{i}"/>'
            for i, (name, state, _) in enumerate(self.sheets, 1))
        related = ''.join(
            f'<Relationship Id="rId{i}" Type="{RELATED}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(1, len(self.sheets) + 1))
        strings = ''.join(f'<si><t xml:space="preserve">{escape(text)}</t></si>'
                          for text in self.strings)
        formats = ''.join(f'<numFmt numFmtId="{200 + i}" formatCode={quoteattr(code)}/>'
                          for i, code in enumerate(self.formats))
        styles = ''.join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(self.formats)))
        yield ('[Content_Types].xml', f'<Types xmlns="{PACKAGE}content-types"/>')
        yield ('_rels/.rels',
               f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="a" '
               f'Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        yield ('xl/workbook.xml',
               f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><workbookPr '
               f'date1904="{int(self.from_1904)}"/><sheets>{sheets}</sheets></workbook>')
        yield ('xl/_rels/workbook.xml.rels',
               f'<Relationships xmlns="{PACKAGE}relationships">{related}'
               f'<Relationship Id="s" Type="{RELATED}/sharedStrings" Target="sharedStrings.xml"/>'
               f'<Relationship Id="t" Type="{RELATED}/styles" Target="styles.xml"/>'
               '</Relationships>')
        yield ('xl/sharedStrings.xml', f'<sst xmlns="{MAIN}">{strings}</sst>')
        yield ('xl/styles.xml',
               f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs>'
               f'<xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{styles}</cellXfs>'
               '</styleSheet>')
        for i, (_, _, sheet) in enumerate(self.sheets, 1):
            yield (f'xl/worksheets/sheet{i}.xml', sheet)

    def make(self):
        return make_zip(self.parts())


def make_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, content in members:
            package.writestr(name, content)
    return out.getvalue()
