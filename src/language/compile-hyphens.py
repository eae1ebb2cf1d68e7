#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compile-hyphens.py OUT.c TAG[,TAG…]=DICTIONARY…: hyphenation patterns as tables of C.

DICTIONARY is one of libhyphen's. The patterns of a level become an automaton that shares what they
have in common at either end. The tables need no loading: the library takes four seconds and 32 MB
to read German.
"""

import re
import sys

LABEL_BITS = 7
MOST_LABELS = (1 << LABEL_BITS) - 1
OPTIONS = {'LEFTHYPHENMIN': 0, 'RIGHTHYPHENMIN': 1, 'COMPOUNDLEFTHYPHENMIN': 2,
           'COMPOUNDRIGHTHYPHENMIN': 3}


def read_lines(path):
    with open(path, 'rb') as file:
        encoding, rest = file.read().split(b'\n', 1)
    for line in rest.decode(encoding.strip().decode()).split('\n'):
        # Patterns with a replacement are of spellings that change at a break.
        line = re.sub('[#%].*', '', line).strip()
        if line and '/' not in line:
            yield line


def read(path):
    """The levels of a dictionary, each as letters and digits, and the least lengths."""
    levels, least = [{}], [0, 0, 0, 0]
    for line in read_lines(path):
        words = line.split()
        if words[0] in OPTIONS:
            least[OPTIONS[words[0]]] = int(words[1])
        elif words[0] == 'NEXTLEVEL':
            levels.append({})
        elif words[0] != 'NOHYPHEN':
            letters = re.sub('[0-9]', '', line)
            levels[-1][letters] = tuple(int(digit or 0) for digit in
                                        re.split('[^0-9]', line))
    return levels, least


def trim(digits):
    """The digits from the first that is not 0 to the last, and how far that is from the end."""
    at = [i for i, digit in enumerate(digits) if digit]
    return (len(digits) - 1 - at[-1], digits[at[0]:at[-1] + 1]) if at else None


class Automaton:
    """An edge has a label, says whether it is the last of its node, what the pattern that ends
    with it says, and where it leads."""

    def __init__(self, alphabet):
        self.alphabet = alphabet
        self.edges = []      # (label, last, target), value
        self.values = [0]    # first of those of no pattern
        self.value_at = {None: 0}
        self.node_at = {}

    def get_value(self, value):
        if value not in self.value_at:
            self.value_at[value] = len(self.values)
            self.values += [value[0], len(value[1]), *value[1]]
        return self.value_at[value]

    def add_node(self, node):
        edges = tuple((self.alphabet[letter], self.get_value(value), self.add_node(below))
                      for letter, (value, below) in sorted(node.items()))
        if not edges:
            return 0
        if edges not in self.node_at:
            # 0 is no node: the first edge is of none.
            self.node_at[edges] = len(self.edges) + 1
            for label, value, target in edges:
                self.edges.append(((label, label == edges[-1][0], target), value))
        return self.node_at[edges]

    def add(self, patterns):
        root = {}
        for letters, digits in patterns.items():
            node = root
            for letter in letters[:-1]:
                node = node.setdefault(letter, [None, {}])[1]
            node.setdefault(letters[-1], [None, {}])[0] = trim(digits)
        return self.add_node(root)


def write_numbers(out, kind, name, numbers):
    out.write(f'static const {kind} {name}[] = {{\n')
    for i in range(0, len(numbers), 16):
        out.write(' '.join(f'{n},' for n in numbers[i:i + 16]) + '\n')
    out.write('};\n')


def write_table(out, name, path):
    levels, least = read(path)
    letters = sorted({letter for level in levels for pattern in level for letter in pattern})
    if len(letters) > MOST_LABELS or any(ord(letter) > 0xffff for letter in letters):
        sys.exit(f'{path}: too many letters')
    automaton = Automaton({letter: i + 1 for i, letter in enumerate(letters)})
    roots = [automaton.add(level) for level in levels if level]
    write_numbers(out, 'guint16', f'{name}_letters', [ord(letter) for letter in letters])
    write_numbers(out, 'guint32', f'{name}_edges',
                  [0] + [label | last << LABEL_BITS | target << (LABEL_BITS + 1)
                         for (label, last, target), _ in automaton.edges])
    write_numbers(out, 'guint16', f'{name}_said', [0] + [value for _, value in automaton.edges])
    write_numbers(out, 'guint8', f'{name}_values', automaton.values)
    if len(roots) > 2 or len(automaton.values) > 0xffff:
        sys.exit(f'{path}: too large')
    return roots[:-1] or [0], roots[-1], least


def main():
    tables = []
    with open(sys.argv[1], 'w', encoding='utf-8') as out:
        out.write('/* Made by compile-hyphens.py from dictionaries, whose licences hold. */\n'
                  '#include "vac-hyphen-private.h"\n\n')
        for number, argument in enumerate(sys.argv[2:]):
            tags, path = argument.split('=', 1)
            name = f'table_{number}'
            (words,), parts, least = write_table(out, name, path)
            tables += [(tag, name, words, parts, least) for tag in tags.split(',')]
        out.write('const VacHyphenTable VAC_HYPHEN_TABLES[] = {\n')
        for tag, name, words, parts, least in tables:
            out.write(f'{{ "{tag}", {name}_letters, G_N_ELEMENTS ({name}_letters), {name}_edges,\n'
                      f'  {name}_said, {name}_values, {words}, {parts},\n'
                      f'  {", ".join(map(str, least))} }},\n')
        out.write('{ NULL, NULL, 0, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0 },\n};\n\n'
                  f'const guint VAC_N_HYPHEN_TABLES = {len(tables)};\n')


main()
